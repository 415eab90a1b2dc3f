using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Domain.Emergencies;

/// <summary>How a follow-up review stands.</summary>
public enum FollowUpStatus
{
    /// <summary>People have yet to read it.</summary>
    Open,

    /// <summary>Everybody read it, nobody objected.</summary>
    Complete,

    /// <summary>Somebody objected.</summary>
    Objected,
}

/// <summary>
/// 后补审核: what the short chain left out, made up within 24 hours on exactly the bytes that were approved. Opened by the short approval.
/// </summary>
public sealed class FollowUpReview : Aggregate, IScoped
{
    private readonly List<FollowUpDecision> _decisions = [];

    private FollowUpReview() => ContentHash = string.Empty;

    /// <summary>Real hours until it is due, at night and on holidays too.</summary>
    public static TimeSpan Deadline { get; } = TimeSpan.FromHours(24);

    /// <summary>The post.</summary>
    public Guid PostId { get; private set; }

    /// <inheritdoc/>
    public Guid AgencyId { get; private set; }

    /// <summary>The short passage through review that it follows; there is one follow-up of it.</summary>
    public Guid ReviewId { get; private set; }

    /// <summary>Number of the revision.</summary>
    public int Revision { get; private set; }

    /// <summary>Its SHA-256.</summary>
    public string ContentHash { get; private set; }

    /// <summary>Who declared the emergency; does not read it again.</summary>
    public Guid DeclaredById { get; private set; }

    /// <summary>Who approved alone; does not read it again.</summary>
    public Guid ApprovedById { get; private set; }

    /// <summary>Since when, UTC.</summary>
    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>When it is due, UTC.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>When it ended, UTC.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>How it stands.</summary>
    public FollowUpStatus Status { get; private set; }

    /// <summary>Who has yet to read it, and who did.</summary>
    public IReadOnlyList<FollowUpSeat> Seats { get; private set; } = [];

    /// <summary>What was said, in order.</summary>
    public IReadOnlyList<FollowUpDecision> Decisions => _decisions;

    /// <summary>The follow-up that the last approval of an emergency opens; null for every other post.</summary>
    public static FollowUpReview? Of(Post post, Actor approver, IReadOnlyCollection<Guid> lineage, DateTimeOffset now)
    {
        if (post is not { Status: PostStatus.Approved, Emergency: { } declared, Review: { } review })
        {
            return null;
        }

        var opened = new FollowUpReview
        {
            PostId = post.Id,
            AgencyId = post.AgencyId,
            ReviewId = review.Id,
            Revision = post.RevisionNumber,
            ContentHash = post.ContentHash,
            DeclaredById = declared.ById,
            ApprovedById = approver.PersonId,
            OpenedAt = now,
            DueAt = now + Deadline,
            Seats = FollowUpSeat.Left(declared.Normal, approver, post.AgencyId, lineage),
        };
        opened.Record(new DomainEvent("followUpOpened", "post", post.Id, post.AgencyId, approver.Id, now, null));
        return opened;
    }

    /// <summary>Whether its time is over and people have yet to read it.</summary>
    public bool IsOverdue(DateTimeOffset now) => Status == FollowUpStatus.Open && DueAt <= now;

    /// <summary>Why this person may not decide; null when the person may.</summary>
    public Error? Refusal(Post post, Actor actor, IReadOnlyCollection<Guid> lineage) =>
        Status != FollowUpStatus.Open || post.Emergency is null || post.Review?.Id != ReviewId ? EmergencyErrors.FollowUpClosed
        : actor.Id is not { } person ? PostErrors.NotYourStep
        : post.IsWrittenBy(person) || person == DeclaredById ? PostErrors.AuthorMayNotReview
        : person == ApprovedById || _decisions.Exists(decision => decision.ById == person) ? PostErrors.AlreadyReviewed
        : SeatOf(actor, lineage) < 0 ? PostErrors.NotYourStep
        : null;

    /// <summary>Takes down what one person says. The first objection ends it; people then decide what becomes of the post.</summary>
    public Result Decide(Post post, Actor actor, IReadOnlyCollection<Guid> lineage, FollowUpVerdict verdict, string? comment, DateTimeOffset now)
    {
        if (Refusal(post, actor, lineage) is { } refusal)
        {
            return refusal;
        }

        comment = string.IsNullOrWhiteSpace(comment) ? null : comment.Trim();
        if (verdict == FollowUpVerdict.Contest && comment is null)
        {
            return Error.Required("comment");
        }

        if (comment?.Length > Post.CommentLimit)
        {
            return Error.TooLong("comment", Post.CommentLimit);
        }

        var taken = SeatOf(actor, lineage);
        _decisions.Add(new FollowUpDecision(actor.PersonId, verdict, comment, ContentHash, Seats[taken].Name, now));
        Seats = [.. Seats.Select((seat, index) => index == taken ? seat with { TakenBy = actor.PersonId } : seat)];
        Status = verdict == FollowUpVerdict.Contest ? FollowUpStatus.Objected
            : Seats.All(seat => seat.TakenBy is not null) ? FollowUpStatus.Complete
            : FollowUpStatus.Open;
        EndedAt = Status == FollowUpStatus.Open ? null : now;
        Record(new DomainEvent(verdict == FollowUpVerdict.Contest ? "followUpObjected" : "followUpApproved", "post", PostId, AgencyId, actor.Id, now, comment));
        return Result.Success;
    }

    private int SeatOf(Actor actor, IReadOnlyCollection<Guid> lineage) =>
        Seats.ToList().FindIndex(seat => seat.TakenBy is null && seat.Fits(actor, AgencyId, lineage));
}
