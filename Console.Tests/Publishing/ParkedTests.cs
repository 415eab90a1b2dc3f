using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Publishing;
using GovAccountConsole.Infrastructure.Accounts;
using GovAccountConsole.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Tests.Publishing;

/// <summary>Refusals that somebody with access to the account can mend: shown on the account, waiting, going on after a passed test.</summary>
public sealed class ParkedTests(PostgresFixture postgres)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/cgi-bin/freepublish/submit", 48001, "permissions")]
    [InlineData("/cgi-bin/stable_token", 40164, "ipAllowList")]
    [InlineData("/cgi-bin/stable_token", 40001, "appSecret")]
    [InlineData("/cgi-bin/draft/add", 61004, "ipAllowList")]
    public async Task It_waits_shows_on_the_account_and_goes_on_after_a_passed_test(string path, int code, string check)
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        await scene.FaultAsync(new { path, errcode = code, times = 1000 });
        var postId = await scene.PlanAsync();
        await scene.PassAsync(TimeSpan.FromSeconds(5));
        var (post, delivery) = (await scene.PostAsync(postId), await scene.PublicationAsync(postId));
        Assert.Equal((PostStatus.Scheduled, PublicationStatus.Waiting, code, null), (post.Status, delivery.Status, delivery.Trouble?.PlatformCode, delivery.NextAttemptAt));
        await using (var db = await scene.OpenAsync())
        {
            var account = await db.Accounts.SingleAsync(Stop);
            Assert.True(account.HasFailedCheck);
            Assert.Equal((false, code), account.Checks.Single(line => line.Name == check) is var line ? (line.Ok, line.ErrorCode) : default);
            Assert.Equal(1, await db.Audit.CountAsync(entry => entry.Action == "accountTrouble", Stop));
        }

        await scene.ClearFaultsAsync();
        var testing = scene.Get<VerifyAccount>().ExecuteAsync(Some.Administrator, scene.Account.Id, Stop);
        await scene.PumpAsync(testing);
        Assert.True((await testing).Succeeded);
        await scene.UntilAsync(postId, PostStatus.Published);
        Assert.Single(await scene.ArticlesAsync());
    }

    [Fact]
    public async Task Mended_too_late_it_asks_a_person_instead_of_going_out()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        await scene.FaultAsync(new { path = "/cgi-bin/draft/add", errcode = 48001, times = 1000 });
        var postId = await scene.PlanAsync();
        await scene.PassAsync(TimeSpan.FromSeconds(5));
        await scene.ClearFaultsAsync();
        scene.Time.Advance(TimeSpan.FromMinutes(31));
        var testing = scene.Get<VerifyAccount>().ExecuteAsync(Some.Administrator, scene.Account.Id, Stop);
        await scene.PumpAsync(testing);
        await testing;
        await scene.PassAsync(TimeSpan.FromSeconds(5));
        var post = await scene.PostAsync(postId);
        Assert.Equal((PostStatus.Scheduled, "publish-late"), (post.Status, post.Trouble?.Code));
        Assert.Empty(await scene.ArticlesAsync());
    }

    [Fact]
    public async Task A_permission_refused_after_a_lost_answer_proves_nothing_about_the_first_try()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres, events: false);
        await scene.FaultAsync(new { path = "/cgi-bin/message/mass/sendall", cut = "before" });
        await scene.FaultAsync(new { path = "/cgi-bin/message/mass/sendall", errcode = 48001 });
        var post = await scene.UntilAsync(await scene.PlanAsync(channel: Channel.MassSend), PostStatus.Unconfirmed);
        Assert.Equal(48001, post.Trouble?.PlatformCode);
    }
}
