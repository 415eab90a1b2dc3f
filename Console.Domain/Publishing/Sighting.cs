using System.Text.Json.Serialization;

namespace GovAccountConsole.Domain.Publishing;

/// <summary>Where a sending leaves traces, and where the console looked for them.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SightingPlace>))]
public enum SightingPlace
{
    /// <summary>The hand-over itself: freepublish/submit or message/mass/sendall.</summary>
    Submission,

    /// <summary>freepublish/batchget.</summary>
    PublishedList,

    /// <summary>draft/get: a draft leaves the box when it is published or pushed.</summary>
    DraftBox,

    /// <summary>freepublish/get or message/mass/get.</summary>
    Job,

    /// <summary>An event of the platform.</summary>
    Event,

    /// <summary>Somebody who looked at the account on a phone.</summary>
    Person,
}

/// <summary>What was seen there.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Sight>))]
public enum Sight
{
    /// <summary>No answer, or one that says nothing: time-out, lost connection, HTTP 5xx, errcode -1.</summary>
    NoAnswer,

    /// <summary>The platform refused the question.</summary>
    Refused,

    /// <summary>It is there.</summary>
    Present,

    /// <summary>It is not there.</summary>
    Absent,
}

/// <summary>One thing seen about a sending whose answer was lost.</summary>
/// <param name="Asked">Where.</param>
/// <param name="Saw">What.</param>
/// <param name="At">When it was first seen, UTC.</param>
/// <param name="LastAt">When it was last seen so, UTC.</param>
/// <param name="Times">How often in a row.</param>
/// <param name="PlatformCode">The platform's errcode, if it refused.</param>
/// <param name="PlatformRid">The platform's request id of the last time.</param>
/// <param name="Detail">Why there was no answer (a key such as <c>outcome-timeout</c>), or a person's words.</param>
public sealed record Sighting(
    SightingPlace Asked, Sight Saw, DateTimeOffset At, DateTimeOffset LastAt, int Times = 1, int? PlatformCode = null, string? PlatformRid = null, string? Detail = null)
{
    /// <summary>Something seen at one moment.</summary>
    public static Sighting Of(SightingPlace asked, Sight saw, DateTimeOffset at, string? detail = null) => new(asked, saw, at, at, Detail: detail);

    /// <summary>Whether the same was seen in the same place.</summary>
    public bool IsSameAs(Sighting other) => (Asked, Saw, PlatformCode, Detail) == (other.Asked, other.Saw, other.PlatformCode, other.Detail);
}
