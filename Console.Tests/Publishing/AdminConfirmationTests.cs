using GovAccountConsole.Domain.Notices;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Publishing;
using GovAccountConsole.Infrastructure.Accounts;
using GovAccountConsole.Infrastructure.Jobs.Notices;
using GovAccountConsole.Infrastructure.Posts;
using GovAccountConsole.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Tests.Publishing;

/// <summary>待管理员确认 (rules.md F20): half an hour on the phone; refusal or silence gives the slot back, and nothing is sent twice.</summary>
public sealed class AdminConfirmationTests(PostgresFixture postgres)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Silence_gives_slot_and_quota_back_and_the_next_plan_has_a_new_key()
    {
        await using var scene = await StartAsync();
        var postId = await AwaitedAsync(scene);
        var asked = await scene.PostAsync(postId);
        Assert.Equal(asked.StatusSince.AddMinutes(30), asked.ConfirmBy);
        var key = (await scene.PublicationAsync(postId)).SendKey;
        Assert.Equal(1, await UsedAsync(scene));

        await scene.PassAsync(TimeSpan.FromMinutes(29), TimeSpan.FromMinutes(1));
        Assert.Equal(PostStatus.AwaitingAdmin, (await scene.PostAsync(postId)).Status);
        await scene.PassAsync(TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(30));
        await GivenBackAsync(scene, postId, "mass-result-40002");
        Assert.Equal(0, await UsedAsync(scene));

        await scene.SetAsync(new { massSendProtection = false });
        Assert.True((await scene.Get<SchedulePost>().ExecuteAsync(Some.Editor, postId, scene.Now.AddSeconds(5), null, Stop)).Succeeded);
        await scene.UntilAsync(postId, PostStatus.Published);
        Assert.NotEqual(key, (await scene.PublicationAsync(postId)).SendKey);
        Assert.Equal(2, await scene.CallsAsync("/cgi-bin/message/mass/sendall"));
        Assert.Single(await scene.ArticlesAsync());
    }

    [Fact]
    public async Task A_refusal_gives_the_slot_back_at_once()
    {
        await using var scene = await StartAsync();
        var postId = await AwaitedAsync(scene);
        await AnswerAsync(scene, postId, "refuse");
        await scene.PassAsync(TimeSpan.FromSeconds(2));
        await GivenBackAsync(scene, postId, "mass-result-40001");
    }

    [Fact]
    public async Task A_confirmation_lets_it_go_out_once()
    {
        await using var scene = await StartAsync();
        var postId = await AwaitedAsync(scene);
        await AnswerAsync(scene, postId, "confirm");
        await scene.UntilAsync(postId, PostStatus.Published);
        Assert.Equal(1, await scene.CallsAsync("/cgi-bin/message/mass/sendall"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Without_the_event_a_look_finds_out_that_nobody_confirmed(bool numbered)
    {
        await using var scene = await StartAsync(events: false);
        // A gateway that tells the code alone: the push has no number to ask for, and the draft in the box must tell.
        if (!numbered) await scene.FaultAsync(new { path = "/cgi-bin/message/mass/sendall", errcode = 89504 });
        var postId = await AwaitedAsync(scene);
        Assert.Equal(numbered, (await scene.PublicationAsync(postId)).JobId is not null);
        await scene.PassAsync(TimeSpan.FromMinutes(34), TimeSpan.FromMinutes(1));
        Assert.Equal(PostStatus.AwaitingAdmin, (await scene.PostAsync(postId)).Status);
        await scene.PassAsync(TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(1));
        await GivenBackAsync(scene, postId, "mass-result-40002");
        Assert.Equal(1, await scene.CallsAsync("/cgi-bin/message/mass/sendall"));
    }

    [Fact]
    public async Task Editor_and_administrators_are_told_what_to_do_on_the_phone()
    {
        await using var scene = await StartAsync();
        var postId = await AwaitedAsync(scene);
        foreach (var claim in await scene.Get<NoticeClaims>().TakeCausesAsync(50, Stop)) await scene.Get<NoticeMaker>().TellAsync(claim, Stop);
        await using var db = await scene.OpenAsync();
        var told = await db.Notices.Where(notice => notice.Kind == NoticeKind.AwaitingAdmin && notice.SubjectId == postId).Select(notice => notice.PersonId).ToListAsync(Stop);
        Assert.Equal(new[] { Some.Editor.PersonId, Some.Administrator.PersonId }.Order(), told.Order());
    }

    private Task<DeliveryScene> StartAsync(bool events = true) => DeliveryScene.StartAsync(postgres, events, account: new { massSendProtection = true });

    private static async Task<Guid> AwaitedAsync(DeliveryScene scene)
    {
        var postId = await scene.PlanAsync(channel: Channel.MassSend);
        await scene.UntilAsync(postId, PostStatus.AwaitingAdmin);
        return postId;
    }

    private static async Task AnswerAsync(DeliveryScene scene, Guid postId, string answer) =>
        await scene.PressAsync($"/sim/accounts/{DeliveryScene.AppId}/sends/{(await scene.PublicationAsync(postId)).JobId}/{answer}");

    private static async Task GivenBackAsync(DeliveryScene scene, Guid postId, string why)
    {
        var post = await scene.PostAsync(postId);
        Assert.Equal((PostStatus.Approved, null, why), (post.Status, post.PublishAt, post.Trouble?.Code));
        var delivery = await scene.PublicationAsync(postId);
        Assert.Equal((PublicationStatus.Waiting, null, null), (delivery.Status, delivery.NextAttemptAt, delivery.JobId));
    }

    private static async Task<int> UsedAsync(DeliveryScene scene) =>
        (await scene.Get<AccountQueries>().GetAsync(Some.Editor, scene.Account.Id, Stop))!.Row.Quota.Used;
}
