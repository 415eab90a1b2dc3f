namespace GovAccountConsole.Domain.Posts.Merging;

/// <summary>A tag inside clean HTML, found by scanning; quotes may hold a "&gt;".</summary>
/// <param name="Start">Where "&lt;" stands.</param>
/// <param name="End">Behind "&gt;".</param>
/// <param name="Name">Lower-case name.</param>
/// <param name="IsClosing">Whether it is an end tag.</param>
internal readonly record struct HtmlTag(int Start, int End, string Name, bool IsClosing)
{
    /// <summary>Elements without an end tag.</summary>
    public bool IsVoid => Name is "br" or "hr" or "img" or "col" or "wbr";

    /// <summary>The tag that starts at or after <paramref name="from"/>, or null. A "&lt;" that begins no tag is text.</summary>
    public static HtmlTag? Next(string html, int from)
    {
        for (var start = html.IndexOf('<', from); start >= 0; start = html.IndexOf('<', start + 1))
        {
            var at = start + 1;
            var closing = at < html.Length && html[at] == '/';
            var nameFrom = closing ? at + 1 : at;
            var nameTo = nameFrom;
            while (nameTo < html.Length && char.IsAsciiLetterOrDigit(html[nameTo]))
            {
                nameTo++;
            }

            if (nameTo > nameFrom && char.IsAsciiLetter(html[nameFrom]))
            {
                return new HtmlTag(start, EndOf(html, nameTo), html[nameFrom..nameTo].ToLowerInvariant(), closing);
            }
        }

        return null;
    }

    private static int EndOf(string html, int from)
    {
        var quote = '\0';
        for (var at = from; at < html.Length; at++)
        {
            var c = html[at];
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
            }
            else if (c is '"' or '\'')
            {
                quote = c;
            }
            else if (c == '>')
            {
                return at + 1;
            }
        }

        return html.Length;
    }
}
