using GovAccountConsole.Infrastructure.Changes;

namespace GovAccountConsole.Web.Live;

/// <summary>One page's interest: gathers changes for a moment, then calls the page once; never twice at the same time.</summary>
internal sealed class LiveSubscription : IDisposable
{
    private readonly IReadOnlyCollection<ChangeKind> _kinds;
    private readonly Guid? _id;
    private readonly Func<Task> _changed;
    private readonly ILogger _log;
    private readonly Action _leave;
    private readonly ITimer _timer;
    private readonly Lock _gate = new();
    private bool _waiting;
    private bool _running;
    private bool _again;
    private bool _disposed;

    public LiveSubscription(IReadOnlyCollection<ChangeKind> kinds, Guid? id, Func<Task> changed, TimeProvider clock, ILogger log, Action leave)
    {
        _kinds = kinds;
        _id = id;
        _changed = changed;
        _log = log;
        _leave = leave;
        _timer = clock.CreateTimer(_ => _ = RunAsync(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Offer(Change change)
    {
        if (change.Kind != ChangeKind.Everything && (!_kinds.Contains(change.Kind) || (_id is not null && change.Id != _id && change.Id != Guid.Empty)))
        {
            return;
        }

        lock (_gate)
        {
            if (_disposed || _waiting)
            {
                return;
            }

            if (_running)
            {
                _again = true;
                return;
            }

            Wait();
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
        }

        _timer.Dispose();
        _leave();
    }

    private void Wait()
    {
        _waiting = true;
        _timer.Change(LiveUpdates.Gathering, Timeout.InfiniteTimeSpan);
    }

    private async Task RunAsync()
    {
        lock (_gate)
        {
            if (_disposed)
            {
                return;
            }

            _waiting = false;
            _running = true;
        }

        try
        {
            await _changed();
        }
        catch (Exception gone) when (gone is ObjectDisposedException or OperationCanceledException)
        {
            // The page left while it was being told; nothing is lost.
        }
        catch (Exception exception)
        {
            _log.LogError(exception, "A page could not refresh itself after a change");
        }

        lock (_gate)
        {
            _running = false;
            if (_again && !_disposed)
            {
                _again = false;
                Wait();
            }
        }
    }
}
