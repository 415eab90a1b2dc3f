using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Publishing;
using GovAccountConsole.Infrastructure.Weixin;
using Microsoft.Extensions.Options;

namespace GovAccountConsole.Infrastructure.Jobs.Publishing;

/// <summary>
/// Finds out what became of a hand-over. The platform's event is the usual way; looking is the way back when an event or an answer was lost,
/// and sparse, because a day has only a hundred looks.
/// </summary>
internal sealed class PublicationFollowUp(DeliveryBook book, PublicationLookup lookup, WeixinGateway gateway, CallBudgets budgets, IOptions<PublishingOptions> options, TimeProvider time)
{
    private static readonly TimeSpan _givenUp = TimeSpan.FromDays(7);
    private static readonly TimeSpan _betweenLooks = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan _sendKeyLife = TimeSpan.FromHours(23);

    /// <summary>Looks at an accepted job, one that waits for the administrator, or one that nobody knows about.</summary>
    public async Task LookAsync(DeliveryOrder order, CancellationToken token)
    {
        if (order.JobId is not { } jobId)
        {
            await ResolveAsync(order, token);
            return;
        }

        if (order.Channel == Channel.Publish) await LookAtPublicationAsync(order, jobId, token);
        else await LookAtPushAsync(order, jobId, token);
    }

    /// <summary>
    /// Looks for a submission whose answer was lost. Found is published; anything else is, once the lists had time to show it, a question to
    /// a person. Nothing is ever sent from here, however much speaks for "it did not happen".
    /// </summary>
    public async Task ResolveAsync(DeliveryOrder order, CancellationToken token)
    {
        var seen = await lookup.AskAsync(order.Question, Asker.Machine, token);
        var since = order.InDoubtSince ?? order.FirstDoubtAt ?? order.DraftMadeAt;
        await book.WriteAsync(order.Claim, (delivery, now) =>
        {
            if (delivery.Apply(seen) || AdminConfirmation.Settle(delivery, seen, now)) return;
            var waited = now - since;
            var patience = Patience(seen);
            if (order.Status == PublicationStatus.Unconfirmed) delivery.LoseTrack(delivery.Publication.Trouble ?? TroubleOf(seen), NextLook(now, waited));
            else if (waited >= patience) delivery.LoseTrack(TroubleOf(seen), NextLook(now, waited));
            else delivery.Publication.Later(now + Least(patience - waited, _betweenLooks));
        }, token);
    }

    /// <summary>Whether a push whose answer was lost may be made again under its key: within the key's life and while it is not too late.</summary>
    public async Task<bool> MayRepeatAsync(DeliveryOrder order, CancellationToken token)
    {
        var now = time.GetUtcNow();
        if (now - order.InDoubtSince < _sendKeyLife && now - order.DueAt <= options.Value.LateAfter) return true;
        await ResolveAsync(order, token);
        return false;
    }

    /// <summary>
    /// Looks once more before something is sent again that a person found not to have been sent; false when it was found after all, or when
    /// the platform cannot be asked now.
    /// </summary>
    public async Task<bool> IsStillUnsentAsync(DeliveryOrder order, CancellationToken token)
    {
        if (order is not { FirstDoubtAt: not null, Channel: Channel.Publish }) return true;
        var seen = await lookup.AskAsync(order.Question, Asker.ForPerson, token);
        return await book.WriteAsync(order.Claim, (_, delivery) =>
        {
            if (delivery.Apply(seen)) return Task.FromResult(false);
            var unsent = seen.Saw(SightingPlace.PublishedList) == Sight.Absent;
            if (!unsent) delivery.Publication.Later(time.GetUtcNow() + order.Backoff);
            return Task.FromResult(unsent);
        }, token);
    }

    // A draft that is still there and a list without it speak for "not sent"; where one of the two is missing the lists get longer to catch up.
    private TimeSpan Patience(LookupResult seen) =>
        seen.Saw(SightingPlace.DraftBox) == Sight.Present && seen.Saw(SightingPlace.PublishedList) is Sight.Absent or null
            ? options.Value.SettleAfter
            : 3 * options.Value.SettleAfter;

    private static Trouble TroubleOf(LookupResult seen) => (seen.Saw(SightingPlace.PublishedList), seen.Saw(SightingPlace.DraftBox)) switch
    {
        (Sight.Absent, Sight.Present) => Troubles.DraftRemains,
        (Sight.Absent, Sight.Absent) => Troubles.DraftVanished,
        _ => Troubles.ResultMissing,
    };

    private static DateTimeOffset? NextLook(DateTimeOffset now, TimeSpan waited) => waited < _givenUp ? now + Pause(waited) : null;

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private async Task LookAtPublicationAsync(DeliveryOrder order, string jobId, CancellationToken token)
    {
        var answer = await budgets.AskAsync(
            order.AccountId, CallInterface.PublishStatus, Asker.Machine, () => gateway.Publishing.GetAsync(order.Account, jobId, token), token);
        if (answer?.Error is { IsGone: true } error)
        {
            // The platform took the job and knows nothing of it: the lists may still show what became of it.
            await book.WriteAsync(order.Claim, (delivery, now) => delivery.Publication.Note(
                new(SightingPlace.Job, Sight.Absent, now, now, 1, error.Code, error.Rid)), token);
            await ResolveAsync(order, token);
            return;
        }

        await book.WriteAsync(order.Claim, (delivery, now) =>
        {
            if (answer?.Value is { } result && delivery.Apply(result.PublishStatus, result.ArticleId, Urls(result))) return;
            LookAgain(order, delivery, now);
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
                    if (!AdminConfirmation.Fail(delivery)) delivery.Fail(Troubles.MassResult(null));
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
        < 24 * 60 => TimeSpan.FromHours(1),
        _ => TimeSpan.FromHours(6),
    };

    private static IReadOnlyList<string> Urls(PublishResult result) =>
        [.. (result.ArticleDetail?.Item ?? []).OrderBy(item => item.Idx).Select(item => item.ArticleUrl).Where(url => url.Length > 0)];
}
