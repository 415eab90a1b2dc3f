using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace GovAccountConsole.Infrastructure.Text;

/// <summary>
/// Guards what reads HTML by descending into it: no article is nested a hundred deep, and text that is, is an attack on the reader's stack.
/// The tree is measured by walking it, not by counting tags: comments, attributes and broken nesting make any count lie.
/// </summary>
internal static class ShallowHtml
{
    /// <summary>Elements within each other that are read as structure; beyond, only the words are kept.</summary>
    public const int DeepestNesting = 200;

    /// <summary>Opened elements that can be nested: a parser's time grows with the square of the depth, and no article needs so many.</summary>
    public const int MostNestable = 10_000;

    // A parser ends these by itself where the next one begins, or they have no inside: a long table has very many of them and is not deep.
    private static readonly HashSet<string> Flat = new(StringComparer.OrdinalIgnoreCase) { "p", "br", "hr", "img", "li", "tr", "td", "th", "tbody" };

    private static readonly HtmlParser Parser = new(new HtmlParserOptions { IsScripting = false });

    /// <summary>The text as it is, or, when it is deeper than an article can be, only its words.</summary>
    public static string Of(string html, SortedSet<string> dropped)
    {
        // What has few tags cannot be deep, and needs no tree.
        if (html.AsSpan().Count('<') <= DeepestNesting)
        {
            return html;
        }

        if (!IsExcessive(html))
        {
            using var document = Parser.ParseDocument(html);
            if (!IsDeep(document))
            {
                return html;
            }
        }

        dropped.Add("markup");
        return Words(html);
    }

    private static bool IsExcessive(string html)
    {
        // Within a drawing or a formula every name can be nested.
        var foreign = html.Contains("<svg", StringComparison.OrdinalIgnoreCase) || html.Contains("<math", StringComparison.OrdinalIgnoreCase);
        var names = Flat.GetAlternateLookup<ReadOnlySpan<char>>();
        var count = 0;
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0; at = html.IndexOf('<', at + 1))
        {
            var end = at + 1;
            while (end < html.Length && char.IsAsciiLetterOrDigit(html[end]))
            {
                end++;
            }

            if (end > at + 1 && (foreign || !names.Contains(html.AsSpan(at + 1, end - at - 1))) && ++count > MostNestable)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsDeep(INode root)
    {
        var (node, depth) = (root, 0);
        while (true)
        {
            if (node.FirstChild is { } child)
            {
                if (++depth > DeepestNesting)
                {
                    return true;
                }

                node = child;
                continue;
            }

            while (node != root && node.NextSibling is null)
            {
                node = node.Parent!;
                depth--;
            }

            if (node == root)
            {
                return false;
            }

            node = node.NextSibling!;
        }
    }

    /// <summary>The words of a text as one paragraph, read without a parser.</summary>
    public static string Words(string html)
    {
        var words = new StringBuilder(Math.Min(html.Length, 4096));
        for (var at = 0; at < html.Length;)
        {
            if (html[at] != '<')
            {
                words.Append(html[at++]);
                continue;
            }

            var end = html.IndexOf('>', at);
            at = end < 0 ? html.Length : end + 1;
            if (words.Length > 0 && words[^1] != ' ')
            {
                words.Append(' ');
            }
        }

        // As a parser writes text, so that reading it again gives the same.
        var text = WebUtility.HtmlDecode(words.ToString()).Replace("\0", string.Empty, StringComparison.Ordinal).ReplaceLineEndings("\n").Trim()
            .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\u00a0", "&nbsp;", StringComparison.Ordinal);
        return text.Length == 0 ? string.Empty : $"<p>{text}</p>";
    }
}
