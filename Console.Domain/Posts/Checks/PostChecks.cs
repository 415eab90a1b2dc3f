using System.Text.RegularExpressions;

namespace GovAccountConsole.Domain.Posts.Checks;

/// <summary>How much a finding weighs.</summary>
public enum CheckWeight
{
    /// <summary>必须处理: the platform refuses it, or citizens would be hurt.</summary>
    Must,

    /// <summary>建议: better for the reader.</summary>
    Advice,
}

/// <summary>One thing to look at before a post goes to review (检查).</summary>
/// <param name="Code">Stable code, key of the sentences in both languages.</param>
/// <param name="Weight">Must or advice.</param>
/// <param name="Article">Index of the article, from 0.</param>
/// <param name="Field">title, author, digest, cover, body or sourceUrl.</param>
/// <param name="Words">The very words in the text, where there are such.</param>
/// <param name="Args">Values for the sentence.</param>
public sealed record CheckFinding(string Code, CheckWeight Weight, int Article, string Field, string? Words = null, params IReadOnlyList<object> Args);

/// <summary>The checks that run while somebody writes: pure, offline, quick enough for every pause in typing.</summary>
public static partial class PostChecks
{
    /// <summary>Sentences longer than this are hard to read on a phone, in characters.</summary>
    public const int LongSentence = 60;

    /// <summary>The names of all checks that can say "fine", in the order shown.</summary>
    public static IReadOnlyList<string> Groups { get; } = ["limits", "covers", "pictures", "links", "personal", "sentences"];

    /// <summary>All findings, must before advice, in the order of the articles.</summary>
    /// <param name="articles">The articles as typed.</param>
    /// <param name="isOurPicture">Whether an address is a picture of this console.</param>
    public static IReadOnlyList<CheckFinding> Of(IReadOnlyList<Article> articles, Func<string, bool> isOurPicture) =>
        [.. articles.SelectMany((article, index) => OfArticle(article, index, isOurPicture)).OrderBy(finding => finding.Weight)];

    /// <summary>The group a finding belongs to; see <see cref="Groups"/>.</summary>
    public static string GroupOf(CheckFinding finding) => finding.Code switch
    {
        "cover-missing" => "covers",
        "picture-foreign" => "pictures",
        "link-outside" => "links",
        "personal-mobile" or "personal-id-card" or "personal-bank-card" => "personal",
        "sentence-long" => "sentences",
        _ => "limits",
    };

    private static IEnumerable<CheckFinding> OfArticle(Article article, int index, Func<string, bool> isOurPicture)
    {
        foreach (var finding in OfFields(article, index))
        {
            yield return finding;
        }

        if (article.CoverMediaId is null)
        {
            yield return new("cover-missing", CheckWeight.Must, index, "cover", null, index + 1);
        }

        var foreign = HtmlText.Pictures(article.ContentHtml).Count(address => !isOurPicture(address));
        if (foreign > 0)
        {
            yield return new("picture-foreign", CheckWeight.Must, index, "body", null, foreign);
        }

        var outside = HtmlText.Links(article.ContentHtml).Count(address => !PlatformArticle().IsMatch(address));
        if (outside > 0)
        {
            yield return new("link-outside", CheckWeight.Advice, index, "body", null, outside);
        }

        var paragraphs = HtmlText.Paragraphs(article.ContentHtml);
        var texts = new[] { ("title", article.Title), ("digest", article.Digest) }.Concat(paragraphs.Select(text => ("body", text)));
        foreach (var (kind, words, field) in texts.SelectMany(text => PersonalNumbers.In(text.Item2).Select(found => (found.Kind, found.Words, text.Item1))).Distinct())
        {
            yield return new(CodeOf(kind), CheckWeight.Must, index, field, words);
        }

        foreach (var sentence in paragraphs.SelectMany(text => SentenceEnd().Split(text)).Select(text => text.Trim()).Where(text => Article.Count(text) > LongSentence).Take(5))
        {
            yield return new("sentence-long", CheckWeight.Advice, index, "body", sentence, Article.Count(sentence));
        }
    }

    private static IEnumerable<CheckFinding> OfFields(Article article, int index)
    {
        var title = Article.Count(article.Title);
        if (string.IsNullOrWhiteSpace(article.Title))
        {
            yield return new("title-missing", CheckWeight.Must, index, "title", null, index + 1);
        }
        else if (title > Article.TitleAdvised)
        {
            yield return title > Article.TitleLimit
                ? new("title-too-long", CheckWeight.Must, index, "title", null, title, Article.TitleLimit)
                : new("title-long", CheckWeight.Advice, index, "title", null, title, Article.TitleAdvised);
        }

        if (Article.Count(article.Author) is var author && author > Article.AuthorLimit)
        {
            yield return new("author-too-long", CheckWeight.Must, index, "author", null, author, Article.AuthorLimit);
        }

        if (Article.Count(article.Digest) is var digest && digest > Article.DigestLimit)
        {
            yield return new("digest-too-long", CheckWeight.Must, index, "digest", null, digest, Article.DigestLimit);
        }
        else if (string.IsNullOrWhiteSpace(article.Digest))
        {
            yield return new("digest-missing", CheckWeight.Advice, index, "digest", null, index + 1);
        }

        if (article.ContentHtml.Length >= Article.ContentLimit)
        {
            yield return new("body-too-long", CheckWeight.Must, index, "body", null, article.ContentHtml.Length, Article.ContentLimit);
        }
        else if (HtmlText.Characters(article.ContentHtml) == 0 && !HtmlText.Pictures(article.ContentHtml).Any())
        {
            yield return new("body-empty", CheckWeight.Must, index, "body", null, index + 1);
        }

        if (article.LimitErrors(index).Any(error => error.Field?.EndsWith("sourceUrl", StringComparison.Ordinal) == true))
        {
            yield return new("source-url", CheckWeight.Must, index, "sourceUrl");
        }
    }

    private static string CodeOf(PersonalNumber kind) => kind switch
    {
        PersonalNumber.Mobile => "personal-mobile",
        PersonalNumber.IdCard => "personal-id-card",
        PersonalNumber.BankCard => "personal-bank-card",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    // The platform opens links to its own articles only (reference 3.2).
    [GeneratedRegex("^https?://mp\\.weixin\\.qq\\.com/", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PlatformArticle();

    [GeneratedRegex("(?<=[。！？!?；;])", RegexOptions.None, 2000)]
    private static partial Regex SentenceEnd();
}
