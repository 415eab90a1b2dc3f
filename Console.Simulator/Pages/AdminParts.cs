using GovAccountConsole.Simulator.Callbacks;
using GovAccountConsole.Simulator.Publishing;
using GovAccountConsole.Simulator.State;

namespace GovAccountConsole.Simulator.Pages;

/// <summary>Parts of an account's back office page: tables, the queue of pushes, articles, what may be done past the console.</summary>
internal static class AdminParts
{
    public const int Rows = 50;

    public static Markup Office(Account account, Speech say) => Markup.Of($"""
        <form method="post" action="/mp/{account.AppId}/office" class="row">
        <input name="title" placeholder="{say.Say("标题", "Title")}" aria-label="{say.Say("标题", "Title")}">
        <label class="tick"><input type="checkbox" name="silent">{say.Say("不通知台账", "without an event")}</label>
        <button name="act" value="send">{say.Say("在后台群发一篇（占用次数）", "Send one by hand (takes a push)")}</button>
        <button name="act" value="expire">{say.Say("令牌过期", "Expire tokens")}</button>
        <button name="act" value="invalidate">{say.Say("令牌作废", "Void tokens")}</button></form>
        """);

    public static Markup Articles(Account account, Speech say) => Table([say.Say("时间", "Time"), say.Say("标题", "Title"), say.Say("方式", "How"), ""],
        account.Articles.AsEnumerable().Reverse().Take(Rows).Select(article => Markup.Of($"""
            <tr><td>{PageTime.Second(article.At)}</td><td><a href="/s/{article.Key}">{article.Content.Title}</a></td>
            <td>{(article.Channel == PublishChannel.Publish ? say.Say("发布", "published") : say.Say("群发", "pushed"))}{(article.IsDeleted ? say.Say("，已删除", ", gone") : "")}</td><td>{Buttons(account, article, say)}</td></tr>
            """)), say);

    public static Markup Pushes(Account account, Speech say) => Table([say.Say("时间", "Time"), say.Say("类型", "Kind"), say.Say("经过", "Course"), say.Say("内容", "Content"), ""],
        account.Pushes.AsEnumerable().Reverse().Take(Rows).Select(push => Markup.Of($"""
            <tr><td>{PageTime.Second(push.At)}</td><td>{push.Kind}</td><td>{CourseOf(push, say)}</td><td><details><summary>{say.Say("明文", "Text")}</summary><pre>{push.Xml}</pre></details></td><td>{EventButtons.Of(account, push, "", say)}</td></tr>
            """)), say);

    public static Markup Table(string[] heads, IEnumerable<Markup> rows, Speech say)
    {
        var all = rows.ToList();
        return all.Count == 0
            ? Markup.Of($"""<p class="empty">{say.Say("暂无", "None")}</p>""")
            : Markup.Of($"""<div class="scroll"><table><thead><tr>{heads.Select(head => Markup.Of($"<th>{head}</th>"))}</tr></thead><tbody>{all}</tbody></table></div>""");
    }

    public static Markup Row(params string[] cells) => Markup.Of($"<tr>{cells.Select(cell => Markup.Of($"<td>{cell}</td>"))}</tr>");

    private static Markup Buttons(Account account, PublishedArticle article, Speech say) => article.IsDeleted ? Markup.Empty : Markup.Of($"""
        <form method="post" action="/mp/{account.AppId}/articles/{article.Key}" class="row"><button name="act" value="alter">{say.Say("改动", "Alter")}</button><button name="act" value="delete">{say.Say("删除", "Delete")}</button><button name="act" value="ban">{say.Say("平台封禁", "Ban")}</button></form>
        """);

    private static string CourseOf(PushRecord push, Speech say)
    {
        var course = push.IsHeld ? say.Say("扣住", "held back")
            : push.IsDropped ? say.Say("丢失", "lost")
            : push.Skipped is not null ? say.Say("未推送", "not pushed")
            : push.Attempts.Count == 0 ? say.Say("推送中", "on its way")
            : string.Join("，", push.Attempts.Select(attempt => attempt.Outcome));
        return push.Fault is null ? course : $"{course}（{push.Fault}）";
    }
}
