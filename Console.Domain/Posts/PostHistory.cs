using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Domain.Posts;

/// <summary>A transition of a post as people read it in its history; also an audit entry.</summary>
/// <param name="Act">The act in the history's words: created, edited, submitted, approved, returned …</param>
public sealed record PostEvent(
    string Act, Guid PostId, Guid AgencyId, Guid? ById, DateTimeOffset At, PostStatus? From, PostStatus To, int Revision, int? Step, string? Comment)
    : DomainEvent("post" + char.ToUpperInvariant(Act[0]) + Act[1..], "post", PostId, AgencyId, ById, At, Comment)
{
    /// <summary>SHA-256 of the revision it was about: the audit binds the act to these bytes.</summary>
    public string? ContentHash { get; init; }

    /// <summary>In whose place it was done; null when in no other's.</summary>
    public Guid? ForId { get; init; }
}

/// <summary>One stored row of a post's history.</summary>
public sealed class HistoryEntry : IScoped
{
    private HistoryEntry()
    {
        Action = string.Empty;
    }

    /// <summary>Makes the row of an event.</summary>
    public HistoryEntry(PostEvent happened)
    {
        PostId = happened.PostId;
        AgencyId = happened.AgencyId;
        ById = happened.ById;
        ForId = happened.ForId;
        At = happened.At;
        Action = happened.Act;
        From = happened.From;
        To = happened.To;
        Revision = happened.Revision;
        Step = happened.Step;
        Comment = happened.Comment;
    }

    /// <summary>Order of events.</summary>
    public long Id { get; private set; }

    /// <summary>The post.</summary>
    public Guid PostId { get; private set; }

    /// <inheritdoc/>
    public Guid AgencyId { get; private set; }

    /// <summary>Who; null for the console itself.</summary>
    public Guid? ById { get; private set; }

    /// <summary>In whose place, where the person stood in for somebody who was away.</summary>
    public Guid? ForId { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>created, edited, submitted, approved, returned, withdrawn, scheduled, unscheduled, publishing, published …</summary>
    public string Action { get; private set; }

    /// <summary>State before; null at creation.</summary>
    public PostStatus? From { get; private set; }

    /// <summary>State after.</summary>
    public PostStatus To { get; private set; }

    /// <summary>The revision it was about.</summary>
    public int Revision { get; private set; }

    /// <summary>Review step, from 1.</summary>
    public int? Step { get; private set; }

    /// <summary>What the person remarked, or the reason.</summary>
    public string? Comment { get; private set; }
}
