using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Infrastructure.Posts;
using GovAccountConsole.Tests.Support;

namespace GovAccountConsole.Tests.Publishing.Failures;

/// <summary>Rules B, F3: a lost reply is no failure, and people cannot send again what the platform lists.</summary>
public sealed class F03_A_lost_reply(PostgresFixture postgres)
{
    [Fact]
    public async Task It_is_looked_up_and_not_sent_again_by_anybody()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres, events: false);
        await scene.FaultAsync(new { path = "/cgi-bin/freepublish/submit", cut = "after" });
        await scene.FaultAsync(new { path = "/cgi-bin/freepublish/batchget", httpStatus = 503, times = 1000 });
        var postId = await scene.PlanAsync();
        await scene.UntilAsync(postId, PostStatus.Unconfirmed);
        var token = TestContext.Current.CancellationToken;
        Assert.False((await scene.Get<PublishPost>().ExecuteAsync(Some.Editor, postId, null, token)).Succeeded);
        Assert.False((await scene.Get<SchedulePost>().ExecuteAsync(Some.Editor, postId, scene.Now.AddHours(1), null, token)).Succeeded);

        await scene.ClearFaultsAsync();
        await scene.UntilAsync(postId, PostStatus.Published, TimeSpan.FromMinutes(15));
        Assert.Single(await scene.ArticlesAsync());
        Assert.Equal(1, await scene.CallsAsync("/cgi-bin/freepublish/submit"));
    }
}
