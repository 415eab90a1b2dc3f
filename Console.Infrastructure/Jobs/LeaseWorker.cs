using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GovAccountConsole.Infrastructure.Jobs;

/// <summary>
/// Takes due rows under a lease and works on them, some at a time: one instance per lane, so that no lane can starve another. Polls every
/// second; <see cref="Nudge"/> only shortens the wait. A crash loses nothing: the lease expires and any node takes the row again.
/// </summary>
public abstract class LeaseWorker<TItem>(int parallelism, TimeProvider time, ILogger logger) : BackgroundService, IWatchedLane
{
    private static readonly TimeSpan _poll = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _grace = TimeSpan.FromSeconds(20);
    private readonly SemaphoreSlim _slots = new(parallelism, parallelism);
    private readonly SemaphoreSlim _nudge = new(0, 1);
    private readonly CancellationTokenSource _abandon = new();
    private readonly ConcurrentDictionary<Task, bool> _running = new();

    private LaneHealth? _health;

    /// <inheritdoc/>
    public LaneHealth Health => LazyInitializer.EnsureInitialized(ref _health, () => new LaneHealth(GetType().Name.Replace("Lane", string.Empty, StringComparison.Ordinal), time));

    /// <summary>Looks for work at once.</summary>
    public void Nudge()
    {
        try
        {
            if (_nudge.CurrentCount == 0) _nudge.Release();
        }
        catch (SemaphoreFullException)
        {
            // Somebody else nudged in the same instant.
        }
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        // What is under way may finish; what does not is taken up again after its lease.
        // A host may stop its services twice, and dispose them while the second stop waits: nothing is used up here.
        try
        {
            await Task.WhenAll(_running.Keys).WaitAsync(_grace, time, cancellationToken);
        }
        catch (Exception exception) when (exception is OperationCanceledException or TimeoutException)
        {
            await _abandon.CancelAsync();
            await Task.WhenAll(_running.Keys);
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        base.Dispose();
        _slots.Dispose();
        _nudge.Dispose();
        _abandon.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Takes up to <paramref name="most"/> due items, committed before it returns.</summary>
    protected abstract Task<IReadOnlyList<TItem>> ClaimAsync(int most, CancellationToken token);

    /// <summary>Works on one item; must not throw for anything the outside world can cause.</summary>
    protected abstract Task WorkAsync(TItem item, CancellationToken token);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var claimed = _slots.CurrentCount > 0 ? await ClaimAsync(_slots.CurrentCount, stoppingToken) : [];
                Health.Beat();
                foreach (var item in claimed)
                {
                    await _slots.WaitAsync(stoppingToken);
                    Track(RunAsync(item));
                }

                if (claimed.Count > 0) continue;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                Health.Break();
                logger.LogError(exception, "Claiming work failed; trying again");
            }

            await PauseAsync(stoppingToken);
        }
    }

    private void Track(Task run)
    {
        _running.TryAdd(run, true);
        _ = run.ContinueWith(done => _running.TryRemove(done, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private async Task PauseAsync(CancellationToken stoppingToken)
    {
        using var timer = new CancellationTokenSource(_poll, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, stoppingToken);
        try
        {
            await _nudge.WaitAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            // Time to look again, or to stop.
        }
    }

    private async Task RunAsync(TItem item)
    {
        try
        {
            await Health.MeasureAsync(() => WorkAsync(item, _abandon.Token));
        }
        catch (OperationCanceledException) when (_abandon.IsCancellationRequested)
        {
            logger.LogWarning("Work on {Item} was interrupted by the stop; its lease will expire", item);
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "Work on {Item} failed; its lease will expire", item);
        }
        finally
        {
            // Claiming costs more than a short item: with a backlog, half the slots are filled at once. The poll takes care of the rest.
            if ((_slots.Release() + 1) * 2 >= parallelism) Nudge();
        }
    }
}
