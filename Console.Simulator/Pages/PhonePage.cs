using System.Text.Json.Nodes;
using GovAccountConsole.Simulator.Messages;
using GovAccountConsole.Simulator.Publishing;
using GovAccountConsole.Simulator.State;

namespace GovAccountConsole.Simulator.Pages;

/// <summary>An account on a citizen's phone: the conversation with its pushed articles, its profile, its menu.</summary>
internal sealed class PhonePage(PlatformState state, PushedCards cards, Citizens citizens, TimeProvider time)
{
    private const int LongestText = 600;

    public void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/mp/{appId}", (HttpContext context, string appId) => Show(context, appId, Conversation));
        app.MapGet("/mp/{appId}/profile", (HttpContext context, string appId) => Show(context, appId, Profile));
        app.MapGet("/mp/{appId}/version", (HttpContext context, string appId) =>
        {
            context.Response.Headers.CacheControl = "no-store";
            return state.Find(appId) is { } account ? Results.Text(VersionOf(account)) : Results.NotFound();
        });
        app.MapPost("/mp/{appId}/messages", (HttpContext context, string appId) => ActAsync(context, appId, "text", (account, text) =>
            citizens.Write(account, account.FollowerId(0), text)));
        app.MapPost("/mp/{appId}/menu", (HttpContext context, string appId) => ActAsync(context, appId, "key", (account, key) =>
            citizens.Act(account, account.FollowerId(0), "CLICK", key)));
    }

    private IResult Show(HttpContext context, string appId, Func<Account, Markup> screen)
    {
        if (state.Find(appId) is not { } account)
        {
            return Layout.NotFound(context);
        }
        lock (account.Gate)
        {
            var body = Markup.Of($"""
                <div class="desk" data-version-url="/mp/{appId}/version" data-version="{VersionOf(account)}">
                <div class="phone">{screen(account)}</div>
                {Beside(account)}
                </div>
                """);
            return Layout.Page(context, account.Settings.Name, "phone", body, isLive: true);
        }
    }

    // Changes when what the phone shows changes, and only then.
    private static string VersionOf(Account account)
    {
        lock (account.Gate)
        {
            var finished = account.Sends.Count(send => !send.IsOpen);
            var gone = account.Articles.Count(article => article.IsDeleted);
            var menu = account.MenuJson is null ? 0 : string.GetHashCode(account.MenuJson, StringComparison.Ordinal);
            return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{account.Articles.Count}-{gone}-{finished}-{account.Chat.Count}-{menu:x}");
        }
    }

    private async Task<IResult> ActAsync(HttpContext context, string appId, string field, Action<Account, string> act)
    {
        if (state.Find(appId) is not { } account)
        {
            return Layout.NotFound(context);
        }
        if (OwnForm.IsForeign(context))
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var text = form[field].ToString().Trim();
        if (text.Length is > 0 and <= LongestText)
        {
            lock (account.Gate)
            {
                act(account, text);
            }
            state.Touch();
        }
        return Results.Redirect($"/mp/{Uri.EscapeDataString(appId)}");
    }

    private Markup Conversation(Account account)
    {
        var me = account.FollowerId(0);
        var lines = account.Chat.Where(line => string.Equals(line.OpenId, me, StringComparison.Ordinal)).Select(line => (line.At, Line(account, line)));
        var pushes = cards.For(account);
        var all = lines.Concat(pushes).OrderBy(entry => entry.At).TakeLast(60).ToList();
        return Markup.Of($"""
            <header class="bar"><a class="back" href="/" aria-label="返回"></a><h1>{account.Settings.Name}</h1><a class="who" href="/mp/{account.AppId}/profile" aria-label="公众号主页"></a></header>
            <main class="talk" id="talk" tabindex="0" aria-label="消息">
            {Markup.When(all.Count == 0, () => Markup.Of($"""<p class="quiet">还没有消息</p>"""))}
            {WithTimes(all)}
            </main>
            {Foot(account)}
            """);
    }

    // A phone shows the time when more than a few minutes have passed.
    private IEnumerable<Markup> WithTimes(IEnumerable<(DateTimeOffset At, Markup Body)> entries)
    {
        var last = DateTimeOffset.MinValue;
        foreach (var (at, body) in entries)
        {
            if (at - last > TimeSpan.FromMinutes(5))
            {
                yield return Markup.Of($"""<p class="time">{PageTime.Short(at, time.GetUtcNow())}</p>""");
            }
            last = at;
            yield return body;
        }
    }

    private static Markup Line(Account account, ChatLine line) => line.Side switch
    {
        ChatSide.Citizen => Markup.Of($"""<div class="line mine"><p class="bubble">{line.Text}</p><span class="face me" aria-hidden="true">我</span></div>"""),
        ChatSide.Account => Markup.Of($"""<div class="line">{AccountFace.Square(account)}<p class="bubble">{line.Text}</p></div>"""),
        _ => Markup.Of($"""<p class="time">{line.Text}</p>"""),
    };

    private static Markup Foot(Account account)
    {
        var buttons = account.MenuJson is { } menu ? JsonNode.Parse(menu)!["button"]!.AsArray().OfType<JsonObject>().ToList() : [];
        var form = Markup.Of($"""
            <form class="write" method="post" action="/mp/{account.AppId}/messages">
            <input name="text" maxlength="600" autocomplete="off" aria-label="发消息" placeholder="发消息" required>
            <button>发送</button>
            </form>
            """);
        return buttons.Count == 0
            ? Markup.Of($"""<footer class="foot">{form}</footer>""")
            : Markup.Of($"""
                <footer class="foot has-menu">
                <input type="checkbox" id="keyboard" aria-label="切换菜单和键盘"><label for="keyboard" class="switch" aria-hidden="true"></label>
                {form}
                <nav class="menu" aria-label="自定义菜单">{buttons.Select(button => MenuButtons.Top(account, button))}</nav>
                </footer>
                """);
    }

    private Markup Profile(Account account)
    {
        var settings = account.Settings;
        var articles = account.Articles.Where(article => article is { Channel: PublishChannel.MassSend, IsDeleted: false })
            .OrderByDescending(article => article.At).ThenBy(article => article.Position).Take(50).ToList();
        return Markup.Of($"""
            <header class="bar"><a class="back" href="/mp/{account.AppId}" aria-label="返回"></a><h1></h1></header>
            <main class="talk profile" tabindex="0" aria-label="公众号主页">
            <section class="head">{AccountFace.Square(account, "large")}<div><h2>{settings.Name}</h2><p>{AccountFace.KindOf(settings)} · {account.Articles.Count(article => article is { Channel: PublishChannel.MassSend, IsDeleted: false })} 篇内容</p></div></section>
            <p class="intro">{settings.Intro ?? "暂无介绍"}</p>
            {Markup.When(settings.Verified, () => Markup.Of($"""<p class="verified">已认证</p>"""))}
            <a class="enter" href="/mp/{account.AppId}">发消息</a>
            <h3>消息</h3>
            {Markup.When(articles.Count == 0, () => Markup.Of($"""<p class="quiet">还没有群发过内容</p>"""))}
            {articles.Select(article => cards.Row(article))}
            </main>
            """);
    }

    private Markup Beside(Account account)
    {
        var unannounced = account.Articles.Where(article => article is { Channel: not PublishChannel.MassSend, IsDeleted: false })
            .OrderByDescending(article => article.At).ThenBy(article => article.Position).Take(20).ToList();
        return Markup.Of($"""
            <aside class="beside">
            <h2>仅发布、未群发</h2>
            <p>这些文章不通知关注者，也不在主页出现，读者只能从链接、菜单或自动回复打开。</p>
            {Markup.When(unannounced.Count == 0, () => Markup.Of($"""<p class="none">暂无</p>"""))}
            <ul>{unannounced.Select(article => Markup.Of($"""<li><a href="/s/{article.Key}">{article.Content.Title}</a><time>{PageTime.Short(article.At, time.GetUtcNow())}</time></li>"""))}</ul>
            <p class="links"><a href="/">全部公众号</a><a href="/mp/{account.AppId}/admin">平台后台</a></p>
            </aside>
            """);
    }
}
