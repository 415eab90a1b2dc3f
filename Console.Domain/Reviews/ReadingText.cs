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

    /// <summary>Row of a table; its cells are joined by <see cref="ReadingText.CellEdge"/>.</summary>
    Row,

    /// <summary>Picture; the text is its address after <see cref="ReadingText.PictureMark"/>.</summary>
    Picture,
}

/// <summary>One block of a body as it is read.</summary>
public sealed record ReadingBlock(BlockKind Kind, string Text);

/// <summary>A sanitised body as the sequence of blocks a person reads: the form in which two revisions are compared.</summary>
public static class ReadingText
{
    // Marks the end of a cell while white space is not yet collapsed; a decoded body cannot bring it along, since decoding comes later.
    private const char Edge = '\u001F';

    /// <summary>Stands between two cells of a row; never within one, since white space is collapsed.</summary>
    public const char CellEdge = '\t';

    /// <summary>Stands between two blocks where a body is one text; never within one.</summary>
    public const char BlockEdge = '\n';

    /// <summary>U+FFFC, object replacement: begins the text of a picture, so that it is told apart from a paragraph that happens to show its address.</summary>
    public const char PictureMark = '\uFFFC';

    /// <summary>The body as one text, block after block: what offsets are counted in.</summary>
    public static string Joined(IEnumerable<ReadingBlock> blocks) => string.Join(BlockEdge, blocks.Select(block => block.Text));

    /// <summary>Where each block begins in <see cref="Joined"/>.</summary>
    public static IReadOnlyList<int> Starts(IReadOnlyList<ReadingBlock> blocks)
    {
        var starts = new int[blocks.Count];
        for (var index = 1; index < blocks.Count; index++)
        {
            starts[index] = starts[index - 1] + blocks[index - 1].Text.Length + 1;
        }

        return starts;
    }

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
                    blocks.Add(new ReadingBlock(BlockKind.Picture, PictureMark + WebUtility.HtmlDecode(Attribute(html[open..end], "src"))));
                    break;
                case "td" or "th":
                    if (closing)
                    {
                        text.Append(Edge);
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
            var words = kind == BlockKind.Row ? Cells(text.ToString()) : Collapse(WebUtility.HtmlDecode(text.ToString()));
            text.Clear();
            if (words.AsSpan().Trim().Length > 0)
            {
                blocks.Add(new ReadingBlock(kind, words));
            }
        }
    }

    // An empty cell keeps its place; only what follows the last cell is not a cell.
    private static string Cells(string row)
    {
        var cells = row.Split(Edge).Select(cell => Collapse(WebUtility.HtmlDecode(cell))).ToList();
        if (cells is [.., ""])
        {
            cells.RemoveAt(cells.Count - 1);
        }

        return string.Join(CellEdge, cells);
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
