using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using GovAccountConsole.Infrastructure.Jobs;
using GovAccountConsole.Infrastructure.Jobs.Nodes;
using GovAccountConsole.Infrastructure.Operations;
using GovAccountConsole.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace GovAccountConsole.Tests.Publishing;

/// <summary>What the metrics and the list of nodes say.</summary>
public sealed class MeasuresTests(PostgresFixture postgres)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_beat_shows_the_node_and_counts_what_is_overdue()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres, environment: "这一套");
        await scene.PlanAsync();
        scene.Time.Advance(TimeSpan.FromMinutes(3));
        using var node = ActivatorUtilities.CreateInstance<NodeBeats>(scene.Services);
        await node.BeatAsync(Stop);
        await node.BeatAsync(Stop);

        var seen = new ConcurrentDictionary<string, double>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, heard) => { if (instrument.Meter.Name == ConsoleMeters.Name) heard.EnableMeasurementEvents(instrument); } };
        listener.SetMeasurementEventCallback<int>((instrument, value, _, _) => seen[instrument.Name] = Math.Max(value, seen.GetValueOrDefault(instrument.Name)));
        listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => seen[instrument.Name] = Math.Max(value, seen.GetValueOrDefault(instrument.Name)));
        listener.Start();
        listener.RecordObservableInstruments();
        Assert.True(seen["govaccount.deliveries.overdue"] >= 1);
        Assert.True(seen["govaccount.deliveries.oldest_due"] >= 170);
        Assert.Contains("govaccount.matrix.muted", seen.Keys);

        var shown = Assert.Single(await scene.Get<NodeQueries>().ListAsync(Some.Supervisor, Stop));
        Assert.True(shown is { Alive: true, Muted: false });
        Assert.Empty(await scene.Get<NodeQueries>().ListAsync(Some.Editor, Stop));
        scene.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.False(Assert.Single(await scene.Get<NodeQueries>().ListAsync(Some.Supervisor, Stop)).Alive);
    }

    [Fact]
    public async Task A_lane_counts_what_it_did_and_what_broke()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(Some.Now);
        var health = new LaneHealth("Trial", time);
        health.Beat();
        await health.MeasureAsync(() => { time.Advance(TimeSpan.FromMilliseconds(30)); return Task.CompletedTask; });
        await Assert.ThrowsAsync<InvalidOperationException>(() => health.MeasureAsync(() => throw new InvalidOperationException("broken")));
        var read = health.Read();
        Assert.Equal((2, 1, 0, 15.0), (read.Items, read.Errors, read.Running, read.AverageMs));
        Assert.Equal(Some.Now, read.BeatAt);
        Assert.NotNull(read.ErrorAt);
    }
}
