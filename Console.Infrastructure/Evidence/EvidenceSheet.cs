using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Audit;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Posts.Checks;
using GovAccountConsole.Domain.Publishing;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Domain.Reviews.Remarks;
using GovAccountConsole.Infrastructure.Emergencies;
using GovAccountConsole.Infrastructure.Posts;

namespace GovAccountConsole.Infrastructure.Evidence;

/// <summary>One comparison of what is stored now with what was approved.</summary>
/// <param name="What">Which one: stable word.</param>
/// <param name="Holds">Whether it agrees; null where there is nothing to compare yet.</param>
/// <param name="Count">How many things were compared.</param>
/// <param name="Expected">What was noted; only where it does not agree.</param>
/// <param name="Found">What is there; only where it does not agree.</param>
public sealed record EvidenceCheck(EvidenceSubject What, bool? Holds, int Count, string? Expected = null, string? Found = null);

/// <summary>What the sheet compares, in its order.</summary>
public enum EvidenceSubject
{
    /// <summary>The text of every revision gives its hash.</summary>
    Text,

    /// <summary>The stored bytes of every picture give the approved print.</summary>
    Media,

    /// <summary>Every approval of the last round names the revision's hash.</summary>
    Decisions,

    /// <summary>The people who approved are different from each other and from those who wrote (rules.md R3).</summary>
    People,

    /// <summary>What was handed to the platform names the approved hash.</summary>
    Publication,

    /// <summary>Every decision stands in the audit with the same person, time, revision and remark.</summary>
    Records,

    /// <summary>The audit entries of the post are sealed, unchanged and linked.</summary>
    Chain,
}

/// <summary>A revision of the post.</summary>
public sealed record EvidenceRevision(int Number, string ContentHash, PersonName By, DateTimeOffset At);

/// <summary>A picture as approved, and as stored now.</summary>
/// <param name="Id">The medium.</param>
/// <param name="Sha256">SHA-256 that was approved: of the bytes that go to the platform; of those uploaded in revisions of the earlier forms.</param>
/// <param name="Stored">SHA-256 of the bytes stored now; null when there are none.</param>
/// <param name="IsCover">Whether it is the article's cover.</param>
public sealed record EvidencePicture(Guid Id, string Sha256, string? Stored, bool IsCover);

/// <summary>An article of the approved revision.</summary>
public sealed record EvidenceArticle(string Title, string Author, string Digest, int Characters, string? SourceUrl, IReadOnlyList<EvidencePicture> Pictures);

/// <summary>A decision with what belongs to it.</summary>
/// <param name="Step">Number of the step.</param>
/// <param name="StepName">Its name.</param>
/// <param name="Role">The role that decides it.</param>
/// <param name="By">Who decided.</param>
/// <param name="Kind">Approve or return.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Took">Since the step's turn came.</param>
/// <param name="ContentHash">SHA-256 of what was read.</param>
/// <param name="Comment">Remark or reasons.</param>
/// <param name="Checklist">What was to be confirmed.</param>
/// <param name="Ticks">What was confirmed point by point; null when decided without ticking.</param>
/// <param name="Reasons">Codes of the return reasons.</param>
public sealed record EvidenceDecision(
    int Step, string StepName, Role Role, PersonName By, DecisionKind Kind, DateTimeOffset At, TimeSpan? Took, string ContentHash, string? Comment,
    IReadOnlyList<string> Checklist, IReadOnlyList<string>? Ticks, IReadOnlyList<string> Reasons)
{
    /// <summary>In whose place; null when in no other's.</summary>
    public PersonName? For { get; init; }
}

/// <summary>One passage through review.</summary>
public sealed record EvidenceRound(int Number, int Revision, ReviewStatus Status, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, IReadOnlyList<EvidenceDecision> Decisions);

/// <summary>What somebody said in a remark's thread.</summary>
public sealed record EvidenceNote(PersonName By, RemarkNoteKind Kind, string? Text, int Revision, DateTimeOffset At);

/// <summary>A remark on exact words, with its thread.</summary>
public sealed record EvidenceRemark(int Number, int Revision, string Quote, string Text, PersonName By, DateTimeOffset At, RemarkState State, IReadOnlyList<EvidenceNote> Notes);

/// <summary>A delivery to the platform.</summary>
public sealed record EvidenceDelivery(
    int Revision, string ContentHash, PublicationStatus Status, DateTimeOffset? FinishedAt, string? JobId, string? ArticleId, IReadOnlyList<string> Urls,
    IReadOnlyList<PublicationStepRow> Steps);

/// <summary>An audit entry of the post with its place in the chain.</summary>
public sealed record EvidenceEntry(
    long Id, DateTimeOffset At, PersonName? By, string Action, int? Revision, string? ContentHash, string? Detail, long? Sequence, string? PreviousHash, string? Hash);

/// <summary>审核凭证: everything about one post that shows who approved exactly what, and whether it still is that.</summary>
public sealed record EvidenceSheet
{
    /// <summary>The post.</summary>
    public required Guid PostId { get; init; }

    /// <summary>Title of the first article.</summary>
    public required string Title { get; init; }

    /// <summary>Where the post stands.</summary>
    public required PostStatus Status { get; init; }

    /// <summary>The published post this one puts right; null for any other post.</summary>
    public PostLink? CorrectionOf { get; init; }

    /// <summary>Posts that put this one right, oldest first.</summary>
    public IReadOnlyList<PostLink> Corrections { get; init; } = [];

    /// <summary>The account's name.</summary>
    public required string AccountName { get; init; }

    /// <summary>The agency's name.</summary>
    public required string AgencyName { get; init; }

    /// <summary>The account's AppID.</summary>
    public required string AppId { get; init; }

    /// <summary>Page or push.</summary>
    public required Channel Channel { get; init; }

    /// <summary>For whom.</summary>
    public required Audience Audience { get; init; }

    /// <summary>Within which time; null for any.</summary>
    public TimeWindow? Window { get; init; }

    /// <summary>When it went out, UTC.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>Number of the revision the sheet is about: the delivered one, else the approved one, else the newest.</summary>
    public required int Revision { get; init; }

    /// <summary>Its SHA-256.</summary>
    public required string ContentHash { get; init; }

    /// <summary>Its canonical text, which anybody can hash.</summary>
    public required string CanonicalText { get; init; }

    /// <summary>Its articles.</summary>
    public required IReadOnlyList<EvidenceArticle> Articles { get; init; }

    /// <summary>Who created the post.</summary>
    public required PersonName Author { get; init; }

    /// <summary>Everybody else who wrote or changed it.</summary>
    public required IReadOnlyList<PersonName> CoAuthors { get; init; }

    /// <summary>All revisions, oldest first.</summary>
    public required IReadOnlyList<EvidenceRevision> Revisions { get; init; }

    /// <summary>All passages through review, oldest first; the last is the one that counts.</summary>
    public required IReadOnlyList<EvidenceRound> Rounds { get; init; }

    /// <summary>Remarks on exact words, with their threads, oldest first.</summary>
    public IReadOnlyList<EvidenceRemark> Remarks { get; init; } = [];

    /// <summary>Why it went by the short chain, and who read it afterwards; null on the normal way.</summary>
    public EmergencyDetail? Emergency { get; init; }

    /// <summary>What was checked when the revision went to review; null when nothing was recorded.</summary>
    public CheckRecord? Checked { get; init; }

    /// <summary>All deliveries, oldest first.</summary>
    public required IReadOnlyList<EvidenceDelivery> Deliveries { get; init; }

    /// <summary>The post's audit entries in the chain's order.</summary>
    public required IReadOnlyList<EvidenceEntry> Entries { get; init; }

    /// <summary>What was compared just now.</summary>
    public required IReadOnlyList<EvidenceCheck> Checks { get; init; }

    /// <summary>When it was compared, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Whether nothing disagrees.</summary>
    public bool Holds => Checks.All(check => check.Holds is not false);

    /// <summary>The chain's head when the sheet was made; to be kept with the paper.</summary>
    public AuditAnchor? Head { get; init; }
}
