using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Ganss.Xss;

namespace GovAccountConsole.Infrastructure.Text;

/// <summary>
/// Cleans an article's HTML to what the platform keeps: known tags, few attributes, harmless inline styles, links to the platform's own
/// articles only. Deterministic, and cleaning twice changes nothing, so that what reviewers see is what goes out.
/// </summary>
public static class ArticleSanitizer
{
    private const int MaxPasses = 6;

    // Quotes and ampersands grow when they are written out.
    private const int GrowthAllowed = 4_000;

    // Carries the style past the library, whose CSS writer blows "#c00" up to "rgba(204, 0, 0, 1)"; the body may have 20,000 characters.
    private const string CarriedStyle = "data-console-style";

    private static readonly HtmlParser Parser = new(new HtmlParserOptions { IsScripting = false });

    /// <summary>Cleans the HTML of an article's body. Relative and http(s) addresses of pictures stay: whether they are known is the post's rule.</summary>
    public static CleanedHtml Clean(string html)
    {
        ArgumentNullException.ThrowIfNull(html);
        var dropped = new SortedSet<string>(StringComparer.Ordinal);
        var current = ShallowHtml.Of(html, dropped);
        try
        {
            for (var pass = 0; pass < MaxPasses; pass++)
            {
                var cleaned = Once(current, dropped);
                if (cleaned == current)
                {
                    return new(cleaned, [.. dropped]);
                }

                // Broken nesting can multiply with every reading: formatting that is never ended begins anew in each paragraph.
                if (cleaned.Length > (2 * html.Length) + GrowthAllowed)
                {
                    break;
                }

                current = ShallowHtml.Of(cleaned, dropped);
            }
        }
        catch (Exception fault) when (fault is UriFormatException or DomException or ArgumentException or InvalidOperationException or IndexOutOfRangeException or NullReferenceException)
        {
            // The parser follows some addresses while it reads and stumbles over broken ones: what breaks it is no article.
        }

        // Markup that changes its meaning with every reading is an attack on parsers: only its words are kept.
        dropped.Add("markup");
        return new(ShallowHtml.Words(html), [.. dropped]);
    }

    private static string Once(string html, SortedSet<string> dropped)
    {
        using var document = Parser.ParseDocument("<!doctype html><html><body></body></html>");
        var body = document.Body!;
        body.InnerHtml = html;
        foreach (var element in body.QuerySelectorAll("*")) Prepare(element);
        Library(dropped).SanitizeDom(document, body);
        foreach (var element in body.QuerySelectorAll("*")) Finish(element, dropped);
        return body.InnerHtml.Trim();
    }

    private static void Prepare(IElement element)
    {
        element.RemoveAttribute(CarriedStyle);
        if (element.GetAttribute("style") is { } style)
        {
            element.SetAttribute(CarriedStyle, style);
            element.RemoveAttribute("style");
        }

        // The platform's own pages load pictures late; a pasted article has its addresses here.
        if (element is IHtmlImageElement && string.IsNullOrWhiteSpace(element.GetAttribute("src")) && element.GetAttribute("data-src") is { } source)
            element.SetAttribute("src", source);
    }

    private static HtmlSanitizer Library(SortedSet<string> dropped)
    {
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = ArticleVocabulary.Tags,
            AllowedAttributes = ArticleVocabulary.AllAttributes(CarriedStyle),
            AllowedSchemes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "http", "https" },
            UriAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href", "src" },
            AllowedCssProperties = new HashSet<string>(StringComparer.OrdinalIgnoreCase),
        })
        { KeepChildNodes = true };
        sanitizer.RemovingTag += (_, removing) =>
        {
            dropped.Add("tag:" + removing.Tag.LocalName);
            if (!ArticleVocabulary.RemovedWhole.Contains(removing.Tag.LocalName)) return;
            removing.Cancel = true;
            removing.Tag.Remove();
        };
        sanitizer.RemovingAttribute += (_, removing) =>
        {
            if (removing.Attribute.Name is not ("data-src" or "target" or "rel")) dropped.Add("attribute:" + removing.Attribute.Name);
        };
        return sanitizer;
    }

    private static void Finish(IElement element, SortedSet<string> dropped)
    {
        var style = element.GetAttribute(CarriedStyle);
        element.RemoveAttribute(CarriedStyle);
        foreach (var name in element.Attributes.Select(attribute => attribute.Name).Where(name => !ArticleVocabulary.Allows(element.LocalName, name)).ToList())
        {
            dropped.Add("attribute:" + name);
            element.RemoveAttribute(name);
        }

        if (style is not null && InlineStyle.Clean(style, dropped) is { Length: > 0 } clean) element.SetAttribute("style", clean);
        switch (element)
        {
            case IHtmlAnchorElement when MiniProgramLink.Of(element) is { } link:
                link.WriteTo(element);
                break;
            case IHtmlAnchorElement when !ArticleVocabulary.IsPlatformArticle(element.GetAttribute("href")):
                dropped.Add("link");
                element.Replace([.. element.ChildNodes]);
                break;
            case IHtmlAnchorElement:
                MiniProgramLink.RemoveFrom(element);
                break;
            case IHtmlImageElement when string.IsNullOrWhiteSpace(element.GetAttribute("src")):
                dropped.Add("image");
                element.Remove();
                break;
        }
    }
}
