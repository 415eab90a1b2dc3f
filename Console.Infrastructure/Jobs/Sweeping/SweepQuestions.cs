using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Publishing;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Jobs.Sweeping;

/// <summary>Where something can lie that nobody waits for. No question looks back only so far: what was forgotten longest is asked for first (rules.md B, F8).</summary>
internal static class SweepQuestions
{
    // Long enough that the lanes had every chance, short enough that a person can still act before the late limit.
    private static readonly TimeSpan _overdue = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan _leaseExpired = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan _settling = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan _unconfirmed = TimeSpan.FromDays(1);
    private static readonly PublicationStatus[] _ended = [PublicationStatus.Published, PublicationStatus.Failed];
    private static readonly PublicationStatus[] _toSend = [PublicationStatus.Waiting, PublicationStatus.Publishing];
    private static readonly PostStatus[] _underWay = [PostStatus.Publishing, PostStatus.AwaitingAdmin];

    /// <summary>Due, free, the first of its account, and taken up by nobody.</summary>
    public static IQueryable<Publication> Overdue(ConsoleDb db, DateTimeOffset now)
    {
        var before = now - _overdue;
        return db.Publications.Where(row => _toSend.Contains(row.Status) && row.LeaseUntil == null && row.JobId == null && row.NextAttemptAt <= before
                && db.Accounts.Any(account => account.Id == row.AccountId && account.Status == AccountStatus.Active)
                && !db.Publications.Any(earlier => earlier.AccountId == row.AccountId && earlier.Id != row.Id && earlier.JobId == null && earlier.NextAttemptAt != null
                    && _toSend.Contains(earlier.Status) && (earlier.DueAt < row.DueAt || earlier.DueAt == row.DueAt && earlier.Id < row.Id)))
            .OrderBy(row => row.DueAt);
    }

    /// <summary>Under a lease that ended long ago.</summary>
    public static IQueryable<Publication> LeaseExpired(ConsoleDb db, DateTimeOffset now)
    {
        var before = now - _leaseExpired;
        return db.Publications.Where(row => row.LeaseUntil != null && row.LeaseUntil <= before).OrderBy(row => row.LeaseUntil);
    }

    /// <summary>Begun, and neither leased nor to be looked at again.</summary>
    public static IQueryable<Publication> Stalled(ConsoleDb db) =>
        db.Publications.Where(row => row.LeaseUntil == null && row.NextAttemptAt == null
            && (row.Status == PublicationStatus.Publishing || row.Status == PublicationStatus.AwaitingAdmin)).OrderBy(row => row.DueAt);

    /// <summary>Waiting for the phone for longer than anybody has.</summary>
    public static IQueryable<Publication> AdminOverdue(ConsoleDb db, DateTimeOffset now)
    {
        var before = now - _overdue;
        return db.Publications.Where(row => row.LeaseUntil == null && row.Status == PublicationStatus.AwaitingAdmin && row.NextAttemptAt <= before).OrderBy(row => row.DueAt);
    }

    /// <summary>Outcome unknown for more than a day.</summary>
    public static IQueryable<Post> LongUnconfirmed(ConsoleDb db, DateTimeOffset now)
    {
        var before = now - _unconfirmed;
        return db.Posts.Where(post => post.Status == PostStatus.Unconfirmed && post.StatusSince <= before).OrderBy(post => post.StatusSince);
    }

    /// <summary>Said to be on its way, without a delivery that is.</summary>
    public static IQueryable<Post> NoDelivery(ConsoleDb db, DateTimeOffset now)
    {
        var before = now - _settling;
        return db.Posts.Where(post => _underWay.Contains(post.Status) && post.StatusSince <= before
            && !db.Publications.Any(row => row.PostId == post.Id && !_ended.Contains(row.Status))).OrderBy(post => post.StatusSince);
    }

    /// <summary>With a slot, without a delivery.</summary>
    public static IQueryable<Post> NotPlanned(ConsoleDb db, DateTimeOffset now)
    {
        var before = now - _settling;
        return db.Posts.Where(post => post.Status == PostStatus.Scheduled && post.PublishAt != null && post.StatusSince <= before
            && !db.Publications.Any(row => row.PostId == post.Id && row.Revision == post.RevisionNumber && row.AccountId == post.AccountId && row.Channel == post.Channel))
            .OrderBy(post => post.PublishAt);
    }
}
