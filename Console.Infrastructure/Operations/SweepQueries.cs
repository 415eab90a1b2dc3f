using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Operations;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Operations;

/// <summary>What the sweeper found and only a person can put right.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="PostId">The post.</param>
/// <param name="Title">Of its first article.</param>
/// <param name="AccountName">Its account.</param>
/// <param name="AgencyName">Whose.</param>
/// <param name="Since">Since when it lies there, UTC.</param>
public sealed record FindingRow(SweepKind Kind, Guid PostId, string Title, string AccountName, string AgencyName, DateTimeOffset Since);

/// <summary>What the sweeper found within the actor's scope.</summary>
/// <param name="Open">For a person, the longest forgotten first.</param>
/// <param name="PutRight">How much it put right within a day.</param>
public sealed record SweepView(IReadOnlyList<FindingRow> Open, int PutRight);

/// <summary>Reads what the sweeper found.</summary>
public sealed class SweepQueries(Work work, TimeProvider time)
{
    private const int Most = 50;

    /// <summary>What lies open, and what was put right.</summary>
    public Task<SweepView> ViewAsync(Actor actor, CancellationToken token) =>
        work.ReadAsync(actor, async (db, _) =>
        {
            var open = await db.SweepFindings.Where(row => row.EndedAt == null).OrderBy(row => row.Since).ThenBy(row => row.Id).Take(Most)
                .Join(db.Posts, row => row.PostId, post => post.Id, (row, post) => new { row.Kind, row.PostId, row.Since, post.Title, post.AccountId, post.AgencyId })
                .Join(db.Accounts, row => row.AccountId, account => account.Id, (row, account) => new { Row = row, Account = account.Name })
                .Join(db.Agencies, row => row.Row.AgencyId, agency => agency.Id, (row, agency) => new FindingRow(row.Row.Kind, row.Row.PostId, row.Row.Title, row.Account, agency.Name, row.Row.Since))
                .ToListAsync(token);
            var day = time.GetUtcNow().AddDays(-1);
            return new SweepView([.. open.OrderBy(row => row.Since)], await db.SweepFindings.CountAsync(row => row.PutRightAt >= day, token));
        }, token);
}
