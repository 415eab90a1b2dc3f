using System.Text.Json.Serialization;

namespace GovAccountConsole.Domain.Posts;

/// <summary>只能在…之间发: the time in which a post may go out, approved with its words. Whole seconds, UTC; one side may be open.</summary>
/// <param name="NotBefore">Not earlier than this.</param>
/// <param name="NotAfter">Not later than this; once it has passed, the post is over.</param>
public sealed record TimeWindow(DateTimeOffset? NotBefore, DateTimeOffset? NotAfter)
{
    /// <summary>The window of two moments; null when both sides are open.</summary>
    public static TimeWindow? Of(DateTimeOffset? notBefore, DateTimeOffset? notAfter) =>
        notBefore is null && notAfter is null ? null : new TimeWindow(Whole(notBefore), Whole(notAfter));

    /// <summary>Whether <paramref name="at"/> lies within, both ends included.</summary>
    public bool Contains(DateTimeOffset at) => !(at < NotBefore) && !IsOver(at);

    /// <summary>Whether it had passed by <paramref name="now"/>.</summary>
    public bool IsOver(DateTimeOffset now) => now > NotAfter;

    /// <summary>Whether no moment lies within.</summary>
    [JsonIgnore]
    public bool IsEmpty => NotAfter <= NotBefore;

    // A database keeps microseconds and people give minutes; whole seconds read the same everywhere.
    private static DateTimeOffset? Whole(DateTimeOffset? at) =>
        at is { } given ? new DateTimeOffset(given.UtcTicks - (given.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero) : null;
}
