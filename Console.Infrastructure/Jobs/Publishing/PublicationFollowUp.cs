using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Publishing;
using GovAccountConsole.Infrastructure.Weixin;
using Microsoft.Extensions.Options;

namespace GovAccountConsole.Infrastructure.Jobs.Publishing;

/// <summary>
/// Finds out what became of a hand-over. The platform's event is the usual way; looking is the way back when an event or an answer was lost,
/// and sparse, because a day has only a hundred looks.
/// </summary>
internal sealed class PublicationFollowUp(DeliveryBook book, PublicationLookup lookup, WeixinGateway gateway, IOptions<PublishingOptions> options, TimeProvider time)
{
    private const int JobUnknown = 53502;
    private static readonly TimeSpan _givenUp = TimeSpan.FromHours(24);
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan _sendKeyLife = TimeSpan.FromHours(23);

    /// <summary>Looks at an accepted job, one that waits for the administrator, or one that nobody knows about.</summary>
    public async Task LookAsync(DeliveryOrder order, CancellationToken token)
    {
        if (order.JobId is not { } jobId)
        {
            if (order.Channel == Channel.Publish) await ResolveAsync(order, token);
            else await book.WriteAsync(order.Claim, (delivery, _) => delivery.LoseTrack(Troubles.ResultMissing, null), token);
            return;
        }

        if (order.Channel == Channel.Publish) await LookAtPublicationAsync(order, jobId, token);
        else await LookAtPushAsync(order, jobId, token);
    }

    /// <summary>Settles a submission whose answer was lost. Only lists decide, and only after they had time to show it.</summary>
    public async Task ResolveAsync(DeliveryOrder order, CancellationToken token)
    {
        var found = await lookup.AskAsync(order, token);
        var since = order.InDoubtSince ?? order.DraftMadeAt;
        await book.WriteAsync(order.Claim, (delivery, now) =>
        {
            var waited = now - since;
            var settled = waited >= options.Value.SettleAfter;
            if (found.Verdict == LookupVerdict.Happened)
            {
                delivery.Succeed(found.ArticleId, found.Urls ?? []);
            }
            else if (order.Status == PublicationStatus.Unconfirmed)
            {
                // A person has been asked: go on looking, never sending.
                delivery.LoseTrack(delivery.Publication.Trouble ?? Troubles.ResultMissing, waited < _givenUp ? now + Pause(waited) : null);
            }
            else if (found.Verdict == LookupVerdict.DraftRemains && settled)
            {
                delivery.Publication.End(PublicationStepName.Submit, StepState.Failed, now);
                delivery.Publication.Later(now);
            }
            else if (found.Verdict == LookupVerdict.Vanished && waited >= 3 * options.Value.SettleAfter)
            {
                delivery.LoseTrack(Troubles.DraftVanished, now + Pause(waited));
            }
            else if (found.Verdict == LookupVerdict.NotKnown && waited >= _patience)
            {
                delivery.LoseTrack(Troubles.ResultMissing, now + Pause(waited));
            }
            else
            {
                var rest = options.Value.SettleAfter - waited;
                delivery.Publication.Later(now + (rest > TimeSpan.Zero && found.Verdict == LookupVerdict.DraftRemains ? rest : TimeSpan.FromSeconds(15)));
            }
        }, token);
    }

    /// <summary>Whether a push whose answer was lost may be made again under its key: within the key's life and while it is not too late.</summary>
    public async Task<bool> MayRepeatAsync(DeliveryOrder order, CancellationToken token)
    {
        var now = time.GetUtcNow();
        if (now - order.InDoubtSince < _sendKeyLife && now - order.DueAt <= options.Value.LateAfter) return true;
        await book.WriteAsync(order.Claim, (delivery, _) => delivery.LoseTrack(Troubles.ResultMissing, null), token);
        return false;
    }

    private async Task LookAtPublicationAsync(DeliveryOrder order, string jobId, CancellationToken token)
    {
        var answer = await gateway.Publishing.GetAsync(order.Account, jobId, token);
        await book.WriteAsync(order.Claim, (delivery, now) =>
        {
            if (answer.Value is { } result && delivery.Apply(result.PublishStatus, result.ArticleId, Urls(result))) return;
            if (answer.Error?.Code == JobUnknown) delivery.LoseTrack(Troubles.ResultMissing, null);
            else LookAgain(order, delivery, now);
        }, token);
    }

    private async Task LookAtPushAsync(DeliveryOrder order, string jobId, CancellationToken token)
    {
        var answer = await gateway.Mass.GetAsync(order.Account, jobId, token);
        await book.WriteAsync(order.Claim, (delivery, now) =>
        {
            switch (answer.Value?.MsgStatus.ToUpperInvariant())
            {
                case "SEND_SUCCESS" or "DELETE":
                    delivery.Succeed(null, []);
                    break;
                case "SEND_FAIL":
                    delivery.Fail(Troubles.MassResult(null));
                    break;
                default:
                    LookAgain(order, delivery, now);
                    break;
            }
        }, token);
    }

    private static void LookAgain(DeliveryOrder order, Settlement delivery, DateTimeOffset now)
    {
        var waited = now - (order.HandedOverAt ?? order.DueAt);
        if (waited >= _givenUp) delivery.LoseTrack(Troubles.ResultMissing, null);
        else if (order.Status == PublicationStatus.AwaitingAdmin) delivery.AwaitAdmin(delivery.Publication.Trouble ?? Troubles.ResultMissing, now + Pause(waited));
        else delivery.Publication.Later(now + Pause(waited));
    }

    private static TimeSpan Pause(TimeSpan waited) => waited.TotalMinutes switch
    {
        < 1 => TimeSpan.FromSeconds(20),
        < 5 => TimeSpan.FromMinutes(1),
        < 15 => TimeSpan.FromMinutes(5),
        < 60 => TimeSpan.FromMinutes(15),
        _ => TimeSpan.FromHours(1),
    };

    private static IReadOnlyList<string> Urls(PublishResult result) =>
        [.. (result.ArticleDetail?.Item ?? []).OrderBy(item => item.Idx).Select(item => item.ArticleUrl).Where(url => url.Length > 0)];
}
