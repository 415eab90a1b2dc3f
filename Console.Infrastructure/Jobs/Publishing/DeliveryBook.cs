using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Publishing;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Media;
using GovAccountConsole.Infrastructure.Operations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GovAccountConsole.Infrastructure.Jobs.Publishing;

/// <summary>The worker no longer holds the delivery: somebody else took it up, or the platform's event ended it.</summary>
internal sealed class LeaseLostException : Exception;

/// <summary>
/// Reads and writes a delivery under its lease. Every write first finds the row by its lease token, so a worker that was presumed dead
/// changes nothing any more.
/// </summary>
internal sealed class DeliveryBook(Work work, IOptions<PublishingOptions> options)
{
    /// <summary>Who acts, in history.</summary>
    public const string Name = "publisher";

    private const int Tries = 4;

    /// <summary>Changes the delivery in one transaction; repeated when a person changed the post in the same moment.</summary>
    /// <exception cref="LeaseLostException">The lease is somebody else's.</exception>
    public async Task<T> WriteAsync<T>(ClaimedPublication claim, Func<WorkStep, Settlement, Task<T>> change, CancellationToken token)
    {
        for (var attempt = 1; ; attempt++)
        {
            var result = await work.AsSystemAsync<T>(
                Name,
                async step =>
                {
                    var publication = await step.Db.Publications.SingleOrDefaultAsync(row => row.Id == claim.Id && row.LeaseToken == claim.LeaseToken, step.Token);
                    if (publication is null) return Error.NotFound;
                    return await change(step, await Settlement.LoadAsync(step, publication));
                },
                token);
            if (result.Succeeded) return result.Value;
            if (result.Error.Kind == ErrorKind.NotFound) throw new LeaseLostException();
            if (attempt == Tries) throw new InvalidOperationException($"Delivery {claim.Id} could not be written: {result.Error.Code}");
        }
    }

    /// <inheritdoc cref="WriteAsync{T}"/>
    public Task WriteAsync(ClaimedPublication claim, Action<Settlement, DateTimeOffset> change, CancellationToken token) =>
        WriteAsync(claim, (step, delivery) =>
        {
            change(delivery, step.Now);
            return Task.FromResult(true);
        }, token);

    /// <summary>
    /// Opens the delivery: what waits or is prepared is checked anew (post, account, matrix, time, content); what may have been sent is
    /// only looked after. Null when there is nothing to do now.
    /// </summary>
    public async Task<DeliveryOrder?> OpenAsync(ClaimedPublication claim, CancellationToken token)
    {
        var opened = await WriteAsync(claim, async (step, delivery) =>
        {
            var publication = delivery.Publication;
            var revision = await step.Db.Revisions.AsNoTracking()
                .SingleAsync(row => row.PostId == publication.PostId && row.Number == publication.Revision, step.Token);
            delivery.NoteBrokenOff();
            var sent = publication.JobId is not null || publication.InDoubtSince is not null
                || publication.Status is PublicationStatus.Unconfirmed or PublicationStatus.AwaitingAdmin;
            if (!sent && !await MayGoAsync(step, delivery, revision)) return new Opened(null);
            return new Opened(new DeliveryOrder(
                claim, publication.AccountId, new(delivery.Account.AppId), publication.Channel, publication.Status, publication.SendKey, revision.Content,
                publication.DraftMediaId, publication.JobId, publication.InDoubtSince, publication.FirstDoubtAt, publication.Last(PublicationStepName.CreateDraft)?.At ?? publication.CreatedAt,
                publication.Steps.LastOrDefault(row => row is { Name: PublicationStepName.Submit, State: StepState.Done })?.At, publication.DueAt, publication.Attempts));
        }, token);
        return opened.Order;
    }

    /// <summary>Whether sending is still allowed at this very moment; read in the transaction that writes the intent.</summary>
    public static async Task<bool> IsSendingAllowedAsync(WorkStep step, Settlement delivery) =>
        delivery.Account.MaySend && delivery.Post.Window?.IsOver(step.Now) != true && await step.MaySendAsync();

    private async Task<bool> MayGoAsync(WorkStep step, Settlement delivery, Revision revision)
    {
        var (publication, post, now) = (delivery.Publication, delivery.Post, step.Now);
        if (post.Status is not (PostStatus.Scheduled or PostStatus.Publishing) || post.RevisionNumber != publication.Revision)
        {
            delivery.Hold(Troubles.PostChanged);
            return false;
        }

        if (post.Window is { } window && window.IsOver(now))
        {
            await step.Db.Entry(post).Reference(row => row.Review).LoadAsync(step.Token);
            delivery.Hold(Troubles.WindowOver);
            post.Expire(now);
            return false;
        }

        if (!await IsSendingAllowedAsync(step, delivery))
        {
            publication.Later(now);
            return false;
        }

        if (now - publication.DueAt > options.Value.LateAfter)
        {
            delivery.Hold(Troubles.Late(now - publication.DueAt));
            return false;
        }

        if (post.Status == PostStatus.Scheduled) post.BeginPublishing(now);
        if (publication.DraftMediaId is not null) return true;
        publication.Begin(PublicationStepName.VerifyContent, now);
        var trouble = await IsApprovedAsync(step, delivery, revision) ? await PictureTroubleAsync(step, revision.Content) : Troubles.ContentDiffers;
        publication.End(PublicationStepName.VerifyContent, trouble is null ? StepState.Done : StepState.Failed, now);
        if (trouble is not null) delivery.Fail(trouble);
        else publication.Begin(PublicationStepName.PrepareMedia, now);
        return trouble is null;
    }

    private static async Task<bool> IsApprovedAsync(WorkStep step, Settlement delivery, Revision revision)
    {
        var publication = delivery.Publication;
        if (!revision.IsIntact || revision.ContentHash != publication.ContentHash || delivery.Post.ContentHash != publication.ContentHash) return false;
        return await step.Db.Reviews.AnyAsync(
            review => review.PostId == publication.PostId && review.Revision == publication.Revision && review.Status == ReviewStatus.Approved, step.Token);
    }

    // The bytes themselves, not what the library says of them: what was approved may have been replaced behind the console's back.
    private static async Task<Trouble?> PictureTroubleAsync(WorkStep step, PostContent content)
    {
        foreach (var print in content.Media)
        {
            foreach (var stored in await PictureHash.OfAsync(step.Db, print, step.Token))
            {
                if (stored.Found is null) return Troubles.PictureMissing(content.ArticleOf(print.Id));
                if (stored.Found != stored.Bound) return Troubles.PictureChanged(content.ArticleOf(print.Id));
            }
        }

        // A licence may have run out, or been shortened, since the slot was given.
        var ids = content.Media.Select(print => print.Id).ToArray();
        var day = BusinessTime.DayOf(step.Now);
        return await step.Db.Media.Where(medium => ids.Contains(medium.Id) && medium.ExpiresOn < day).Select(medium => (Guid?)medium.Id).FirstOrDefaultAsync(step.Token) is { } expired
            ? Troubles.PictureExpired(content.ArticleOf(expired))
            : null;
    }

    private sealed record Opened(DeliveryOrder? Order);
}
