using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;

namespace GovAccountConsole.Infrastructure.Checks.Lists;

/// <summary>What a link of a text may lead to, as the link dialog needs it.</summary>
/// <param name="Sites">Hosts besides government domains.</param>
/// <param name="MiniPrograms">AppID and name of each mini program.</param>
public sealed record LinkAllowList(IReadOnlyList<string> Sites, IReadOnlyList<(string AppId, string Name)> MiniPrograms);

/// <summary>Reads what links may lead to; every signed-in person may.</summary>
public sealed class LinkAllowListQueries(Work work, RuleBooks books, TimeProvider time)
{
    /// <summary>The entries that hold today.</summary>
    public Task<LinkAllowList> GetAsync(Actor actor, CancellationToken token) =>
        work.ReadAsync(actor, async (db, _) =>
        {
            var (sites, today) = ((await books.GetAsync(db, token)).Sites, BusinessTime.DayOf(time.GetUtcNow()));
            return new LinkAllowList([.. sites.Hosts(today)], [.. sites.MiniPrograms(today).Select(rule => (rule.Address, rule.Name))]);
        }, token);
}
