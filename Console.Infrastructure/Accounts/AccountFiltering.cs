using System.Linq.Expressions;
using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Planning;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Planning;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Accounts;

/// <summary>Filters and the list projection of accounts.</summary>
internal static class AccountFiltering
{
    /// <summary>What a list shows; agency names and quotas are added for the page only.</summary>
    public static readonly Expression<Func<OfficialAccount, AccountRow>> Row = account => new AccountRow(
        account.Id, account.AgencyId, string.Empty, account.Name, account.AppId, account.Kind, account.Verified, account.Positioning, account.Status,
        account.MassSendLimit, account.CreatedAt, account.LastPublishedAt, account.Version) { ReservedSends = account.ReservedSends };

    public static IQueryable<OfficialAccount> Apply(ConsoleDb db, AccountFilter filter)
    {
        IQueryable<OfficialAccount> accounts = db.Accounts;
        if (filter.Agency is { } agency)
        {
            accounts = accounts.Where(account => db.AgencyLineage.Any(line => line.AgencyId == account.AgencyId && line.AncestorId == agency));
        }

        if (filter.Statuses.Count > 0)
        {
            accounts = accounts.Where(account => filter.Statuses.Contains(account.Status));
        }

        if (filter.Kind is { } kind)
        {
            accounts = accounts.Where(account => account.Kind == kind);
        }

        if (!string.IsNullOrWhiteSpace(filter.Query))
        {
            var pattern = LikePattern.Containing(filter.Query);
            var appId = filter.Query.Trim();
            accounts = accounts.Where(account => EF.Functions.ILike(account.Name, pattern, LikePattern.Escape) || account.AppId == appId);
        }

        if (filter.Sectors.Count > 0)
        {
            accounts = accounts.Where(account => db.Agencies.Any(row => row.Id == account.AgencyId && filter.Sectors.Contains(row.SectorCode)));
        }

        if (!string.IsNullOrWhiteSpace(filter.Region))
        {
            accounts = accounts.Where(account => db.Agencies.Any(row => row.Id == account.AgencyId && row.RegionCode.StartsWith(filter.Region)));
        }

        if (filter.SilentSince is { } since)
        {
            accounts = accounts.Where(account => account.Status == AccountStatus.Active && (account.LastPublishedAt ?? account.CreatedAt) < since);
        }

        return filter.Health is { } health ? WithHealth(accounts, health) : accounts;
    }

    /// <summary>Adds agency names and the state of each quota in its current period: two look-ups for the whole page.</summary>
    public static async Task<IReadOnlyList<AccountRow>> CompleteAsync(ConsoleDb db, IReadOnlyList<AccountRow> rows, DateTimeOffset now, CancellationToken token)
    {
        if (rows.Count == 0)
        {
            return rows;
        }

        var agencyIds = rows.Select(row => row.AgencyId).Distinct().ToArray();
        var names = await db.Agencies.Where(agency => agencyIds.Contains(agency.Id)).ToDictionaryAsync(agency => agency.Id, agency => agency.Name, token);
        var ids = rows.Select(row => row.Id).ToArray();
        var (from, _) = Quota.Of(AccountKind.Service, null).PeriodOf(now);
        var pushes = (await PushLedger.ReadAsync(db, ids, from, null, token)).ToLookup(push => push.AccountId);
        return
        [
            .. rows.Select(row =>
            {
                var quota = Quota.Of(row.Kind, row.MassSendLimit, row.ReservedSends);
                var (begin, end) = quota.PeriodOf(now);
                bool IsNow(Push push) => push.At >= begin && push.At < end;
                return row with
                {
                    AgencyName = names.GetValueOrDefault(row.AgencyId, string.Empty),
                    Quota = new QuotaView(quota.Period, quota.Limit, quota.UsedAt(now, PushLedger.Times(pushes[row.Id], quota)))
                    {
                        Reserved = quota.Reserved,
                        Elsewhere = pushes[row.Id].Count(push => push.Source == PushSource.Outside && IsNow(push)),
                        IsRefused = pushes[row.Id].Any(push => push.Source == PushSource.Refusal && IsNow(push)),
                    },
                };
            }),
        ];
    }

    /// <summary>How the last live test went.</summary>
    public static CredentialHealth HealthOf(DateTimeOffset? checkedAt, IReadOnlyList<CredentialCheck> checks) =>
        checkedAt is null ? CredentialHealth.Untested
        : checks.Any(check => check.Ok == false) ? CredentialHealth.Bad
        : CredentialHealth.Good;

    private static IQueryable<OfficialAccount> WithHealth(IQueryable<OfficialAccount> accounts, CredentialHealth health) => health switch
    {
        CredentialHealth.Untested => accounts.Where(account => account.CheckedAt == null),
        CredentialHealth.Bad => accounts.Where(account => account.CheckedAt != null && EF.Functions.JsonContains(account.Checks, FailedCheck)),
        _ => accounts.Where(account => account.CheckedAt != null && !EF.Functions.JsonContains(account.Checks, FailedCheck)),
    };

    private const string FailedCheck = """[{"ok":false}]""";
}
