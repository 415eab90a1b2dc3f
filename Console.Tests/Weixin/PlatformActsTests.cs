using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Inbox;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Accounts;
using GovAccountConsole.Infrastructure.Inbox;
using GovAccountConsole.Infrastructure.Posts;
using GovAccountConsole.Tests.Publishing;
using GovAccountConsole.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Tests.Weixin;

/// <summary>Acts of people that ask the platform: verifying an account, recalling a post, answering a citizen.</summary>
public sealed class PlatformActsTests(PostgresFixture postgres)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Verifying_keeps_what_was_found()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        var found = await scene.Get<VerifyAccount>().ExecuteAsync(Some.Administrator, scene.Account.Id, Stop);
        Assert.True(found.Succeeded);
        Assert.All(found.Value.Checks, check => Assert.True(check.Ok));
        await using var db = await scene.OpenAsync();
        var account = await db.Accounts.SingleAsync(Stop);
        Assert.Equal(6, account.Checks.Count);
        Assert.Equal(AccountStatus.Active, account.Status);
        Assert.Equal(ErrorKind.Forbidden, (await scene.Get<VerifyAccount>().ExecuteAsync(Some.Editor, scene.Account.Id, Stop)).Error.Kind);
    }

    [Theory]
    [InlineData(Channel.Publish)]
    [InlineData(Channel.MassSend)]
    public async Task A_recalled_post_is_gone_for_citizens(Channel channel)
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        var postId = await scene.PlanAsync(channel: channel);
        await scene.UntilAsync(postId, PostStatus.Published);
        var recalled = await scene.Get<RecallPost>().ExecuteAsync(Some.Editor, postId, "地点写错", null, Stop);
        Assert.True(recalled.Succeeded, recalled.Succeeded ? "" : recalled.Error.Code);
        Assert.Equal(PostStatus.Recalled, (await scene.PostAsync(postId)).Status);
        Assert.True((bool)Assert.Single(await scene.ArticlesAsync())!["isDeleted"]!);
        Assert.Equal(ErrorKind.Conflict, (await scene.Get<RecallPost>().ExecuteAsync(Some.Editor, postId, "再删", null, Stop)).Error.Kind);
    }

    [Fact]
    public async Task A_recall_whose_answer_was_lost_is_looked_up()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        var postId = await scene.PlanAsync();
        await scene.UntilAsync(postId, PostStatus.Published);
        await scene.FaultAsync(new { path = "/cgi-bin/freepublish/delete", cut = "after" });
        Assert.True((await scene.Get<RecallPost>().ExecuteAsync(Some.Editor, postId, "地点写错", null, Stop)).Succeeded);
        Assert.Equal(PostStatus.Recalled, (await scene.PostAsync(postId)).Status);
    }

    [Fact]
    public async Task A_refused_recall_changes_nothing_and_says_why()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        var postId = await scene.PlanAsync();
        await scene.UntilAsync(postId, PostStatus.Published);
        await scene.FaultAsync(new { path = "/cgi-bin/freepublish/delete", errcode = 45009 });
        var refused = await scene.Get<RecallPost>().ExecuteAsync(Some.Editor, postId, "地点写错", null, Stop);
        Assert.Equal(("weixin-45009", ErrorKind.Conflict), (refused.Error.Code, refused.Error.Kind));
        Assert.Equal(PostStatus.Published, (await scene.PostAsync(postId)).Status);
    }

    [Fact]
    public async Task An_answer_reaches_the_citizen_and_is_kept()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        await scene.PlatformPostAsync($"/sim/accounts/{DeliveryScene.AppId}/citizen-messages", new { text = "今晚封路吗？" });
        var threadId = await ThreadAsync(scene);
        var reply = await scene.Get<ReplyThread>().ExecuteAsync(DeliveryScene.Responder, threadId, " 22:00 起可能封闭，请走滨江大道。 ", Stop);
        Assert.True(reply.Succeeded, reply.Succeeded ? "" : reply.Error.Code);
        await using var db = await scene.OpenAsync();
        Assert.Equal(ThreadStatus.Answered, (await db.Threads.SingleAsync(Stop)).Status);
        Assert.Equal("22:00 起可能封闭，请走滨江大道。", (await db.Messages.SingleAsync(message => message.Direction == MessageDirection.Out, Stop)).Text);
        Assert.Equal(1, await scene.CallsAsync("/cgi-bin/message/custom/send"));
    }

    [Fact]
    public async Task An_answer_outside_the_platforms_window_is_refused_in_words()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        await scene.PlatformPostAsync($"/sim/accounts/{DeliveryScene.AppId}/citizen-messages", new { text = "在吗" });
        var threadId = await ThreadAsync(scene);
        scene.Time.Advance(TimeSpan.FromHours(49));
        var reply = await scene.Get<ReplyThread>().ExecuteAsync(DeliveryScene.Responder, threadId, "您好", Stop);
        Assert.False(reply.Succeeded);
        await using var db = await scene.OpenAsync();
        Assert.Equal(1, await db.Messages.CountAsync(Stop));
    }

    private static async Task<Guid> ThreadAsync(DeliveryScene scene)
    {
        await Until.TrueAsync(
            async () =>
            {
                await using var db = await scene.OpenAsync();
                return await db.Messages.AnyAsync(Stop);
            },
            Stop);
        await using var reading = await scene.OpenAsync();
        return await reading.Threads.Select(thread => thread.Id).SingleAsync(Stop);
    }
}
