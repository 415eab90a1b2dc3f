namespace GovAccountConsole.Domain.Posts.Merging;

/// <summary>Takes a block apart into what merging never cuts: a tag, a word or number of Latin script, a character of Chinese, an entity.</summary>
internal static class HtmlTokens
{
    public static List<string> Of(string html)
    {
        var tokens = new List<string>();
        var at = 0;
        for (var tag = HtmlTag.Next(html, 0); tag is { } found; tag = HtmlTag.Next(html, found.End))
        {
            Words(html, at, found.Start, tokens);
            tokens.Add(html[found.Start..found.End]);
            at = found.End;
        }

        Words(html, at, html.Length, tokens);
        return tokens;
    }

    public static bool IsTag(string token) => token.Length > 2 && token[0] == '<';

    /// <summary>Whether every element that opens also closes, in order.</summary>
    public static bool AreBalanced(IEnumerable<string> tokens)
    {
        var open = new Stack<string>();
        foreach (var token in tokens.Where(IsTag))
        {
            var tag = HtmlTag.Next(token, 0)!.Value;
            if (!tag.IsClosing && !tag.IsVoid)
            {
                open.Push(tag.Name);
            }
            else if (tag.IsClosing && (open.Count == 0 || open.Pop() != tag.Name))
            {
                return false;
            }
        }

        return open.Count == 0;
    }

    /// <summary>How much two blocks have in common: 0 nothing, 1 everything. Tags count only where they are all there is, as for pictures.</summary>
    public static double Likeness(string left, string right)
    {
        if (left == right)
        {
            return 1;
        }

        var (a, b) = (Words(left), Words(right));
        if (a.Count + b.Count == 0)
        {
            return 0;
        }

        var counts = a.GroupBy(word => word, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        var common = b.Count(word => counts.TryGetValue(word, out var rest) && (counts[word] = rest - 1) >= 0);
        return 2d * common / (a.Count + b.Count);
    }

    /// <summary>Neighbours, since single characters of Chinese occur everywhere.</summary>
    private static List<string> Words(string html)
    {
        var words = Of(html).Where(token => !string.IsNullOrWhiteSpace(token) && (!IsTag(token) || HtmlTag.Next(token, 0)!.Value.Name is "img" or "hr")).ToList();
        return words.Count == 0 ? words : [.. words.Append(string.Empty).Zip(words.Prepend(string.Empty), (word, before) => before + "\n" + word)];
    }

    private static void Words(string html, int from, int to, List<string> tokens)
    {
        while (from < to)
        {
            var end = EndOfWord(html, from, to);
            tokens.Add(html[from..end]);
            from = end;
        }
    }

    private static int EndOfWord(string html, int from, int to)
    {
        var first = html[from];
        if (first == '&')
        {
            var close = html.IndexOf(';', from, Math.Min(12, to - from));
            return close < 0 ? from + 1 : close + 1;
        }

        if (char.IsHighSurrogate(first) && from + 1 < to)
        {
            return from + 2;
        }

        var end = from + 1;
        if (IsWordPart(first))
        {
            while (end < to && IsWordPart(html[end]))
            {
                end++;
            }
        }

        return end;
    }

    private static bool IsWordPart(char c) => c < 0x0250 && (char.IsLetterOrDigit(c) || c is '.' or '-' or '_' or '\'' or ':' or '@');
}
