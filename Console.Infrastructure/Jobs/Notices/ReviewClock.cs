using GovAccountConsole.Domain.Notices;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GovAccountConsole.Infrastructure.Jobs.Notices;

/// <summary>Looks once a minute for review steps whose time is nearly or wholly over, and makes that known once each.</summary>
internal sealed class ReviewClock(Work work, TimeProvider time, ILogger<ReviewClock> log) : BackgroundService, IWatchedLane
{
    /// <inheritdoc/>
    public LaneHealth Health { get; } = new("ReviewClock", time);


    /// <summary>How long before its end a step counts as nearly out of time.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromHours(1);

    private const int Batch = 500;
    private static readonly TimeSpan _pause = TimeSpan.FromMinutes(1);

    // What ran out long ago was told then, or nobody was there to be told; the workbench shows it in any case.
    private static readonly TimeSpan _back = TimeSpan.FromDays(1);

    /// <summary>Looks once; answers how many clocks were made known.</summary>
    public async Task<int> LookAsync(CancellationToken token)
    {
        var noted = await work.AsSystemAsync<int>("review clock", async step =>
        {
            var (from, to) = (step.Now - _back, step.Now + Ahead);
            var due = await step.Db.Posts.Where(post => post.Status == PostStatus.InReview && post.ReviewDueAt > from && post.ReviewDueAt <= to)
                .OrderBy(post => post.ReviewDueAt).ThenBy(post => post.Id)
                .Select(post => new { post.Id, post.AgencyId, post.ReviewStep, DueAt = post.ReviewDueAt!.Value }).ToListAsync(step.Token);
            var count = 0;
            foreach (var part in due.Select(post => NoticeRules.Clock(post.Id, post.AgencyId, post.ReviewStep, post.DueAt, step.Now)).Chunk(Batch))
            {
                var keys = part.Select(cause => cause.Key).ToArray();
                var known = await step.Db.NoticeCauses.Where(cause => keys.Contains(cause.Key)).Select(cause => cause.Key).ToHashSetAsync(step.Token);
                var fresh = part.Where(cause => !known.Contains(cause.Key)).ToList();
                step.Db.NoticeCauses.AddRange(fresh);
                count += fresh.Count;
            }

            return count;
        }, token);
        // Another node looked in the same second: it has noted them.
        return noted.Succeeded ? noted.Value : 0;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync(stoppingToken);
                Health.Beat();
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                Health.Break();
                log.LogError(exception, "Looking at the clocks of reviews failed; it is tried again in a minute");
            }
        }
    }
}
