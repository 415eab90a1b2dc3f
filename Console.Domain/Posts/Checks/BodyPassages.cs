using System.Net;
using System.Text;

namespace GovAccountConsole.Domain.Posts.Checks;

/// <summary>
/// Reads the passages of a body in one pass over its markup: paragraphs, headings, list items, table cells, captions and the words beside
/// pictures, each with its place. A line break begins a new passage of the same paragraph, so that no number is read across it.
/// </summary>
internal sealed class BodyPassages
{
    private readonly List<Passage> _passages = [];
    private readonly StringBuilder _text = new();
    private readonly Stack<PassageKind> _kinds = new();
    private int _paragraph;
    private bool _paragraphHasText;

    private BodyPassages()
    {
    }

    /// <summary>All passages that hold more than white space, in order.</summary>
    public static IReadOnlyList<Passage> Of(string html)
    {
        var reader = new BodyPassages();
        reader.Read(html);
        return reader._passages;
    }

    private void Read(string html)
    {
        var at = 0;
        while (at < html.Length)
        {
            var open = html.IndexOf('<', at);
            if (open < 0)
            {
                Append(html[at..]);
                break;
            }

            if (open > at)
            {
                Append(html[at..open]);
            }

            var close = html.IndexOf('>', open);
            if (close < 0)
            {
                break;
            }

            Take(html.AsSpan(open + 1, close - open - 1));
            at = close + 1;
        }

        EndParagraph();
    }

    private void Append(string raw)
    {
        var text = raw.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(raw) : raw;
        var lines = text.Split('\n');
        for (var index = 0; index < lines.Length; index++)
        {
            if (index > 0)
            {
                EndPassage();
            }

            _text.Append(lines[index].TrimEnd('\r'));
        }
    }

    private void Take(ReadOnlySpan<char> tag)
    {
        var closing = tag is ['/', ..];
        var name = Name(closing ? tag[1..] : tag);
        switch (name)
        {
            case "br":
                EndPassage();
                break;
            case "img":
                EndPassage();
                Picture(tag);
                break;
            default:
                if (KindOf(name) is not { } kind)
                {
                    return;
                }

                EndParagraph();
                if (!closing)
                {
                    _kinds.Push(kind);
                }
                else if (_kinds.Count > 0)
                {
                    _kinds.Pop();
                }

                break;
        }
    }

    private void Picture(ReadOnlySpan<char> tag)
    {
        var alt = Attribute(tag, "alt");
        if (string.IsNullOrWhiteSpace(alt))
        {
            return;
        }

        var source = Attribute(tag, "src") ?? string.Empty;
        var id = source.LastIndexOf('/') is var slash and >= 0 && Guid.TryParse(source.AsSpan(slash + 1), out var medium) ? medium : (Guid?)null;
        _passages.Add(new Passage("picture", PassageKind.Alt, _paragraph, alt, id));
    }

    private void EndPassage()
    {
        if (_text.Length == 0)
        {
            return;
        }

        var text = _text.ToString();
        _text.Clear();
        if (string.IsNullOrWhiteSpace(text))
        {
            return;
        }

        // A paragraph inside a cell, an item or a quote is still a cell, an item, a quote.
        var kind = _kinds.FirstOrDefault(outer => outer is PassageKind.Cell or PassageKind.Caption or PassageKind.Heading or PassageKind.Item, PassageKind.Text);
        _passages.Add(new Passage("body", kind, _paragraph, text));
        _paragraphHasText = true;
    }

    private void EndParagraph()
    {
        EndPassage();
        if (_paragraphHasText)
        {
            _paragraph++;
            _paragraphHasText = false;
        }
    }

    private static string Name(ReadOnlySpan<char> tag)
    {
        var end = 0;
        while (end < tag.Length && char.IsAsciiLetterOrDigit(tag[end]))
        {
            end++;
        }

        return tag[..end].ToString().ToLowerInvariant();
    }

    private static string? Attribute(ReadOnlySpan<char> tag, string name)
    {
        for (var from = 0; from < tag.Length;)
        {
            var found = tag[from..].IndexOf(name, StringComparison.OrdinalIgnoreCase);
            if (found < 0)
            {
                return null;
            }

            var at = from + found;
            var rest = tag[(at + name.Length)..].TrimStart();
            if (at > 0 && char.IsWhiteSpace(tag[at - 1]) && rest is ['=', ..])
            {
                rest = rest[1..].TrimStart();
                var quote = rest is ['"' or '\'', ..] ? rest[0] : ' ';
                var value = quote == ' ' ? rest : rest[1..];
                var end = value.IndexOf(quote);
                return WebUtility.HtmlDecode((end < 0 ? value : value[..end]).ToString());
            }

            from = at + name.Length;
        }

        return null;
    }

    private static PassageKind? KindOf(string name) => name switch
    {
        "p" or "div" or "section" or "blockquote" or "ul" or "ol" or "hr" or "table" or "tbody" or "thead" or "tr" or "figure" or "pre" => PassageKind.Text,
        "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => PassageKind.Heading,
        "li" => PassageKind.Item,
        "td" or "th" => PassageKind.Cell,
        "figcaption" or "caption" => PassageKind.Caption,
        _ => null,
    };
}
