using System.Globalization;
using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Publishing;
using GovAccountConsole.Infrastructure.Jobs.Publishing;
using GovAccountConsole.Infrastructure.Weixin;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GovAccountConsole.Infrastructure.Jobs.Preflight;

/// <summary>
/// Tries an account's token and interface with one harmless question, and brings pictures to the platform in advance. What the platform only
/// fails to answer is no finding: moods pass.
/// </summary>
internal sealed class PreflightPlatform(
    WeixinGateway gateway, CallBudgets budgets, TokenKeeper tokens, PublicationMedia media, IOptions<PreflightOptions> options, TimeProvider time, ILogger<PreflightPlatform> log)
{
    // So shortly before the slot the engine needs the connections: the token is only had ready.
    private static readonly TimeSpan _busy = TimeSpan.FromMinutes(10);

    /// <summary>Asks for each account once; answers the cases with what the platform said.</summary>
    public async Task<List<PreflightCase>> AskAsync(List<PreflightCase> cases, CancellationToken token)
    {
        var said = new System.Collections.Concurrent.ConcurrentDictionary<Guid, PreflightHit>();
        await Parallel.ForEachAsync(
            cases.Where(one => one.Scene.Account == AccountStatus.Active).GroupBy(one => one.AccountId),
            new ParallelOptions { MaxDegreeOfParallelism = options.Value.Questions, CancellationToken = token },
            async (account, stop) =>
            {
                if (await HitAsync(account.First(), stop) is { } hit) said[account.Key] = hit;
                else await WarmAsync(account, stop);
            });
        return cases.ConvertAll(one => said.TryGetValue(one.AccountId, out var hit) ? one with { Scene = one.Scene with { Platform = hit } } : one);
    }

    private async Task<PreflightHit?> HitAsync(PreflightCase one, CancellationToken token)
    {
        var account = new WeixinAccount(one.AppId);
        var error = one.Scene.DueAt - time.GetUtcNow() < _busy ? (await tokens.GetAsync(one.AppId, null, token)).Error
            : one.Channel == Channel.Publish ? (await budgets.AskAsync(one.AccountId, CallInterface.PublishedList, Asker.Machine, () => gateway.Publishing.BatchGetAsync(account, 0, 1, withContent: false, token), token))?.Error
            : (await gateway.Drafts.BatchGetAsync(account, 0, 1, withContent: false, token)).Error;
        if (error is null) return null;
        PreflightCause? cause = error.Code switch
        {
            WeixinErrors.AddressNotAllowed or 61004 or 89501 or 89503 or 89506 or 89507 => PreflightCause.AddressNotAllowed,
            40001 or 40013 or 40014 or 40125 or 40243 or 41002 or 41004 or 42001 or 50004 or 50007 or 61003 or 61023 => PreflightCause.Token,
            WeixinErrors.NotPermitted or 48004 or 50002 or 53500 or 61007 => PreflightCause.Permission,
            _ => null,
        };
        return cause is { } known ? new PreflightHit(known, [error.Code.ToString(CultureInfo.InvariantCulture)]) : null;
    }

    private async Task WarmAsync(IEnumerable<PreflightCase> cases, CancellationToken token)
    {
        foreach (var one in cases.Where(one => one.Scene.DueAt - time.GetUtcNow() <= options.Value.Second && !one.Scene.Look().Any(hit => PreflightCauses.Stops(hit.Cause))))
        {
            var order = new DeliveryOrder(
                new ClaimedPublication(one.PublicationId, Guid.Empty), one.AccountId, new WeixinAccount(one.AppId), one.Channel, PublicationStatus.Waiting, string.Empty, one.Scene.Content,
                null, null, null, null, time.GetUtcNow(), null, one.Scene.DueAt, 0);
            var prepared = await media.PrepareAsync(order, token);
            if (prepared.Articles is null) log.LogInformation("Pictures of {Delivery} could not be brought in advance: {Code}", one.PublicationId, prepared.Error?.Code);
        }
    }
}
