using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GovAccountConsole.Infrastructure.Evidence;

/// <summary>
/// Keeps the index of sentences: behind everything else, a few hundred revisions at a time, each node from where it stopped. Ids of revisions rise with
/// time, so new ones are found at the end; an autosaved one is taken once it is sealed.
/// </summary>
public sealed class SentenceIndexing(IDbContextFactory<ConsoleDb> factory, TimeProvider time, ILogger<SentenceIndexing> log) : BackgroundService
{
    private const int Batch = 400;
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(5);

    // A revision may be sealed long after it was made; what was passed by is looked at again.
    private static readonly TimeSpan _again = TimeSpan.FromMinutes(10);

    private Guid _after;

    /// <summary>Indexes everything that is sealed by now; how many revisions that were.</summary>
    public async Task<int> IndexAllAsync(CancellationToken token)
    {
        for (var total = 0; ;)
        {
            var count = await IndexBatchAsync(token);
            total += count;
            if (count == 0)
            {
                return total;
            }
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_pause, time);
        var lookedBack = time.GetTimestamp();
        do
        {
            try
            {
                if (time.GetElapsedTime(lookedBack) > _again)
                {
                    (_after, lookedBack) = (Guid.Empty, time.GetTimestamp());
                }

                while (await IndexBatchAsync(stoppingToken) > 0)
                {
                    // Somebody may wait for the processor.
                    await timer.WaitForNextTickAsync(stoppingToken);
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                log.LogWarning(exception, "Sentences could not be indexed; it is tried again in a moment");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<int> IndexBatchAsync(CancellationToken token)
    {
        await using var db = await factory.CreateDbContextAsync(token);
        var after = _after;
        var missing = await db.Revisions.AsNoTracking().IgnoreQueryFilters([ConsoleDb.ScopeFilter])
            .Where(revision => revision.Id > after && !revision.Autosaved && !db.Set<SentenceRow>().IgnoreQueryFilters().Any(row => row.RevisionId == revision.Id))
            .OrderBy(revision => revision.Id).Take(Batch).ToListAsync(token);
        if (missing.Count == 0)
        {
            return 0;
        }

        db.AddRange(missing.Select(revision => new SentenceRow(revision)));
        try
        {
            await db.SaveChangesAsync(token);
        }
        catch (DbUpdateException)
        {
            // Another node was here in the same moment; what is still missing comes with the next look.
            log.LogDebug("Sentences were indexed by another node");
        }

        _after = missing[^1].Id;
        return missing.Count;
    }
}
