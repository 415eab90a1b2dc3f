using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Jobs;
using GovAccountConsole.Infrastructure.Jobs.Callbacks;
using GovAccountConsole.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace GovAccountConsole.Tests.Publishing;

public sealed class HousekeepingTests(PostgresFixture postgres)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Unused_approvals_lapse_and_old_receipts_go()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        var planned = await scene.PlanAsync(TimeSpan.FromDays(40));
        var bound = await scene.PlanAsync(TimeSpan.FromDays(2), window: TimeWindow.Of(null, scene.Now.AddDays(3)));
        Guid approved;
        await using (var db = await scene.OpenAsync())
        {
            var account = await db.Accounts.SingleAsync(Stop);
            var (post, revision) = Some.Approved(account);
            db.AddRange(post, revision, new CallbackReceipt { AccountId = account.Id, Key = "old", At = scene.Now }, new CallbackReceipt { AccountId = account.Id, Key = "new", At = scene.Now.AddDays(29) });
            await db.SaveChangesAsync(Stop);
            approved = post.Id;
        }

        using var housekeeping = new Housekeeping(scene.Get<Work>(), scene.Time, NullLogger<Housekeeping>.Instance);
        await housekeeping.TidyAsync(Stop);
        Assert.Equal(PostStatus.Approved, (await scene.PostAsync(approved)).Status);

        scene.Time.Advance(TimeSpan.FromDays(31));
        await housekeeping.TidyAsync(Stop);
        Assert.Equal(PostStatus.Expired, (await scene.PostAsync(approved)).Status);
        Assert.Equal(PostStatus.Scheduled, (await scene.PostAsync(planned)).Status);
        Assert.Equal((PostStatus.Expired, null), ((await scene.PostAsync(bound)).Status, (await scene.PublicationAsync(bound)).NextAttemptAt));
        await using var after = await scene.OpenAsync();
        Assert.Equal("new", (await after.Set<CallbackReceipt>().SingleAsync(Stop)).Key);
    }
}
