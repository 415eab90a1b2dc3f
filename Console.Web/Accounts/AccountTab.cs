using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Infrastructure.Accounts;

namespace GovAccountConsole.Web.Accounts;

/// <summary>A saved view of the matrix table.</summary>
/// <param name="Name">Its value in the address; empty for all.</param>
/// <param name="Key">Key of its word in <see cref="AccountsText"/>.</param>
/// <param name="Narrow">What it narrows the filter to.</param>
/// <param name="Count">Its figure.</param>
public sealed record AccountTab(string Name, string Key, Func<AccountFilter, DateTimeOffset, AccountFilter> Narrow, Func<MatrixCounts, int> Count)
{
    /// <summary>The tabs in order.</summary>
    public static IReadOnlyList<AccountTab> All { get; } =
    [
        new(string.Empty, "Tab.All", (filter, _) => filter, counts => counts.All),
        new("mend", "Tab.Mend", (filter, _) => filter with { Health = CredentialHealth.Bad, Statuses = [AccountStatus.Active, AccountStatus.Applied, AccountStatus.Verifying] }, counts => counts.ToMend),
        new("silent", "Tab.Silent", (filter, since) => filter with { SilentSince = since }, counts => counts.Silent),
        new("joining", "Tab.Joining", (filter, _) => filter with { Statuses = [AccountStatus.Applied, AccountStatus.Verifying] }, counts => counts.Joining),
        new("suspended", "Tab.Suspended", (filter, _) => filter with { Statuses = [AccountStatus.Suspended] }, counts => counts.Suspended),
    ];

    /// <summary>The tab of an address; all when unknown.</summary>
    public static AccountTab Find(string? name) => All.FirstOrDefault(tab => tab.Name == name) ?? All[0];
}
