using System.Net;

namespace GovAccountConsole.Simulator.Drafts;

internal enum HtmlTokenKind
{
    Text,
    Open,
    Close,
}

/// <summary>A piece of HTML. Text is as written; attribute values are decoded.</summary>
internal sealed record HtmlToken(HtmlTokenKind Kind, string Name, string Text, IReadOnlyList<KeyValuePair<string, string>> Attributes);

/// <summary>Cuts HTML into tags and text, forgiving like a browser. Comments, declarations and the insides of scripts are left out.</summary>
internal static class HtmlTokens
{
    private static readonly HashSet<string> RawText = new(StringComparer.Ordinal)
    {
        "script", "style", "iframe", "noscript", "noembed", "noframes", "textarea", "title", "xmp", "object", "embed", "applet", "svg", "math", "template",
        "select", "audio", "video",
    };

    public static IEnumerable<HtmlToken> Read(string html)
    {
        var at = 0;
        while (at < html.Length)
        {
            var open = html.IndexOf('<', at);
            if (open < 0)
            {
                yield return Text(html[at..]);
                yield break;
            }
            if (open > at)
            {
                yield return Text(html[at..open]);
            }
            var next = open + 1 < html.Length ? html[open + 1] : ' ';
            if (next is '!' or '?')
            {
                at = AfterDeclaration(html, open);
            }
            else if (next == '/' && open + 2 < html.Length && char.IsAsciiLetter(html[open + 2]))
            {
                var name = NameAt(html, open + 2);
                yield return new HtmlToken(HtmlTokenKind.Close, name, "", []);
                at = After(html, '>', open);
            }
            else if (char.IsAsciiLetter(next))
            {
                var name = NameAt(html, open + 1);
                at = open + 1 + name.Length;
                var attributes = ReadAttributes(html, ref at);
                if (RawText.Contains(name))
                {
                    at = AfterElement(html, name, at);
                }
                yield return new HtmlToken(HtmlTokenKind.Open, name, "", attributes);
            }
            else
            {
                yield return Text("&lt;");
                at = open + 1;
            }
        }
    }

    private static HtmlToken Text(string text) => new(HtmlTokenKind.Text, "", text, []);

    private static int AfterDeclaration(string html, int open)
    {
        if (html.AsSpan(open).StartsWith("<!--", StringComparison.Ordinal))
        {
            var end = html.IndexOf("-->", open + 4, StringComparison.Ordinal);
            return end < 0 ? html.Length : end + 3;
        }
        return After(html, '>', open);
    }

    private static int After(string html, char mark, int from)
    {
        var end = html.IndexOf(mark, from);
        return end < 0 ? html.Length : end + 1;
    }

    private static int AfterElement(string html, string name, int from)
    {
        if (from >= 2 && html[from - 2] == '/')
        {
            return from;
        }
        var end = html.IndexOf("</" + name, from, StringComparison.OrdinalIgnoreCase);
        return end < 0 ? (name is "embed" ? from : html.Length) : After(html, '>', end);
    }

    private static string NameAt(string html, int at)
    {
        var end = at;
        while (end < html.Length && !char.IsWhiteSpace(html[end]) && html[end] is not ('>' or '/' or '<'))
        {
            end++;
        }
        return html[at..end].ToLowerInvariant();
    }

    private static List<KeyValuePair<string, string>> ReadAttributes(string html, ref int at)
    {
        var attributes = new List<KeyValuePair<string, string>>();
        while (at < html.Length && html[at] != '>')
        {
            if (char.IsWhiteSpace(html[at]) || html[at] == '/')
            {
                at++;
                continue;
            }
            var start = at;
            while (at < html.Length && !char.IsWhiteSpace(html[at]) && html[at] is not ('=' or '>' or '/'))
            {
                at++;
            }
            // A lone "=" begins a name in a browser too; taking it as one keeps the loop moving.
            at = Math.Max(at, start + 1);
            var name = html[start..at].ToLowerInvariant();
            attributes.Add(new(name, ReadValue(html, ref at)));
        }
        at = Math.Min(at + 1, html.Length);
        return attributes;
    }

    private static string ReadValue(string html, ref int at)
    {
        var look = at;
        while (look < html.Length && char.IsWhiteSpace(html[look]))
        {
            look++;
        }
        if (look >= html.Length || html[look] != '=')
        {
            return "";
        }
        look++;
        while (look < html.Length && char.IsWhiteSpace(html[look]))
        {
            look++;
        }
        var end = look;
        if (look < html.Length && html[look] is '"' or '\'')
        {
            end = html.IndexOf(html[look], look + 1);
            end = end < 0 ? html.Length : end;
            at = Math.Min(end + 1, html.Length);
            return WebUtility.HtmlDecode(html[Math.Min(look + 1, end)..end]);
        }
        while (end < html.Length && !char.IsWhiteSpace(html[end]) && html[end] != '>')
        {
            end++;
        }
        at = end;
        return WebUtility.HtmlDecode(html[look..end]);
    }
}
