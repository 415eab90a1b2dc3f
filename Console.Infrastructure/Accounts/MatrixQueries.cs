using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Inbox;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Accounts;

/// <summary>A place in the directory: position of the agency, then agency, then account.</summary>
public sealed record MatrixPlace(int Order, Guid AgencyId, Guid AccountId)
{
    /// <summary>Packs the place.</summary>
    public string ToCursor() => Cursor.Of(FormattableString.Invariant($"{Order}:{AgencyId:N}:{AccountId:N}"));

    /// <summary>Unpacks a cursor; null for none and for one that is not ours.</summary>
    public static MatrixPlace? Read(string? cursor) =>
        Cursor.TryRead(cursor, out var key) && key.Split(':') is [var order, var agency, var account]
        && int.TryParse(order, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var parsedOrder)
        && Guid.TryParseExact(agency, "N", out var parsedAgency) && Guid.TryParseExact(account, "N", out var parsedAccount)
            ? new MatrixPlace(parsedOrder, parsedAgency, parsedAccount)
            : null;
}

/// <summary>The table of the matrix: every account in directory order, with its own rhythm of the last 28 days. Nothing in it ranks.</summary>
public sealed class MatrixQueries(Work work, TimeProvider time)
{
    /// <summary>Days of the rhythm.</summary>
    public const int Days = 28;

    /// <summary>Days without a post after which an account is close to failing an inspection (two weeks: rules.md A3), warned three days ahead.</summary>
    public const int SilentDays = 11;

    /// <summary>A page of the table; <paramref name="after"/> is the place of the last row of the page before.</summary>
    public Task<Page<MatrixRow>> ListAsync(Actor actor, AccountFilter filter, MatrixPlace? after, int limit, CancellationToken token) =>
        work.ReadAsync(actor, async (db, _) =>
        {
            var joined = AccountFiltering.Apply(db, filter).Join(
                db.Agencies, account => account.AgencyId, agency => agency.Id, (account, agency) => new { Account = account, agency.Order, agency.SectorCode });
            if (after is { } last)
            {
                joined = joined.Where(row => EF.Functions.GreaterThan(
                    ValueTuple.Create(row.Order, row.Account.AgencyId, row.Account.Id), ValueTuple.Create(last.Order, last.AgencyId, last.AccountId)));
            }

            var found = await joined.OrderBy(row => row.Order).ThenBy(row => row.Account.AgencyId).ThenBy(row => row.Account.Id).Take(limit + 1)
                .Select(row => new { row.Account.Id, row.Account.AgencyId, row.Order, row.SectorCode, row.Account.Responsible, row.Account.Checks, row.Account.CheckedAt })
                .ToListAsync(token);
            var shown = found.Take(limit).ToList();
            var ids = shown.ConvertAll(row => row.Id);
            var now = time.GetUtcNow();
            var rows = (await AccountFiltering.CompleteAsync(
                db, await db.Accounts.Where(account => ids.Contains(account.Id)).Select(AccountFiltering.Row).ToListAsync(token), now, token)).ToDictionary(row => row.Id);
            var sectors = await db.Sectors.ToDictionaryAsync(sector => sector.Code, token);
            var days = await DaysAsync(db, ids, now, token);
            var waiting = await db.Threads.Where(thread => ids.Contains(thread.AccountId) && thread.Status == ThreadStatus.Waiting)
                .GroupBy(thread => thread.AccountId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, token);
            var items = shown.ConvertAll(row =>
            {
                var sector = sectors[row.SectorCode];
                return new MatrixRow(rows[row.Id], sector.Code, sector.Name, sector.Letter, sector.Color, row.Responsible)
                {
                    Days = days[row.Id],
                    Health = AccountFiltering.HealthOf(row.CheckedAt, row.Checks),
                    FailedChecks = [.. row.Checks.Where(check => check.Ok == false).Select(check => check.Name)],
                    WaitingThreads = waiting.GetValueOrDefault(row.Id),
                };
            });
            return new Page<MatrixRow>(items, found.Count > limit ? new MatrixPlace(shown[^1].Order, shown[^1].AgencyId, shown[^1].Id).ToCursor() : null);
        }, token);

    /// <summary>The figures on the tabs, for the same agency.</summary>
    public Task<MatrixCounts> CountsAsync(Actor actor, Guid? agency, CancellationToken token) =>
        work.ReadAsync(actor, async (db, _) =>
        {
            var all = new AccountFilter { Agency = agency };
            Task<int> Of(AccountFilter filter) => AccountFiltering.Apply(db, filter).CountAsync(token);
            return new MatrixCounts(
                await Of(all),
                await db.Agencies.CountAsync(row => agency == null || db.AgencyLineage.Any(line => line.AgencyId == row.Id && line.AncestorId == agency), token),
                await Of(all with { Health = CredentialHealth.Bad, Statuses = [AccountStatus.Active, AccountStatus.Applied, AccountStatus.Verifying] }),
                await Of(all with { SilentSince = SilentSince() }),
                await Of(all with { Statuses = [AccountStatus.Applied, AccountStatus.Verifying] }),
                await Of(all with { Statuses = [AccountStatus.Suspended] }));
        }, token);

    /// <summary>The start of the Shanghai day since which a silent account has published nothing.</summary>
    public DateTimeOffset SilentSince() => BusinessTime.StartOf(BusinessTime.DayOf(time.GetUtcNow()).AddDays(1 - SilentDays));

    private static async Task<Dictionary<Guid, bool[]>> DaysAsync(ConsoleDb db, List<Guid> ids, DateTimeOffset now, CancellationToken token)
    {
        var first = BusinessTime.DayOf(now).AddDays(1 - Days);
        var from = BusinessTime.StartOf(first);
        var went = await db.Posts.Where(post => ids.Contains(post.AccountId) && post.CalendarAt >= from && post.PublishedAt >= from
                && (post.Status == PostStatus.Published || post.Status == PostStatus.Recalled))
            .Select(post => new { post.AccountId, At = post.PublishedAt!.Value }).ToListAsync(token);
        var days = ids.ToDictionary(id => id, _ => new bool[Days]);
        foreach (var post in went)
        {
            var index = BusinessTime.DayOf(post.At).DayNumber - first.DayNumber;
            if (index is >= 0 and < Days)
            {
                days[post.AccountId][index] = true;
            }
        }

        return days;
    }
}
