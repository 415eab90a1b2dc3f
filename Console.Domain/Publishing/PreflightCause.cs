using System.Text.Json.Serialization;

namespace GovAccountConsole.Domain.Publishing;

/// <summary>What a look before the slot can find (rules.md F13).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PreflightCause>))]
public enum PreflightCause
{
    /// <summary>The account is not active: nothing is sent in its name.</summary>
    AccountInactive,

    /// <summary>The platform grants no token.</summary>
    Token,

    /// <summary>The server's address is not on the account's allow-list.</summary>
    AddressNotAllowed,

    /// <summary>The account may not use the interface.</summary>
    Permission,

    /// <summary>The platform cannot reach the console: results would come late.</summary>
    Callback,

    /// <summary>The period has no mass send left for it.</summary>
    Quota,

    /// <summary>A picture or cover is gone.</summary>
    PictureMissing,

    /// <summary>A picture is not the one that was approved.</summary>
    PictureChanged,

    /// <summary>A picture may no longer be shown on the day of the slot.</summary>
    PictureExpired,

    /// <summary>What is stored is not what was approved.</summary>
    Approval,

    /// <summary>The plan that holds now asks more people than approved.</summary>
    Plan,

    /// <summary>A link leads nowhere.</summary>
    Link,
}

/// <summary>What holds for each cause.</summary>
public static class PreflightCauses
{
    /// <summary>Whether the post would not go out; the others harm it, and it goes out nevertheless.</summary>
    public static bool Stops(PreflightCause cause) => cause is not (PreflightCause.Callback or PreflightCause.Plan or PreflightCause.Link);

    /// <summary>Whether it is a matter of the account: every post of the account has it for the same reason.</summary>
    public static bool IsOfAccount(PreflightCause cause) => cause is
        PreflightCause.AccountInactive or PreflightCause.Token or PreflightCause.AddressNotAllowed or PreflightCause.Permission or PreflightCause.Callback;
}

/// <summary>Something that was found.</summary>
/// <param name="Cause">What.</param>
/// <param name="Args">Values of its sentence.</param>
public sealed record PreflightHit(PreflightCause Cause, IReadOnlyList<string> Args);

/// <summary>Something that was found, with its life.</summary>
/// <param name="Cause">What.</param>
/// <param name="Args">Values of its sentence, as of the last look.</param>
/// <param name="Since">When it was first found, UTC.</param>
/// <param name="SettledAt">When a look no longer found it, UTC; null while it is open.</param>
public sealed record PreflightFinding(PreflightCause Cause, IReadOnlyList<string> Args, DateTimeOffset Since, DateTimeOffset? SettledAt = null)
{
    /// <summary>Whether it is still so.</summary>
    [JsonIgnore]
    public bool IsOpen => SettledAt is null;
}
