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
            await db.Revisions.Where(row => row.PostId == postId)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Text, row => row.Text.Replace("滨江大道", "环城路")), TestContext.Current.CancellationToken);
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
        Assert.Equal("picture-missing", post.Trouble?.Code);
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
