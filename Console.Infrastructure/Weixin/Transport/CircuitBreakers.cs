using System.Collections.Concurrent;

namespace GovAccountConsole.Infrastructure.Weixin;

/// <summary>
/// Spares an account's interface that keeps failing technically: after five calls in a row without an answer no call is made for a while, then
/// one tries. Kept in the memory of each node on purpose: it saves time and connections, decides nothing about sending, and a node that
/// starts anew learns in five calls.
/// </summary>
internal sealed class CircuitBreakers(TimeProvider time)
{
    private const int Patience = 5;
    private static readonly TimeSpan _first = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(2);
    private readonly ConcurrentDictionary<(string AppId, string Path), Circuit> _circuits = new();

    /// <summary>Whether a call may be made now; while the circuit is open, one call is let through after each pause.</summary>
    public bool MayCall(string appId, string path)
    {
        if (!_circuits.TryGetValue((appId, path), out var circuit)) return true;
        lock (circuit)
        {
            if (circuit.Failures < Patience) return true;
            if (time.GetUtcNow() < circuit.OpenUntil) return false;
            circuit.OpenUntil = time.GetUtcNow() + circuit.Pause;
            return true;
        }
    }

    /// <summary>Notes how a call ended; a refusal is an answer too.</summary>
    public void Note(string appId, string path, bool answered)
    {
        if (answered)
        {
            _circuits.TryRemove((appId, path), out _);
            return;
        }

        var circuit = _circuits.GetOrAdd((appId, path), _ => new());
        lock (circuit)
        {
            circuit.Failures++;
            if (circuit.Failures < Patience) return;
            circuit.Pause = circuit.Pause == default ? _first : circuit.Pause * 2 < _longest ? circuit.Pause * 2 : _longest;
            circuit.OpenUntil = time.GetUtcNow() + circuit.Pause;
        }
    }

    private sealed class Circuit
    {
        public int Failures { get; set; }

        public TimeSpan Pause { get; set; }

        public DateTimeOffset OpenUntil { get; set; }
    }
}
