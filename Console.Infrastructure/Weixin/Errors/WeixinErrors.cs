namespace GovAccountConsole.Infrastructure.Weixin;

/// <summary>What a repetition of a refused call would do.</summary>
public enum RetryKind
{
    /// <summary>The same call would be refused again: its content, or the console, must change.</summary>
    Never,

    /// <summary>Repeat by itself, after a pause of at least a minute.</summary>
    Soon,

    /// <summary>Repeat with a fresh token.</summary>
    FreshToken,

    /// <summary>Repeat by itself, after minutes.</summary>
    Later,

    /// <summary>Not before the next day or period: a person chooses another time.</summary>
    NextPeriod,

    /// <summary>The same call succeeds once somebody has set the account right; it waits for that.</summary>
    Person,
}

/// <summary>What a code says beside "no".</summary>
public enum ErrorMeaning
{
    /// <summary>Nothing more.</summary>
    Plain,

    /// <summary>What the call named is not there: draft, material, job, article.</summary>
    Gone,

    /// <summary>A job under this key was taken before.</summary>
    AlreadyAccepted,

    /// <summary>The account's administrator has 30 minutes to confirm.</summary>
    AwaitsAdmin,

    /// <summary>The platform is busy and may or may not have done the work: no refusal at all.</summary>
    Busy,

    /// <summary>The interface's calls of this day are used up.</summary>
    DayUsedUp,
}

/// <summary>What a person does about a refusal.</summary>
public enum Mend
{
    /// <summary>Choose another time.</summary>
    Again,

    /// <summary>Change the content and submit it again.</summary>
    Edit,

    /// <summary>Have the account set right.</summary>
    Account,

    /// <summary>Look at the account on a phone.</summary>
    Look,

    /// <summary>Have the account's administrator confirm.</summary>
    Admin,

    /// <summary>Nothing: it goes on by itself.</summary>
    Wait,
}

/// <summary>What is known about an error code.</summary>
/// <param name="Code">The platform's code.</param>
/// <param name="Retry">What a repetition would do.</param>
/// <param name="TextKey">Key in <see cref="WeixinText"/>; <c>weixin-other</c> takes code, message and request id.</param>
/// <param name="Meaning">What it says beside "no".</param>
/// <param name="Mend">What a person does about it.</param>
/// <param name="Check">The line of the account's live test that it fails; null when the account is not to blame.</param>
public sealed record WeixinErrorInfo(int Code, RetryKind Retry, string TextKey, ErrorMeaning Meaning, Mend Mend, string? Check);

/// <summary>Paths of interfaces that more than one place names.</summary>
public static class WeixinPaths
{
    /// <summary>Fetching a token.</summary>
    public const string StableToken = "/cgi-bin/stable_token";
}

/// <summary>Looks up the platform's error codes.</summary>
public static class WeixinErrors
{
    /// <summary>Not the platform's: the client this console was built with cannot send a field of the article, so nothing was sent.</summary>
    public const int NotInClient = -7001;

    /// <summary>The mass send waits for the account's administrator, who has 30 minutes.</summary>
    public const int AwaitingAdmin = 89504;

    /// <summary>No mass send is left in the period, whoever used it up.</summary>
    public const int NoPushLeft = 45028;

    /// <summary>A job with this clientmsgid exists: it was sent.</summary>
    public const int AlreadySent = 45065;

    /// <summary>The server's address is not on the account's allow-list.</summary>
    public const int AddressNotAllowed = 40164;

    /// <summary>The account may not use this interface.</summary>
    public const int NotPermitted = 48001;

    /// <summary>What the console knows about a code; unknown codes are never repeated.</summary>
    /// <param name="code">The code.</param>
    /// <param name="path">The interface that answered it, where that is known.</param>
    public static WeixinErrorInfo Find(int code, string? path = null)
    {
        if (WeixinErrorTable.Rows.FirstOrDefault(row => code >= row.First && code <= row.Last) is not { } row)
            return new(code, RetryKind.Never, "weixin-other", ErrorMeaning.Plain, Mend.Account, null);
        var reading = row.At.FirstOrDefault(other => other.Path == path);
        var retry = reading?.Retry ?? row.Retry;
        return new(code, retry, row.TextKey, row.Meaning, row.Mend ?? MendOf(retry), reading?.Check ?? row.Check);
    }

    /// <summary>What the console knows about a refusal.</summary>
    public static WeixinErrorInfo Find(PlatformError error) => Find(error.Code, error.Path);

    private static Mend MendOf(RetryKind retry) => retry is RetryKind.Never or RetryKind.Person ? Mend.Account : Mend.Again;

    /// <summary>Key of the sentence about an unknown outcome.</summary>
    public static string TextKey(OutcomeUnknown unknown) => unknown.NeverLeft ? "outcome-unreachable" : unknown.Reason switch
    {
        UnknownReason.Timeout => "outcome-timeout",
        UnknownReason.ConnectionLost => "outcome-connection-lost",
        UnknownReason.ServerError => "outcome-server-error",
        UnknownReason.SystemBusy => "outcome-system-busy",
        _ => "outcome-unreadable",
    };
}
