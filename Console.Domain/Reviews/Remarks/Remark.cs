using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Domain.Reviews.Remarks;

/// <summary>How a remark stands.</summary>
public enum RemarkState
{
    /// <summary>Waits for an answer or a change.</summary>
    Open,

    /// <summary>已改: a writer says that the passage was changed; whoever may settle looks again.</summary>
    Mended,

    /// <summary>已解决.</summary>
    Settled,
}

/// <summary>What a note of a remark says.</summary>
public enum RemarkNoteKind
{
    /// <summary>Said something.</summary>
    Reply,

    /// <summary>Said that the passage was changed.</summary>
    Mended,

    /// <summary>Settled it.</summary>
    Settled,

    /// <summary>Opened it again.</summary>
    Reopened,
}

/// <summary>One line under a remark. Never changed, never removed.</summary>
public sealed class RemarkNote
{
    private RemarkNote()
    {
    }

    internal RemarkNote(int number, RemarkNoteKind kind, Guid byId, string? text, int revision, DateTimeOffset at)
    {
        Number = number;
        Kind = kind;
        ById = byId;
        Text = text;
        Revision = revision;
        At = at;
    }

    /// <summary>1, 2, 3 … within the remark.</summary>
    public int Number { get; private set; }

    /// <summary>What it says.</summary>
    public RemarkNoteKind Kind { get; private set; }

    /// <summary>Who.</summary>
    public Guid ById { get; private set; }

    /// <summary>In which words; a reply has some.</summary>
    public string? Text { get; private set; }

    /// <summary>The newest revision at that moment.</summary>
    public int Revision { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; private set; }
}

/// <summary>
/// 意见: what somebody said about a passage of a post, with what others answered. Part of the record of a review: who settled it and when stays readable,
/// and nothing of it is ever deleted.
/// </summary>
public sealed class Remark : Aggregate, IScoped
{
    /// <summary>Longest text of a remark or an answer, in characters.</summary>
    public const int TextLimit = 1_000;

    private readonly List<RemarkNote> _notes = [];

    private Remark()
    {
    }

    private Remark(Guid agencyId, Guid postId, int number, int revision, Passage passage, string text, Guid byId, DateTimeOffset now)
    {
        AgencyId = agencyId;
        PostId = postId;
        Number = number;
        Revision = revision;
        Passage = passage;
        Text = text;
        ById = byId;
        At = now;
    }

    /// <inheritdoc/>
    public Guid AgencyId { get; private set; }

    /// <summary>The post.</summary>
    public Guid PostId { get; private set; }

    /// <summary>1, 2, 3 … within the post: the figure beside the words.</summary>
    public int Number { get; private set; }

    /// <summary>Number of the revision that was read.</summary>
    public int Revision { get; private set; }

    /// <summary>The words it is about.</summary>
    public Passage Passage { get; private set; } = null!;

    /// <summary>What was said.</summary>
    public string Text { get; private set; } = string.Empty;

    /// <summary>Who said it.</summary>
    public Guid ById { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>How it stands.</summary>
    public RemarkState State { get; private set; }

    /// <summary>What was answered, in order.</summary>
    public IReadOnlyList<RemarkNote> Notes => _notes;

    /// <summary>Opens a remark on a passage of a revision.</summary>
    /// <param name="agencyId">The agency of the post.</param>
    /// <param name="postId">The post.</param>
    /// <param name="number">The next number within the post.</param>
    /// <param name="revision">Number of the revision that was read.</param>
    /// <param name="passage">The words it is about.</param>
    /// <param name="text">What is said.</param>
    /// <param name="by">Who says it.</param>
    /// <param name="now">UTC.</param>
    public static Result<Remark> Open(Guid agencyId, Guid postId, int number, int revision, Passage passage, string? text, Guid by, DateTimeOffset now)
    {
        text = text?.Trim();
        if (Wrong(text, required: true) is { } wrong)
        {
            return wrong;
        }

        var remark = new Remark(agencyId, postId, number, revision, passage, text!, by, now);
        remark.Tell("remarkOpened", by, now, text);
        return remark;
    }

    /// <summary>Answers. Who is neither a writer nor a reviewer of the post has no voice here.</summary>
    public Result Reply(RemarkVoice voice, string? text, int revision, DateTimeOffset now)
    {
        text = text?.Trim();
        return !voice.Speaks ? Error.Forbidden
            : State == RemarkState.Settled ? RemarkErrors.Settled
            : Wrong(text, required: true) is { } wrong ? wrong
            : Add(RemarkNoteKind.Reply, "remarkReplied", voice, text, revision, now);
    }

    /// <summary>已改: a writer says that the passage was changed, with or without a word to it.</summary>
    public Result Mend(RemarkVoice voice, string? text, int revision, DateTimeOffset now)
    {
        text = string.IsNullOrWhiteSpace(text) ? null : text.Trim();
        return !voice.Writes ? RemarkErrors.NotTheWriter
            : State == RemarkState.Settled ? RemarkErrors.Settled
            : Wrong(text, required: false) is { } wrong ? wrong
            : Add(RemarkNoteKind.Mended, "remarkMended", voice, text, revision, now, RemarkState.Mended);
    }

    /// <summary>已解决: by the person who opened it or by a reviewer; a writer of the post settles only remarks of his own.</summary>
    public Result Settle(RemarkVoice voice, string? text, int revision, DateTimeOffset now)
    {
        text = string.IsNullOrWhiteSpace(text) ? null : text.Trim();
        return !MaySettle(voice) ? RemarkErrors.NotYoursToSettle
            : State == RemarkState.Settled ? RemarkErrors.Settled
            : Wrong(text, required: false) is { } wrong ? wrong
            : Add(RemarkNoteKind.Settled, "remarkSettled", voice, text, revision, now, RemarkState.Settled);
    }

    /// <summary>Opens a settled remark again.</summary>
    public Result Reopen(RemarkVoice voice, string? text, int revision, DateTimeOffset now)
    {
        text = string.IsNullOrWhiteSpace(text) ? null : text.Trim();
        return !MaySettle(voice) ? RemarkErrors.NotYoursToSettle
            : State != RemarkState.Settled ? RemarkErrors.NotSettled
            : Wrong(text, required: false) is { } wrong ? wrong
            : Add(RemarkNoteKind.Reopened, "remarkReopened", voice, text, revision, now, RemarkState.Open);
    }

    /// <summary>Whether this person may settle it, or open it again.</summary>
    public bool MaySettle(RemarkVoice voice) => voice.PersonId == ById || voice is { Reviews: true, Writes: false };

    private static Error? Wrong(string? text, bool required) =>
        required && string.IsNullOrEmpty(text) ? Error.Required("text")
        : text?.Length > TextLimit ? Error.TooLong("text", TextLimit)
        : null;

    private Result Add(RemarkNoteKind kind, string act, RemarkVoice voice, string? text, int revision, DateTimeOffset now, RemarkState? state = null)
    {
        _notes.Add(new RemarkNote(_notes.Count + 1, kind, voice.PersonId, text, revision, now));
        State = state ?? State;
        Tell(act, voice.PersonId, now, text);
        return Result.Success;
    }

    private void Tell(string act, Guid by, DateTimeOffset now, string? text) =>
        Record(new DomainEvent(act, "post", PostId, AgencyId, by, now, text is null ? $"#{Number}" : $"#{Number} {text}"));
}
