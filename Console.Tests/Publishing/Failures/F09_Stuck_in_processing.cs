using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Tests.Support;

namespace GovAccountConsole.Tests.Publishing.Failures;

/// <summary>Rules B, F9: a worker that took it and never came back holds it for one lease.</summary>
public sealed class F09_Stuck_in_processing(PostgresFixture postgres)
{
    [Fact]
    public async Task Another_takes_it_up_after_the_lease()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        var postId = await scene.PlanAsync();
        scene.Time.Advance(TimeSpan.FromSeconds(2));
        Assert.Single(await scene.ClaimAsync());
        Assert.Empty(await scene.ClaimAsync());
        var taken = scene.Now;
        await scene.UntilAsync(postId, PostStatus.Published);
        Assert.InRange(scene.Now - taken, TimeSpan.FromSeconds(29), TimeSpan.FromSeconds(60));
        Assert.Equal(1, await scene.CallsAsync("/cgi-bin/freepublish/submit"));
    }
}
