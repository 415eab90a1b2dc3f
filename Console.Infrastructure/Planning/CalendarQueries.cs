using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Planning;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Accounts;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Posts;
using GovAccountConsole.Infrastructure.Weixin;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Planning;

/// <summary>The shared calendar.</summary>
public sealed class CalendarQueries(Work work)
{
    /// <summary>Most entries one page of the calendar carries.</summary>
    public const int PageLimit = 2_000;

    private static readonly PostStatus[] _hidden = [PostStatus.Withdrawn];

    /// <summary>Posts that stand on the calendar in a period, by time: published, else scheduled, else planned.</summary>
    /// <param name="actor">Who looks.</param>
    /// <param name="filter">Which; <see cref="PostFilter.From"/> and <see cref="PostFilter.To"/> bound the period.</param>
    /// <param name="after">Time and id of the last entry of the page before.</param>
    /// <param name="limit">Entries of a page, at most <see cref="PageLimit"/>.</param>
    /// <param name="token">Ends the work early.</param>
    public Task<Page<PostRow>> EntriesAsync(Actor actor, PostFilter filter, (DateTimeOffset At, Guid Id)? after, int limit, CancellationToken token) =>
        work.ReadAsync(actor, async (db, _) =>
        {
            var posts = PostFiltering.Apply(db, filter).Where(post => post.CalendarAt != null);
            if (filter.Statuses.Count == 0)
            {
                posts = posts.Where(post => !_hidden.Contains(post.Status));
            }

            if (after is { } last)
            {
                posts = posts.Where(post => post.CalendarAt > last.At || post.CalendarAt == last.At && post.Id > last.Id);
            }

            var rows = await posts.OrderBy(post => post.CalendarAt).ThenBy(post => post.Id)
                .Take(Math.Min(limit, PageLimit) + 1).Select(PostFiltering.Row).ToListAsync(token);
            var named = await PostNames.AddAsync(db, rows, token);
            return Cursor.Page(named, Math.Min(limit, PageLimit), row => Reviews.ReviewQueries.CursorOf(row.CalendarAt!.Value, row.Id));
        }, token);

    /// <summary>Approved posts that have no slot yet: the tray beside the calendar.</summary>
    public Task<IReadOnlyList<PostRow>> UnslottedAsync(Actor actor, PostFilter filter, int limit, CancellationToken token) =>
        work.ReadAsync(actor, async (db, _) =>
        {
            var rows = await PostFiltering.Apply(db, filter with { Statuses = [PostStatus.Approved], From = null, To = null })
                .OrderBy(post => post.StatusSince).Take(limit).Select(PostFiltering.Row).ToListAsync(token);
            return await PostNames.AddAsync(db, rows, token);
        }, token);

    /// <summary>Mass sends of a period that were made past the console, and days on which the platform said that nothing is left; by time.</summary>
    /// <param name="actor">Who looks.</param>
    /// <param name="filter">Which; agency, account and sectors narrow it, the rest is about posts.</param>
    /// <param name="token">Ends the work early.</param>
    public Task<IReadOnlyList<ElsewhereEntry>> ElsewhereAsync(Actor actor, PostFilter filter, CancellationToken token) =>
        work.ReadAsync<IReadOnlyList<ElsewhereEntry>>(actor, async (db, _) =>
        {
            var accounts = AccountFiltering.Apply(db, new AccountFilter { Agency = filter.Agency, Sectors = filter.Sectors });
            if (filter.Account is { } only)
            {
                accounts = accounts.Where(account => account.Id == only);
            }

            var (from, to) = (filter.From ?? DateTimeOffset.UnixEpoch, filter.To ?? DateTimeOffset.UnixEpoch.AddYears(500));
            var sent = await (from send in db.OutsideSends
                              join account in accounts on send.AccountId equals account.Id
                              where send.At >= @from && send.At < to
                              orderby send.At
                              select new ElsewhereEntry(send.AccountId, account.Name, send.At, false)).Take(PageLimit).ToListAsync(token);
            var refused = await (from row in db.Publications
                                 join account in accounts on row.AccountId equals account.Id
                                 where row.Channel == Channel.MassSend && row.DueAt >= @from.AddDays(-1) && row.DueAt < to
                                 from step in row.Steps
                                 where step.ErrorCode == WeixinErrors.NoPushLeft && step.At >= @from && step.At < to
                                 select new ElsewhereEntry(row.AccountId, account.Name, step.At, true)).Take(PageLimit).ToListAsync(token);
            return [.. sent.Concat(refused.DistinctBy(entry => (entry.AccountId, BusinessTime.DayOf(entry.At)))).OrderBy(entry => entry.At)];
        }, token);

    /// <summary>The account's quota in the period that contains <paramref name="at"/>, and its next free slots; null when the account is absent or out of scope.</summary>
    public Task<QuotaState?> QuotaAsync(Actor actor, Guid accountId, DateTimeOffset at, DateTimeOffset now, CancellationToken token) =>
        work.ReadAsync(actor, async (db, _) =>
        {
            var account = await db.Accounts.SingleOrDefaultAsync(row => row.Id == accountId, token);
            if (account is null)
            {
                return null;
            }

            var quota = account.Quota;
            var (from, _) = quota.PeriodOf(at);
            var pushes = await PushLedger.ReadAsync(db, [accountId], from < now - PushLedger.Back ? from : now - PushLedger.Back, null, token);
            var taken = PushLedger.Times(pushes, quota);
            return new QuotaState(quota, quota.UsedAt(at, taken), quota.FreeSlots(now, taken));
        }, token);
}

/// <summary>A mass send that the console did not make, as the calendar shows it.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="AccountName">Its name.</param>
/// <param name="At">When, UTC.</param>
/// <param name="IsRefusal">Known only because the platform refused another send: nothing was left.</param>
public sealed record ElsewhereEntry(Guid AccountId, string AccountName, DateTimeOffset At, bool IsRefusal);

/// <summary>How an account's quota stands in one period.</summary>
/// <param name="Quota">Period and limit.</param>
/// <param name="Used">Mass sends planned, under way, done or possibly done.</param>
/// <param name="FreeSlots">The next usual times with room.</param>
public sealed record QuotaState(Quota Quota, int Used, IReadOnlyList<DateTimeOffset> FreeSlots);
