using System.Globalization;
using GovAccountConsole.Simulator.Admin;
using GovAccountConsole.Simulator.Gateway;
using GovAccountConsole.Simulator.Mass;
using GovAccountConsole.Simulator.State;

namespace GovAccountConsole.Simulator.Pages;

/// <summary>What an account's administrator sees: sends to confirm, pushes to the callback address, calls of the interface.</summary>
internal sealed class AdminPage(PlatformState state, SendsAdmin sends, TimeProvider time)
{
    public void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/mp/{appId}/admin", Show);
        app.MapPost("/mp/{appId}/sends/{msgId:long}/confirm", (HttpContext context, string appId, long msgId) => Answer(context, appId, msgId, isConfirmed: true));
        app.MapPost("/mp/{appId}/sends/{msgId:long}/refuse", (HttpContext context, string appId, long msgId) => Answer(context, appId, msgId, isConfirmed: false));
    }

    private IResult Answer(HttpContext context, string appId, long msgId, bool isConfirmed)
    {
        if (OwnForm.IsForeign(context))
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }
        sends.Answer(appId, msgId, isConfirmed);
        return Results.Redirect($"/mp/{Uri.EscapeDataString(appId)}/admin");
    }

    private IResult Show(HttpContext context, string appId)
    {
        if (state.Find(appId) is not { } account)
        {
            return Layout.NotFound(context);
        }
        lock (account.Gate)
        {
            var settings = account.Settings;
            var now = time.GetUtcNow();
            var say = Speech.Of(context);
            var period = settings.Kind == AccountKind.Subscription ? say.Say("本日已群发", "sent today") : say.Say("本月已群发", "sent this month");
            return Layout.Page(context, settings.Name + say.Say(" · 平台后台", " · back office"), "admin", Markup.Of($"""
                <main class="wide">
                <p class="crumbs"><a href="/">{say.Say("全部公众号", "All accounts")}</a> / <a href="/mp/{account.AppId}">{say.Say("手机上的样子", "On a phone")}</a> / <a href="/faults">{say.Say("故障演练", "Fault drills")}</a> {say.Switch()}</p>
                <h1>{settings.Name}</h1>
                <p class="lead">{AccountFace.KindOf(settings)} · {(settings.Verified ? say.Say("已认证", "verified") : say.Say("未认证", "not verified"))} · {settings.OriginalId} · {say.Say("关注", "followers")} {settings.Followers} · {period} {MassQuota.Used(account, now)} / {MassQuota.LimitOf(settings)}</p>
                {Waiting(account, now, say)}
                <h2>{say.Say("群发", "Mass sends")}</h2>{Sends(account, say)}{AdminParts.Office(account, say)}
                <h2>{say.Say("文章", "Articles")}</h2>{AdminParts.Articles(account, say)}
                <h2>{say.Say("消息推送", "Events")}</h2><p class="lead">{settings.CallbackUrl ?? say.Say("没有填写服务器地址", "no callback address")}</p>{AdminParts.Pushes(account, say)}
                <h2>{say.Say("接口调用", "Calls")}</h2>{Calls(account, say)}
                </main>
                """), language: say.Tag);
        }
    }

    private static Markup Waiting(Account account, DateTimeOffset now, Speech say) => Markup.Join(account.Sends.Where(send => send.State == MassState.AwaitingAdmin).Select(send => Markup.Of($"""
        <section class="ask"><div><b>{say.Say("有一条群发等您确认", "A mass send waits for you")}</b><p>{Waits(account, send, now, say)}</p></div>
        <form method="post" action="/mp/{account.AppId}/sends/{send.MsgId}/confirm"><button class="primary">{say.Say("确认群发", "Confirm")}</button></form>
        <form method="post" action="/mp/{account.AppId}/sends/{send.MsgId}/refuse"><button>{say.Say("拒绝", "Refuse")}</button></form></section>
        """)));

    private static string Waits(Account account, MassSend send, DateTimeOffset now, Speech say)
    {
        var minutes = ((long)Math.Ceiling((send.DueAt - now).TotalMinutes)).ToString(CultureInfo.InvariantCulture);
        var followers = account.Settings.Followers.ToString(CultureInfo.InvariantCulture);
        return say.Say($"{TitleOf(send)}，发给全部 {followers} 名关注者。{minutes} 分钟内不确认则不发。", $"{TitleOf(send)}, to all {followers} followers. Unless confirmed within {minutes} minutes it is not sent.");
    }

    private static Markup Sends(Account account, Speech say) => AdminParts.Table([say.Say("时间", "Time"), say.Say("内容", "Content"), say.Say("对象", "To"), say.Say("结果", "Result"), say.Say("送达", "Reached")],
        account.Sends.AsEnumerable().Reverse().Take(AdminParts.Rows).Select(send => AdminParts.Row(
            PageTime.Second(send.AcceptedAt), TitleOf(send),
            send.IsToAll ? say.Say("全部", "all") : send.TagId is { } tag ? say.Say("标签 ", "tag ") + tag.ToString(CultureInfo.InvariantCulture) : say.Say("指定用户", "chosen users"),
            send.Outcome ?? (send.State == MassState.AwaitingAdmin ? say.Say("待管理员确认", "waits for the administrator") : say.Say("发送中", "sending")),
            send.SentCount.ToString(CultureInfo.InvariantCulture))), say);

    private static Markup Calls(Account account, Speech say) => AdminParts.Table([say.Say("时间", "Time"), say.Say("接口", "Interface"), say.Say("方法", "Method"), say.Say("结果", "Result"), say.Say("毫秒", "ms")],
        account.Calls.Reverse().Take(AdminParts.Rows).Select(call => AdminParts.Row(
            PageTime.Second(call.At), call.Path, call.Method, ResultOf(call, say), call.DurationMs.ToString(CultureInfo.InvariantCulture))), say);

    private static string ResultOf(CallRecord call, Speech say)
    {
        var result = call.HttpStatus != StatusCodes.Status200OK ? $"HTTP {call.HttpStatus.ToString(CultureInfo.InvariantCulture)}"
            : call.Errcode is { } code and not 0 ? code.ToString(CultureInfo.InvariantCulture) : say.Say("成功", "ok");
        return call.Fault is null ? result : $"{result}（{call.Fault}）";
    }

    private static string TitleOf(MassSend send) => send.Text ?? string.Join("；", send.Articles.Select(article => $"《{article.Title}》"));
}
