using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Domain.Operations;

/// <summary>What nobody waits for any more, as the sweeper meets it.</summary>
public enum SweepKind
{
    /// <summary>Due for minutes, free, and taken up by no node.</summary>
    Overdue,

    /// <summary>A worker took it up, did not come back, and nobody followed.</summary>
    LeaseExpired,

    /// <summary>The post says it is being sent; no delivery says so.</summary>
    NoDelivery,

    /// <summary>The post has a slot; no delivery stands for it.</summary>
    NotPlanned,

    /// <summary>The administrator's time on the phone is over, and nobody looks after it.</summary>
    AdminOverdue,

    /// <summary>Outcome unknown for more than a day.</summary>
    LongUnconfirmed,
}

/// <summary>
/// One thing the sweeper found: of a kind, about a post. Open until it is met no more; a person is told of it once. What is put right is never
/// put right by sending.
/// </summary>
public sealed class SweepFinding : IScoped
{
    private SweepFinding()
    {
    }

    /// <summary>Notes a find.</summary>
    public SweepFinding(SweepKind kind, Guid postId, Guid agencyId, DateTimeOffset since, DateTimeOffset now)
    {
        Kind = kind;
        PostId = postId;
        AgencyId = agencyId;
        Since = since;
        FoundAt = SeenAt = now;
    }

    /// <summary>Identity; time-ordered.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>What it is.</summary>
    public SweepKind Kind { get; private set; }

    /// <summary>The post it is about.</summary>
    public Guid PostId { get; private set; }

    /// <inheritdoc/>
    public Guid AgencyId { get; private set; }

    /// <summary>Since when it lay there, UTC.</summary>
    public DateTimeOffset Since { get; private set; }

    /// <summary>When it was first met, UTC.</summary>
    public DateTimeOffset FoundAt { get; private set; }

    /// <summary>When it was last met, UTC.</summary>
    public DateTimeOffset SeenAt { get; private set; }

    /// <summary>When it was put right, UTC; null where only a person can.</summary>
    public DateTimeOffset? PutRightAt { get; private set; }

    /// <summary>When it was gone, UTC; null while it lies there.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>It was met again.</summary>
    public void Meet(DateTimeOffset now) => SeenAt = now;

    /// <summary>The sweeper put it right.</summary>
    public void PutRight(DateTimeOffset now) => (PutRightAt, EndedAt) = (now, now);

    /// <summary>It is no longer there.</summary>
    public void End(DateTimeOffset now) => EndedAt = now;
}
