using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Planning;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Accounts;
using GovAccountConsole.Infrastructure.Weixin;

namespace GovAccountConsole.Web.Accounts;

/// <summary>Quota on the wire.</summary>
public sealed record QuotaJson(QuotaPeriod Period, int Limit, int Used)
{
    /// <summary>Sends of the period that only the emergency lane may use.</summary>
    public int Reserved { get; init; }

    /// <summary>Of those used, how many were made past the console.</summary>
    public int Elsewhere { get; init; }
}

/// <summary>What the quota of an account is to be.</summary>
/// <param name="Limit">Sends per period; absent or null for the rule of its kind.</param>
/// <param name="Reserved">Sends kept for emergencies; absent for none.</param>
/// <param name="Reason">Why; needed unless it returns to the rule.</param>
public sealed record QuotaInput(int? Limit, int? Reserved, string? Reason);

/// <summary>An account on the wire. Never carries a secret in any form.</summary>
public sealed record AccountJson(
    Guid Id, Guid AgencyId, string AgencyName, string Name, string AppId, AccountKind Kind, bool Verified, Positioning Positioning, AccountStatus Status, QuotaJson Quota)
{
    /// <summary>Puts an account on the wire.</summary>
    public static AccountJson Of(AccountRow row) => new(
        row.Id, row.AgencyId, row.AgencyName, row.Name, row.AppId, row.Kind, row.Verified, row.Positioning, row.Status,
        new QuotaJson(row.Quota.Period, row.Quota.Limit, row.Quota.Used) { Reserved = row.Quota.Reserved, Elsewhere = row.Quota.Elsewhere });
}

/// <summary>An account as the caller sends it.</summary>
public sealed record AccountBody(
    Guid? AgencyId, string? Name, string? AppId, string? AppSecret, string? Token, string? EncodingAesKey, AccountKind? Kind, bool? Verified, Positioning? Positioning)
{
    /// <summary>A call without a body.</summary>
    public static AccountBody Empty { get; } = new(null, null, null, null, null, null, null, null, null);

    /// <summary>What is wrong with the form of a new account.</summary>
    public IReadOnlyList<Error> Wrong() => OfficialAccount.Check(ToInput().Details, ToInput().Secrets, secretsRequired: true);

    /// <summary>What is missing and cannot be guessed.</summary>
    public IReadOnlyList<Error> Missing()
    {
        var errors = new List<Error>();
        if (AgencyId is null)
        {
            errors.Add(Error.Required("agencyId"));
        }

        if (Kind is null)
        {
            errors.Add(Error.Required("kind"));
        }

        if (Positioning is null)
        {
            errors.Add(Error.Required("positioning"));
        }

        return errors;
    }

    /// <summary>In the use cases' form.</summary>
    public AccountInput ToInput() => new(
        AgencyId ?? Guid.Empty, new AccountDetails(Name, AppId, Kind ?? default, Verified ?? false, Positioning ?? default), new AccountSecrets(AppSecret, Token, EncodingAesKey));

    /// <summary>Without the secrets: a log never shows them.</summary>
    public override string ToString() => $"{Name} ({AppId})";
}

/// <summary>One line of the live test on the wire.</summary>
public sealed record CheckJson(string Name, bool? Ok, string Detail, int? ErrorCode);

/// <summary>The live test on the wire.</summary>
public sealed record VerificationJson(AccountStatus Status, IReadOnlyList<CheckJson> Checks)
{
    /// <summary>Puts the test on the wire, in the caller's language.</summary>
    public static VerificationJson Of(Verification verified, PlatformWords words) =>
        new(verified.Status, [.. verified.Checks.Select(check => new CheckJson(check.Name, check.Ok, words.Detail(check), check.ErrorCode))]);
}
