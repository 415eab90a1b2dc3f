using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Tests.Publishing.Failures;

/// <summary>Rules B, F12: what was approved goes out though its author may do nothing any more; the console acts, not a person.</summary>
public sealed class F12_The_author_lost_rights(PostgresFixture postgres)
{
    [Fact]
    public async Task It_goes_out_as_approved()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        var postId = await scene.PlanAsync(TimeSpan.FromMinutes(1));
        var token = TestContext.Current.CancellationToken;
        await using (var db = await scene.OpenAsync())
        {
            await db.RoleGrants.Where(grant => grant.PersonId == Some.Editor.PersonId).ExecuteDeleteAsync(token);
        }

        await scene.UntilAsync(postId, PostStatus.Published);
        await using (var db = await scene.OpenAsync())
        {
            Assert.Null(await db.History.Where(entry => entry.PostId == postId && entry.Action == "published").Select(entry => entry.ById).SingleAsync(token));
        }
    }
}
