using GovAccountConsole.Infrastructure.Jobs.Nodes;

namespace GovAccountConsole.Infrastructure.Jobs;

/// <summary>Something that works by itself and says how it does.</summary>
public interface IWatchedLane
{
    /// <summary>How it does.</summary>
    LaneHealth Health { get; }
}

/// <summary>What a lane of this node did since it started; also measured as metrics.</summary>
/// <param name="name">The lane, stable: part of metrics and of the operations page.</param>
/// <param name="time">The clock.</param>
public sealed class LaneHealth(string name, TimeProvider time)
{
    private readonly Lock _lock = new();
    private DateTimeOffset? _beatAt;
    private DateTimeOffset? _errorAt;
    private long _items;
    private long _errors;
    private int _running;
    private TimeSpan _worked;

    /// <summary>It looked for work, or did its round, without trouble.</summary>
    public void Beat()
    {
        lock (_lock) _beatAt = time.GetUtcNow();
    }

    /// <summary>Looking for work, or the round, broke.</summary>
    public void Break()
    {
        lock (_lock) (_errors, _errorAt) = (_errors + 1, time.GetUtcNow());
    }

    /// <summary>Works on one item and measures it; what it throws is counted and thrown on.</summary>
    public async Task MeasureAsync(Func<Task> work)
    {
        var started = time.GetTimestamp();
        lock (_lock) _running++;
        var failed = true;
        try
        {
            await work();
            failed = false;
        }
        finally
        {
            var took = time.GetElapsedTime(started);
            lock (_lock)
            {
                (_running, _items, _worked) = (_running - 1, _items + 1, _worked + took);
                if (failed) (_errors, _errorAt) = (_errors + 1, time.GetUtcNow());
            }

            ConsoleMeters.NoteItem(name, took, failed);
        }
    }

    /// <summary>How it does at this moment.</summary>
    public LaneBeat Read()
    {
        lock (_lock) return new(name, _beatAt, _items, _errors, _running, _items == 0 ? 0 : Math.Round(_worked.TotalMilliseconds / _items, 1), _errorAt);
    }
}
