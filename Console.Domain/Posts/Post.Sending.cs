using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Planning;
using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Domain.Posts;

public sealed partial class Post
{
    /// <summary>How long an approval stays good without a slot; after that the facts may have changed.</summary>
    public static readonly TimeSpan ApprovalLife = TimeSpan.FromDays(30);

    /// <summary>How long the account's administrator has to confirm a push on the phone (reference 4.2, rules.md F20).</summary>
    public static readonly TimeSpan AdministratorHas = TimeSpan.FromMinutes(30);

    /// <summary>Until when the account's administrator may confirm, UTC; null when nothing waits for that.</summary>
    public DateTimeOffset? ConfirmBy => Status == PostStatus.AwaitingAdmin ? StatusSince + AdministratorHas : null;

    /// <summary>Gives an approved post its slot, or another one.</summary>
    /// <param name="account">The account; only an active one is given slots.</param>
    /// <param name="publishAt">The slot; not in the past.</param>
    /// <param name="taken">Times of the account's other mass sends that use up quota.</param>
    /// <param name="by">Who schedules.</param>
    /// <param name="now">UTC.</param>
    public Result Schedule(OfficialAccount account, DateTimeOffset publishAt, IReadOnlyCollection<DateTimeOffset> taken, Guid by, DateTimeOffset now)
    {
        if (!PostTransitions.Allow(PostAction.Schedule, Status))
        {
            return Refuse(PostAction.Schedule);
        }

        return publishAt <= now ? PostErrors.TimeInPast : Slot(account, publishAt, taken, "scheduled", by, now);
    }

    /// <summary>Sends an approved post now: its slot is this moment.</summary>
    public Result Publish(OfficialAccount account, IReadOnlyCollection<DateTimeOffset> taken, Guid by, DateTimeOffset now) =>
        PostTransitions.Allow(PostAction.Publish, Status)
            ? Slot(account, now, taken, "publishRequested", by, now)
            : Refuse(PostAction.Publish);

    /// <summary>Lets go what was held up and waits for a person: its slot is this moment.</summary>
    public Result Release(OfficialAccount account, IReadOnlyCollection<DateTimeOffset> taken, Guid by, DateTimeOffset now) =>
        Status == PostStatus.Scheduled ? Slot(account, now, taken, "released", by, now) : Refuse(PostAction.Publish);

    /// <summary>Takes the slot away; the approval stays.</summary>
    public Result Unschedule(Guid by, DateTimeOffset now)
    {
        if (!PostTransitions.Allow(PostAction.Unschedule, Status))
        {
            return Refuse(PostAction.Unschedule);
        }

        PublishAt = null;
        Trouble = null;
        MoveTo(PostStatus.Approved, "unscheduled", by, now);
        return Result.Success;
    }

    /// <summary>The engine has taken it up (发布中).</summary>
    public void BeginPublishing(DateTimeOffset now)
    {
        Trouble = null;
        MoveTo(PostStatus.Publishing, "publishing", null, now);
    }

    /// <summary>The platform confirmed it (已发布).</summary>
    public void NotePublished(DateTimeOffset publishedAt, DateTimeOffset now)
    {
        Trouble = null;
        PublishedAt = publishedAt;
        MoveTo(PostStatus.Published, "published", null, now);
    }

    /// <summary>What citizens see is no longer what was approved; it stays 已发布 and people are told.</summary>
    /// <param name="code"><c>altered-elsewhere</c> or <c>deleted-elsewhere</c>.</param>
    /// <param name="now">UTC.</param>
    public void NoteAltered(string code, DateTimeOffset now) => MoveTo(PostStatus.Published, "altered", null, now, code);

    /// <summary>It certainly was not sent (发布失败).</summary>
    public void NoteFailed(Trouble trouble, DateTimeOffset now) => Stop(PostStatus.Failed, "failed", trouble, now);

    /// <summary>Nobody knows whether it was sent (结果待核): nothing is sent again, a person looks and decides.</summary>
    public void NoteUnconfirmed(Trouble trouble, DateTimeOffset now) => Stop(PostStatus.Unconfirmed, "unconfirmed", trouble, now);

    /// <summary>The platform asks the account's administrator (待管理员确认).</summary>
    public void NoteAwaitingAdmin(Trouble trouble, DateTimeOffset now) => Stop(PostStatus.AwaitingAdmin, "awaitingAdmin", trouble, now);

    /// <summary>
    /// The administrator refused or stayed silent: certainly not sent. Slot and quota are free again, the approval stays (待排期), and it says why.
    /// </summary>
    public void NoteNotConfirmed(Trouble trouble, DateTimeOffset now)
    {
        PublishAt = null;
        Stop(PostStatus.Approved, "notConfirmed", trouble, now);
    }

    /// <summary>Its slot passed while it could not be sent and it is too late to send it without asking; it stays 已排期 and says so.</summary>
    public void NoteHeld(Trouble trouble, DateTimeOffset now) => Stop(PostStatus.Scheduled, "held", trouble, now);

    /// <summary>A person looked on the phone and settled an unknown outcome.</summary>
    public Result Resolve(bool published, Guid by, DateTimeOffset now)
    {
        if (!PostTransitions.Allow(PostAction.Resolve, Status))
        {
            return Refuse(PostAction.Resolve);
        }

        if (published)
        {
            Trouble = null;
            PublishedAt = PublishAt ?? now;
            MoveTo(PostStatus.Published, "confirmedPublished", by, now);
        }
        else
        {
            Trouble = new Trouble("confirmed-not-sent", []);
            MoveTo(PostStatus.Failed, "confirmedNotSent", by, now);
        }

        return Result.Success;
    }

    /// <summary>Whether it may be sent again, before the platform's lists are asked.</summary>
    public Result CheckSendAgain(string? reason) =>
        PostTransitions.Allow(PostAction.SendAgain, Status) ? CheckReason(reason) : Refuse(PostAction.SendAgain);

    /// <summary>A person is sure that it was not sent, and the platform's lists do not show it: it goes now.</summary>
    public Result SendAgain(OfficialAccount account, IReadOnlyCollection<DateTimeOffset> taken, string reason, Guid by, DateTimeOffset now) =>
        CheckSendAgain(reason) is { Succeeded: false } refused ? refused : Slot(account, now, taken, "sentAgain", by, now, reason);

    /// <summary>Whether it may be taken off the platform, before the platform is asked.</summary>
    public Result CheckRecall(string? reason) => PostTransitions.Allow(PostAction.Recall, Status) ? CheckReason(reason) : Refuse(PostAction.Recall);

    /// <summary>The platform took it off (已删除).</summary>
    public void NoteRecalled(string reason, Guid by, DateTimeOffset now) => MoveTo(PostStatus.Recalled, "recalled", by, now, reason);

    /// <summary>
    /// An approval nobody used within <see cref="ApprovalLife"/> lapses (已过期), and so does one whose <see cref="Window"/> has passed: the
    /// slot is free again.
    /// </summary>
    public bool Expire(DateTimeOffset now)
    {
        var over = Status is PostStatus.Approved or PostStatus.Scheduled && Window is { } window && window.IsOver(now);
        if (!over && (Status != PostStatus.Approved || now - StatusSince < ApprovalLife))
        {
            return false;
        }

        Review?.Void(now);
        PublishAt = null;
        Trouble = over ? new Trouble(PostErrors.WindowOver.Code, []) : null;
        MoveTo(PostStatus.Expired, "expired", null, now);
        return true;
    }

    private static Result CheckReason(string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? Error.Required("reason")
        : reason.Length > OfficialAccount.ReasonLimit ? Error.TooLong("reason", OfficialAccount.ReasonLimit)
        : Result.Success;

    private Result Slot(OfficialAccount account, DateTimeOffset at, IReadOnlyCollection<DateTimeOffset> taken, string act, Guid by, DateTimeOffset now, string? reason = null)
    {
        if (!account.MaySend)
        {
            return PostErrors.AccountNotActive;
        }

        if (Window is { } window && !window.Contains(at))
        {
            return PostErrors.OutsideWindow(window);
        }

        if (Channel == Channel.MassSend)
        {
            var quota = account.Quota.For(Emergency is not null);
            if (quota.LeftAt(at, taken) == 0)
            {
                var free = quota.FreeSlots(now, taken);
                return quota.IsOnlyReservedAt(at, taken) ? PostErrors.QuotaReserved(free) : PostErrors.QuotaExceeded(free);
            }
        }

        Trouble = null;
        PublishAt = at.ToUniversalTime();
        MoveTo(PostStatus.Scheduled, act, by, now, reason);
        return Result.Success;
    }

    private void Stop(PostStatus status, string act, Trouble trouble, DateTimeOffset now)
    {
        Trouble = trouble;
        MoveTo(status, act, null, now, trouble.Code);
    }
}
