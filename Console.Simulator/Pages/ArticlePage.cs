using System.Text.RegularExpressions;
using GovAccountConsole.Simulator.Drafts;
using GovAccountConsole.Simulator.Publishing;
using GovAccountConsole.Simulator.State;

namespace GovAccountConsole.Simulator.Pages;

/// <summary>The page of an article, as a reader opens it from a message, a menu or a link.</summary>
internal sealed partial class ArticlePage(PlatformState state, TimeProvider time)
{
    public void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/s/{key}", Show);
        app.MapGet("/preview/{appId}/{mediaId}/{index:int}", Preview);
    }

    private IResult Show(HttpContext context, string key)
    {
        if (state.OwnerOfArticle(key) is not { } account)
        {
            return Layout.NotFound(context);
        }
        PublishedArticle? article;
        lock (account.Gate)
        {
            article = account.Articles.Find(candidate => string.Equals(candidate.Key, key, StringComparison.Ordinal));
            if (article is { IsDeleted: false })
            {
                article.Reads++;
                state.Touch();
            }
        }
        return article switch
        {
            null => Layout.NotFound(context),
            { IsDeleted: true } => Gone(context, account),
            _ => Layout.Page(context, article.Content.Title, "article", Body(account, article.Content, article.At, article.Reads)),
        };
    }

    private IResult Preview(HttpContext context, string appId, string mediaId, int index)
    {
        if (state.Find(appId) is not { } account)
        {
            return Layout.NotFound(context);
        }
        DraftArticle? article;
        lock (account.Gate)
        {
            article = account.Drafts.TryGetValue(mediaId, out var draft) ? draft.Articles.ElementAtOrDefault(index) : null;
        }
        return article is null
            ? Layout.NotFound(context)
            : Layout.Page(context, article.Title, "article", Markup.Of($"""<p class="temporary">临时预览，尚未发布</p>{Body(account, article, time.GetUtcNow(), reads: 0)}"""));
    }

    private static IResult Gone(HttpContext context, Account account) => Layout.Page(context, "内容已删除", "article", Markup.Of($"""
        <main class="gone">
        <div class="gone-mark" aria-hidden="true">!</div>
        <h1>该内容已被发布者删除</h1>
        <p><a href="/mp/{account.AppId}">{account.Settings.Name}</a></p>
        </main>
        """));

    private Markup Body(Account account, DraftArticle article, DateTimeOffset at, int reads) => Markup.Of($"""
        <main class="sheet">
        <article>
        <h1>{article.Title}</h1>
        <p class="meta">{Author(article)}<a href="/mp/{account.AppId}">{account.Settings.Name}</a><time datetime="{at.ToUniversalTime().ToString("O")}">{PageTime.Full(at)}</time></p>
        {Pictures(article)}<div class="content">{new Markup(WithSources(article.Content))}</div>
        </article>
        <footer>
        <p class="foot">{SourceLink(article)}{Markup.When(reads > 0, () => Markup.Of($"<span>阅读 {reads}</span>"))}</p>
        {Comments(article)}
        <a class="card" href="/mp/{account.AppId}">{AccountFace.Square(account)}<span class="card-text"><b>{account.Settings.Name}</b><small>{account.Settings.Intro ?? AccountFace.KindOf(account.Settings)}</small></span><span class="chevron" aria-hidden="true"></span></a>
        </footer>
        </main>
        """);

    private static Markup Author(DraftArticle article) =>
        Markup.When(article.Author.Length > 0, () => Markup.Of($"""<span class="author">{article.Author}</span>"""));

    private static Markup SourceLink(DraftArticle article) =>
        Markup.When(article.SourceUrl.Length > 0, () => Markup.Of($"""<a class="source" href="{article.SourceUrl}" rel="noopener noreferrer nofollow" target="_blank">阅读原文</a>"""));

    private static Markup Comments(DraftArticle article) => Markup.When(article.CommentsOpen, () =>
        Markup.Of($"""<section class="comments"><h2>留言</h2><p>{(article.CommentsFansOnly ? "仅关注后可留言" : "暂无留言")}</p></section>"""));

    private Markup Pictures(DraftArticle article) => Markup.When(article.IsPicturePost, () => Markup.Of($"""
        <div class="pictures">{article.ImageIds.Where(state.Images.ContainsKey).Select((id, index) =>
            Markup.Of($"""<img src="{state.Images[id].Path}" alt="图片 {index + 1}">"""))}</div>
        """));

    // The platform's pages load pictures late by script; ours have none, so what waits in data-src is shown at once.
    private static string WithSources(string html) => LateImage().Replace(html, "<img${other} src=${address}");

    [GeneratedRegex("""<img(?<other>(?:(?! src=)[^>])*?) data-src=(?<address>"[^"]*")(?![^>]* src=)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LateImage();
}
