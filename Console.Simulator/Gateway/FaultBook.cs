namespace GovAccountConsole.Simulator.Gateway;

internal enum FaultCut
{
    Before,
    After,
}

/// <summary>A disturbance to apply to the next calls of a path.</summary>
internal sealed class Fault
{
    /// <summary>Absent: calls of every account.</summary>
    public string? AppId { get; init; }

    /// <summary>A whole path, or a prefix ending in <c>*</c>.</summary>
    public string Path { get; init; } = "";

    /// <summary>Answer this code instead of processing.</summary>
    public int? Errcode { get; init; }

    /// <summary>Answer this HTTP status instead of processing.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>Wait before anything else.</summary>
    public int? DelayMs { get; init; }

    /// <summary>Close the connection without an answer, before the call is processed or after.</summary>
    public FaultCut? Cut { get; init; }

    /// <summary>How an accepted job ends: a publish_status (2, 3, 4) or the Status text of a mass send.</summary>
    public string? Outcome { get; init; }

    /// <summary>How many calls are left to disturb.</summary>
    public int Times { get; set; } = 1;

    public bool Matches(string? appId, string path) =>
        Times > 0
        && (AppId is null || string.Equals(AppId, appId, StringComparison.Ordinal))
        && (Path.EndsWith('*') ? path.StartsWith(Path[..^1], StringComparison.Ordinal) : string.Equals(path, Path, StringComparison.Ordinal));

    public override string ToString() =>
        Cut is { } cut ? $"cut {cut}" : HttpStatus is { } status ? $"http {status}" : Errcode is { } code ? $"errcode {code}" : Outcome ?? $"delay {DelayMs} ms";
}

/// <summary>The disturbances asked for, oldest first; each call takes at most one.</summary>
internal sealed class FaultBook
{
    private readonly Lock _gate = new();
    private readonly List<Fault> _faults = [];

    public void Add(Fault fault)
    {
        lock (_gate)
        {
            _faults.Add(fault);
        }
    }

    public IReadOnlyList<Fault> All()
    {
        lock (_gate)
        {
            return [.. _faults];
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _faults.Clear();
        }
    }

    public Fault? Take(string? appId, string path)
    {
        lock (_gate)
        {
            var fault = _faults.Find(candidate => candidate.Matches(appId, path));
            if (fault is not null && --fault.Times <= 0)
            {
                _faults.Remove(fault);
            }
            return fault;
        }
    }
}
