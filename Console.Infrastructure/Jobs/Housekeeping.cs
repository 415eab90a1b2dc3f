using GovAccountConsole.Domain.Notices;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Publishing;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Jobs.Callbacks;
using GovAccountConsole.Infrastructure.Posts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GovAccountConsole.Infrastructure.Jobs;

/// <summary>
/// Hourly chores that any node may do, also several at once: approvals that nobody used lapse, posts whose time window has passed free their
/// slot, receipts of callbacks that the platform will not deliver again go.
/// </summary>
internal sealed class Housekeeping(Work work, TimeProvider time, ILogger<Housekeeping> log) : BackgroundService, IWatchedLane
{
    /// <inheritdoc/>
    public LaneHealth Health { get; } = new("Housekeeping", time);


    private const string Name = "housekeeping";
    private const int Batch = 200;
    private static readonly TimeSpan _pause = TimeSpan.FromHours(1);

    // The platform gives up after seconds; a week leaves room for looking into what happened.
    private static readonly TimeSpan _receiptLife = TimeSpan.FromDays(7);

    /// <summary>Does all chores once.</summary>
    public async Task TidyAsync(CancellationToken token)
    {
        while (await ExpireAsync(token) == Batch)
        {
            // There may be more.
        }

        await work.AsSystemAsync<int>(
            Name,
            async step => await step.Db.Notices.Where(notice => notice.ReadAt < step.Now - Notice.LifeAfterReading).ExecuteDeleteAsync(step.Token)
                + await step.Db.NoticeCauses.Where(cause => cause.DoneAt < step.Now - Notice.LifeAfterReading).ExecuteDeleteAsync(step.Token)
                + await step.Db.NoticeMails.Where(mail => mail.EndedAt < step.Now - Notice.LifeAfterReading).ExecuteDeleteAsync(step.Token),
            token);

        await work.AsSystemAsync<int>(Name, async step => await step.Db.PostVisits.Where(visit => visit.ExpiresAt < step.Now).ExecuteDeleteAsync(step.Token), token);
        await work.AsSystemAsync<int>(
            Name,
            async step => await step.Db.Set<CallBudget>().Where(budget => budget.Day < BusinessTime.DayOf(step.Now - _receiptLife)).ExecuteDeleteAsync(step.Token),
            token);
        await work.AsSystemAsync<int>(
            Name,
            async step => await step.Db.Set<CallbackReceipt>().Where(receipt => receipt.At < step.Now - _receiptLife).ExecuteDeleteAsync(step.Token),
            token);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_pause, time);
        do
        {
            try
            {
                await TidyAsync(stoppingToken);
                Health.Beat();
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                Health.Break();
                log.LogError(exception, "Housekeeping failed; it is tried again in an hour");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<int> ExpireAsync(CancellationToken token)
    {
        var result = await work.AsSystemAsync<int>(
            Name,
            async step =>
            {
                var old = step.Now - Post.ApprovalLife;
                var posts = await step.Db.Posts.Include(post => post.Review)
                    .Where(post => post.Status == PostStatus.Approved && post.StatusSince <= old
                        || (post.Status == PostStatus.Approved || post.Status == PostStatus.Scheduled) && post.NotAfter < step.Now)
                    .OrderBy(post => post.Id).Take(Batch).ToListAsync(step.Token);
                var expired = 0;
                foreach (var post in posts.Where(post => post.Expire(step.Now)))
                {
                    await step.ShelveAsync(post, PostErrors.WindowOver.Code);
                    expired++;
                }

                return expired;
            },
            token);
        // Somebody scheduled one in the same moment: the next hour sees the rest.
        return result.Succeeded || result.Error.Kind != ErrorKind.Stale ? result.Value : 0;
    }
}
