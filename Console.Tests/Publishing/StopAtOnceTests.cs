using System.Diagnostics;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Jobs.Publishing;
using GovAccountConsole.Infrastructure.Operations;
using GovAccountConsole.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Tests.Publishing;

/// <summary>A stop that has answered holds on every node: nobody who looked before it writes an intent to send after it.</summary>
public sealed class StopAtOnceTests(PostgresFixture postgres)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_stop_waits_for_whoever_is_deciding_and_then_the_gate_is_shut()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        var (looked, mayCommit) = (new TaskCompletionSource<bool>(), new TaskCompletionSource());
        var deciding = scene.Get<Work>().AsSystemAsync<bool>("publisher", async step =>
        {
            looked.SetResult(await step.MaySendAsync());
            await mayCommit.Task;
            return true;
        }, Stop);
        Assert.True(await looked.Task);

        var stopping = scene.Get<StopMatrix>().ExecuteAsync(Some.Supervisor, "演练", Stop);
        await using var db = await scene.OpenAsync();
        await Until.TrueAsync(
            async () => await db.Database.SqlQuery<bool>($"SELECT EXISTS (SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND mode = 'ExclusiveLock' AND NOT granted) AS \"Value\"").SingleAsync(Stop),
            Stop);
        Assert.True((await scene.Get<OperationsQueries>().StateAsync(Some.Supervisor, Stop)).Stopped);
        mayCommit.SetResult();
        await deciding;
        Assert.True((await stopping).Succeeded);
        Assert.False(await MaySendAsync(scene));
    }

    [Fact]
    public async Task A_transaction_that_hangs_does_not_keep_the_stop_from_answering_within_two_seconds()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        var (looked, mayCommit) = (new TaskCompletionSource(), new TaskCompletionSource());
        var hanging = scene.Get<Work>().AsSystemAsync<bool>("publisher", async step =>
        {
            await step.MaySendAsync();
            looked.SetResult();
            await mayCommit.Task;
            return true;
        }, Stop);
        await looked.Task;
        var watch = Stopwatch.StartNew();
        Assert.True((await scene.Get<StopMatrix>().ExecuteAsync(Some.Supervisor, "演练", Stop)).Succeeded);
        Assert.InRange(watch.Elapsed, TimeSpan.FromMilliseconds(800), TimeSpan.FromSeconds(2));
        Assert.False(await MaySendAsync(scene));
        mayCommit.SetResult();
        await hanging;
    }

    [Fact]
    public async Task A_stop_between_draft_and_hand_over_keeps_the_hand_over_back()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        var post = await scene.PlanAsync();
        scene.Time.Advance(TimeSpan.FromSeconds(2));
        var claim = Assert.Single(await scene.ClaimAsync());
        // The platform takes its time with the draft: its clock, like the worker's, only moves when the test lets it.
        await scene.FaultAsync(new { path = "/cgi-bin/draft/add", delayMs = 500, times = 1 });
        var running = scene.Get<PublicationRunner>().RunAsync(claim, Stop);
        await Until.TrueAsync(async () => (await scene.StepsAsync(post)).EndsWith("CreateDraft:Started", StringComparison.Ordinal), Stop);
        Assert.True((await scene.Get<StopMatrix>().ExecuteAsync(Some.Supervisor, "演练", Stop)).Succeeded);
        await scene.PumpAsync(running);
        Assert.Equal(0, await scene.CallsAsync("/cgi-bin/freepublish/submit"));
        Assert.Equal(PostStatus.Publishing, (await scene.PostAsync(post)).Status);
    }

    private static async Task<bool> MaySendAsync(DeliveryScene scene) =>
        (await scene.Get<Work>().AsSystemAsync<bool>("publisher", async step => await step.MaySendAsync(), Stop)).Value;
}
