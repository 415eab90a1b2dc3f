using System.Collections.Frozen;

namespace GovAccountConsole.Infrastructure.Text;

/// <summary>
/// What an article's body may consist of. The platform publishes no list; this is what is known to survive its filter (reference §3.2):
/// plain structure with inline styles, no class, id, script, form or frame.
/// </summary>
internal static class ArticleVocabulary
{
    private static readonly FrozenDictionary<string, string[]> AttributesOf = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["a"] = ["href", MiniProgramLink.AppIdAttribute, MiniProgramLink.PathAttribute],
        ["img"] = ["src", "alt", "width", "height"],
        ["td"] = ["colspan", "rowspan"],
        ["th"] = ["colspan", "rowspan"],
        ["col"] = ["span"],
        ["colgroup"] = ["span"],
        ["ol"] = ["start"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Tags that stay; others are unwrapped.</summary>
    public static HashSet<string> Tags =>
        new(StringComparer.OrdinalIgnoreCase)
        {
            "p", "br", "hr", "span", "strong", "b", "em", "i", "u", "s", "del", "ins", "sub", "sup", "mark", "small", "code", "pre",
            "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "li", "section", "div", "figure", "figcaption",
            "table", "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "th", "td", "img", "a",
        };

    /// <summary>Tags that go with everything inside: their content is not the article's words.</summary>
    public static FrozenSet<string> RemovedWhole { get; } = new[]
    {
        "script", "style", "iframe", "frame", "frameset", "object", "embed", "applet", "param", "svg", "math", "template", "noscript", "noembed",
        "noframes", "xmp", "plaintext", "listing", "textarea", "select", "option", "optgroup", "datalist", "input", "button", "title", "head", "meta", "link",
        "base", "audio", "video", "source", "track", "canvas", "map", "area", "portal", "slot", "image", "foreignobject", "animate", "set", "marquee", "dialog",
        "xml", "import", "bgsound", "layer", "ilayer", "isindex", "keygen", "basefont", "command", "menuitem", "rtc",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Every attribute allowed somewhere, and one more.</summary>
    public static HashSet<string> AllAttributes(string extra) =>
        new(AttributesOf.Values.SelectMany(names => names), StringComparer.OrdinalIgnoreCase) { extra };

    /// <summary>Whether this tag may have this attribute.</summary>
    public static bool Allows(string tag, string attribute) =>
        string.Equals(attribute, "style", StringComparison.Ordinal) || (AttributesOf.TryGetValue(tag, out var names) && names.Contains(attribute, StringComparer.Ordinal));

    /// <summary>Only links to articles on the platform survive there; a government account links to nothing else.</summary>
    public static bool IsPlatformArticle(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && uri.Scheme is "https" or "http"
        && string.Equals(uri.Host, "mp.weixin.qq.com", StringComparison.OrdinalIgnoreCase)
        && uri is { IsDefaultPort: true, UserInfo: "" };
}
