using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Publishing;
using GovAccountConsole.Infrastructure.Weixin;
using Microsoft.Extensions.Logging;

namespace GovAccountConsole.Infrastructure.Jobs.Publishing;

/// <summary>
/// Takes one delivery as far as it goes: pictures, draft, hand-over; then <see cref="PublicationFollowUp"/> looks after the result. Each
/// intent is committed before its call and each result after it; the hand-over is never repeated blindly (docs/decisions/0010).
/// </summary>
internal sealed class PublicationRunner(
    DeliveryBook book, PublicationMedia media, PublicationFollowUp followUp, WeixinGateway gateway, CallBudgets budgets, ILogger<PublicationRunner> log)
{
    private static readonly TimeSpan _firstLook = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan _rateLimitPause = TimeSpan.FromSeconds(65);
    private static readonly TimeSpan _longPause = TimeSpan.FromMinutes(5);

    /// <summary>How long the account's administrator has, and a little more.</summary>
    private static readonly TimeSpan _confirmation = TimeSpan.FromMinutes(35);

    public async Task RunAsync(ClaimedPublication claim, CancellationToken token)
    {
        if (await book.OpenAsync(claim, token) is not { } order) return;
        if (order.JobId is not null || order.Status is PublicationStatus.AwaitingAdmin or PublicationStatus.Unconfirmed)
        {
            await followUp.LookAsync(order, token);
        }
        else if (order.InDoubtSince is not null)
        {
            if (order.Channel == Channel.Publish) await followUp.ResolveAsync(order, token);
            else if (await followUp.MayRepeatAsync(order, token)) await SubmitAsync(order, order.DraftMediaId!, token);
        }
        else if (await followUp.IsStillUnsentAsync(order, token) && (order.DraftMediaId ?? await DraftAsync(order, token)) is { } draftId)
        {
            await SubmitAsync(order, draftId, token);
        }
    }

    // The draft's result is written with the intent of the hand-over that follows it: until then a crash costs one draft too many.
    private async Task<string?> DraftAsync(DeliveryOrder order, CancellationToken token)
    {
        var prepared = await media.PrepareAsync(order, token);
        if (prepared.Articles is not { } articles)
        {
            await StopAsync(order, PublicationStepName.PrepareMedia, prepared.Trouble, prepared.Error, prepared.Unknown, token);
            return null;
        }

        await book.WriteAsync(order.Claim, (delivery, now) =>
        {
            delivery.Publication.End(PublicationStepName.PrepareMedia, StepState.Done, now);
            delivery.Publication.Begin(PublicationStepName.CreateDraft, now);
        }, token);
        var answer = await gateway.Drafts.AddAsync(order.Account, articles, token);
        if (answer.Error is { IsGone: true } gone && order.Attempts <= 2)
        {
            await media.ForgetCoversAsync(order, token);
            await book.WriteAsync(order.Claim, (delivery, now) =>
            {
                delivery.Publication.End(PublicationStepName.CreateDraft, StepState.Failed, now, errorCode: gone.Code, rid: gone.Rid);
                delivery.Publication.Later(now);
            }, token);
            return null;
        }

        if (answer.Value is not { } draft)
        {
            // A draft may be made again: the worst is one too many in the box.
            await budgets.NoteAsync(order.AccountId, CallInterface.DraftAdding, answer.Error, token);
            await StopAsync(order, PublicationStepName.CreateDraft, null, answer.Error, answer.Unknown, token);
            return null;
        }

        if (await FilteredAsync(order, draft.MediaId, articles, token) is { } filtered)
        {
            await StopAsync(order, PublicationStepName.CreateDraft, Troubles.PictureFiltered(filtered), null, null, token);
            return null;
        }

        return draft.MediaId;
    }

    // The platform drops foreign pictures without a word; what it kept is compared. A look that fails stops nothing.
    private async Task<int?> FilteredAsync(DeliveryOrder order, string draftId, IReadOnlyList<DraftArticle> sent, CancellationToken token)
    {
        if (sent.All(article => Pictures(article.Content) == 0)) return null;
        var kept = await gateway.Drafts.GetAsync(order.Account, draftId, token);
        if (kept.Value is not { } items || items.NewsItem.Count != sent.Count) return null;
        for (var index = 0; index < sent.Count; index++)
        {
            if (Pictures(items.NewsItem[index].Content ?? "") < Pictures(sent[index].Content)) return index + 1;
        }

        return null;

        static int Pictures(string html) => System.Text.RegularExpressions.Regex.Count(html, "<img\\b", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
    }

    private async Task SubmitAsync(DeliveryOrder order, string draftId, CancellationToken token)
    {
        var allowed = await book.WriteAsync(order.Claim, async (step, delivery) =>
        {
            if (delivery.Publication.DraftMediaId is null)
            {
                delivery.Publication.End(PublicationStepName.CreateDraft, StepState.Done, step.Now, draftId);
                delivery.Publication.NoteDraft(draftId);
            }

            if (!await DeliveryBook.IsSendingAllowedAsync(step, delivery))
            {
                delivery.Publication.Later(step.Now);
                return false;
            }

            delivery.Publication.Begin(PublicationStepName.Submit, step.Now);
            return true;
        }, token);
        if (!allowed) return;

        var answer = order.Channel == Channel.Publish
            ? (await gateway.Publishing.SubmitAsync(order.Account, draftId, token)).Map(job => new HandedOver(job.PublishId, job.MsgDataId))
            : (await gateway.Mass.SendAllAsync(order.Account, draftId, order.SendKey, token)).Map(job => new HandedOver(job.MsgId, job.MsgDataId));
        // From here on the platform may have it: whatever the caller's token says, the result is written.
        await book.WriteAsync(order.Claim, (delivery, now) => Note(order, delivery, answer, now), CancellationToken.None);
        await budgets.NoteAsync(order.AccountId, order.Channel == Channel.Publish ? CallInterface.Submission : CallInterface.Push, answer.Error, token);
        log.LogInformation("Delivery {Delivery} handed over: {Outcome}", order.Claim.Id, answer.Value?.JobId ?? answer.Error?.Code.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? answer.Unknown?.Reason.ToString());
    }

    private static void Note(DeliveryOrder order, Settlement delivery, Answer<HandedOver> answer, DateTimeOffset now)
    {
        var publication = delivery.Publication;
        if (answer.Value is { } job)
        {
            Accept(delivery, job.JobId, job.MsgDataId, now);
        }
        else if (answer.Error is { } error)
        {
            Refuse(order, delivery, error, now);
        }
        else if (answer.Unknown!.NeverLeft)
        {
            publication.End(PublicationStepName.Submit, StepState.Failed, now);
            publication.Later(now + order.Backoff);
        }
        else
        {
            delivery.LoseAnswer(WeixinErrors.TextKey(answer.Unknown));
            publication.Later(now + _firstLook);
        }
    }

    private static void Accept(Settlement delivery, string jobId, string? msgDataId, DateTimeOffset now)
    {
        var publication = delivery.Publication;
        publication.End(PublicationStepName.Submit, StepState.Done, now, jobId);
        publication.NoteJob(jobId, msgDataId);
        publication.Begin(PublicationStepName.AwaitResult, now);
        publication.Later(now + _firstLook);
    }

    private static void Refuse(DeliveryOrder order, Settlement delivery, PlatformError error, DateTimeOffset now)
    {
        var (publication, info) = (delivery.Publication, WeixinErrors.Find(error));
        if (info.Meaning == ErrorMeaning.AlreadyAccepted && error.MsgId is { Length: > 0 } existing)
        {
            Accept(delivery, existing, null, now);
            return;
        }

        var open = info.Meaning is ErrorMeaning.AlreadyAccepted or ErrorMeaning.AwaitsAdmin;
        publication.End(PublicationStepName.Submit, open ? StepState.Unknown : StepState.Failed, now, errorCode: error.Code, rid: error.Rid);
        if (info.Meaning == ErrorMeaning.AwaitsAdmin)
        {
            if (error.MsgId is { } waiting) publication.NoteJob(waiting, error.MsgDataId);
            delivery.AwaitAdmin(Troubles.Refused(error), now + _confirmation);
        }
        else if (info.Meaning == ErrorMeaning.AlreadyAccepted || (order.FirstDoubtAt is not null && info.Retry is (RetryKind.Never or RetryKind.NextPeriod or RetryKind.Person)))
        {
            // An earlier try may have gone through: this refusal proves nothing about it.
            delivery.LoseTrack(Troubles.Refused(error), now + _firstLook);
        }
        else
        {
            React(order, delivery, error, now);
        }
    }

    // The table says what a refusal means; before it may be tried again it must not be too late.
    private static void React(DeliveryOrder order, Settlement delivery, PlatformError error, DateTimeOffset now)
    {
        switch (WeixinErrors.Find(error).Retry)
        {
            case RetryKind.Soon:
                delivery.Publication.Later(now + _rateLimitPause + order.Backoff);
                break;
            case RetryKind.FreshToken:
                delivery.Publication.Later(now + order.Backoff);
                break;
            case RetryKind.Later:
                delivery.Publication.Later(now + _longPause + order.Backoff);
                break;
            case RetryKind.Person:
                delivery.Park(error);
                break;
            default:
                delivery.Fail(Troubles.Refused(error));
                break;
        }
    }

    // Nothing was handed over yet: a certain refusal is a failure, a lost answer a reason to try again until it is too late.
    private Task StopAsync(DeliveryOrder order, PublicationStepName name, Trouble? trouble, PlatformError? error, OutcomeUnknown? unknown, CancellationToken token) =>
        book.WriteAsync(order.Claim, (delivery, now) =>
        {
            delivery.Publication.End(name, unknown is null ? StepState.Failed : StepState.Unknown, now, errorCode: error?.Code, rid: error?.Rid);
            if (trouble is not null) delivery.Fail(trouble);
            else if (unknown is not null) delivery.Publication.Later(now + order.Backoff);
            else React(order, delivery, error!, now);
        }, token);

    private sealed record HandedOver(string JobId, string? MsgDataId);
}
