using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Publishing;
using GovAccountConsole.Infrastructure.Jobs.Publishing;
using GovAccountConsole.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Tests.Publishing;

/// <summary>Answers get lost, workers die: citizens get every post once, and nobody is told what is not known.</summary>
public sealed class LostAnswerTests(PostgresFixture postgres)
{
    private const string Submit = "/cgi-bin/freepublish/submit";
    private const string SendAll = "/cgi-bin/message/mass/sendall";

    [Theory]
    [InlineData(Channel.Publish, "after")]
    [InlineData(Channel.Publish, "before")]
    [InlineData(Channel.MassSend, "after")]
    [InlineData(Channel.MassSend, "before")]
    public async Task A_cut_connection_neither_loses_nor_doubles_a_post(Channel channel, string cut)
    {
        await using var scene = await DeliveryScene.StartAsync(postgres, events: false);
        await scene.FaultAsync(new { path = channel == Channel.Publish ? Submit : SendAll, cut });
        var postId = await scene.PlanAsync(channel: channel);
        await scene.UntilAsync(postId, PostStatus.Published);
        Assert.Single(await scene.ArticlesAsync());
        Assert.Equal(cut == "after" && channel == Channel.Publish ? 1 : 2, await scene.CallsAsync(channel == Channel.Publish ? Submit : SendAll));
    }

    [Theory]
    [InlineData(Channel.Publish, -1, null)]
    [InlineData(Channel.Publish, null, 502)]
    [InlineData(Channel.MassSend, -1, null)]
    [InlineData(Channel.MassSend, null, 502)]
    public async Task A_busy_platform_gets_the_post_once(Channel channel, int? errcode, int? httpStatus)
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        await scene.FaultAsync(new { path = channel == Channel.Publish ? Submit : SendAll, errcode, httpStatus });
        await scene.UntilAsync(await scene.PlanAsync(channel: channel), PostStatus.Published);
        Assert.Single(await scene.ArticlesAsync());
    }

    [Theory]
    [InlineData(Channel.Publish)]
    [InlineData(Channel.MassSend)]
    public async Task A_worker_killed_between_sending_and_confirming_is_followed_by_another(Channel channel)
    {
        await using var scene = await DeliveryScene.StartAsync(postgres, events: false);
        var postId = await scene.PlanAsync(channel: channel);
        await scene.FaultAsync(new { path = channel == Channel.Publish ? Submit : SendAll, cut = "after" });
        scene.Time.Advance(TimeSpan.FromSeconds(2));
        var claim = Assert.Single(await scene.ClaimAsync());
        await KillDuringSubmitAsync(scene, claim);
        Assert.EndsWith("Submit:Started", await scene.StepsAsync(postId), StringComparison.Ordinal);
        Assert.Empty(await scene.ClaimAsync());

        var killed = scene.Now;
        await scene.UntilAsync(postId, PostStatus.Published);
        Assert.InRange(scene.Now - killed, TimeSpan.Zero, TimeSpan.FromSeconds(70));
        Assert.Single(await scene.ArticlesAsync());
    }

    [Fact]
    public async Task A_worker_presumed_dead_changes_nothing_any_more()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        var postId = await scene.PlanAsync();
        scene.Time.Advance(TimeSpan.FromSeconds(2));
        var zombie = Assert.Single(await scene.ClaimAsync());
        scene.Time.Advance(TimeSpan.FromSeconds(31));
        var heir = Assert.Single(await scene.ClaimAsync());
        Assert.Equal(zombie.Id, heir.Id);
        Assert.NotEqual(zombie.LeaseToken, heir.LeaseToken);

        await Assert.ThrowsAsync<LeaseLostException>(() => scene.RunAsync(zombie));
        Assert.False(await scene.Get<PublicationClaims>().RenewAsync(zombie, TestContext.Current.CancellationToken));
        Assert.Equal("", await scene.StepsAsync(postId));
        await scene.RunAsync(heir);
        await scene.UntilAsync(postId, PostStatus.Published);
        Assert.Equal(1, await scene.CallsAsync(Submit));
    }

    [Fact]
    public async Task Two_workers_do_not_send_twice()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        var posts = new List<Guid>();
        for (var index = 0; index < 4; index++) posts.Add(await scene.PlanAsync(TimeSpan.FromSeconds(index + 1), title: $"第{index}篇"));
        scene.Time.Advance(TimeSpan.FromSeconds(10));
        for (var round = 0; round < 8; round++)
        {
            var claims = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => scene.ClaimAsync()));
            var taken = claims.SelectMany(claim => claim).ToList();
            Assert.Equal(taken.Count, taken.DistinctBy(claim => claim.Id).Count());
            foreach (var claim in taken) await scene.RunAsync(claim);
        }

        foreach (var post in posts) await scene.UntilAsync(post, PostStatus.Published);
        Assert.Equal(4, (await scene.ArticlesAsync()).Count);
        Assert.Equal(4, await scene.CallsAsync(Submit));
    }

    [Fact]
    public async Task When_the_lists_cannot_be_read_a_person_is_asked_and_a_later_look_settles_it()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres, events: false);
        await scene.FaultAsync(new { path = Submit, cut = "after" });
        await scene.FaultAsync(new { path = "/cgi-bin/freepublish/batchget", httpStatus = 503, times = 1000 });
        var postId = await scene.PlanAsync();
        var post = await scene.UntilAsync(postId, PostStatus.Unconfirmed, TimeSpan.FromMinutes(15));
        Assert.Equal("result-missing", post.Trouble?.Code);
        await scene.ClearFaultsAsync();
        await scene.UntilAsync(postId, PostStatus.Published, TimeSpan.FromMinutes(15));
        Assert.Single(await scene.ArticlesAsync());
        Assert.Equal(1, await scene.CallsAsync(Submit));
    }

    [Fact]
    public async Task After_a_person_found_that_it_was_not_sent_it_can_be_sent_anew()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres, events: false);
        await scene.FaultAsync(new { path = Submit, cut = "before" });
        await scene.FaultAsync(new { path = "/cgi-bin/freepublish/batchget", httpStatus = 503, times = 1000 });
        var postId = await scene.PlanAsync();
        await scene.UntilAsync(postId, PostStatus.Unconfirmed, TimeSpan.FromMinutes(15));
        await scene.ClearFaultsAsync();
        await using (var db = await scene.OpenAsync())
        {
            var post = await db.Posts.SingleAsync(TestContext.Current.CancellationToken);
            var publication = await db.Publications.SingleAsync(TestContext.Current.CancellationToken);
            Assert.True(post.Resolve(published: false, Some.Editor.PersonId, scene.Now).Succeeded);
            publication.Fail(post.Trouble!, scene.Now);
            Assert.True(post.Publish(await db.Accounts.SingleAsync(TestContext.Current.CancellationToken), [], Some.Editor.PersonId, scene.Now).Succeeded);
            publication.Replan(post.PublishAt!.Value);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await scene.UntilAsync(postId, PostStatus.Published);
        Assert.Single(await scene.ArticlesAsync());
    }

    [Fact]
    public async Task A_lost_push_is_not_repeated_when_it_is_too_late()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres, events: false);
        await scene.FaultAsync(new { path = SendAll, cut = "before" });
        var postId = await scene.PlanAsync(channel: Channel.MassSend);
        scene.Time.Advance(TimeSpan.FromSeconds(2));
        await scene.WorkAsync();
        scene.Time.Advance(TimeSpan.FromMinutes(45));
        await scene.UntilAsync(postId, PostStatus.Unconfirmed);
        Assert.Equal(1, await scene.CallsAsync(SendAll));
        Assert.Empty(await scene.ArticlesAsync());
    }

    [Fact]
    public async Task Before_the_hand_over_everything_may_be_repeated()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        await scene.FaultAsync(new { path = "/cgi-bin/material/add_material", cut = "after" });
        await scene.FaultAsync(new { path = "/cgi-bin/draft/add", httpStatus = 500, times = 4 });
        await scene.FaultAsync(new { path = "/cgi-bin/stable_token", httpStatus = 500, times = 4 });
        await scene.UntilAsync(await scene.PlanAsync(), PostStatus.Published);
        Assert.Single(await scene.ArticlesAsync());
    }

    [Fact]
    public async Task An_expired_token_is_replaced_on_the_way()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        await scene.FaultAsync(new { path = Submit, errcode = 42001 });
        await scene.UntilAsync(await scene.PlanAsync(), PostStatus.Published);
        Assert.Single(await scene.ArticlesAsync());
    }

    // The process ends while the platform works on the call: nothing of the answer is ever written.
    private static async Task KillDuringSubmitAsync(DeliveryScene scene, ClaimedPublication claim)
    {
        using var death = new CancellationTokenSource();
        var path = (await scene.ChannelAsync(claim.Id)) == Channel.Publish ? Submit : SendAll;
        await scene.ClearFaultsAsync();
        await scene.FaultAsync(new { path, delayMs = 3_600_000 });
        var running = scene.Get<PublicationRunner>().RunAsync(claim, death.Token);
        await Until.TrueAsync(async () => (await scene.StepsByIdAsync(claim.Id)).EndsWith("Submit:Started", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        await death.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }
}
