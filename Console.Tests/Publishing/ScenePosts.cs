using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Publishing;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Infrastructure.Media;
using GovAccountConsole.Infrastructure.Posts;
using GovAccountConsole.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Tests.Publishing;

/// <summary>Posts that come the whole way: uploaded and written by the use cases people use, then through all reviews.</summary>
public static class ScenePosts
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<Guid> UploadAsync(this DeliveryScene scene, byte[] picture)
    {
        var stored = await scene.Get<UploadMedia>().ExecuteAsync(Some.Editor, scene.Account.Id, "p.jpg", picture, null, Stop);
        Assert.True(stored.Succeeded, string.Join(' ', stored.Errors));
        return stored.Value.Id;
    }

    public static async Task<Guid> WriteAsync(this DeliveryScene scene, params Article[] articles)
    {
        var draft = new PostDraft(scene.Account.Id, Channel.Publish, null, articles);
        var written = await scene.Get<CreatePost>().ExecuteAsync(Some.Editor, draft, SaveMode.Complete, Stop);
        Assert.True(written.Succeeded, string.Join(' ', written.Errors));

        await using var db = await scene.OpenAsync();
        var account = await db.Accounts.SingleAsync(Stop);
        var post = await db.Posts.SingleAsync(row => row.Id == written.Value.Id, Stop);
        var revision = await db.Revisions.SingleAsync(row => row.PostId == post.Id, Stop);
        Assert.True(post.Submit(account, revision, ReviewPlan.Default, Some.Editor.PersonId, scene.Now).Succeeded);
        foreach (var reviewer in new[] { Some.Reviewer, Some.FinalReviewer, Some.Supervisor })
            Assert.True(post.Decide(reviewer, Some.PoliceLineage, 1, DecisionKind.Approve, null, scene.Now).Succeeded);
        Assert.True(post.Schedule(account, scene.Now.AddSeconds(1), [], Some.Editor.PersonId, scene.Now).Succeeded);
        db.Add(new Publication(post, post.PublishAt!.Value, scene.Now));
        await db.SaveChangesAsync(Stop);
        return post.Id;
    }
}
