using System.Globalization;
using GovAccountConsole.Domain.Notices;
using GovAccountConsole.Domain.Publishing;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Changes;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Operations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GovAccountConsole.Infrastructure.Jobs.Preflight;

/// <summary>Looks at a batch of deliveries before their slots, keeps what was found and has the owner told once per cause.</summary>
internal sealed class PreflightRunner(Work work, PreflightScenes scenes, PreflightPlatform platform, IOptions<PreflightOptions> options)
{
    private const string Name = "preflight";

    /// <summary>Looks; answers how many findings are new.</summary>
    public async Task<int> RunAsync(ClaimedPreflights claim, CancellationToken token)
    {
        var read = await work.AsSystemAsync<(List<PreflightCase> Cases, bool MayAsk)>(
            Name, async step => (await scenes.ReadAsync(step.Db, claim.Ids, step.Token), await step.WhyNotSendAsync() is null), token);
        var (cases, mayAsk) = read.Value;
        if (mayAsk && cases.Count > 0) cases = await platform.AskAsync(cases, token);
        var kept = await work.AsSystemAsync<int>(Name, step => KeepAsync(step, claim, cases.ToDictionary(one => one.PublicationId)), token);
        return kept.Succeeded ? kept.Value : 0;
    }

    private async Task<Result<int>> KeepAsync(WorkStep step, ClaimedPreflights claim, Dictionary<Guid, PreflightCase> cases)
    {
        var causes = new Dictionary<string, NoticeCause>(StringComparer.Ordinal);
        var count = 0;
        foreach (var row in await step.Db.Preflights.Where(row => row.LeaseToken == claim.LeaseToken).ToListAsync(step.Token))
        {
            if (!cases.TryGetValue(row.PublicationId, out var one) || one.Scene.DueAt <= step.Now)
            {
                row.Rest();
                continue;
            }

            var before = row.OpenCount;
            var hits = one.Scene.Look();
            var fresh = row.Take(hits, step.Now, options.Value.NextAfter(one.Scene.DueAt, step.Now, hits.Count > 0));
            count += fresh.Count;
            foreach (var finding in fresh)
            {
                var cause = CauseOf(one, finding, step.Now);
                causes.TryAdd(cause.Key, cause);
            }

            if (fresh.Count > 0 || row.OpenCount != before) step.Signal(new Change(ChangeKind.Publication, row.PostId, row.AgencyId));
        }

        var keys = causes.Keys.ToArray();
        var known = await step.Db.NoticeCauses.Where(cause => keys.Contains(cause.Key)).Select(cause => cause.Key).ToHashSetAsync(step.Token);
        step.Db.NoticeCauses.AddRange(causes.Where(cause => !known.Contains(cause.Key)).Select(cause => cause.Value));
        return count;
    }

    // What is wrong with an account is told its owner once a day, however many posts wait for it.
    private static NoticeCause CauseOf(PreflightCase one, PreflightFinding finding, DateTimeOffset now)
    {
        var key = PreflightCauses.IsOfAccount(finding.Cause)
            ? string.Create(CultureInfo.InvariantCulture, $"Preflight:{one.AccountId:N}:{finding.Cause}:{one.AuthorId:N}:{BusinessTime.DayOf(now):yyyyMMdd}")
            : string.Create(CultureInfo.InvariantCulture, $"Preflight:{one.PostId:N}:{finding.Cause}:{finding.Since.UtcTicks}");
        return NoticeCause.Keyed(key, NoticeKind.Preflight, new DomainEvent("preflight", "post", one.PostId, one.AgencyId, null, now, string.Join('\n', finding.Args.Prepend(finding.Cause.ToString()))));
    }
}
