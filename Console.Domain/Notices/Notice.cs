using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Domain.Notices;

/// <summary>提醒: one sentence to one person about one cause. The words are made where it is read, from the kind and its arguments.</summary>
public sealed class Notice : IScoped
{
    /// <summary>How long a read notice is kept.</summary>
    public static readonly TimeSpan LifeAfterReading = TimeSpan.FromDays(90);

    private Notice()
    {
        CauseKey = SubjectType = string.Empty;
    }

    /// <summary>Tells <paramref name="personId"/> of a cause.</summary>
    /// <param name="personId">Whom.</param>
    /// <param name="agencyId">An agency the person must see to be shown it.</param>
    /// <param name="cause">What happened.</param>
    /// <param name="args">Values of the sentence: first the name of the thing, then what the kind adds.</param>
    public Notice(Guid personId, Guid agencyId, NoticeCause cause, IReadOnlyList<string> args)
    {
        PersonId = personId;
        AgencyId = agencyId;
        Kind = cause.Kind;
        CauseKey = cause.Key;
        SubjectType = cause.SubjectType;
        SubjectId = cause.SubjectId;
        ById = cause.ById;
        Args = args;
        At = cause.At;
    }

    /// <summary>Identity; time-ordered.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Who is told.</summary>
    public Guid PersonId { get; private set; }

    /// <inheritdoc/>
    public Guid AgencyId { get; private set; }

    /// <summary>What the person is told.</summary>
    public NoticeKind Kind { get; private set; }

    /// <summary>What it is about, uniquely: one person is told of one cause once.</summary>
    public string CauseKey { get; private set; }

    /// <summary>Kind of thing: post, account, matrix, person …</summary>
    public string SubjectType { get; private set; }

    /// <summary>Which one.</summary>
    public Guid SubjectId { get; private set; }

    /// <summary>Who did it; null for the console itself.</summary>
    public Guid? ById { get; private set; }

    /// <summary>Values of the sentence.</summary>
    public IReadOnlyList<string> Args { get; private set; } = [];

    /// <summary>When it happened, UTC.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>When the person read it, UTC.</summary>
    public DateTimeOffset? ReadAt { get; private set; }

    /// <summary>The mail it goes with; null where it goes with none.</summary>
    public Guid? MailId { get; private set; }

    /// <summary>When that mail was taken by the mail server, UTC.</summary>
    public DateTimeOffset? MailedAt { get; private set; }

    /// <summary>The person has read it; the first time counts.</summary>
    public void Read(DateTimeOffset now) => ReadAt ??= now;

    /// <summary>It goes with a mail.</summary>
    public void GoWith(Guid mailId) => MailId = mailId;
}
