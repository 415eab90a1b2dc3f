namespace GovAccountConsole.Infrastructure.Weixin;

/// <summary>What a repetition of a refused call would do.</summary>
public enum RetryKind
{
    /// <summary>The same call would be refused again: a person must act.</summary>
    Never,

    /// <summary>Repeat by itself, after a pause of at least a minute where a rate is exceeded.</summary>
    Soon,

    /// <summary>Repeat with a fresh token.</summary>
    FreshToken,

    /// <summary>Not before the next window, day or a person's act elsewhere; no loop.</summary>
    Later,
}

/// <summary>What is known about an error code.</summary>
/// <param name="Code">The platform's code.</param>
/// <param name="Retry">What a repetition would do.</param>
/// <param name="TextKey">Key in <see cref="WeixinText"/>; <c>weixin-other</c> takes code, message and request id.</param>
public sealed record WeixinErrorInfo(int Code, RetryKind Retry, string TextKey);

/// <summary>Looks up the platform's error codes.</summary>
public static class WeixinErrors
{
    /// <summary>Not the platform's: the client this console was built with cannot send a field of the article, so nothing was sent.</summary>
    public const int NotInClient = -7001;

    /// <summary>The mass send waits for the account's administrator, who has 30 minutes.</summary>
    public const int AwaitingAdmin = 89504;

    /// <summary>As <see cref="AwaitingAdmin"/>, when asked again.</summary>
    public const int AwaitingAdminAgain = 89505;

    /// <summary>No mass send is left in the period, whoever used it up.</summary>
    public const int NoPushLeft = 45028;

    /// <summary>A job with this clientmsgid exists: it was sent.</summary>
    public const int AlreadySent = 45065;

    /// <summary>The server's address is not on the account's allow-list.</summary>
    public const int AddressNotAllowed = 40164;

    /// <summary>The account may not use this interface.</summary>
    public const int NotPermitted = 48001;

    /// <summary>What the console knows about a code; unknown codes are never repeated.</summary>
    public static WeixinErrorInfo Find(int code) =>
        WeixinErrorTable.Rows.FirstOrDefault(row => code >= row.First && code <= row.Last) is { } row
            ? new(code, row.Retry, row.TextKey)
            : new(code, RetryKind.Never, "weixin-other");

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
