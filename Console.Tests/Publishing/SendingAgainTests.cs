using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Publishing;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Posts;
using GovAccountConsole.Infrastructure.Weixin;
using GovAccountConsole.Tests.Support;

namespace GovAccountConsole.Tests.Publishing;

/// <summary>What people decide about a post of which nobody knows whether it was sent.</summary>
public sealed class SendingAgainTests(PostgresFixture postgres)
{
    private const string Submit = "/cgi-bin/freepublish/submit";
    private const string SendAll = "/cgi-bin/message/mass/sendall";
    private const string List = "/cgi-bin/freepublish/batchget";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_did_not_go_out_is_sent_again_by_a_person_with_the_same_draft()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres, events: false);
        var postId = await UnconfirmedAsync(scene, Channel.Publish);
        Assert.Equal("required", (await AgainAsync(scene, postId, " ")).Error.Code);

        Assert.True((await AgainAsync(scene, postId, "手机上没有这一篇")).Succeeded);
        await scene.UntilAsync(postId, PostStatus.Published);
        Assert.Single(await scene.ArticlesAsync());
        Assert.Equal((2, 1), (await scene.CallsAsync(Submit), await scene.CallsAsync("/cgi-bin/draft/add")));
        Assert.Contains((await scene.PublicationAsync(postId)).Evidence, seen => seen is { Asked: SightingPlace.Person, Saw: Sight.Absent, Detail: "手机上没有这一篇" });
    }

    [Fact]
    public async Task Found_in_the_list_after_all_it_is_published_and_not_sent()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres, events: false);
        await scene.FaultAsync(new { path = List, httpStatus = 503, times = 1000 });
        await scene.FaultAsync(new { path = Submit, cut = "after" });
        var postId = await scene.PlanAsync();
        await scene.UntilAsync(postId, PostStatus.Unconfirmed);
        await scene.ClearFaultsAsync();
        // The interface was spared after its failures; after the pause it is asked again.
        scene.Time.Advance(TimeSpan.FromMinutes(3));

        Assert.True((await AgainAsync(scene, postId, "手机上没有这一篇")).Succeeded);
        Assert.Equal(PostStatus.Published, (await scene.PostAsync(postId)).Status);
        Assert.Equal(1, await scene.CallsAsync(Submit));
    }

    [Fact]
    public async Task While_the_list_cannot_be_read_nothing_is_sent_again()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres, events: false);
        var postId = await UnconfirmedAsync(scene, Channel.Publish);
        await scene.FaultAsync(new { path = List, httpStatus = 503, times = 1000 });
        Assert.Equal(PlatformRefusals.ListsUnreadable, (await AgainAsync(scene, postId, "手机上没有这一篇")).Error);
        await scene.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(PostStatus.Unconfirmed, (await scene.PostAsync(postId)).Status);
        Assert.Equal(1, await scene.CallsAsync(Submit));
        Assert.Contains((await scene.PublicationAsync(postId)).Evidence, seen => seen is { Asked: SightingPlace.PublishedList, Saw: Sight.NoAnswer });
    }

    [Fact]
    public async Task The_list_is_asked_once_more_at_the_moment_of_sending()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres, events: false);
        var postId = await UnconfirmedAsync(scene, Channel.Publish);
        Assert.True((await AgainAsync(scene, postId, "手机上没有这一篇")).Succeeded);
        await PublishByHandAsync(scene, (await scene.PublicationAsync(postId)).DraftMediaId!);
        await scene.UntilAsync(postId, PostStatus.Published);
        Assert.Single(await scene.ArticlesAsync());
        Assert.Equal(2, await scene.CallsAsync(Submit));
    }

    [Fact]
    public async Task A_push_sent_again_keeps_its_key_so_the_platform_refuses_a_second_one()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres, events: false);
        await scene.FaultAsync(new { path = SendAll, cut = "after" });
        var postId = await scene.PlanAsync(channel: Channel.MassSend);
        scene.Time.Advance(TimeSpan.FromSeconds(2));
        await scene.WorkAsync();
        scene.Time.Advance(TimeSpan.FromMinutes(45));
        await scene.UntilAsync(postId, PostStatus.Unconfirmed);

        var key = (await scene.PublicationAsync(postId)).SendKey;
        Assert.True((await AgainAsync(scene, postId, "手机上没有这一篇")).Succeeded);
        await scene.UntilAsync(postId, PostStatus.Published);
        Assert.Equal(key, (await scene.PublicationAsync(postId)).SendKey);
        Assert.Single(await scene.ArticlesAsync());
    }

    [Theory]
    [InlineData(true, PostStatus.Published)]
    [InlineData(false, PostStatus.Failed)]
    public async Task A_persons_word_settles_it_and_is_kept(bool published, PostStatus then)
    {
        await using var scene = await DeliveryScene.StartAsync(postgres, events: false);
        var postId = await UnconfirmedAsync(scene, Channel.Publish);
        Assert.True((await scene.Get<ResolvePost>().ExecuteAsync(Some.Editor, postId, published, null, Stop)).Succeeded);
        Assert.Equal(then, (await scene.PostAsync(postId)).Status);
        Assert.Equal((SightingPlace.Person, published ? Sight.Present : Sight.Absent), (await scene.PublicationAsync(postId)).Evidence[^1] is var last ? (last.Asked, last.Saw) : default);
    }

    [Fact]
    public async Task An_event_that_comes_late_settles_it()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        await scene.FaultAsync(new { path = List, httpStatus = 503, times = 3 });
        await scene.FaultAsync(new { path = Submit, cut = "after", outcome = (string?)null });
        var postId = await scene.PlanAsync();
        await scene.UntilAsync(postId, PostStatus.Published);
        Assert.Single(await scene.ArticlesAsync());
        Assert.Equal(1, await scene.CallsAsync(Submit));
    }

    private static async Task<Guid> UnconfirmedAsync(DeliveryScene scene, Channel channel)
    {
        await scene.FaultAsync(new { path = channel == Channel.Publish ? Submit : SendAll, cut = "before" });
        var postId = await scene.PlanAsync(channel: channel);
        await scene.UntilAsync(postId, PostStatus.Unconfirmed);
        return postId;
    }

    // Somebody presses "publish" in the platform's own pages.
    private static async Task PublishByHandAsync(DeliveryScene scene, string draftId)
    {
        var token = await scene.PlatformPostAsync("/cgi-bin/stable_token", new { grant_type = "client_credential", appid = DeliveryScene.AppId, secret = DeliveryScene.Secret });
        await scene.PlatformPostAsync($"/cgi-bin/freepublish/submit?access_token={(string?)token["access_token"]}", new { media_id = draftId });
        scene.Time.Advance(TimeSpan.FromSeconds(5));
        await Until.TrueAsync(async () => (await scene.ArticlesAsync()).Count == 1, Stop);
    }

    private static async Task<Result<PostVersion>> AgainAsync(DeliveryScene scene, Guid postId, string reason)
    {
        var acting = scene.Get<SendPostAgain>().ExecuteAsync(Some.Editor, postId, reason, null, Stop);
        await scene.PumpAsync(acting);
        return await acting;
    }
}
