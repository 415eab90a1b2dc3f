using System.Text;
using GovAccountConsole.Simulator.State;

namespace GovAccountConsole.Simulator.Drafts;

/// <summary>
/// What the platform does to an article body without saying so: scripts, styles, forms, frames, class, id, event handlers and position go;
/// pictures from other hosts go; links other than to platform articles lose their link.
/// </summary>
internal sealed class ContentFilter(PublicAddress address)
{
    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal)
    {
        "p", "section", "div", "span", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "strong", "b", "em", "i", "u", "s", "del", "ins", "sub", "sup", "small",
        "big", "font", "blockquote", "ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "colgroup", "col", "img",
        "a", "pre", "code", "center", "figure", "figcaption", "mark", "ruby", "rt", "rp", "article", "wbr",
    };

    private static readonly HashSet<string> Void = new(StringComparer.Ordinal) { "br", "hr", "img", "col", "wbr" };

    private static readonly HashSet<string> EndParagraph = new(StringComparer.Ordinal)
    {
        "p", "section", "div", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "dl", "table", "pre", "figure", "article", "center",
    };

    private static readonly HashSet<string> Attributes = new(StringComparer.Ordinal)
    {
        "style", "alt", "title", "width", "height", "colspan", "rowspan", "align", "valign", "bgcolor", "border", "cellpadding", "cellspacing", "color", "face",
        "size", "start", "type", "dir", "lang",
    };

    public string Apply(string html)
    {
        var result = new StringBuilder(html.Length);
        var open = new Stack<string>();
        foreach (var token in HtmlTokens.Read(html))
        {
            switch (token.Kind)
            {
                case HtmlTokenKind.Text:
                    result.Append(token.Text);
                    break;
                case HtmlTokenKind.Open:
                    Open(result, open, token);
                    break;
                default:
                    Close(result, open, token.Name);
                    break;
            }
        }
        while (open.TryPop(out var name))
        {
            result.Append("</").Append(name).Append('>');
        }
        return result.ToString();
    }

    private void Open(StringBuilder result, Stack<string> open, HtmlToken token)
    {
        var name = token.Name;
        if (!Kept.Contains(name)
            || (name is "a" && !token.Attributes.Any(attribute => attribute.Key is "data-miniprogram-appid" || (attribute.Key is "href" && address.IsArticle(attribute.Value))))
            || (name is "img" && !token.Attributes.Any(IsPicture)))
        {
            return;
        }
        if (EndParagraph.Contains(name) && open.TryPeek(out var top) && top is "p")
        {
            Close(result, open, "p");
        }
        result.Append('<').Append(name);
        foreach (var (key, value) in token.Attributes.DistinctBy(attribute => attribute.Key))
        {
            if (Filtered(name, key, value) is { } kept)
            {
                result.Append(' ').Append(key).Append("=\"").Append(Encode(kept)).Append('"');
            }
        }
        result.Append('>');
        if (!Void.Contains(name))
        {
            open.Push(name);
        }
    }

    private static void Close(StringBuilder result, Stack<string> open, string name)
    {
        if (!open.Contains(name))
        {
            return;
        }
        string closed;
        do
        {
            closed = open.Pop();
            result.Append("</").Append(closed).Append('>');
        }
        while (!string.Equals(closed, name, StringComparison.Ordinal));
    }

    private bool IsPicture(KeyValuePair<string, string> attribute) => attribute.Key is "src" or "data-src" && address.IsImage(attribute.Value);

    private string? Filtered(string element, string name, string value) => (element, name) switch
    {
        ("img", "src" or "data-src") => address.IsImage(value) ? value : null,
        ("a", "href") => address.IsArticle(value) ? value : null,
        (_, "style") => InlineStyle.Filter(value, address),
        _ when Attributes.Contains(name) => value,
        _ when IsDataAttribute(name) => value,
        _ => null,
    };

    private static bool IsDataAttribute(string name) =>
        name.StartsWith("data-", StringComparison.Ordinal) && name is not "data-src" && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');

    private static string Encode(string value) => value
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
