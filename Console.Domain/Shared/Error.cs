namespace GovAccountConsole.Domain.Shared;

/// <summary>How a refusal is to be understood; the API maps each kind to one HTTP status.</summary>
public enum ErrorKind
{
    /// <summary>Absent, or outside the actor's scope: the two are never told apart.</summary>
    NotFound,

    /// <summary>Visible, but the actor's roles do not allow the act.</summary>
    Forbidden,

    /// <summary>The input breaks a rule of form.</summary>
    Invalid,

    /// <summary>The state of the thing does not allow the act now.</summary>
    Conflict,

    /// <summary>The caller acted on an older version than the stored one.</summary>
    Stale,

    /// <summary>Something outside did not answer; trying again later may help.</summary>
    Unavailable,
}

/// <summary>
/// A refusal as data. <paramref name="Code"/> is stable: it is the API's <c>code</c> and the key of the localised sentence.
/// </summary>
/// <param name="Code">Stable kebab-case code.</param>
/// <param name="Kind">How callers should understand it.</param>
/// <param name="Field">The input field at fault, in the API's spelling (<c>articles[0].title</c>), when there is one.</param>
/// <param name="Args">Values for the sentence's placeholders, in order.</param>
public sealed record Error(string Code, ErrorKind Kind, string? Field = null, params IReadOnlyList<object> Args)
{
    /// <summary>The thing is absent or out of scope.</summary>
    public static readonly Error NotFound = new("not-found", ErrorKind.NotFound);

    /// <summary>The actor's roles do not allow the act.</summary>
    public static readonly Error Forbidden = new("forbidden", ErrorKind.Forbidden);

    /// <summary>Somebody else changed the thing since the caller read it.</summary>
    public static readonly Error Stale = new("stale", ErrorKind.Stale);

    /// <summary>An input that must not be empty is empty.</summary>
    public static Error Required(string field) => new("required", ErrorKind.Invalid, field);

    /// <summary>An input is longer than <paramref name="limit"/> characters.</summary>
    public static Error TooLong(string field, int limit) => new("too-long", ErrorKind.Invalid, field, limit);

    /// <summary>An input has none of the accepted values.</summary>
    public static Error NotAccepted(string field) => new("not-accepted", ErrorKind.Invalid, field);
}
