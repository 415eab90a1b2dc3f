using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Domain.Posts;

/// <summary>Who wrote or changed a post; never reviews it.</summary>
/// <param name="PostId">The post.</param>
/// <param name="PersonId">The writer.</param>
public sealed record Contributor(Guid PostId, Guid PersonId);

/// <summary>Why a post needs a person: a code, its values and the platform's number, worded at the edge.</summary>
/// <param name="Code">Stable code, key of the sentences in both languages.</param>
/// <param name="Args">Values for the sentence.</param>
/// <param name="PlatformCode">The platform's errcode, if it gave one.</param>
/// <param name="PlatformRid">The platform's request id, for its support.</param>
public sealed record Trouble(string Code, IReadOnlyList<string> Args, int? PlatformCode = null, string? PlatformRid = null);

/// <summary>
/// 稿件: what is planned for one account at one time. Holds the rules of its life (with <see cref="PostTransitions"/>);
/// writing is in <c>Post.Writing.cs</c>, review in <c>Post.Reviewing.cs</c>, timing and sending in <c>Post.Sending.cs</c>.
/// </summary>
public sealed partial class Post : Aggregate, IScoped
{
    private readonly List<Contributor> _contributors = [];

    private Post()
    {
    }

    /// <inheritdoc/>
    public Guid AgencyId { get; private set; }

    /// <summary>The account it is for.</summary>
    public Guid AccountId { get; private set; }

    /// <summary>Page only, or pushed to followers.</summary>
    public Channel Channel { get; private set; }

    /// <summary>Where in its life it stands.</summary>
    public PostStatus Status { get; private set; }

    /// <summary>Since when it stands there, UTC.</summary>
    public DateTimeOffset StatusSince { get; private set; }

    /// <summary>Title of the first article, for lists.</summary>
    public string Title { get; private set; } = string.Empty;

    /// <summary>Number of articles.</summary>
    public int ArticleCount { get; private set; }

    /// <summary>Cover of the first article, for lists.</summary>
    public Guid? CoverMediaId { get; private set; }

    /// <summary>Two-character pieces of titles and digests; what search looks up.</summary>
    public string[] SearchTerms { get; private set; } = [];

    /// <summary>Number of the newest revision.</summary>
    public int RevisionNumber { get; private set; }

    /// <summary>SHA-256 of the newest revision, hex.</summary>
    public string ContentHash { get; private set; } = string.Empty;

    /// <summary>Who created it.</summary>
    public Guid AuthorId { get; private set; }

    /// <summary>Everybody who wrote or changed it.</summary>
    public IReadOnlyList<Contributor> Contributors => _contributors;

    /// <summary>When it was created, UTC.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When it last changed in any way, UTC.</summary>
    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>The wish of the author, UTC.</summary>
    public DateTimeOffset? PlannedAt { get; private set; }

    /// <summary>Not to be sent earlier, UTC; approved with the content.</summary>
    public DateTimeOffset? NotBefore { get; private set; }

    /// <summary>Not to be sent later, UTC; approved with the content.</summary>
    public DateTimeOffset? NotAfter { get; private set; }

    /// <summary>The only time in which it may go out; null for any time.</summary>
    public TimeWindow? Window => TimeWindow.Of(NotBefore, NotAfter);

    /// <summary>The slot it was given, UTC.</summary>
    public DateTimeOffset? PublishAt { get; private set; }

    /// <summary>When it went out, UTC.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>Where it stands on the calendar: published, else scheduled, else planned time.</summary>
    public DateTimeOffset? CalendarAt { get; private set; }

    /// <summary>The template it is written by; null for none. Chooses the review plan; citizens never see it, so it is not part of the content.</summary>
    public string? TemplateKey { get; private set; }

    /// <summary>Version of that template.</summary>
    public int? TemplateVersion { get; private set; }

    /// <summary>Number of the current review step; 0 outside review.</summary>
    public int ReviewStep { get; private set; }

    /// <summary>Number of steps of the last review; 0 before the first.</summary>
    public int ReviewSteps { get; private set; }

    /// <summary>The role that decides the current step.</summary>
    public Role? ReviewRole { get; private set; }

    /// <summary>Where that role must be held.</summary>
    public StepLevel? ReviewLevel { get; private set; }

    /// <summary>Whose holders in the agency's line may decide it as well, since its time ran out; null while in time.</summary>
    public Role? ReviewEscalatedTo { get; private set; }

    /// <summary>When the current step should be decided, UTC.</summary>
    public DateTimeOffset? ReviewDueAt { get; private set; }

    /// <summary>What went wrong or what a person must decide; null when all is well.</summary>
    public Trouble? Trouble { get; private set; }

    /// <summary>When it was deleted as a draft, UTC; deleted posts are kept for the record and shown nowhere.</summary>
    public DateTimeOffset? DeletedAt { get; private set; }

    /// <summary>The last review; loaded with the post where an act needs it.</summary>
    public Review? Review { get; private set; }

    /// <summary>Whether <paramref name="person"/> wrote or changed it.</summary>
    public bool IsWrittenBy(Guid person) => AuthorId == person || _contributors.Exists(contributor => contributor.PersonId == person);

    private void MoveTo(PostStatus status, string act, Guid? by, DateTimeOffset now, string? comment = null, int? step = null, Substitution? inPlaceOf = null)
    {
        var from = Status;
        if (from != status)
        {
            StatusSince = now;
        }

        Emergency = status is PostStatus.Draft or PostStatus.Returned or PostStatus.Withdrawn or PostStatus.Expired ? null : Emergency;
        Status = status;
        UpdatedAt = now;
        CalendarAt = PublishedAt ?? PublishAt ?? PlannedAt;
        Record(new PostEvent(act, Id, AgencyId, by, now, act == "created" ? null : from, status, RevisionNumber, step, comment) { ContentHash = ContentHash, ForId = inPlaceOf?.ForId });
        if (inPlaceOf is not null)
        {
            // An entry of its own, so that the audit says by itself, and under its hash, for whom the decision beside it was taken.
            Record(new DomainEvent("postReviewedInPlace", "post", Id, AgencyId, by, now, $"{inPlaceOf.ForName} {inPlaceOf.ForId}"));
        }
    }

    private Result Refuse(PostAction action) => PostErrors.WrongState(action, Status);
}
