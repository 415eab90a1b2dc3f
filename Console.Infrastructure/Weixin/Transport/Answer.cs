namespace GovAccountConsole.Infrastructure.Weixin;

/// <summary>
/// What became of a call: it succeeded (<see cref="Value"/>), the platform certainly refused it (<see cref="Error"/>), or nobody can
/// tell (<see cref="Unknown"/>). Exactly one of the three holds. An unknown outcome is never treated as a failure.
/// </summary>
public sealed record Answer<T>
    where T : class
{
    internal Answer(T? value, PlatformError? error, OutcomeUnknown? unknown) => (Value, Error, Unknown) = (value, error, unknown);

    /// <summary>The platform's answer; null unless the call succeeded.</summary>
    public T? Value { get; }

    /// <summary>The platform's refusal; null unless it refused.</summary>
    public PlatformError? Error { get; }

    /// <summary>Why the outcome is not known; null when it is known.</summary>
    public OutcomeUnknown? Unknown { get; }

    /// <summary>The same outcome with another value.</summary>
    public Answer<TOther> Map<TOther>(Func<T, TOther> map)
        where TOther : class =>
        Value is { } value ? Answer.Ok(map(value)) : new Answer<TOther>(null, Error, Unknown);
}

/// <summary>Makes answers.</summary>
public static class Answer
{
    /// <summary>A call that succeeded.</summary>
    public static Answer<T> Ok<T>(T value)
        where T : class => new(value, null, null);

    /// <summary>A call that the platform refused: it did nothing.</summary>
    public static Answer<T> Refused<T>(PlatformError error)
        where T : class => new(null, error, null);

    /// <summary>A call whose effect nobody knows.</summary>
    public static Answer<T> Lost<T>(OutcomeUnknown unknown)
        where T : class => new(null, null, unknown);
}

/// <summary>A refusal by the platform.</summary>
/// <param name="Code">errcode, never 0 and never -1.</param>
/// <param name="Message">errmsg without the rid, in English, for logs and administrators.</param>
/// <param name="Rid">The request id that Tencent's support asks for; it can be looked up for seven days.</param>
/// <param name="MsgId">With 45065 the job that exists already under this clientmsgid, with 89504 the one that waits for the administrator.</param>
public sealed record PlatformError(int Code, string Message, string? Rid, string? MsgId = null)
{
    /// <summary>The interface that refused; null where it is not known.</summary>
    public string? Path { get; init; }

    /// <summary>msg_data_id of that job, for comments and figures.</summary>
    public string? MsgDataId { get; init; }

    /// <summary>What the call named is not there.</summary>
    public bool IsGone => WeixinErrors.Find(this).Meaning == ErrorMeaning.Gone;

    /// <summary>The token was bad, so the call did nothing and may be made again with a fresh one (reference §1.2).</summary>
    public bool IsTokenInvalid => WeixinErrors.Find(this).Retry == RetryKind.FreshToken;
}

/// <summary>Why the outcome of a call is not known.</summary>
/// <param name="Reason">What happened.</param>
/// <param name="Detail">For logs; holds no token and no body.</param>
/// <param name="NeverLeft">True when the request certainly did not reach the platform (no connection, no token): it may be made again.</param>
public sealed record OutcomeUnknown(UnknownReason Reason, string Detail, bool NeverLeft = false);

/// <summary>Kinds of unknown outcome.</summary>
public enum UnknownReason
{
    /// <summary>No answer in time.</summary>
    Timeout,

    /// <summary>The connection broke, or could not be made (then <see cref="OutcomeUnknown.NeverLeft"/>).</summary>
    ConnectionLost,

    /// <summary>HTTP 5xx.</summary>
    ServerError,

    /// <summary>errcode -1 or another "system busy" code.</summary>
    SystemBusy,

    /// <summary>The answer was not what the platform's documentation promises.</summary>
    Unreadable,
}
