using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Domain.Reviews;

/// <summary>
/// Which revision of a post a person last had on the screen, and which one before that: what "since my last look" is counted from. Opening counts;
/// opening the same revision again does not make the changes of the first time disappear.
/// </summary>
public sealed class ReviewLook : IScoped
{
    private ReviewLook()
    {
    }

    /// <summary>The first look.</summary>
    public ReviewLook(Guid personId, Guid postId, Guid agencyId, int revision, DateTimeOffset at)
    {
        PersonId = personId;
        PostId = postId;
        AgencyId = agencyId;
        Revision = revision;
        At = at;
    }

    /// <summary>Who looked.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>At which post.</summary>
    public Guid PostId { get; private set; }

    /// <inheritdoc/>
    public Guid AgencyId { get; private set; }

    /// <summary>The newest revision seen.</summary>
    public int Revision { get; private set; }

    /// <summary>When it was first seen, UTC.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>The revision seen before that one; null when it was the first look.</summary>
    public int? EarlierRevision { get; private set; }

    /// <summary>When that one was seen, UTC.</summary>
    public DateTimeOffset? EarlierAt { get; private set; }

    /// <summary>Sees a revision. An older one is a look into the past and changes nothing.</summary>
    /// <returns>Whether it was a newer one.</returns>
    public bool See(int revision, DateTimeOffset now)
    {
        if (revision <= Revision)
        {
            return false;
        }

        (EarlierRevision, EarlierAt) = (Revision, At);
        (Revision, At) = (revision, now);
        return true;
    }

    /// <summary>The last revision seen before <paramref name="revision"/> with its time; null when there is none.</summary>
    public (int Revision, DateTimeOffset At)? Before(int revision) =>
        Revision < revision ? (Revision, At)
        : EarlierRevision is { } earlier && earlier < revision ? (earlier, EarlierAt!.Value)
        : null;
}
