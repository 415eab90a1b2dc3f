using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Tests.Publishing.Failures;

/// <summary>Rules B, F17: an approval is of this post, this account and these very words; its twin's helps nobody.</summary>
public sealed class F17_Anothers_approval(PostgresFixture postgres)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_two_posts_with_the_same_words_only_the_approved_one_goes_out()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        var (approved, other) = (await scene.PlanAsync(), await scene.PlanAsync(TimeSpan.FromSeconds(2)));
        await using (var db = await scene.OpenAsync())
        {
            await db.Reviews.Where(review => review.PostId == other).ExecuteUpdateAsync(set => set.SetProperty(review => review.Status, ReviewStatus.Voided), Stop);
        }

        await scene.UntilAsync(approved, PostStatus.Published);
        await scene.UntilAsync(other, PostStatus.Failed);
        Assert.Single(await scene.ArticlesAsync());
    }

    [Fact]
    public async Task The_hash_of_a_twin_for_another_account_does_not_pass()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        var postId = await scene.PlanAsync();
        await using (var db = await scene.OpenAsync())
        {
            var text = (await db.Revisions.AsNoTracking().SingleAsync(row => row.PostId == postId, Stop)).Text;
            var twin = PostContent.HashOf(text.Replace(scene.Account.Id.ToString(), Guid.CreateVersion7().ToString(), StringComparison.Ordinal));
            Assert.NotEqual(PostContent.HashOf(text), twin);
            await db.Publications.Where(row => row.PostId == postId).ExecuteUpdateAsync(set => set.SetProperty(row => row.ContentHash, twin), Stop);
        }

        Assert.Equal("content-differs", (await scene.UntilAsync(postId, PostStatus.Failed)).Trouble?.Code);
        Assert.Empty(await scene.ArticlesAsync());
    }
}
