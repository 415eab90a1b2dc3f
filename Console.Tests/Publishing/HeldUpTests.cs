using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Publishing;
using GovAccountConsole.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Tests.Publishing;

/// <summary>What keeps a delivery back: the stop, a frozen account, lateness, a changed content.</summary>
public sealed class HeldUpTests(PostgresFixture postgres)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task While_stopped_or_frozen_nothing_is_sent_and_a_short_delay_is_made_up_for(bool stop)
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        var postId = await scene.PlanAsync();
        await scene.ChangeAsync((account, matrix) =>
            Assert.True((stop ? matrix.Stop("演练", Some.Department, Some.Administrator.PersonId, scene.Now) : account.Suspend("演练", Some.Administrator.PersonId, scene.Now)).Succeeded));
        await scene.PassAsync(TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(1));
        Assert.Equal(PostStatus.Scheduled, (await scene.PostAsync(postId)).Status);
        Assert.Empty(await scene.ArticlesAsync());

        await scene.ChangeAsync((account, matrix) =>
            Assert.True((stop ? matrix.Resume("结束", Some.Department, Some.Administrator.PersonId, scene.Now) : account.Resume(Some.Administrator.PersonId, scene.Now)).Succeeded));
        await scene.UntilAsync(postId, PostStatus.Published);
    }

    [Fact]
    public async Task A_stop_in_the_middle_holds_the_hand_over_back()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        await scene.FaultAsync(new { path = "/cgi-bin/draft/add", httpStatus = 500, times = 3 });
        var postId = await scene.PlanAsync();
        scene.Time.Advance(TimeSpan.FromSeconds(2));
        await scene.WorkAsync();
        Assert.Equal(PostStatus.Publishing, (await scene.PostAsync(postId)).Status);
        await scene.ChangeAsync((_, matrix) => Assert.True(matrix.Stop("演练", Some.Department, Some.Administrator.PersonId, scene.Now).Succeeded));
        await scene.PassAsync(TimeSpan.FromMinutes(5), TimeSpan.FromSeconds(20));
        Assert.Equal(0, await scene.CallsAsync("/cgi-bin/freepublish/submit"));
        await scene.ChangeAsync((_, matrix) => Assert.True(matrix.Resume("结束", Some.Department, Some.Administrator.PersonId, scene.Now).Succeeded));
        await scene.UntilAsync(postId, PostStatus.Published);
    }

    [Fact]
    public async Task More_than_half_an_hour_late_a_person_is_asked()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        var postId = await scene.PlanAsync();
        scene.Time.Advance(TimeSpan.FromMinutes(31));
        await scene.WorkAsync();
        var post = await scene.PostAsync(postId);
        Assert.Equal((PostStatus.Scheduled, "publish-late"), (post.Status, post.Trouble?.Code));
        Assert.Equal(0, await scene.WorkAsync());
        Assert.Empty(await scene.ArticlesAsync());
        Assert.Equal(PublicationStatus.Waiting, (await scene.PublicationAsync(postId)).Status);
    }

    [Fact]
    public async Task Content_that_is_not_what_was_approved_is_not_sent()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        var postId = await scene.PlanAsync();
        await using (var db = await scene.OpenAsync())
        {
            await Tampering.RunAsync(db.Database.GetConnectionString()!, $"UPDATE revisions SET text = replace(text, '滨江大道', '环城路') WHERE post_id = '{postId}'");
        }

        var post = await scene.UntilAsync(postId, PostStatus.Failed);
        Assert.Equal("content-differs", post.Trouble?.Code);
        Assert.Empty(await scene.ArticlesAsync());
    }

    [Fact]
    public async Task A_picture_whose_bytes_changed_is_not_sent()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        var postId = await scene.PlanAsync(picture: DeliveryScene.Jpeg(50, 50, 3));
        await using (var db = await scene.OpenAsync())
        {
            await db.Set<GovAccountConsole.Domain.Media.MediumContent>()
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Bytes, DeliveryScene.Jpeg(50, 50, 4)), TestContext.Current.CancellationToken);
        }

        var post = await scene.UntilAsync(postId, PostStatus.Failed);
        Assert.Equal(("picture-changed", "1"), (post.Trouble!.Code, post.Trouble.Args[0]));
        Assert.Empty(await scene.ArticlesAsync());
    }

    [Fact]
    public async Task A_picture_the_platform_knows_already_is_compared_all_the_same()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        var picture = DeliveryScene.Jpeg(50, 50, 3);
        await scene.UntilAsync(await scene.PlanAsync(picture: picture), PostStatus.Published);
        var second = await scene.PlanAsync(picture: picture);
        await using (var db = await scene.OpenAsync())
        {
            await db.Set<GovAccountConsole.Domain.Media.MediumContent>()
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Bytes, DeliveryScene.Jpeg(50, 50, 4)), TestContext.Current.CancellationToken);
        }

        Assert.Equal("picture-changed", (await scene.UntilAsync(second, PostStatus.Failed)).Trouble?.Code);
        Assert.Single(await scene.ArticlesAsync());
    }

    [Fact]
    public async Task After_its_window_a_held_up_post_is_over_and_never_sent()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        var postId = await scene.PlanAsync(TimeSpan.FromMinutes(1), window: TimeWindow.Of(null, scene.Now.AddMinutes(5)));
        await scene.ChangeAsync((_, matrix) => matrix.Stop("演练", Some.Department, Some.Supervisor.PersonId, scene.Now));
        await scene.PassAsync(TimeSpan.FromMinutes(6), TimeSpan.FromSeconds(20));
        await scene.ChangeAsync((_, matrix) => matrix.Resume("演练结束", Some.Department, Some.Supervisor.PersonId, scene.Now));
        var post = await scene.UntilAsync(postId, PostStatus.Expired);
        Assert.Equal(("window-over", null), (post.Trouble!.Code, post.PublishAt));
        Assert.Equal((PublicationStatus.Waiting, "window-over", null), await StateAsync(scene, postId));
        Assert.Empty(await scene.ArticlesAsync());

        static async Task<(PublicationStatus, string?, DateTimeOffset?)> StateAsync(DeliveryScene scene, Guid postId) =>
            await scene.PublicationAsync(postId) is var delivery ? (delivery.Status, delivery.Trouble?.Code, delivery.NextAttemptAt) : default;
    }

    [Fact]
    public async Task Without_a_finished_review_nothing_is_sent()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        var postId = await scene.PlanAsync();
        await using (var db = await scene.OpenAsync())
        {
            await db.Reviews.Where(row => row.PostId == postId)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Status, GovAccountConsole.Domain.Reviews.ReviewStatus.Voided), TestContext.Current.CancellationToken);
        }

        await scene.UntilAsync(postId, PostStatus.Failed);
        Assert.Empty(await scene.ArticlesAsync());
    }
}
