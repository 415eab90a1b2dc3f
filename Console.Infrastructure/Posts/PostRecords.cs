using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Publishing;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Domain.Access;
using GovAccountConsole.Infrastructure.Emergencies;

namespace GovAccountConsole.Infrastructure.Posts;

/// <summary>A person as named in lists and histories.</summary>
public sealed record PersonName(Guid Id, string Name);

/// <summary>In which order a list of posts comes.</summary>
public enum PostOrder
{
    /// <summary>Newest created first; the order of cursors that the API promises.</summary>
    Newest,

    /// <summary>By calendar time, soonest first; posts without a time come last.</summary>
    Calendar,
}

/// <summary>Which posts a list shows.</summary>
public sealed record PostFilter
{
    /// <summary>The agency and everything below it.</summary>
    public Guid? Agency { get; init; }

    /// <summary>One account.</summary>
    public Guid? Account { get; init; }

    /// <summary>One of these states; empty = any.</summary>
    public IReadOnlyList<PostStatus> Statuses { get; init; } = [];

    /// <summary>One channel.</summary>
    public Channel? Channel { get; init; }

    /// <summary>Sectors of the agency; empty = any.</summary>
    public IReadOnlyList<string> Sectors { get; init; } = [];

    /// <summary>Written by this person.</summary>
    public Guid? Author { get; init; }

    /// <summary>Words in titles and digests.</summary>
    public string? Query { get; init; }

    /// <summary>Calendar time from, inclusive, UTC.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Calendar time to, exclusive, UTC.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Order of the list.</summary>
    public PostOrder Order { get; init; }
}

/// <summary>A post in a list.</summary>
public sealed record PostRow(
    Guid Id, Guid AccountId, Guid AgencyId, string Title, int ArticleCount, Guid? CoverMediaId, Channel Channel, PostStatus Status, DateTimeOffset StatusSince,
    int ReviewStep, int ReviewSteps, Role? ReviewRole, DateTimeOffset? ReviewDueAt, Guid AuthorId, int Revision,
    DateTimeOffset? PlannedAt, DateTimeOffset? PublishAt, DateTimeOffset? PublishedAt, DateTimeOffset? CalendarAt, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt,
    Trouble? Trouble, uint Version)
{
    /// <summary>The account's name.</summary>
    public string AccountName { get; init; } = string.Empty;

    /// <summary>Subscription or service account.</summary>
    public AccountKind AccountKind { get; init; }

    /// <summary>The agency's name.</summary>
    public string AgencyName { get; init; } = string.Empty;

    /// <summary>Code of the agency's sector.</summary>
    public string SectorCode { get; init; } = string.Empty;

    /// <summary>The author's name.</summary>
    public string AuthorName { get; init; } = string.Empty;

    /// <summary>The only time in which it may go out; null for any time.</summary>
    public TimeWindow? Window { get; init; }

    /// <summary>Key of the template it is written by; null for none.</summary>
    public string? TemplateKey { get; init; }

    /// <summary>Whose holders may decide the current step as well, since its time ran out; null while in time.</summary>
    public Role? ReviewEscalatedTo { get; init; }

    /// <summary>In whose place the reader of a review queue would decide it; null when in no other's, and in every other list.</summary>
    public string? ReviewsForName { get; init; }

    /// <summary>Version of that template.</summary>
    public int? TemplateVersion { get; init; }
}

/// <summary>A review step as shown.</summary>
public sealed record ReviewStepDetail(
    int Number, string Name, Role Role, ReviewStepState State, IReadOnlyList<PersonName> Deciders,
    DateTimeOffset? StartedAt, DateTimeOffset? DueAt, DateTimeOffset? DecidedAt, string? Comment)
{
    /// <summary>Where the role must be held.</summary>
    public StepLevel Level { get; init; }

    /// <summary>Whether one approval is enough.</summary>
    public StepMode Mode { get; init; }

    /// <summary>How many different people must approve.</summary>
    public int Approvals { get; init; } = 1;

    /// <summary>What whoever approves confirms; words of <see cref="Gate"/> or the department's own sentences.</summary>
    public IReadOnlyList<string> Checklist { get; init; } = [];

    /// <summary>Whose holders may decide it as well, since its time ran out.</summary>
    public Role? EscalatedTo { get; init; }

    /// <summary>When it was offered to them, UTC.</summary>
    public DateTimeOffset? EscalatedAt { get; init; }

    /// <summary>What was decided on this step, in order.</summary>
    public IReadOnlyList<DecisionDetail> Decisions { get; init; } = [];
}

/// <summary>A decision as shown.</summary>
/// <param name="By">Who decided.</param>
/// <param name="Kind">Approve or return.</param>
/// <param name="Revision">Number of the revision that was read.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Comment">Remark or reasons in free words.</param>
/// <param name="Ticks">Entries of the checklist confirmed one by one; null = decided without ticking.</param>
/// <param name="Reasons">Codes of the list of return reasons.</param>
public sealed record DecisionDetail(
    PersonName By, DecisionKind Kind, int Revision, DateTimeOffset At, string? Comment, IReadOnlyList<string>? Ticks, IReadOnlyList<string> Reasons)
{
    /// <summary>In whose place; null when in no other's.</summary>
    public PersonName? For { get; init; }
}

/// <summary>The last review of a post as shown.</summary>
/// <param name="Step">The current step, or the last one decided.</param>
/// <param name="Status">How the review stands.</param>
/// <param name="Revision">Number of the revision it is about.</param>
/// <param name="Steps">The steps in order.</param>
public sealed record ReviewDetail(int Step, ReviewStatus Status, int Revision, IReadOnlyList<ReviewStepDetail> Steps);

/// <summary>A post whole: what a page and the API show.</summary>
/// <param name="Row">As in a list.</param>
/// <param name="ContentHash">SHA-256 of the newest revision.</param>
/// <param name="Articles">The newest revision's articles.</param>
/// <param name="Review">The last review; null before the first submission.</param>
/// <param name="AllowedActions">What the actor may do now.</param>
/// <param name="ReviewRefusal">Code of the reason why the actor may not decide the current step; null when allowed or not in review.</param>
/// <param name="AccountStatus">How the account stands.</param>
/// <param name="Contributors">Everybody who wrote or changed it.</param>
public sealed record PostDetail(
    PostRow Row, string ContentHash, IReadOnlyList<Article> Articles, ReviewDetail? Review, IReadOnlyList<PostAction> AllowedActions, string? ReviewRefusal,
    AccountStatus AccountStatus, IReadOnlyList<PersonName> Contributors)
{
    /// <summary>In whose place the actor would decide the current step; null when in no other's.</summary>
    public string? ReviewsForName { get; init; }

    /// <summary>What it touches.</summary>
    public IReadOnlyList<PostTopic> Topics { get; init; } = [];

    /// <summary>Why it went, or goes, by the short chain, with its follow-up; null on the normal way.</summary>
    public EmergencyDetail? Emergency { get; init; }

    /// <summary>The published post this one puts right; null for any other post.</summary>
    public PostLink? CorrectionOf { get; init; }

    /// <summary>Posts that put this one right, oldest first.</summary>
    public IReadOnlyList<PostLink> Corrections { get; init; } = [];
}

/// <summary>Another post as named beside one.</summary>
public sealed record PostLink(Guid Id, string Title, PostStatus Status, DateTimeOffset? PublishedAt);

/// <summary>A line of a post's history.</summary>
public sealed record HistoryRow(
    DateTimeOffset At, PersonName? By, string Action, PostStatus? From, PostStatus To, int Revision, int? Step, string? Comment)
{
    /// <summary>In whose place; null when in no other's.</summary>
    public PersonName? For { get; init; }
}

/// <summary>A revision as shown.</summary>
public sealed record RevisionDetail(int Number, string ContentHash, PersonName By, DateTimeOffset At, PostContent Content)
{
    /// <summary>Its articles.</summary>
    public IReadOnlyList<Article> Articles => Content.Articles;
}

/// <summary>A step of a delivery as shown.</summary>
public sealed record PublicationStepRow(PublicationStepName Name, StepState State, DateTimeOffset At, string? PlatformId, int? ErrorCode, string? Rid = null);

/// <summary>A delivery as shown.</summary>
public sealed record PublicationDetail(
    Guid Id, PublicationStatus Status, Channel Channel, int Revision, DateTimeOffset DueAt, int Attempts, DateTimeOffset? NextAttemptAt,
    IReadOnlyList<PublicationStepRow> Steps, IReadOnlyList<string> ArticleUrls, Trouble? Trouble)
{
    /// <summary>What was asked after an answer was lost, and what was seen.</summary>
    public IReadOnlyList<Sighting> Evidence { get; init; } = [];

    /// <summary>What citizens found when the console last looked.</summary>
    public ReadBack? ReadBack { get; init; }
}
