using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GovAccountConsole.Infrastructure.Jobs.Reviews;

/// <summary>
/// Offers steps that ran out of time to the next level, once each (docs/decisions/0019). A post is held by its row lock from the look to the commit: that is
/// the lease here, since nothing outside the database is touched. Another node skips it; after a crash it is free again and still due.
/// </summary>
internal sealed class EscalationLane(Work work, TimeProvider time, ILogger<EscalationLane> log) : BackgroundService
{
    private const int Batch = 50;
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(30);

    /// <summary>Offers what is due now; answers how many steps.</summary>
    public async Task<int> LookAsync(CancellationToken token)
    {
        var done = 0;
        for (int part; (part = await PartAsync(token)) > 0;)
        {
            done += part;
        }

        return done;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_pause, time);
        do
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                log.LogError(exception, "Escalating review steps failed; it is tried again in half a minute");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<int> PartAsync(CancellationToken token)
    {
        var offered = await work.AsSystemAsync<int>("escalation", async step =>
        {
            var due = await step.Db.Database.SqlQuery<Guid>(
                $"""
                SELECT id FROM posts
                WHERE status = 'InReview' AND review_due_at <= {step.Now} AND review_escalated_to IS NULL AND emergency IS NULL AND deleted_at IS NULL
                ORDER BY review_due_at LIMIT {Batch} FOR NO KEY UPDATE SKIP LOCKED
                """).ToListAsync(step.Token);
            var posts = due.Count == 0 ? [] : await step.Db.Posts.Include(post => post.Review).AsSplitQuery().Where(post => due.Contains(post.Id)).ToListAsync(step.Token);
            return posts.Count(post => post.Escalate(step.Now));
        }, token);
        return offered.Succeeded ? offered.Value : 0;
    }
}
