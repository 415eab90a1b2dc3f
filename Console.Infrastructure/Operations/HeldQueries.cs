using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Operations;
using GovAccountConsole.Domain.Publishing;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Operations;

/// <summary>Reads what the stop, a mute or lateness has held up, within the actor's scope.</summary>
public sealed class HeldQueries(Work work, EnvironmentIdentity environment, TimeProvider time)
{
    /// <summary>Held posts, the earliest slot first.</summary>
    /// <param name="actor">Who looks.</param>
    /// <param name="after">Place of the last row of the page before.</param>
    /// <param name="limit">Rows of a page.</param>
    /// <param name="token">Ends the work early.</param>
    public Task<Page<HeldRow>> ListAsync(Actor actor, (DateTimeOffset At, Guid Id)? after, int limit, CancellationToken token) =>
        work.ReadAsync(actor, async (db, current) =>
        {
            var held = await HeldAsync(db, token);
            if (after is { } last)
            {
                held = held.Where(row => row.DueAt > last.At || row.DueAt == last.At && row.PostId > last.Id);
            }

            var rows = await held.OrderBy(row => row.DueAt).ThenBy(row => row.PostId).Take(limit + 1)
                .Join(db.Posts, row => row.PostId, post => post.Id, (row, post) => new { row.PostId, post.Title, row.AccountId, row.AgencyId, row.DueAt, row.NextAttemptAt, row.Trouble })
                .Join(db.Accounts, row => row.AccountId, account => account.Id, (row, account) => new { Row = row, Account = account.Name })
                .Join(db.Agencies, row => row.Row.AgencyId, agency => agency.Id, (row, agency) => new { row.Row, row.Account, Agency = agency.Name })
                .OrderBy(row => row.Row.DueAt).ThenBy(row => row.Row.PostId).ToListAsync(token);
            var agencies = rows.Select(row => row.Row.AgencyId).Distinct().ToArray();
            var lineage = (await db.AgencyLineage.Where(line => agencies.Contains(line.AgencyId)).ToListAsync(token)).ToLookup(line => line.AgencyId, line => line.AncestorId);
            return Cursor.Page(
                rows.ConvertAll(row => new HeldRow(
                    row.Row.PostId, row.Row.Title, row.Row.AccountId, row.Account, row.Row.AgencyId, row.Agency, row.Row.DueAt, row.Row.Trouble, row.Row.NextAttemptAt == null,
                    HeldPosts.MayDecide(current, [.. lineage[row.Row.AgencyId]]))),
                limit, row => Cursor.Of(row.DueAt, row.PostId));
        }, token);

    /// <summary>How many posts are held.</summary>
    public Task<int> CountAsync(Actor actor, CancellationToken token) =>
        work.ReadAsync(actor, async (db, _) => await (await HeldAsync(db, token)).CountAsync(token), token);

    // While sending is on, what waits for nobody is the engine's business.
    private async Task<IQueryable<Publication>> HeldAsync(ConsoleDb db, CancellationToken token)
    {
        var matrix = await db.Matrix.SingleAsync(state => state.Id == MatrixState.TheId, token);
        var waiting = HeldPosts.Waiting(db);
        return matrix.Stopped || matrix.IsMuted(environment.Value) ? waiting.Union(HeldPosts.Stopped(db, time.GetUtcNow())) : waiting;
    }
}
