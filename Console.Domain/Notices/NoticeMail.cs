namespace GovAccountConsole.Domain.Notices;

/// <summary>How a mail stands.</summary>
public enum NoticeMailStatus
{
    /// <summary>Its time has not come, or it is tried again.</summary>
    Waiting,

    /// <summary>The mail server took it.</summary>
    Sent,

    /// <summary>The mail server knows no such address.</summary>
    Bounced,

    /// <summary>A day of trying brought nothing.</summary>
    GivenUp,

    /// <summary>There was nothing left to tell: read meanwhile, out of scope, or the person is gone.</summary>
    Dropped,
}

/// <summary>One mail to one person with all the notices that are due together. The row is the job (docs/decisions/0003).</summary>
public sealed class NoticeMail
{
    /// <summary>Longest answer of a mail server that is kept, in characters.</summary>
    public const int NoteLimit = 300;

    private static readonly TimeSpan _tryFor = TimeSpan.FromHours(24);

    private static readonly TimeSpan[] _pauses =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(4)];

    private NoticeMail()
    {
    }

    /// <summary>Plans a mail.</summary>
    public NoticeMail(Guid personId, DateTimeOffset dueAt)
    {
        PersonId = personId;
        DueAt = dueAt.ToUniversalTime();
        NextAttemptAt = DueAt;
    }

    /// <summary>Identity; also the mail's Message-ID, so that a second copy can be told from a second mail.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>To whom.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>When it should go, UTC.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>How it stands.</summary>
    public NoticeMailStatus Status { get; private set; }

    /// <summary>When it is tried next, UTC; null once it ended.</summary>
    public DateTimeOffset? NextAttemptAt { get; private set; }

    /// <summary>How often it was taken up.</summary>
    public int Attempts { get; private set; }

    /// <summary>How often the server's answer was lost after it had the whole mail: it may have been delivered that often more.</summary>
    public int LostAnswers { get; private set; }

    /// <summary>Until when a worker holds it.</summary>
    public DateTimeOffset? LeaseUntil { get; private set; }

    /// <summary>Fences off whoever held it before.</summary>
    public Guid? LeaseToken { get; private set; }

    /// <summary>When it ended, UTC.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>What the server said last, when it was no success.</summary>
    public string? Note { get; private set; }

    /// <summary>The server took it.</summary>
    public void Sent(DateTimeOffset now) => End(NoticeMailStatus.Sent, null, now);

    /// <summary>The server knows no such address: trying again would not help.</summary>
    public void Bounced(string note, DateTimeOffset now) => End(NoticeMailStatus.Bounced, note, now);

    /// <summary>Nothing is left to tell.</summary>
    public void Dropped(DateTimeOffset now) => End(NoticeMailStatus.Dropped, null, now);

    /// <summary>It was not taken, or nobody knows: tried again after a pause, for a day.</summary>
    /// <param name="note">What happened.</param>
    /// <param name="answerLost">Whether the server had the whole mail and its answer was lost.</param>
    /// <param name="now">UTC.</param>
    public void Postpone(string note, bool answerLost, DateTimeOffset now)
    {
        if (answerLost)
        {
            LostAnswers++;
        }

        var next = now + _pauses[Math.Clamp(Attempts - 1, 0, _pauses.Length - 1)];
        if (next > DueAt + _tryFor)
        {
            End(NoticeMailStatus.GivenUp, note, now);
            return;
        }

        Note = Cut(note);
        NextAttemptAt = next;
        LeaseUntil = null;
        LeaseToken = null;
    }

    /// <summary>A worker began to send it and did not come back: nobody knows whether the server took it.</summary>
    public void NoteInterrupted() => LostAnswers++;

    private static string Cut(string note) => note.Length > NoteLimit ? string.Concat(note.AsSpan(0, NoteLimit - 1), "…") : note;

    private void End(NoticeMailStatus status, string? note, DateTimeOffset now)
    {
        Status = status;
        Note = note is null ? null : Cut(note);
        EndedAt = now;
        NextAttemptAt = null;
        LeaseUntil = null;
        LeaseToken = null;
    }
}
