using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Planning;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Posts;
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

    /// <summary>The account's quota in the period that contains <paramref name="at"/>, and its next free slots; null when the account is absent or out of scope.</summary>
    public Task<QuotaState?> QuotaAsync(Actor actor, Guid accountId, DateTimeOffset at, DateTimeOffset now, CancellationToken token) =>
        work.ReadAsync(actor, async (db, _) =>
        {
            var account = await db.Accounts.Where(row => row.Id == accountId).Select(row => new { row.Kind, row.MassSendLimit }).SingleOrDefaultAsync(token);
            if (account is null)
            {
                return null;
            }

            var quota = Quota.Of(account.Kind, account.MassSendLimit);
            var (from, to) = quota.PeriodOf(at);
            var counting = PostTransitions.UsesQuota.ToArray();
            var earliest = from < now ? from : now.AddDays(-32);
            var taken = await db.Posts
                .Where(post => post.AccountId == accountId && post.Channel == Channel.MassSend && counting.Contains(post.Status) && post.CalendarAt >= earliest)
                .Select(post => post.CalendarAt!.Value).ToListAsync(token);
            return new QuotaState(quota, taken.Count(time => time >= from && time < to), quota.FreeSlots(now, taken));
        }, token);
}

/// <summary>How an account's quota stands in one period.</summary>
/// <param name="Quota">Period and limit.</param>
/// <param name="Used">Mass sends planned, under way, done or possibly done.</param>
/// <param name="FreeSlots">The next usual times with room.</param>
public sealed record QuotaState(Quota Quota, int Used, IReadOnlyList<DateTimeOffset> FreeSlots);
