using System.Diagnostics.Metrics;
using GovAccountConsole.Infrastructure.Operations;

namespace GovAccountConsole.Infrastructure.Jobs.Nodes;

/// <summary>Every measure of the console, by its name (docs/operations.md). Gauges show what this node last counted in the whole matrix.</summary>
public sealed class ConsoleMeters : IDisposable
{
    /// <summary>Name of the meter.</summary>
    public const string Name = "GovAccountConsole";

    private static readonly Meter _lanes = new(Name);
    private static readonly Counter<long> _items = _lanes.CreateCounter<long>("govaccount.lane.items", "{item}", "Items a lane has worked on, by lane and outcome (done, failed).");
    private static readonly Histogram<double> _duration = _lanes.CreateHistogram<double>("govaccount.lane.duration", "s", "How long a lane worked on one item.");

    private readonly Meter _matrix = new(Name);
    private volatile EngineSnapshot? _last;

    /// <summary>Makes the gauges.</summary>
    public ConsoleMeters(TimeProvider time)
    {
        Gauge("govaccount.deliveries.waiting", "Deliveries whose time has not come.", seen => seen.Figures.Waiting);
        Gauge("govaccount.deliveries.overdue", "Deliveries whose time has passed and that nobody has taken up.", seen => seen.Figures.Overdue);
        Gauge("govaccount.deliveries.held", "Deliveries that wait for a person because they are too late.", seen => seen.Figures.Held);
        Gauge("govaccount.deliveries.under_way", "Deliveries being sent.", seen => seen.Figures.UnderWay);
        Gauge("govaccount.deliveries.awaiting_admin", "Deliveries that wait for a confirmation on the phone.", seen => seen.Figures.AwaitingAdmin);
        Gauge("govaccount.deliveries.unconfirmed", "Deliveries whose outcome nobody knows.", seen => seen.Figures.Unconfirmed);
        Gauge("govaccount.leases.expired", "Deliveries left behind by a worker that did not come back.", seen => seen.Figures.ExpiredLeases);
        Gauge("govaccount.accounts.token_failing", "Active accounts for which the platform last refused a token.", seen => seen.Figures.FailingTokens);
        Gauge("govaccount.sweeper.findings", "What the sweeper found and only a person can put right.", seen => seen.Figures.Findings);
        Gauge("govaccount.matrix.stopped", "1 while all sending is stopped.", seen => seen.Stopped ? 1 : 0);
        Gauge("govaccount.matrix.muted", "1 while this installation is muted.", seen => seen.Muted ? 1 : 0);
        _matrix.CreateObservableGauge(
            "govaccount.deliveries.oldest_due", () => _last?.Figures.OldestDue is { } oldest ? Math.Max(0, (time.GetUtcNow() - oldest).TotalSeconds) : 0, "s",
            "How long ago the oldest overdue delivery was due.");
    }

    /// <inheritdoc/>
    public void Dispose() => _matrix.Dispose();

    /// <summary>Counts one item of a lane.</summary>
    internal static void NoteItem(string lane, TimeSpan took, bool failed)
    {
        _items.Add(1, new("lane", lane), new("outcome", failed ? "failed" : "done"));
        _duration.Record(took.TotalSeconds, new KeyValuePair<string, object?>("lane", lane));
    }

    /// <summary>What the gauges show from now on.</summary>
    internal void Show(EngineSnapshot seen) => _last = seen;

    private void Gauge(string name, string says, Func<EngineSnapshot, int> of) =>
        _matrix.CreateObservableGauge(name, () => _last is { } seen ? [new Measurement<int>(of(seen))] : Array.Empty<Measurement<int>>(), null, says);
}

/// <summary>What a node last counted.</summary>
internal sealed record EngineSnapshot(EngineFigures Figures, bool Stopped, bool Muted);
