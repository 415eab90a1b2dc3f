using System.Text.RegularExpressions;

namespace GovAccountConsole.Domain.Posts.Checks;

/// <summary>Links: what the platform does not open, and what did not answer when it was last tried in the background.</summary>
internal sealed partial class LinkCheck : IPostCheck
{
    /// <summary>The addresses of an article that can be tried: links of the body and 阅读原文.</summary>
    public static IEnumerable<string> Addresses(Article article) =>
        HtmlText.Links(article.ContentHtml).Append(article.SourceUrl ?? string.Empty)
            .Where(address => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0).Distinct(StringComparer.Ordinal);

    /// <inheritdoc/>
    public IEnumerable<CheckFinding> Look(CheckScene scene, ArticleText text)
    {
        // Words that open a mini program are links without an address.
        var outside = HtmlText.Links(text.Article.ContentHtml).Count(address => address.Length > 0 && !PlatformArticle().IsMatch(address));
        if (outside > 0)
        {
            yield return text.About("link-outside", "body", outside);
        }

        foreach (var finding in Unlisted(scene, text))
        {
            yield return finding;
        }

        foreach (var address in Addresses(text.Article))
        {
            if (scene.Links.TryGetValue(address, out var facts) && facts.Alive == false)
            {
                var field = address == text.Article.SourceUrl ? "sourceUrl" : "body";
                yield return text.About("link-dead", field, facts.Reason == "status" ? facts.Status : new CheckWords([facts.Reason]), facts.At) with { Words = address };
            }
        }
    }

    // What a text leads to is on the department's list: mini programs by their AppID, 阅读原文 by its host.
    private static IEnumerable<CheckFinding> Unlisted(CheckScene scene, ArticleText text)
    {
        if (scene.Sites is not { } sites)
        {
            yield break;
        }

        var note = new ListEntryNote(string.Empty, string.Empty, null, "sites", sites.Version);
        foreach (var appId in HtmlText.MiniPrograms(text.Article.ContentHtml).Distinct(StringComparer.Ordinal).Where(appId => !sites.IsListed(appId, scene.Day)))
        {
            yield return text.About("link-mini-unlisted", "body", appId) with { Entry = note };
        }

        if (text.Article.SourceUrl is { Length: > 0 } source && !PlatformArticle().IsMatch(source) && !sites.IsOfficial(source, scene.Day))
        {
            yield return text.About("source-unlisted", "sourceUrl", Uri.TryCreate(source, UriKind.Absolute, out var uri) ? uri.IdnHost : source) with { Entry = note };
        }
    }

    // The platform opens links to its own articles only (reference 3.2).
    [GeneratedRegex("^https?://mp\\.weixin\\.qq\\.com/", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PlatformArticle();
}
