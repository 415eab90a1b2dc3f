using System.Globalization;
using System.Net;
using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Domain.Posts;

/// <summary>The prefilled text of a correction: what it is about, with blanks for what was wrong and what is right. Only facts that are known stand in it.</summary>
public static class CorrectionText
{
    /// <summary>Before the title of what is put right.</summary>
    public const string Mark = "【更正】";

    /// <summary>Where the writer says what was wrong.</summary>
    public const string WrongBlank = "〔原文中有误的内容〕";

    /// <summary>Where the writer says what is right.</summary>
    public const string RightBlank = "〔正确的内容〕";

    /// <summary>Whether a blank is still to be filled.</summary>
    public static bool HasBlank(PostContent content) => content.Articles.Any(article =>
        article.ContentHtml.Contains(WrongBlank, StringComparison.Ordinal) || article.ContentHtml.Contains(RightBlank, StringComparison.Ordinal));

    /// <summary>The article that puts <paramref name="originals"/> right.</summary>
    /// <param name="originals">The articles that went out, in order; the writer takes away those that were right.</param>
    /// <param name="urls">Their permanent addresses in the same order; others than as many as articles are not used.</param>
    /// <param name="publishedAt">When they went out, UTC.</param>
    /// <param name="recalledAt">When they were taken off, UTC; null while citizens can read them. Nothing links to what is gone.</param>
    public static Article Of(IReadOnlyList<Article> originals, IReadOnlyList<string> urls, DateTimeOffset publishedAt, DateTimeOffset? recalledAt)
    {
        var names = string.Concat(originals.Select((article, index) => Name(article.Title, recalledAt is null && urls.Count == originals.Count ? urls[index] : null)));
        var end = recalledAt is { } at ? $"原文已于{Day(at)}删除，请以本文为准。" : "请以更正后的内容为准。";
        var first = originals[0];
        return new Article(
            Cut(first.Title.StartsWith(Mark, StringComparison.Ordinal) ? first.Title : Mark + first.Title, Article.TitleLimit), first.Author,
            Cut($"对《{first.Title}》一文的更正", Article.DigestLimit),
            $"<p>本公众号{Day(publishedAt)}发布的{names}，部分内容有误，现更正如下：</p><p><strong>原文：</strong>{WrongBlank}</p><p><strong>更正为：</strong>{RightBlank}</p><p>{end}</p>",
            null, first.CoverMediaId, first.CommentsOpen, first.CommentsFansOnly);
    }

    private static string Name(string title, string? url)
    {
        var name = WebUtility.HtmlEncode($"《{title}》");
        return url is null ? name : $"<a href=\"{WebUtility.HtmlEncode(url)}\">{name}</a>";
    }

    private static string Day(DateTimeOffset at) => BusinessTime.ToShanghai(at).ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    private static string Cut(string text, int limit) => Article.Count(text) <= limit ? text : new StringInfo(text).SubstringByTextElements(0, limit);
}
