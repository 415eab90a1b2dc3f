using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Infrastructure.Posts;
using GovAccountConsole.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Tests.Publishing.Failures;

/// <summary>Rules B, F5: what was changed or taken back a second before its slot does not go out, also when a worker has it in hand already.</summary>
public sealed class F05_Changed_a_second_before(PostgresFixture postgres)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task It_does_not_go_out(bool edit)
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        var postId = await scene.PlanAsync(TimeSpan.FromSeconds(10));
        scene.Time.Advance(TimeSpan.FromSeconds(9));
        await ChangeAsync(scene, postId, edit);
        await scene.PassAsync(TimeSpan.FromMinutes(2));
        Assert.Empty(await scene.ArticlesAsync());
        Assert.Equal(0, await scene.CallsAsync("/cgi-bin/freepublish/submit"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nor_after_a_worker_took_it_up(bool edit)
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        var postId = await scene.PlanAsync();
        scene.Time.Advance(TimeSpan.FromSeconds(2));
        var claim = Assert.Single(await scene.ClaimAsync());
        await ChangeAsync(scene, postId, edit);
        try
        {
            await scene.RunAsync(claim);
        }
        catch (Infrastructure.Jobs.Publishing.LeaseLostException)
        {
            // Taking the slot away took the delivery from the worker.
        }

        await scene.PassAsync(TimeSpan.FromMinutes(2));
        Assert.Empty(await scene.ArticlesAsync());
    }

    private static async Task ChangeAsync(DeliveryScene scene, Guid postId, bool edit)
    {
        if (!edit)
        {
            Assert.True((await scene.Get<UnschedulePost>().ExecuteAsync(Some.Editor, postId, null, Stop)).Succeeded);
            return;
        }

        await using var db = await scene.OpenAsync();
        var post = await db.Posts.SingleAsync(row => row.Id == postId, Stop);
        var content = (await db.Revisions.AsNoTracking().SingleAsync(row => row.PostId == postId && row.Number == post.RevisionNumber, Stop)).Content;
        var draft = new PostDraft(content.AccountId, content.Channel, null, [.. content.Articles.Select(article => article with { ContentHtml = "<p>改走环城路。</p>" })]);
        var saved = await scene.Get<SaveDraft>().ExecuteAsync(Some.Editor, postId, post.Version, draft, SaveMode.Complete, Stop);
        Assert.True(saved.Succeeded, string.Join(' ', saved.Errors.Select(error => error.Code)));
    }
}
