using System.Text;

namespace GovAccountConsole.Infrastructure.Text.Import;

/// <summary>Emphasis that an article knows.</summary>
[Flags]
internal enum DocxMarks
{
    None = 0,
    Bold = 1,
    Italic = 2,
    Underline = 4,
    Strike = 8,
}

/// <summary>Words of one emphasis and one link; a line break is "\n".</summary>
internal readonly record struct DocxPiece(string Words, DocxMarks Marks, string? Link);

/// <summary>The words of a paragraph in the making: neighbours alike are joined, spaces for layout go.</summary>
internal sealed class DocxPieces
{
    private static readonly (DocxMarks Mark, string Tag)[] _tags = [(DocxMarks.Bold, "strong"), (DocxMarks.Italic, "em"), (DocxMarks.Underline, "u"), (DocxMarks.Strike, "s")];
    private static readonly char[] _layout = [' ', '\u3000', '\n'];

    private readonly List<DocxPiece> _pieces = [];

    /// <summary>Whether anything is there that people read.</summary>
    public bool IsBlank => _pieces.TrueForAll(piece => string.IsNullOrWhiteSpace(piece.Words));

    /// <summary>Adds words after the others.</summary>
    public void Add(string words, DocxMarks marks, string? link)
    {
        if (words.Length == 0)
        {
            return;
        }

        // Emphasis on nothing but spaces is none.
        var piece = new DocxPiece(words, string.IsNullOrWhiteSpace(words) && !marks.HasFlag(DocxMarks.Underline) ? DocxMarks.None : marks, link);
        if (_pieces.Count > 0 && _pieces[^1] is var last && last.Marks == piece.Marks && last.Link == piece.Link)
        {
            _pieces[^1] = last with { Words = last.Words + words };
        }
        else
        {
            _pieces.Add(piece);
        }
    }

    /// <summary>The words alone.</summary>
    public string ToText() => HtmlWords.Spaced(string.Concat(_pieces.Select(piece => piece.Words.Replace('\n', ' ')))).Trim(_layout);

    /// <summary>The words as HTML.</summary>
    /// <param name="marker">Words to begin with.</param>
    /// <param name="plainBold">Bold is not marked: a heading is bold by itself.</param>
    public string ToHtml(string? marker = null, bool plainBold = false)
    {
        var html = new StringBuilder();
        if (marker is { Length: > 0 })
        {
            html.Append(HtmlWords.Text(marker));
        }

        var pieces = Trimmed();
        for (var at = 0; at < pieces.Count;)
        {
            var link = pieces[at].Link;
            if (link is not null)
            {
                html.Append("<a href=\"").Append(HtmlWords.Attribute(link)).Append("\">");
            }

            for (; at < pieces.Count && pieces[at].Link == link; at++)
            {
                Append(html, pieces[at], plainBold);
            }

            if (link is not null)
            {
                html.Append("</a>");
            }
        }

        return html.ToString();
    }

    private static void Append(StringBuilder html, DocxPiece piece, bool plainBold)
    {
        var tags = _tags.Where(tag => piece.Marks.HasFlag(tag.Mark) && !(plainBold && tag.Mark == DocxMarks.Bold)).Select(tag => tag.Tag).ToArray();
        foreach (var tag in tags)
        {
            html.Append('<').Append(tag).Append('>');
        }

        html.AppendJoin("<br>", piece.Words.Split('\n').Select(line => HtmlWords.Text(HtmlWords.Spaced(line))));
        foreach (var tag in tags.Reverse())
        {
            html.Append("</").Append(tag).Append('>');
        }
    }

    private List<DocxPiece> Trimmed()
    {
        var pieces = new List<DocxPiece>(_pieces);
        while (pieces.Count > 0 && pieces[0].Words.Replace('\u00A0', ' ').Replace('\t', ' ').TrimStart(_layout) is var start)
        {
            if (start.Length > 0)
            {
                pieces[0] = pieces[0] with { Words = start };
                break;
            }

            pieces.RemoveAt(0);
        }

        while (pieces.Count > 0 && pieces[^1].Words.Replace('\u00A0', ' ').Replace('\t', ' ').TrimEnd(_layout) is var end)
        {
            if (end.Length > 0)
            {
                pieces[^1] = pieces[^1] with { Words = end };
                break;
            }

            pieces.RemoveAt(pieces.Count - 1);
        }

        return pieces;
    }
}
