using System.Globalization;
using System.Xml.Linq;
using GovAccountConsole.Domain.Media;
using GovAccountConsole.Domain.Posts.Import;

namespace GovAccountConsole.Infrastructure.Text.Import;

/// <summary>What floats in a text: pictures are taken along, text boxes join the flow, the rest is counted.</summary>
internal sealed class DocxDrawings(OfficePackage package, IReadOnlyDictionary<string, OfficeLink> links, DroppedParts dropped)
{
    private readonly List<ImportedPicture> _pictures = [];
    private readonly Dictionary<(string Path, PictureCut Cut), int> _numbers = [];

    /// <summary>The pictures so far, by number.</summary>
    public IReadOnlyList<ImportedPicture> Pictures => _pictures;

    /// <summary>Reads the blocks of a text box; set by the reader of the body, which needs this class itself.</summary>
    public Func<XElement, IReadOnlyList<DocxBlock>> TextBox { get; set; } = _ => [];

    /// <summary>Adds what the drawing holds to <paramref name="floating"/>.</summary>
    public void Read(XElement drawing, List<DocxBlock> floating)
    {
        var before = floating.Count;
        if (drawing.Name.LocalName == "object")
        {
            // Its picture is a preview of what it holds; the thing itself cannot come along.
            dropped.Add(DroppedWhat.Objects);
            return;
        }

        var known = Walk(drawing, Described(drawing), floating);
        if (!known && floating.Count == before)
        {
            dropped.Add(DroppedWhat.Shapes);
        }
    }

    private static string Described(XElement drawing) => drawing.Descendants().FirstOrDefault(element => element.Name.LocalName == "docPr")?.Get("descr") ?? string.Empty;

    private bool Walk(XElement parent, string alt, List<DocxBlock> floating)
    {
        var known = false;
        foreach (var element in parent.Elements())
        {
            switch (element.Name.LocalName)
            {
                case "txbxContent":
                    var inside = TextBox(element);
                    dropped.Add(DroppedWhat.TextBoxes, inside.Count > 0 ? 1 : 0);
                    floating.AddRange(inside);
                    known = true;
                    break;
                case "blip":
                    Take(element.Get("embed"), element.Get("link"), CutOf(element), alt, floating);
                    known = true;
                    break;
                case "imagedata":
                    Take(element.Get("id") ?? element.Get("embed"), element.Get("href"), PictureCut.None, alt.Length > 0 ? alt : element.Get("title") ?? string.Empty, floating);
                    known = true;
                    break;
                case "chart" or "relIds":
                    dropped.Add(DroppedWhat.Charts);
                    known = true;
                    break;
                case "AlternateContent":
                    known |= Walk(DocxParagraphs.Chosen(element), alt, floating);
                    break;
                default:
                    known |= Walk(element, alt, floating);
                    break;
            }
        }

        return known;
    }

    private void Take(string? embedded, string? linked, PictureCut cut, string alt, List<DocxBlock> floating)
    {
        if (embedded is null || !links.TryGetValue(embedded, out var link))
        {
            dropped.Add(linked is null ? DroppedWhat.Pictures : DroppedWhat.LinkedPictures);
            return;
        }

        if (link.External)
        {
            dropped.Add(DroppedWhat.LinkedPictures);
            return;
        }

        var said = HtmlWords.Cut(HtmlWords.Spaced(alt).Trim(), Medium.AltLimit);
        if (!_numbers.TryGetValue((link.Target, cut), out var number))
        {
            if (_pictures.Count >= DocumentErrors.PicturesLimit || package.Bytes(link.Target, Medium.BytesLimit) is not { } bytes)
            {
                dropped.Add(DroppedWhat.Pictures);
                return;
            }

            number = _pictures.Count;
            _pictures.Add(new ImportedPicture(link.Target[(link.Target.LastIndexOf('/') + 1)..], bytes, cut, said));
            _numbers[(link.Target, cut)] = number;
        }

        floating.Add(new DocxWhole(ImportedDocument.PictureMark(number, said)));
    }

    private static PictureCut CutOf(XElement blip)
    {
        var hidden = blip.Parent?.Child("srcRect");
        return hidden is null ? PictureCut.None : new PictureCut(Part(hidden.Get("l")), Part(hidden.Get("t")), Part(hidden.Get("r")), Part(hidden.Get("b")));
    }

    // In thousandths of a percent; negative values widen the frame and hide nothing.
    private static double Part(string? text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var thousandths) ? Math.Clamp(thousandths / 100_000d, 0, 0.99) : 0;
}
