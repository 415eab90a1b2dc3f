using System.Net;
using System.Text;

namespace GovAccountConsole.Domain.Reviews;

/// <summary>What a block of a body is.</summary>
public enum BlockKind
{
    /// <summary>Plain paragraph.</summary>
    Paragraph,

    /// <summary>Heading.</summary>
    Heading,

    /// <summary>List item.</summary>
    Item,

    /// <summary>Quotation.</summary>
    Quote,

    /// <summary>Row of a table; cells are joined by " | ".</summary>
    Row,

    /// <summary>Picture; the text is its address.</summary>
    Picture,
}

/// <summary>One block of a body as it is read.</summary>
public sealed record ReadingBlock(BlockKind Kind, string Text);

/// <summary>A sanitised body as the sequence of blocks a person reads: the form in which two revisions are compared.</summary>
public static class ReadingText
{
    private const string CellEdge = " | ";

    /// <summary>The blocks of <paramref name="html"/>, empty ones left out.</summary>
    public static IReadOnlyList<ReadingBlock> Of(string html)
    {
        var blocks = new List<ReadingBlock>();
        var text = new StringBuilder();
        var kind = BlockKind.Paragraph;
        for (var at = 0; at < html.Length;)
        {
            var open = html.IndexOf('<', at);
            text.Append(html, at, (open < 0 ? html.Length : open) - at);
            if (open < 0)
            {
                break;
            }

            var end = EndOfTag(html, open);
            var (name, closing) = NameOf(html, open);
            at = end;
            switch (name)
            {
                case "img":
                    Flush();
                    blocks.Add(new ReadingBlock(BlockKind.Picture, WebUtility.HtmlDecode(Attribute(html[open..end], "src"))));
                    break;
                case "td" or "th":
                    if (closing)
                    {
                        text.Append(CellEdge);
                    }

                    break;
                case "br" or "p" or "div" or "section" or "hr" or "ul" or "ol" or "table" or "tbody" or "thead" or "figure" or "figcaption"
                    or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "li" or "blockquote" or "tr":
                    if (name is "p" or "div" or "section" or "br" && kind == BlockKind.Row)
                    {
                        text.Append(' ');
                        break;
                    }

                    Flush();
                    kind = KindAfter(name, closing, kind);
                    break;
                default:
                    break;
            }
        }

        Flush();
        return blocks;

        void Flush()
        {
            var words = Collapse(WebUtility.HtmlDecode(text.ToString()));
            text.Clear();
            if (kind == BlockKind.Row && words.EndsWith(CellEdge.TrimEnd(), StringComparison.Ordinal))
            {
                words = words[..^CellEdge.TrimEnd().Length].TrimEnd();
            }

            if (words.Length > 0)
            {
                blocks.Add(new ReadingBlock(kind, words));
            }
        }
    }

    private static BlockKind KindAfter(string name, bool closing, BlockKind kind) => (name, closing) switch
    {
        ("h1" or "h2" or "h3" or "h4" or "h5" or "h6", false) => BlockKind.Heading,
        ("li", false) => BlockKind.Item,
        ("blockquote", false) => BlockKind.Quote,
        ("tr", false) => BlockKind.Row,
        ("h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "li" or "blockquote" or "tr", true) => BlockKind.Paragraph,
        _ => kind,
    };

    private static int EndOfTag(string html, int open)
    {
        if (html.AsSpan(open).StartsWith("<!--", StringComparison.Ordinal))
        {
            var comment = html.IndexOf("-->", open, StringComparison.Ordinal);
            return comment < 0 ? html.Length : comment + 3;
        }

        var quote = '\0';
        for (var at = open + 1; at < html.Length; at++)
        {
            var character = html[at];
            if (quote != '\0')
            {
                quote = character == quote ? '\0' : quote;
            }
            else if (character is '"' or '\'')
            {
                quote = character;
            }
            else if (character == '>')
            {
                return at + 1;
            }
        }

        return html.Length;
    }

    private static (string Name, bool Closing) NameOf(string html, int open)
    {
        var at = open + 1;
        var closing = at < html.Length && html[at] == '/';
        at += closing ? 1 : 0;
        var start = at;
        while (at < html.Length && char.IsAsciiLetterOrDigit(html[at]))
        {
            at++;
        }

        return (html[start..at].ToLowerInvariant(), closing);
    }

    private static string Attribute(string tag, string name)
    {
        var at = tag.IndexOf(" " + name + "=", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return string.Empty;
        }

        at += name.Length + 2;
        if (at < tag.Length && tag[at] is '"' or '\'')
        {
            var end = tag.IndexOf(tag[at], at + 1);
            return end < 0 ? string.Empty : tag[(at + 1)..end];
        }

        var stop = tag.IndexOfAny([' ', '>'], at);
        return stop < 0 ? string.Empty : tag[at..stop];
    }

    private static string Collapse(string text)
    {
        var collapsed = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (!char.IsWhiteSpace(character))
            {
                collapsed.Append(character);
            }
            else if (collapsed.Length > 0 && collapsed[^1] != ' ')
            {
                collapsed.Append(' ');
            }
        }

        return collapsed.ToString().TrimEnd();
    }
}
