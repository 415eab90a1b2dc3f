using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Domain.Notices;

/// <summary>
/// Something people are to be told of, stored in the transaction of the act itself. Who they are is found out afterwards, so that no act waits
/// for the length of that list (docs/decisions/0016). Kept for a while after it was told, so that nothing is told twice.
/// </summary>
public sealed class NoticeCause
{
    /// <summary>Longest addition that is kept, in characters.</summary>
    public const int DetailLimit = 500;

    private NoticeCause()
    {
        Key = SubjectType = string.Empty;
    }

    /// <summary>A cause out of what happened.</summary>
    /// <param name="kind">What people are told.</param>
    /// <param name="happened">The act.</param>
    /// <param name="step">Review step it is about, from 1.</param>
    /// <param name="mark">What makes it the same cause when it is met again; null where every act is a cause of its own.</param>
    public NoticeCause(NoticeKind kind, DomainEvent happened, int? step = null, string? mark = null)
        : this(FormattableString.Invariant($"{kind}:{happened.SubjectId:N}:{mark ?? Guid.CreateVersion7().ToString("N")}"), kind, happened, step)
    {
    }

    private NoticeCause(string key, NoticeKind kind, DomainEvent happened, int? step)
    {
        Key = key;
        Kind = kind;
        SubjectType = happened.SubjectType;
        SubjectId = happened.SubjectId;
        AgencyId = happened.AgencyId;
        ById = happened.ById;
        At = happened.At;
        Step = step;
        Detail = happened.Detail is { Length: > DetailLimit } detail ? string.Concat(detail.AsSpan(0, DetailLimit - 1), "…") : happened.Detail;
    }

    /// <summary>Order of causes.</summary>
    public long Id { get; private set; }

    /// <summary>What it is, uniquely; a person hears of one key once.</summary>
    public string Key { get; private set; }

    /// <summary>What people are told.</summary>
    public NoticeKind Kind { get; private set; }

    /// <summary>Kind of thing it is about: post, account, matrix, person …</summary>
    public string SubjectType { get; private set; }

    /// <summary>Which one.</summary>
    public Guid SubjectId { get; private set; }

    /// <summary>Whose it is.</summary>
    public Guid AgencyId { get; private set; }

    /// <summary>Who did it; never told about his own act. Null for the console itself.</summary>
    public Guid? ById { get; private set; }

    /// <summary>When it happened, UTC.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Review step, from 1.</summary>
    public int? Step { get; private set; }

    /// <summary>A short addition: reason, code.</summary>
    public string? Detail { get; private set; }

    /// <summary>How often a worker took it up.</summary>
    public int Attempts { get; private set; }

    /// <summary>Until when a worker holds it.</summary>
    public DateTimeOffset? LeaseUntil { get; private set; }

    /// <summary>Fences off whoever held it before.</summary>
    public Guid? LeaseToken { get; private set; }

    /// <summary>When everybody concerned had been told, UTC; null while that is still to be done.</summary>
    public DateTimeOffset? DoneAt { get; private set; }

    /// <summary>The same, as something wrong with an account: told once a day, however many posts it stops.</summary>
    public NoticeCause OfAccount(Guid accountId) => new(
        FormattableString.Invariant($"{Kind}:{accountId:N}:{BusinessTime.DayOf(At):yyyyMMdd}"), Kind, new DomainEvent(Kind.ToString(), "account", accountId, AgencyId, null, At, Detail), null);

    /// <summary>A cause whose key says itself what counts as the same.</summary>
    public static NoticeCause Keyed(string key, NoticeKind kind, DomainEvent happened) => new(key, kind, happened, null);

    /// <summary>Everybody has been told.</summary>
    public void Finish(DateTimeOffset now)
    {
        DoneAt = now;
        LeaseUntil = null;
        LeaseToken = null;
    }
}
