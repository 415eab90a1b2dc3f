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
    [InlineData(Channel.Publish, 1)]
    [InlineData(Channel.MassSend, 2)]
    public async Task An_answer_lost_after_the_platform_acted_is_found_again(Channel channel, int calls)
    {
        await using var scene = await DeliveryScene.StartAsync(postgres, events: false);
        await scene.FaultAsync(new { path = channel == Channel.Publish ? Submit : SendAll, cut = "after" });
        var postId = await scene.PlanAsync(channel: channel);
        await scene.UntilAsync(postId, PostStatus.Published);
        Assert.Single(await scene.ArticlesAsync());
        Assert.Equal(calls, await scene.CallsAsync(channel == Channel.Publish ? Submit : SendAll));
    }

    [Theory]
    [InlineData("before", null, null, "outcome-connection-lost")]
    [InlineData(null, -1, null, "outcome-system-busy")]
    [InlineData(null, null, 502, "outcome-server-error")]
    public async Task However_sure_it_seems_a_submission_is_never_made_again_by_itself(string? cut, int? errcode, int? httpStatus, string why)
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        await scene.FaultAsync(new { path = Submit, cut, errcode, httpStatus });
        var postId = await scene.PlanAsync();
        var post = await scene.UntilAsync(postId, PostStatus.Unconfirmed);
        Assert.Equal("draft-remains", post.Trouble?.Code);
        await scene.PassAsync(TimeSpan.FromHours(2), TimeSpan.FromMinutes(1));
        Assert.Equal(1, await scene.CallsAsync(Submit));
        Assert.Empty(await scene.ArticlesAsync());

        var delivery = await scene.PublicationAsync(postId);
        Assert.Equal(
            [(SightingPlace.Submission, Sight.NoAnswer, why), (SightingPlace.PublishedList, Sight.Absent, null), (SightingPlace.DraftBox, Sight.Present, null)],
            delivery.Evidence.Select(seen => (seen.Asked, seen.Saw, seen.Detail)));
        Assert.All(delivery.Evidence.Skip(1), seen => Assert.True(seen.Times > 5 && seen.LastAt - seen.At > TimeSpan.FromHours(1)));
        Assert.InRange(await scene.CallsAsync("/cgi-bin/freepublish/batchget"), 5, 25);
        Assert.NotNull(delivery.NextAttemptAt);
    }

    [Theory]
    [InlineData(-1, null)]
    [InlineData(null, 502)]
    public async Task A_busy_platform_gets_a_push_once(int? errcode, int? httpStatus)
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        await scene.FaultAsync(new { path = SendAll, errcode, httpStatus });
        await scene.UntilAsync(await scene.PlanAsync(channel: Channel.MassSend), PostStatus.Published);
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
        await scene.UntilAsync(postId, channel == Channel.Publish ? PostStatus.Unconfirmed : PostStatus.Published);
        Assert.InRange(scene.Now - killed, TimeSpan.Zero, TimeSpan.FromSeconds(70));
        Assert.Equal(channel == Channel.Publish ? 0 : 1, (await scene.ArticlesAsync()).Count);
        Assert.Equal("outcome-broken-off", (await scene.PublicationAsync(postId)).Evidence[0].Detail);
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
