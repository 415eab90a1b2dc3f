using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Tests.Publishing.Failures;

/// <summary>Rules B, F14: an outage is no fault of the account and costs no secret; a cause that concerns many posts is told once.</summary>
public sealed class F14_A_short_outage(PostgresFixture postgres)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_it_the_post_goes_out_and_the_account_is_as_it_was()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        var before = await SecretsAsync(scene);
        await scene.FaultAsync(new { path = "/*", httpStatus = 500, times = 5 });
        await scene.UntilAsync(await scene.PlanAsync(), PostStatus.Published, TimeSpan.FromMinutes(10));
        await using var db = await scene.OpenAsync();
        Assert.False((await db.Accounts.SingleAsync(Stop)).HasFailedCheck);
        Assert.Equal(0, await db.Audit.CountAsync(entry => entry.Action == "accountTrouble", Stop));
        Assert.Equal(before, await SecretsAsync(scene));
        Assert.Single(await scene.ArticlesAsync());
    }

    [Fact]
    public async Task One_cause_is_told_once_however_many_posts_meet_it()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        await scene.FaultAsync(new { path = "/cgi-bin/freepublish/submit", errcode = 48001, every = true });
        for (var number = 1; number <= 3; number++) await scene.PlanAsync(TimeSpan.FromSeconds(number), title: $"第 {number} 号通告");
        await scene.PassAsync(TimeSpan.FromSeconds(20));
        await using var db = await scene.OpenAsync();
        Assert.Equal(1, await db.Audit.CountAsync(entry => entry.Action == "accountTrouble", Stop));
        Assert.Equal(3, await db.Posts.CountAsync(post => post.Trouble != null, Stop));
    }

    private static async Task<object> SecretsAsync(DeliveryScene scene)
    {
        await using var db = await scene.OpenAsync();
        return await db.Accounts.AsNoTracking().Select(account => new { account.SealedAppSecret, account.SealedToken, account.SealedEncodingAesKey }).SingleAsync(Stop);
    }
}
