using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Domain.Publishing;

/// <summary>发布任务: the delivery of one approved revision to the platform. The row is the job: due time, state, lease and attempts stand here only.</summary>
public sealed class Publication : Aggregate, IScoped
{
    private const int MostEvidence = 40;
    private readonly List<PublicationStep> _steps = [];

    private Publication()
    {
    }

    /// <summary>Plans the delivery of an approved revision.</summary>
    public Publication(Post post, DateTimeOffset dueAt, DateTimeOffset now)
    {
        PostId = post.Id;
        AccountId = post.AccountId;
        AgencyId = post.AgencyId;
        Channel = post.Channel;
        Revision = post.RevisionNumber;
        ContentHash = post.ContentHash;
        SendKey = Id.ToString("N");
        DueAt = dueAt.ToUniversalTime();
        NextAttemptAt = DueAt;
        CreatedAt = now;
    }

    /// <inheritdoc/>
    public Guid AgencyId { get; private set; }

    /// <summary>The post.</summary>
    public Guid PostId { get; private set; }

    /// <summary>The account it goes out by.</summary>
    public Guid AccountId { get; private set; }

    /// <summary>Page only, or push.</summary>
    public Channel Channel { get; private set; }

    /// <summary>Number of the approved revision.</summary>
    public int Revision { get; private set; }

    /// <summary>SHA-256 that was approved; checked again before sending.</summary>
    public string ContentHash { get; private set; } = string.Empty;

    /// <summary>32 characters, the platform's clientmsgid: one per delivery, a new one after a job that certainly failed.</summary>
    public string SendKey { get; private set; } = string.Empty;

    /// <summary>How it stands.</summary>
    public PublicationStatus Status { get; private set; }

    /// <summary>The slot, UTC.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>When the engine should next look at it, UTC; null once nothing is left to do by itself.</summary>
    public DateTimeOffset? NextAttemptAt { get; private set; }

    /// <summary>Times a worker took it up; set by the claim.</summary>
    public int Attempts { get; private set; }

    /// <summary>Until when a worker holds it, UTC; set by the claim.</summary>
    public DateTimeOffset? LeaseUntil { get; private set; }

    /// <summary>Fencing token of the worker that holds it; set by the claim.</summary>
    public Guid? LeaseToken { get; private set; }

    /// <summary>media_id of the platform draft.</summary>
    public string? DraftMediaId { get; private set; }

    /// <summary>publish_id or msg_id.</summary>
    public string? JobId { get; private set; }

    /// <summary>msg_data_id, for comments and figures.</summary>
    public string? MsgDataId { get; private set; }

    /// <summary>article_id of the published post.</summary>
    public string? ArticleId { get; private set; }

    /// <summary>Permanent addresses of the articles.</summary>
    public IReadOnlyList<string> ArticleUrls { get; private set; } = [];

    /// <summary>Why it is not on its way, and what to do.</summary>
    public Trouble? Trouble { get; private set; }

    /// <summary>What was asked after an answer was lost, and what was seen; in the order asked. Empty where nothing was ever in doubt.</summary>
    public IReadOnlyList<Sighting> Evidence { get; private set; } = [];

    /// <summary>What citizens found when the console last looked; null before the first look.</summary>
    public ReadBack? ReadBack { get; private set; }

    /// <summary>When to fetch next what was published, UTC; null when that is over or not possible.</summary>
    public DateTimeOffset? ReadBackDueAt { get; private set; }

    /// <summary>When it was planned, UTC.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When it ended, UTC.</summary>
    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>What happened, step by step.</summary>
    public IReadOnlyList<PublicationStep> Steps => _steps;

    /// <summary>The newest step of that name.</summary>
    public PublicationStep? Last(PublicationStepName name) => _steps.FindLast(step => step.Name == name);

    /// <summary>
    /// Since when nobody knows whether the present draft was sent: its earliest sending without an answer, also one whose worker died after
    /// writing the intent. A later certain refusal does not undo the doubt; a person's word and a new plan do. Null when there is no doubt.
    /// </summary>
    public DateTimeOffset? InDoubtSince
    {
        get
        {
            if (JobId is not null || DraftMediaId is null || Last(PublicationStepName.CreateDraft) is not { } draft) return null;
            var cleared = Evidence.LastOrDefault(found => found is { Asked: SightingPlace.Person, Saw: Sight.Absent })?.LastAt;
            return _steps.FirstOrDefault(step =>
                step is { Name: PublicationStepName.Submit, State: StepState.Started or StepState.Unknown }
                && step.Number > draft.Number && (cleared is null || step.At > cleared))?.At;
        }
    }

    /// <summary>When an answer to a sending of this delivery was first lost, whatever was found out later; null when none was.</summary>
    public DateTimeOffset? FirstDoubtAt => Evidence.FirstOrDefault(found => found is { Asked: SightingPlace.Submission, Saw: Sight.NoAnswer })?.At;

    /// <summary>Keeps what was seen; the same sight seen again only counts up.</summary>
    public void Note(Sighting seen)
    {
        var before = Evidence.LastOrDefault(found => found.Asked == seen.Asked);
        Evidence = before?.IsSameAs(seen) == true
            ? [.. Evidence.Select(found => ReferenceEquals(found, before) ? found with { LastAt = seen.At, Times = found.Times + 1, PlatformRid = seen.PlatformRid } : found)]
            : Evidence.Count < MostEvidence ? [.. Evidence, seen] : [Evidence[0], .. Evidence.Skip(2), seen];
    }

    /// <summary>
    /// A person is sure that nothing was sent: it goes again, with the same key, and with the same draft while that is there, so that the
    /// platform itself refuses a second sending if it knows of the first.
    /// </summary>
    /// <param name="dueAt">Its new slot.</param>
    /// <param name="draftRemains">Whether the draft is still in the account's draft box.</param>
    public void SendAgain(DateTimeOffset dueAt, bool draftRemains)
    {
        var draft = draftRemains && JobId is null ? DraftMediaId : null;
        var key = JobId is null ? SendKey : null;
        Replan(dueAt);
        DraftMediaId = draft;
        SendKey = key ?? SendKey;
    }

    /// <summary>Gives it another slot; only while nothing has been sent. What an earlier, certainly failed attempt left on the platform is not used again.</summary>
    public void Replan(DateTimeOffset dueAt)
    {
        // The platform keeps a key for a day and would answer with the job that failed.
        if (JobId is not null) SendKey = Guid.CreateVersion7().ToString("N");
        Status = PublicationStatus.Waiting;
        DueAt = dueAt.ToUniversalTime();
        NextAttemptAt = DueAt;
        DraftMediaId = null;
        JobId = null;
        Trouble = null;
        FinishedAt = null;
    }

    /// <summary>Takes its slot away while nothing has been sent: it waits without a time, and says why.</summary>
    public void Shelve(string reasonCode)
    {
        Status = PublicationStatus.Waiting;
        NextAttemptAt = null;
        Trouble = new Trouble(reasonCode, []);
        Release();
    }

    /// <summary>Writes the intent before a call.</summary>
    public PublicationStep Begin(PublicationStepName name, DateTimeOffset now)
    {
        Status = PublicationStatus.Publishing;
        var step = new PublicationStep(_steps.Count + 1, name, now);
        _steps.Add(step);
        return step;
    }

    /// <summary>Writes the result after a call.</summary>
    public void End(PublicationStepName name, StepState state, DateTimeOffset now, string? platformId = null, int? errorCode = null, string? rid = null)
    {
        var step = Last(name) ?? throw new InvalidOperationException($"Step {name} was never begun.");
        step.State = state;
        step.At = now;
        step.PlatformId = platformId ?? step.PlatformId;
        step.ErrorCode = errorCode;
        step.Rid = rid;
    }

    /// <summary>The draft stands on the platform.</summary>
    public void NoteDraft(string mediaId) => DraftMediaId = mediaId;

    /// <summary>The platform took the job.</summary>
    public void NoteJob(string jobId, string? msgDataId)
    {
        JobId = jobId;
        MsgDataId = msgDataId ?? MsgDataId;
    }

    /// <summary>Gives it back to the engine for later and ends the lease.</summary>
    public void Later(DateTimeOffset at)
    {
        NextAttemptAt = at;
        Release();
    }

    /// <summary>What stood in the way on the account's side is mended: it goes on at once, unless it is too late by now.</summary>
    public void Resume(DateTimeOffset now)
    {
        Trouble = null;
        NextAttemptAt = now;
    }

    /// <summary>Waits for a person, in state Waiting: too late to send without asking, or the account must be set right first.</summary>
    public void Hold(Trouble trouble)
    {
        Status = PublicationStatus.Waiting;
        Trouble = trouble;
        NextAttemptAt = null;
        Release();
    }

    /// <summary>Confirmed by the platform or by a person.</summary>
    public void Succeed(string? articleId, IReadOnlyList<string> articleUrls, DateTimeOffset now)
    {
        ArticleId = articleId ?? ArticleId;
        ArticleUrls = articleUrls.Count > 0 ? articleUrls : ArticleUrls;
        Finish(PublicationStatus.Published, null, now);
        // A push has no number by which its articles could be fetched.
        if (Channel == Channel.Publish && ArticleId is not null) ReadBackDueAt = now + Publishing.ReadBack.Pauses[0];
    }

    /// <summary>Keeps what was fetched and compared; true when it is worse than before, so that people are told once.</summary>
    public bool NoteReadBack(ReadBack seen)
    {
        var worse = seen.State != ReadBackState.Same && ReadBack?.State != seen.State;
        ReadBack = seen;
        ReadBackDueAt = seen.Looks < Publishing.ReadBack.Pauses.Count && seen.State != ReadBackState.Gone ? seen.At + Publishing.ReadBack.Pauses[seen.Looks] : null;
        return worse;
    }

    /// <summary>Nothing is fetched any more: it was taken off by the console.</summary>
    public void EndReadBack() => ReadBackDueAt = null;

    /// <summary>Certainly not sent.</summary>
    public void Fail(Trouble trouble, DateTimeOffset now) => Finish(PublicationStatus.Failed, trouble, now);

    /// <summary>Nobody knows; a person decides. The engine keeps looking (never sending) at <paramref name="lookAgainAt"/>.</summary>
    public void LoseTrack(Trouble trouble, DateTimeOffset? lookAgainAt)
    {
        Status = PublicationStatus.Unconfirmed;
        Trouble = trouble;
        NextAttemptAt = lookAgainAt;
        Release();
    }

    /// <summary>The account's administrator has 30 minutes to confirm on the phone.</summary>
    public void AwaitAdmin(Trouble trouble, DateTimeOffset lookAgainAt)
    {
        Status = PublicationStatus.AwaitingAdmin;
        Trouble = trouble;
        NextAttemptAt = lookAgainAt;
        Release();
    }

    /// <summary>
    /// The account's administrator did not let it go: certainly not sent. It waits without a slot; the next plan has another key, because the
    /// platform keeps this one for a day and would answer with the job that was refused.
    /// </summary>
    public void GiveBack(Trouble trouble)
    {
        SendKey = Guid.CreateVersion7().ToString("N");
        (DraftMediaId, JobId, MsgDataId) = (null, null, null);
        Hold(trouble);
    }

    private void Finish(PublicationStatus status, Trouble? trouble, DateTimeOffset now)
    {
        Status = status;
        Trouble = trouble;
        NextAttemptAt = null;
        FinishedAt = now;
        Release();
    }

    private void Release()
    {
        LeaseUntil = null;
        LeaseToken = null;
    }
}
