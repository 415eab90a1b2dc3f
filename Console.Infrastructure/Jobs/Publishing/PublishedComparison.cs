using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Posts.Checks;
using GovAccountConsole.Infrastructure.Text;
using GovAccountConsole.Infrastructure.Weixin;

namespace GovAccountConsole.Infrastructure.Jobs.Publishing;

/// <summary>Where what is published differs from what was approved.</summary>
/// <param name="Article">Position from 1.</param>
/// <param name="Part"><c>title</c>, <c>text</c>, <c>pictures</c> or <c>count</c>.</param>
internal sealed record Difference(int Article, string Part);

/// <summary>
/// Compares words and pictures, not markup: the platform moves pictures to its own addresses, drops attributes and links and writes its own
/// white space.
/// </summary>
internal static class PublishedComparison
{
    /// <summary>The first difference; null when citizens see what was approved.</summary>
    public static Difference? First(IReadOnlyList<Article> approved, IReadOnlyList<NewsItem> shown)
    {
        if (approved.Count != shown.Count) return new(Math.Min(approved.Count, shown.Count) + 1, "count");
        for (var index = 0; index < approved.Count; index++)
        {
            var (ours, theirs) = (ArticleSanitizer.Clean(approved[index].ContentHtml).Html, shown[index].Content ?? "");
            if (Plain(approved[index].Title) != Plain(shown[index].Title)) return new(index + 1, "title");
            if (Words(ours) != Words(theirs)) return new(index + 1, "text");
            if (HtmlText.Pictures(ours).Count() != HtmlText.Pictures(theirs).Count()) return new(index + 1, "pictures");
        }

        return null;
    }

    private static string Words(string html) => Plain(string.Concat(HtmlText.Paragraphs(html)));

    private static string Plain(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character) && character is not ('\u200b' or '\ufeff')));
}
