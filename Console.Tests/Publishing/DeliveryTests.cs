using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Publishing;
using GovAccountConsole.Tests.Support;

namespace GovAccountConsole.Tests.Publishing;

public sealed class DeliveryTests(PostgresFixture postgres)
{
    [Fact]
    public async Task A_publication_goes_out_at_its_time_with_its_pictures_and_the_event_finishes_it()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        var postId = await scene.PlanAsync(TimeSpan.FromMinutes(1), picture: DeliveryScene.Jpeg(640, 480, 7));
        Assert.Equal(0, await scene.WorkAsync());

        var post = await scene.UntilAsync(postId, PostStatus.Published);
        var article = Assert.Single(await scene.ArticlesAsync())!;
        Assert.Equal("今晚大雾，绕城高速北段可能临时管制", (string?)article["title"]);
        Assert.Contains("去机场：走滨江大道。𠮷😀", (string?)article["content"], StringComparison.Ordinal);
        Assert.Contains("<img", (string?)article["content"], StringComparison.Ordinal);
        Assert.DoesNotContain("/api/v1/media/", (string?)article["content"], StringComparison.Ordinal);
        Assert.InRange(post.PublishedAt!.Value - post.PublishAt!.Value, TimeSpan.Zero, TimeSpan.FromSeconds(30));

        var publication = await scene.PublicationAsync(postId);
        Assert.Equal(PublicationStatus.Published, publication.Status);
        Assert.Equal([(string)article["url"]!], publication.ArticleUrls);
        Assert.Equal("VerifyContent:Done PrepareMedia:Done CreateDraft:Done Submit:Done AwaitResult:Done Finish:Done", await scene.StepsAsync(postId));
        Assert.Equal(0, await scene.CallsAsync("/cgi-bin/freepublish/get"));
        Assert.Null(publication.LeaseToken);
    }

    [Fact]
    public async Task Without_an_event_a_look_finishes_it()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres, events: false);
        var postId = await scene.PlanAsync();
        await scene.UntilAsync(postId, PostStatus.Published);
        Assert.Single((await scene.PublicationAsync(postId)).ArticleUrls);
        Assert.InRange(await scene.CallsAsync("/cgi-bin/freepublish/get"), 1, 2);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_push_goes_out(bool events)
    {
        await using var scene = await DeliveryScene.StartAsync(postgres, events);
        var postId = await scene.PlanAsync(channel: Channel.MassSend);
        await scene.UntilAsync(postId, PostStatus.Published);
        Assert.Equal("massSend", (string?)Assert.Single(await scene.ArticlesAsync())!["channel"]);
        Assert.Equal(events ? 1 : 0, (await scene.PublicationAsync(postId)).ArticleUrls.Count);
    }

    [Fact]
    public async Task The_same_cover_and_picture_are_uploaded_once()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        var picture = DeliveryScene.Jpeg(300, 200, 9);
        foreach (var title in new[] { "第一篇", "第二篇" }) await scene.UntilAsync(await scene.PlanAsync(title: title, picture: picture), PostStatus.Published);
        Assert.Equal(1, await scene.CallsAsync("/cgi-bin/media/uploadimg"));
        Assert.Equal(1, await scene.CallsAsync("/cgi-bin/material/add_material"));
    }

    [Fact]
    public async Task An_accounts_posts_go_out_in_order()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres, events: false);
        var second = await scene.PlanAsync(TimeSpan.FromSeconds(20), title: "后");
        var first = await scene.PlanAsync(TimeSpan.FromSeconds(10), title: "先");
        scene.Time.Advance(TimeSpan.FromSeconds(30));
        var claimed = await scene.ClaimAsync();
        Assert.Equal((await scene.PublicationAsync(first)).Id, Assert.Single(claimed).Id);
        Assert.Empty(await scene.ClaimAsync());
        await scene.RunAsync(claimed[0]);
        await scene.UntilAsync(second, PostStatus.Published);
    }

    [Fact]
    public async Task A_refusal_is_a_failure_that_names_the_platforms_code()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        await scene.FaultAsync(new { path = "/cgi-bin/freepublish/submit", errcode = 53503 });
        var postId = await scene.PlanAsync();
        var post = await scene.UntilAsync(postId, PostStatus.Failed);
        Assert.Equal(("weixin-53503", 53503), (post.Trouble?.Code, post.Trouble?.PlatformCode));
        Assert.Empty(await scene.ArticlesAsync());
    }

    [Fact]
    public async Task A_publication_that_the_platform_rejects_afterwards_is_a_failure()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        await scene.FaultAsync(new { path = "/cgi-bin/freepublish/submit", outcome = "4" });
        var post = await scene.UntilAsync(await scene.PlanAsync(), PostStatus.Failed);
        Assert.Equal("publish-result-4", post.Trouble?.Code);
    }

    [Fact]
    public async Task A_cover_deleted_on_the_platform_is_uploaded_anew()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        await scene.UntilAsync(await scene.PlanAsync(title: "第一篇"), PostStatus.Published);
        await scene.FaultAsync(new { path = "/cgi-bin/draft/add", errcode = 40007 });
        await scene.UntilAsync(await scene.PlanAsync(title: "第二篇"), PostStatus.Published);
        Assert.Equal(2, await scene.CallsAsync("/cgi-bin/material/add_material"));
    }
}
