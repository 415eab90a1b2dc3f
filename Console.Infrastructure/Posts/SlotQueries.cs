using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Planning;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Planning;
using GovAccountConsole.Infrastructure.Reviews;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Posts;

/// <summary>An account as somebody sees it who chooses a time for a post.</summary>
/// <param name="Id">The account.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Subscription or service account.</param>
/// <param name="Status">Where in its life it stands.</param>
/// <param name="Followers">Followers as last read; a size for confirmations.</param>
/// <param name="SectorLetter">Letter of the sector's square.</param>
/// <param name="SectorColor">Colour of the sector.</param>
/// <param name="Steps">Names of the review steps in order.</param>
/// <param name="Quota">Pushes allowed per period.</param>
/// <param name="Taken">Times of its other mass sends that use up quota.</param>
/// <param name="MayWrite">Whether the actor may write for it.</param>
public sealed record AccountSlots(
    Guid Id, string Name, AccountKind Kind, AccountStatus Status, int? Followers, string SectorLetter, string SectorColor,
    IReadOnlyList<string> Steps, Quota Quota, IReadOnlyList<DateTimeOffset> Taken, bool MayWrite)
{
    /// <summary>Pushes left in the period of <paramref name="at"/>.</summary>
    public int LeftAt(DateTimeOffset at) => Quota.LeftAt(at, Taken);
}

/// <summary>Reads which times an account still has.</summary>
public sealed class SlotQueries(Work work, TimeProvider time)
{
    private const int MostAccounts = 200;

    /// <summary>The account with its quota; null when absent or out of scope.</summary>
    /// <param name="actor">Who plans.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="except">The post that is being planned: its own slot is not counted.</param>
    /// <param name="token">Ends the work early.</param>
    public Task<AccountSlots?> OfAccountAsync(Actor actor, Guid accountId, Guid? except, CancellationToken token) =>
        work.ReadAsync(actor, async (db, current) =>
        {
            var found = await (from account in db.Accounts
                               join agency in db.Agencies on account.AgencyId equals agency.Id
                               join sector in db.Sectors on agency.SectorCode equals sector.Code
                               where account.Id == accountId
                               select new { Account = account, sector.Letter, sector.Color }).SingleOrDefaultAsync(token);
            if (found is null)
            {
                return null;
            }

            var row = found.Account;
            var facts = await PlanLoading.FactsAsync(db, row, Channel.Publish, [], null, token);
            var plan = PlanChoice.For(await PlanLoading.InForceAsync(db, token), facts).Plan;
            var emergency = await db.Posts.AnyAsync(post => post.Id == except && post.Emergency != null, token);
            var quota = row.Quota.For(emergency);
            var taken = PushLedger.Times(await PushLedger.ReadAsync(db, [accountId], time.GetUtcNow() - PushLedger.Back, except, token), quota);
            var lineage = await db.AgencyLineage.Where(line => line.AgencyId == row.AgencyId).Select(line => line.AncestorId).ToListAsync(token);
            return new AccountSlots(
                row.Id, row.Name, row.Kind, row.Status, row.Followers, found.Letter, found.Color, [.. plan.Steps.Select(step => step.Name)],
                quota, taken, current.Can(Permission.WritePosts, lineage));
        }, token);

    /// <summary>Accounts the actor may write for, in directory order.</summary>
    public Task<IReadOnlyList<(Guid Id, string Name, string Agency)>> WritableAsync(Actor actor, CancellationToken token) =>
        work.ReadAsync<IReadOnlyList<(Guid, string, string)>>(actor, async (db, current) =>
        {
            var roots = current.RootsWith(Permission.WritePosts).ToArray();
            var rows = await (from account in db.Accounts
                              join agency in db.Agencies on account.AgencyId equals agency.Id
                              where account.Status != AccountStatus.Closed
                                  && db.AgencyLineage.Any(line => line.AgencyId == account.AgencyId && roots.Contains(line.AncestorId))
                              orderby agency.Order, agency.Path, account.Name
                              select new { account.Id, account.Name, Agency = agency.Name }).Take(MostAccounts).ToListAsync(token);
            return [.. rows.Select(row => (row.Id, row.Name, row.Agency))];
        }, token);
}
