using System.Text;

namespace GovAccountConsole.Infrastructure.Text.Import;

/// <summary>A piece of an article's body in the making.</summary>
internal abstract record DocxBlock;

/// <summary>A paragraph, heading or quotation with its words as HTML.</summary>
internal sealed record DocxText(string Tag, string Html, string? Align) : DocxBlock
{
    /// <summary>The element.</summary>
    public string ToHtml() => Align is null ? $"<{Tag}>{Html}</{Tag}>" : $"<{Tag} style=\"text-align: {Align}\">{Html}</{Tag}>";
}

/// <summary>A line of a list.</summary>
internal sealed record DocxItem(int List, int Level, bool Ordered, int Number, string Html) : DocxBlock;

/// <summary>A picture or a table, as HTML.</summary>
internal sealed record DocxWhole(string Html) : DocxBlock;

/// <summary>Puts blocks one after the other, list lines into their lists.</summary>
internal static class DocxBlocks
{
    /// <summary>The HTML of the blocks.</summary>
    public static string ToHtml(IReadOnlyList<DocxBlock> blocks)
    {
        var html = new StringBuilder();
        for (var at = 0; at < blocks.Count;)
        {
            switch (blocks[at])
            {
                case DocxItem:
                    at = List(blocks, at, html);
                    break;
                case DocxText { Tag: "blockquote" } first:
                    html.Append("<blockquote>");
                    for (; at < blocks.Count && blocks[at] is DocxText { Tag: "blockquote" } line; at++)
                    {
                        html.Append((line with { Tag = "p", Align = line.Align ?? first.Align }).ToHtml());
                    }

                    html.Append("</blockquote>");
                    break;
                case DocxText text:
                    html.Append(text.ToHtml());
                    at++;
                    break;
                case DocxWhole whole:
                    html.Append(whole.Html);
                    at++;
                    break;
            }
        }

        return html.ToString();
    }

    private static int List(IReadOnlyList<DocxBlock> blocks, int at, StringBuilder html)
    {
        var open = new Stack<(int Level, bool Ordered)>();
        for (; at < blocks.Count && blocks[at] is DocxItem item; at++)
        {
            while (open.Count > 0 && (open.Peek().Level > item.Level || (open.Peek().Level == item.Level && open.Peek().Ordered != item.Ordered)))
            {
                html.Append("</li>").Append(open.Pop().Ordered ? "</ol>" : "</ul>");
            }

            if (open.Count > 0 && open.Peek().Level == item.Level)
            {
                html.Append("</li>");
            }
            else
            {
                html.Append(!item.Ordered ? "<ul>" : item.Number > 1 ? FormattableString.Invariant($"<ol start=\"{item.Number}\">") : "<ol>");
                open.Push((item.Level, item.Ordered));
            }

            html.Append("<li><p>").Append(item.Html).Append("</p>");
        }

        while (open.Count > 0)
        {
            html.Append("</li>").Append(open.Pop().Ordered ? "</ol>" : "</ul>");
        }

        return at;
    }
}
