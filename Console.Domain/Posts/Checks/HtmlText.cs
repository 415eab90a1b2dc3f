using System.Net;
using System.Text.RegularExpressions;

namespace GovAccountConsole.Domain.Posts.Checks;

/// <summary>The words of a body, without its markup.</summary>
public static partial class HtmlText
{
    /// <summary>The text of each paragraph, heading, list item and table cell, in order; empty ones left out.</summary>
    public static IReadOnlyList<string> Paragraphs(string html) =>
    [
        .. BlockEdge().Replace(html, "\n").Split('\n')
            .Select(part => WebUtility.HtmlDecode(Tag().Replace(part, string.Empty)))
            .Where(text => !string.IsNullOrWhiteSpace(text)),
    ];

    /// <summary>Characters people read: white space and markup are not counted.</summary>
    public static int Characters(string html) => Paragraphs(html).Sum(text => text.EnumerateRunes().Count(rune => !System.Text.Rune.IsWhiteSpace(rune)));

    /// <summary>The addresses of all pictures, as written.</summary>
    public static IEnumerable<string> Pictures(string html) => Picture().Matches(html).Select(match => WebUtility.HtmlDecode(match.Groups["src"].Value));

    /// <summary>The addresses of all links, as written.</summary>
    public static IEnumerable<string> Links(string html) => Link().Matches(html).Select(match => WebUtility.HtmlDecode(match.Groups["href"].Value));

    /// <summary>The AppIDs of all mini programs that words lead to.</summary>
    public static IEnumerable<string> MiniPrograms(string html) => MiniProgram().Matches(html).Select(match => match.Groups["id"].Value);

    [GeneratedRegex("""<a\b[^>]*?\sdata-miniprogram-appid\s*=\s*["']?(?<id>[^"'\s>]*)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex MiniProgram();

    [GeneratedRegex(@"</?(?:p|h[1-6]|ul|ol|li|blockquote|table|tbody|tr|td|th|hr|section|div)\b[^>]*>|<br\s*/?>|<img\b[^>]*>|\r?\n", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex BlockEdge();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 2000)]
    private static partial Regex Tag();

    [GeneratedRegex("""<img\b[^>]*?\ssrc\s*=\s*["']?(?<src>[^"'\s>]*)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Picture();

    [GeneratedRegex("""<a\b[^>]*?\shref\s*=\s*["']?(?<href>[^"'\s>]*)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Link();
}
