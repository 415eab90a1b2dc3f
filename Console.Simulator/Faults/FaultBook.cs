using System.Collections.Immutable;
using System.Security.Cryptography;

namespace GovAccountConsole.Simulator.Faults;

/// <summary>The disturbances asked for, oldest first; each call and each push takes at most one. Without any, asking costs nothing.</summary>
internal sealed class FaultBook(TimeProvider time)
{
    private const int Seeds = 1_000_000;
    private readonly Lock _gate = new();
    private volatile FaultList _faults = new([]);
    private int _lastId;

    /// <summary>Adds disturbances; those that chance decides and that bring no seed share one, which is how a preset is replayed.</summary>
    public void Add(params IReadOnlyList<Fault> faults)
    {
        var seed = NewSeed();
        lock (_gate)
        {
            foreach (var fault in faults)
            {
                fault.Enter(++_lastId, seed, time.GetUtcNow());
            }
            _faults = new(_faults.All.AddRange(faults));
        }
    }

    public static int NewSeed() => RandomNumberGenerator.GetInt32(1, Seeds);

    public IReadOnlyList<Fault> All()
    {
        var now = time.GetUtcNow();
        return [.. _faults.All.Where(fault => !fault.IsOver(now))];
    }

    public bool Remove(int id)
    {
        lock (_gate)
        {
            var left = _faults.All.RemoveAll(fault => fault.Id == id);
            var isFound = left.Length < _faults.All.Length;
            _faults = new(left);
            return isFound;
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _faults = new([]);
        }
    }

    /// <summary>The disturbance of a call, or null.</summary>
    public Fault? Take(string? appId, string path) => Take(appId, path, push: null);

    /// <summary>The disturbance of a push, or null.</summary>
    public Fault? TakePush(string appId, string kind) => Take(appId, path: null, kind);

    private Fault? Take(string? appId, string? path, string? push)
    {
        var faults = _faults.All;
        if (faults.IsEmpty)
        {
            return null;
        }
        var now = time.GetUtcNow();
        foreach (var fault in faults)
        {
            if (fault.TryTake(appId, path, push, now))
            {
                if (fault.IsOver(now))
                {
                    Remove(fault.Id);
                }
                return fault;
            }
        }
        return null;
    }

    // A reference can be replaced in one step while others read the list they have.
    private sealed record FaultList(ImmutableArray<Fault> All);
}
