using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Jobs;
using GovAccountConsole.Infrastructure.Jobs.Publishing;
using GovAccountConsole.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace GovAccountConsole.Tests.Publishing;

/// <summary>F11 (rules.md B): however much other lanes have before them, and however stuck they are, publishing goes on.</summary>
public sealed class LaneIsolationTests(PostgresFixture postgres)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lanes_that_are_flooded_and_stuck_with_their_connections_open_do_not_keep_a_post_from_going_out()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        var post = await scene.PlanAsync();
        using var statistics = new Flooded(scene, 4);
        using var media = new Flooded(scene, 4);
        using var notices = new Flooded(scene, 4);
        Flooded[] floods = [statistics, media, notices];
        foreach (var flood in floods) await flood.StartAsync(Stop);
        await Until.TrueAsync(() => floods.All(flood => flood.Health.Read().Running == 4), Stop);

        using var lane = ActivatorUtilities.CreateInstance<PublicationLane>(scene.Services);
        await lane.StartAsync(Stop);
        await Until.TrueAsync(
            async () =>
            {
                scene.Time.Advance(TimeSpan.FromMilliseconds(300));
                return (await scene.PostAsync(post)).Status == PostStatus.Published;
            },
            Stop, TimeSpan.FromSeconds(60));
        Assert.All(floods, flood => Assert.Equal((4, 0L), (flood.Health.Read().Running, flood.Health.Read().Items)));
        Assert.True(lane.Health.Read() is { Items: > 0, Errors: 0, BeatAt: not null });

        foreach (var flood in floods) flood.Gate.SetResult();
        await lane.StopAsync(Stop);
        foreach (var flood in floods) await flood.StopAsync(Stop);
    }

    /// <summary>A lane with endless work that holds a connection and does not come to an end.</summary>
    private sealed class Flooded(DeliveryScene scene, int parallelism) : LeaseWorker<int>(parallelism, scene.Time, NullLogger.Instance)
    {
        public TaskCompletionSource Gate { get; } = new();

        protected override Task<IReadOnlyList<int>> ClaimAsync(int most, CancellationToken token) =>
            Task.FromResult<IReadOnlyList<int>>(Gate.Task.IsCompleted ? [] : [.. Enumerable.Range(0, most)]);

        protected override async Task WorkAsync(int item, CancellationToken token)
        {
            await using var db = await scene.Get<IDbContextFactory<ConsoleDb>>().CreateDbContextAsync(token);
            await using var transaction = await db.Database.BeginTransactionAsync(token);
            await Gate.Task;
        }
    }
}
