using System.Xml.Linq;

namespace GovAccountConsole.Infrastructure.Text.Import;

/// <summary>Walks the body of a Word document, block by block.</summary>
internal sealed class DocxBody
{
    private const int LongestTitle = 64;

    private readonly DocxStyles _styles;
    private readonly DocxNumbering _numbering;
    private readonly DocxDrawings _drawings;
    private readonly DocxNotes _notes;
    private readonly DocxTables _tables;
    private readonly DocxParagraphs _paragraphs;
    private readonly DroppedParts _dropped;
    private readonly CancellationToken _token;
    private readonly List<string> _title = [];
    private DocxPieces? _carried;
    private bool _begun;

    public DocxBody(OfficePackage package, DroppedParts dropped, CancellationToken token)
    {
        var links = package.LinksOf(package.Main);
        (_dropped, _token) = (dropped, token);
        _styles = new DocxStyles(package.Xml(OfficePackage.TargetOf(links, "styles")));
        _numbering = new DocxNumbering(package.Xml(OfficePackage.TargetOf(links, "numbering")));
        _notes = new DocxNotes(package.Xml(OfficePackage.TargetOf(links, "footnotes")), package.Xml(OfficePackage.TargetOf(links, "endnotes")), dropped);
        _drawings = new DocxDrawings(package, links, dropped) { TextBox = box => Blocks(box, nested: true) };
        _tables = new DocxTables(dropped) { CellBlocks = cell => Blocks(cell, nested: true) };
        _paragraphs = new DocxParagraphs(_styles, _drawings, _notes, dropped, links, token);
        dropped.Add(DroppedWhat.HeadersFooters, links.Values.Where(link => link.Kind is "header" or "footer" && !link.External)
            .Count(link => package.Xml(link.Target) is { } part && !string.IsNullOrWhiteSpace(part.Value)));
    }

    /// <summary>The whole document.</summary>
    /// <exception cref="InvalidDataException">There is no body.</exception>
    public ImportedDocument Read(XElement document)
    {
        var blocks = Blocks(document.Child("body") ?? throw new InvalidDataException("A document without a body."), nested: false);
        var title = _title.Count > 0 ? string.Concat(_title) : TakeTitle(blocks);
        // A note may call further notes: the list grows while it is read.
        for (var at = 0; at < _notes.Called.Count; at++)
        {
            var words = Blocks(_notes.Called[at], nested: true);
            blocks.AddRange(words is [DocxText first, .. var rest] ? [first with { Tag = "p", Html = DocxNotes.Number(at + 1) + first.Html }, .. rest] : words);
        }

        return new ImportedDocument(HtmlWords.Cut(title, 200), DocxBlocks.ToHtml(blocks), _drawings.Pictures, _dropped);
    }

    private static string TakeTitle(List<DocxBlock> blocks)
    {
        if (blocks is not [DocxText { Tag: "p" or "h2" or "h3" } first, ..] || HtmlText(first.Html) is not { Length: > 0 and <= LongestTitle } words || "。！？；，：、".Contains(words[^1], StringComparison.Ordinal))
        {
            return string.Empty;
        }

        // What stands above the text like a title leaves the text; an ordinary first line is only proposed.
        if (first.Tag != "p" || first.Align == "center")
        {
            blocks.RemoveAt(0);
        }

        return words;
    }

    private static string HtmlText(string html) => ArticleHtml.Words(html).Replace('\n', ' ');

    private List<DocxBlock> Blocks(XElement parent, bool nested)
    {
        var blocks = new List<DocxBlock>();
        var carried = _carried;
        _carried = null;
        Walk(parent, blocks, nested);
        if (_carried is { IsBlank: false } left)
        {
            blocks.Add(new DocxText("p", left.ToHtml(), null));
        }

        _carried = carried;
        return blocks;
    }

    private void Walk(XElement parent, List<DocxBlock> blocks, bool nested)
    {
        foreach (var element in parent.Elements())
        {
            _token.ThrowIfCancellationRequested();
            switch (element.Name.LocalName)
            {
                case "p":
                    Paragraph(element, blocks, nested);
                    break;
                case "tbl":
                    blocks.AddRange(_tables.Read(element));
                    _begun = true;
                    break;
                case "sdt" when IsContents(element):
                    _dropped.Add(DroppedWhat.Contents);
                    break;
                case "sdt":
                    Walk(element.Child("sdtContent") ?? element, blocks, nested);
                    break;
                case "ins" or "moveTo" or "customXml" or "sdtContent" or "smartTag":
                    Walk(element, blocks, nested);
                    break;
                case "AlternateContent":
                    Walk(DocxParagraphs.Chosen(element), blocks, nested);
                    break;
                case "altChunk":
                    _dropped.Add(DroppedWhat.Objects);
                    break;
            }
        }
    }

    private void Paragraph(XElement paragraph, List<DocxBlock> blocks, bool nested)
    {
        var properties = paragraph.Child("pPr");
        var style = properties?.ValueOf("pStyle");
        if (_styles.IsContents(style))
        {
            _dropped.Add(DroppedWhat.Contents, _dropped.Of(DroppedWhat.Contents) == 0 ? 1 : 0);
            return;
        }

        var pieces = _carried ?? new DocxPieces();
        _carried = null;
        var floating = new List<DocxBlock>();
        _paragraphs.Read(paragraph, pieces, floating);
        if (properties?.Child("rPr")?.Child("del") is not null)
        {
            // Its end was deleted under tracked changes: it goes on in the next one.
            _carried = pieces;
            blocks.AddRange(floating);
            return;
        }

        Add(pieces, properties, style, blocks, nested);
        if (pieces.IsBlank && floating.Count == 0)
        {
            _dropped.Add(DroppedWhat.EmptyLines, nested ? 0 : 1);
        }

        blocks.AddRange(floating);
        _begun |= floating.Count > 0;
    }

    private void Add(DocxPieces pieces, XElement? properties, string? style, List<DocxBlock> blocks, bool nested)
    {
        var list = _styles.ListOf(properties);
        var marker = list is { } line && !pieces.IsBlank ? _numbering.Next(line.List, line.Level) : null;
        if (pieces.IsBlank)
        {
            return;
        }

        if (!nested && !_begun && _styles.IsTitle(style))
        {
            _title.Add(pieces.ToText());
            return;
        }

        _begun = true;
        var align = _styles.AlignmentOf(properties);
        if (_styles.HeadingOf(properties) is { } level && !nested)
        {
            var written = marker is { Ordered: true } ? marker.Words ?? FormattableString.Invariant($"{marker.Number}. ") : null;
            blocks.Add(new DocxText(level <= 2 ? "h2" : "h3", pieces.ToHtml(written, plainBold: true), align));
        }
        else if (marker is { Words: null })
        {
            blocks.Add(new DocxItem(list!.Value.List, list.Value.Level, marker.Ordered, marker.Number, pieces.ToHtml()));
        }
        else
        {
            blocks.Add(new DocxText(_styles.IsQuote(style) ? "blockquote" : "p", pieces.ToHtml(marker?.Words), align));
        }
    }

    private static bool IsContents(XElement control) =>
        control.Child("sdtPr")?.Child("docPartObj")?.ValueOf("docPartGallery")?.Contains("Table of Contents", StringComparison.OrdinalIgnoreCase) == true;
}
