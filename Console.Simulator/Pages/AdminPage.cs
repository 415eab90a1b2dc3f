using System.Globalization;
using GovAccountConsole.Simulator.Admin;
using GovAccountConsole.Simulator.Callbacks;
using GovAccountConsole.Simulator.Gateway;
using GovAccountConsole.Simulator.Mass;
using GovAccountConsole.Simulator.State;

namespace GovAccountConsole.Simulator.Pages;

/// <summary>What an account's administrator sees: sends to confirm, pushes to the callback address, calls of the interface.</summary>
internal sealed class AdminPage(PlatformState state, SendsAdmin sends, TimeProvider time)
{
    private const int Rows = 50;

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
            return Layout.Page(context, settings.Name + " · 平台后台", "admin", Markup.Of($"""
                <main class="wide">
                <p class="crumbs"><a href="/">全部公众号</a> / <a href="/mp/{account.AppId}">手机上的样子</a></p>
                <h1>{settings.Name}</h1>
                <p class="lead">{AccountFace.KindOf(settings)} · {(settings.Verified ? "已认证" : "未认证")} · {settings.OriginalId} · 关注 {settings.Followers} · 本{(settings.Kind == AccountKind.Subscription ? "日" : "月")}已群发 {MassQuota.Used(account, now)} / {MassQuota.LimitOf(settings)}</p>
                {Waiting(account, now)}
                <h2>群发</h2>{Sends(account)}
                <h2>消息推送</h2><p class="lead">{settings.CallbackUrl ?? "没有填写服务器地址"}</p>{Pushes(account)}
                <h2>接口调用</h2>{Calls(account)}
                </main>
                """));
        }
    }

    private static Markup Waiting(Account account, DateTimeOffset now) => Markup.Join(account.Sends.Where(send => send.State == MassState.AwaitingAdmin).Select(send => Markup.Of($"""
        <section class="ask"><div><b>有一条群发等您确认</b><p>{TitleOf(send)}，发给全部 {account.Settings.Followers} 名关注者。{(long)Math.Ceiling((send.DueAt - now).TotalMinutes)} 分钟内不确认则不发。</p></div>
        <form method="post" action="/mp/{account.AppId}/sends/{send.MsgId}/confirm"><button class="primary">确认群发</button></form>
        <form method="post" action="/mp/{account.AppId}/sends/{send.MsgId}/refuse"><button>拒绝</button></form></section>
        """)));

    private static Markup Sends(Account account) => Table(["时间", "内容", "对象", "结果", "送达"], account.Sends.AsEnumerable().Reverse().Take(Rows).Select(send => Row(
        PageTime.Second(send.AcceptedAt), TitleOf(send), send.IsToAll ? "全部" : send.TagId is { } tag ? $"标签 {tag.ToString(CultureInfo.InvariantCulture)}" : "指定用户",
        send.Outcome ?? (send.State == MassState.AwaitingAdmin ? "待管理员确认" : "发送中"), send.SentCount.ToString(CultureInfo.InvariantCulture))));

    private static Markup Pushes(Account account) => Table(["时间", "类型", "经过", "内容"], account.Pushes.AsEnumerable().Reverse().Take(Rows).Select(push => Markup.Of($"""
        <tr><td>{PageTime.Second(push.At)}</td><td>{push.Kind}</td><td>{PathOf(push)}</td><td><details><summary>明文</summary><pre>{push.Xml}</pre></details></td></tr>
        """)));

    private static Markup Calls(Account account) => Table(["时间", "方法", "接口", "结果", "毫秒"], account.Calls.AsEnumerable().Reverse().Take(Rows).Select(call => Row(
        PageTime.Second(call.At), call.Method, call.Path, ResultOf(call), call.DurationMs.ToString(CultureInfo.InvariantCulture))));

    private static string ResultOf(CallRecord call)
    {
        var result = call.HttpStatus != StatusCodes.Status200OK ? $"HTTP {call.HttpStatus.ToString(CultureInfo.InvariantCulture)}"
            : call.Errcode is { } code and not 0 ? code.ToString(CultureInfo.InvariantCulture) : "成功";
        return call.Fault is null ? result : $"{result}（{call.Fault}）";
    }

    private static string PathOf(PushRecord push) => push.Skipped is not null
        ? "未推送"
        : push.Attempts.Count == 0 ? "推送中" : string.Join("，", push.Attempts.Select(attempt => attempt.Outcome));

    private static string TitleOf(MassSend send) => send.Text ?? string.Join("；", send.Articles.Select(article => $"《{article.Title}》"));

    private static Markup Table(string[] heads, IEnumerable<Markup> rows)
    {
        var all = rows.ToList();
        return all.Count == 0
            ? Markup.Of($"""<p class="empty">暂无</p>""")
            : Markup.Of($"""<div class="scroll"><table><thead><tr>{heads.Select(head => Markup.Of($"<th>{head}</th>"))}</tr></thead><tbody>{all}</tbody></table></div>""");
    }

    private static Markup Row(params string[] cells) => Markup.Of($"<tr>{cells.Select(cell => Markup.Of($"<td>{cell}</td>"))}</tr>");
}
