using System.Globalization;
using System.Text;
using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Accounts;
using GovAccountConsole.Infrastructure.Jobs.Callbacks;
using GovAccountConsole.Infrastructure.Planning;
using GovAccountConsole.Infrastructure.Posts;
using GovAccountConsole.Infrastructure.Weixin;
using GovAccountConsole.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Tests.Publishing;

/// <summary>Sends from the platform's own pages use up the same quota, wherever the platform lets the console see them.</summary>
public sealed class OutsideSendTests(PostgresFixture postgres)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_event_about_an_unknown_send_takes_up_the_day_once_and_is_shown()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        for (var times = 0; times < 2; times++) Assert.Equal(CallbackOutcome.Accepted, await FinishedAsync(scene, 990001, "send success", scene.Now.AddSeconds(times)));
        Assert.Equal(CallbackOutcome.Accepted, await FinishedAsync(scene, 990002, "send fail", scene.Now));

        await using var db = await scene.OpenAsync();
        Assert.Equal("990001", (await db.OutsideSends.SingleAsync(Stop)).MsgId);
        var quota = await scene.Get<CalendarQueries>().QuotaAsync(Some.Editor, scene.Account.Id, scene.Now, scene.Now, Stop);
        Assert.Equal(1, quota!.Used);
        Assert.All(quota.FreeSlots, slot => Assert.NotEqual(BusinessTime.DayOf(scene.Now), BusinessTime.DayOf(slot)));
        var account = (await scene.Get<AccountQueries>().GetAsync(Some.Editor, scene.Account.Id, Stop))!;
        Assert.Equal((1, 1), (account.Row.Quota.Used, account.Row.Quota.Elsewhere));
        Assert.Single(account.SentElsewhere);
        var day = new PostFilter { From = BusinessTime.StartOf(BusinessTime.DayOf(scene.Now)), To = BusinessTime.StartOf(BusinessTime.DayOf(scene.Now).AddDays(1)) };
        Assert.False(Assert.Single(await scene.Get<CalendarQueries>().ElsewhereAsync(Some.Editor, day, Stop)).IsRefusal);
        Assert.Empty(await scene.Get<CalendarQueries>().ElsewhereAsync(Some.Person("外单位", Role.Editor, Some.Court), day, Stop));

        var post = await scene.PlanAsync(TimeSpan.FromHours(2), Channel.MassSend);
        var refused = await scene.Get<SchedulePost>().ExecuteAsync(Some.Editor, post, scene.Now.AddHours(3), null, Stop);
        Assert.Equal("quota-exceeded", refused.Error.Code);
        Assert.NotEmpty(refused.Error.Args.OfType<DateTimeOffset>());
        Assert.True((await scene.Get<SchedulePost>().ExecuteAsync(Some.Editor, post, scene.Now.AddDays(1), null, Stop)).Succeeded);
    }

    [Fact]
    public async Task The_consoles_own_send_is_never_taken_for_another()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        var post = await scene.PlanAsync(channel: Channel.MassSend);
        await scene.UntilAsync(post, PostStatus.Published);
        var job = (await scene.PublicationAsync(post)).JobId!;
        await FinishedAsync(scene, long.Parse(job, CultureInfo.InvariantCulture), "send success", scene.Now.AddMinutes(5));
        await using var db = await scene.OpenAsync();
        Assert.False(await db.OutsideSends.AnyAsync(Stop));
    }

    [Fact]
    public async Task A_refusal_for_want_of_quota_fills_the_day_until_midnight_in_Shanghai()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        await scene.FaultAsync(new { path = "/cgi-bin/message/mass/sendall", errCode = 45028, times = 1 });
        var post = await scene.PlanAsync(channel: Channel.MassSend);
        Assert.Equal(45028, (await scene.UntilAsync(post, PostStatus.Failed)).Trouble!.PlatformCode);

        var account = (await scene.Get<AccountQueries>().GetAsync(Some.Editor, scene.Account.Id, Stop))!;
        Assert.Equal((1, true), (account.Row.Quota.Used, account.Row.Quota.IsRefused));
        var slots = (await scene.Get<SlotQueries>().OfAccountAsync(Some.Editor, scene.Account.Id, post, Stop))!;
        var midnight = BusinessTime.StartOf(BusinessTime.DayOf(scene.Now).AddDays(1));
        Assert.Equal((0, 1), (slots.LeftAt(midnight.AddTicks(-1)), slots.LeftAt(midnight)));
        Assert.Equal("quota-exceeded", (await scene.Get<SchedulePost>().ExecuteAsync(Some.Editor, post, scene.Now.AddHours(1), null, Stop)).Error.Code);
        Assert.True((await scene.Get<SchedulePost>().ExecuteAsync(Some.Editor, post, midnight, null, Stop)).Succeeded);
    }

    private static Task<CallbackOutcome> FinishedAsync(DeliveryScene scene, long msgId, string status, DateTimeOffset at)
    {
        var xml = string.Create(CultureInfo.InvariantCulture, $"<xml><ToUserName>gh_0123456789ab</ToUserName><FromUserName>oHELPER</FromUserName><CreateTime>{at.ToUnixTimeSeconds()}</CreateTime><MsgType>event</MsgType><Event>MASSSENDJOBFINISH</Event><MsgID>{msgId}</MsgID><Status>{status}</Status><SentCount>9</SentCount></xml>");
        var encrypted = CallbackCipher.From(DeliveryScene.AesKey)!.Encrypt(new(xml, DeliveryScene.AppId));
        var time = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return scene.Get<CallbackReceiver>().ReceiveAsync(
            DeliveryScene.AppId, new CallbackQuery(CallbackSignature.Sign(DeliveryScene.CallbackToken, time, "1"), time, "1", CallbackSignature.Sign(DeliveryScene.CallbackToken, time, "1", encrypted)),
            Encoding.UTF8.GetBytes($"<xml><Encrypt><![CDATA[{encrypted}]]></Encrypt></xml>"), Stop);
    }
}
