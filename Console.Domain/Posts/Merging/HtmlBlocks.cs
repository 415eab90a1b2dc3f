namespace GovAccountConsole.Domain.Posts.Merging;

/// <summary>Takes a clean body apart into its top-level blocks: paragraphs, headings, pictures, tables, lists. Joined again they are the body, letter by letter.</summary>
public static class HtmlBlocks
{
    private static readonly HashSet<string> _inline = new(StringComparer.Ordinal)
    {
        "a", "b", "br", "code", "del", "em", "i", "ins", "mark", "s", "small", "span", "strong", "sub", "sup", "u", "wbr",
    };

    /// <summary>The blocks in order. Text that stands loose between blocks is a block of its own; markup that does not close is one block.</summary>
    public static IReadOnlyList<string> Split(string html)
    {
        var blocks = new List<string>();
        var open = new Stack<string>();
        var start = 0;
        var loose = false;
        for (var tag = HtmlTag.Next(html, 0); tag is { } found; tag = HtmlTag.Next(html, found.End))
        {
            if (found.IsClosing)
            {
                if (open.Count == 0 || open.Pop() != found.Name)
                {
                    return [html];
                }

                if (open.Count == 0 && !loose)
                {
                    Take(blocks, html, ref start, found.End);
                }

                continue;
            }

            if (open.Count == 0 && !_inline.Contains(found.Name))
            {
                Take(blocks, html, ref start, found.Start);
                loose = false;
                if (found.IsVoid)
                {
                    Take(blocks, html, ref start, found.End);
                }
            }
            else if (open.Count == 0)
            {
                loose = true;
            }

            if (!found.IsVoid)
            {
                open.Push(found.Name);
            }
        }

        if (open.Count > 0)
        {
            return [html];
        }

        Take(blocks, html, ref start, html.Length);
        return blocks;
    }

    private static void Take(List<string> blocks, string html, ref int start, int end)
    {
        if (end == start)
        {
            return;
        }

        var part = html[start..end];
        if (string.IsNullOrWhiteSpace(part) && blocks.Count > 0)
        {
            blocks[^1] += part;
        }
        else
        {
            blocks.Add(part);
        }

        start = end;
    }
}
