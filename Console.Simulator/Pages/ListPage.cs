using GovAccountConsole.Simulator.State;

namespace GovAccountConsole.Simulator.Pages;

/// <summary>The start page: every account of the simulated platform.</summary>
internal sealed class ListPage(PlatformState state, TimeProvider time)
{
    private const int Shown = 200;

    public void Map(IEndpointRouteBuilder app) => app.MapGet("/", Show);

    private IResult Show(HttpContext context)
    {
        var asked = context.Request.Query["q"].ToString().Trim();
        var accounts = state.Accounts.Values.Where(account => asked.Length == 0 || account.Settings.Name.Contains(asked, StringComparison.OrdinalIgnoreCase) || account.AppId == asked).OrderBy(account => account.Settings.Name, StringComparer.Create(System.Globalization.CultureInfo.GetCultureInfo("zh-CN"), ignoreCase: false)).Take(Shown);
        return Layout.Page(context, "模拟公众平台", "admin", Markup.Of($"""
            <main class="wide">
            <h1>模拟公众平台</h1>
            <p class="lead">这里代替微信公众平台，供演示、演练和测试。点开一个公众号，看市民在手机上看到的样子。<a href="/faults">故障演练</a></p>
            {Markup.When(state.Accounts.Count > Shown, () => Search(asked, state.Accounts.Count))}
            {Markup.When(state.Accounts.IsEmpty, () => Markup.Of($"""<p class="empty">还没有公众号。公众号由 <code>POST /sim/accounts</code> 建立。</p>"""))}
            <ul class="accounts">{accounts.Select(Row)}</ul>
            </main>
            """));
    }

    private static Markup Search(string asked, int count) => Markup.Of($"""
        <form method="get" class="row"><input name="q" value="{asked}" placeholder="名称或 AppID" aria-label="名称或 AppID"><button>查找</button><span class="lead">共 {count} 个公众号，列出前 {Shown} 个</span></form>
        """);

    private Markup Row(Account account)
    {
        lock (account.Gate)
        {
            var settings = account.Settings;
            var last = account.Articles.Where(article => !article.IsDeleted).MaxBy(article => article.At);
            return Markup.Of($"""
                <li><a class="account" href="/mp/{account.AppId}">{AccountFace.Square(account)}
                <span class="about"><b>{settings.Name}</b><small>{AccountFace.KindOf(settings)} · {(settings.Verified ? "已认证" : "未认证")} · 关注 {settings.Followers}</small>
                <span class="last">{(last is null ? "还没有文章" : last.Content.Title)}</span></span>
                <time>{(last is null ? "" : PageTime.Short(last.At, time.GetUtcNow()))}</time></a>
                <a class="manage" href="/mp/{account.AppId}/admin">后台</a></li>
                """);
        }
    }
}
