using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Publishing;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Accounts;

/// <summary>Reads accounts within the actor's scope. No answer carries a secret.</summary>
public sealed class AccountQueries(Work work, TimeProvider time)
{
    private const int MostElsewhere = 10;

    /// <summary>Accounts, newest first; <paramref name="after"/> is the last id of the page before.</summary>
    public Task<Page<AccountRow>> ListAsync(Actor actor, AccountFilter filter, Guid? after, int limit, CancellationToken token) =>
        work.ReadAsync(actor, async (db, _) =>
        {
            var accounts = AccountFiltering.Apply(db, filter);
            if (after is { } last)
            {
                accounts = accounts.Where(account => account.Id < last);
            }

            var rows = await accounts.OrderByDescending(account => account.Id).Take(limit + 1).Select(AccountFiltering.Row).ToListAsync(token);
            return Cursor.Page(await AccountFiltering.CompleteAsync(db, rows, time.GetUtcNow(), token), limit, row => Cursor.Of(row.Id));
        }, token);

    /// <summary>How many accounts a filter finds.</summary>
    public Task<int> CountAsync(Actor actor, AccountFilter filter, CancellationToken token) =>
        work.ReadAsync(actor, (db, _) => AccountFiltering.Apply(db, filter).CountAsync(token), token);

    /// <summary>An account whole; null when absent or out of scope.</summary>
    public Task<AccountDetail?> GetAsync(Actor actor, Guid id, CancellationToken token) =>
        work.ReadAsync<AccountDetail?>(actor, async (db, current) =>
        {
            if (await db.Accounts.SingleOrDefaultAsync(row => row.Id == id, token) is not { } account)
            {
                return null;
            }

            var rows = await db.Accounts.Where(row => row.Id == id).Select(AccountFiltering.Row).ToListAsync(token);
            var agency = await db.Agencies.Where(row => row.Id == account.AgencyId).Select(row => new { row.Path, row.SectorCode }).SingleAsync(token);
            var lineage = await db.AgencyLineage.Where(line => line.AgencyId == account.AgencyId).Select(line => line.AncestorId).ToArrayAsync(token);
            return new AccountDetail((await AccountFiltering.CompleteAsync(db, rows, time.GetUtcNow(), token))[0])
            {
                AgencyPath = agency.Path,
                SectorCode = agency.SectorCode,
                OriginalId = account.OriginalId,
                Responsible = account.Responsible,
                FilingNumber = account.FilingNumber,
                StatusReason = account.StatusReason,
                Followers = account.Followers,
                QuotaReason = account.QuotaReason,
                SentElsewhere = await db.OutsideSends.Where(send => send.AccountId == id).OrderByDescending(send => send.At).Select(send => send.At).Take(MostElsewhere).ToListAsync(token),
                Calls = await db.Set<CallBudget>().Where(row => row.AccountId == id && row.Day == BusinessTime.DayOf(time.GetUtcNow())).ToListAsync(token),
                ApplicantId = account.ApplicantId,
                ApplicantName = await db.Users.Where(person => person.Id == account.ApplicantId).Select(person => person.Name).SingleOrDefaultAsync(token),
                HasAppSecret = account.SealedAppSecret is not null,
                HasToken = account.SealedToken is not null,
                HasEncodingAesKey = account.SealedEncodingAesKey is not null,
                Checks = account.Checks,
                CheckedAt = account.CheckedAt,
                AllowedActions = AccountActions.For(account.Status, account.ApplicantId, current, lineage),
            };
        }, token);

    /// <summary>Names of accounts for a chooser, active ones first, by name.</summary>
    public Task<IReadOnlyList<AccountRow>> ChoiceAsync(Actor actor, AccountFilter filter, int limit, CancellationToken token) =>
        work.ReadAsync(actor, async (db, _) =>
        {
            var rows = await AccountFiltering.Apply(db, filter).OrderByDescending(account => account.Status == AccountStatus.Active)
                .ThenBy(account => account.Name).ThenBy(account => account.Id).Take(limit).Select(AccountFiltering.Row).ToListAsync(token);
            return await AccountFiltering.CompleteAsync(db, rows, time.GetUtcNow(), token);
        }, token);
}
