namespace GovAccountConsole.Infrastructure.Text.Import;

/// <summary>The words of <see cref="DroppedPart.What"/>, in the order in which people are told.</summary>
public static class DroppedWhat
{
    /// <summary>Pictures in a form no browser shows (EMF, WMF, TIFF), damaged ones, or more than are taken.</summary>
    public const string Pictures = "pictures";

    /// <summary>Pictures that are only linked; nothing is ever fetched.</summary>
    public const string LinkedPictures = "linkedPictures";

    /// <summary>Charts and diagrams.</summary>
    public const string Charts = "charts";

    /// <summary>Drawn shapes without words.</summary>
    public const string Shapes = "shapes";

    /// <summary>Embedded files and objects.</summary>
    public const string Objects = "objects";

    /// <summary>Formulas: their letters are kept, their form is not.</summary>
    public const string Formulas = "formulas";

    /// <summary>Links the platform does not open; the words stay.</summary>
    public const string Links = "links";

    /// <summary>Comments of colleagues.</summary>
    public const string Comments = "comments";

    /// <summary>Tracked changes, taken as accepted.</summary>
    public const string TrackedChanges = "trackedChanges";

    /// <summary>Text set to be hidden.</summary>
    public const string HiddenText = "hiddenText";

    /// <summary>Headers and footers of the page.</summary>
    public const string HeadersFooters = "headersFooters";

    /// <summary>Tables of contents.</summary>
    public const string Contents = "contents";

    /// <summary>Footnotes and endnotes, moved to the end.</summary>
    public const string Footnotes = "footnotes";

    /// <summary>Text boxes, put into the flow of the text.</summary>
    public const string TextBoxes = "textBoxes";

    /// <summary>Tables within tables, turned into lines.</summary>
    public const string NestedTables = "nestedTables";

    /// <summary>Columns or sheets beyond what is taken.</summary>
    public const string Columns = "columns";

    /// <summary>Further sheets of a workbook.</summary>
    public const string Sheets = "sheets";

    /// <summary>Colours, sizes and fonts.</summary>
    public const string Formats = "formats";

    /// <summary>Empty lines.</summary>
    public const string EmptyLines = "emptyLines";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Pictures, LinkedPictures, Charts, Shapes, Objects, Formulas, Links, Comments, TrackedChanges, HiddenText, HeadersFooters, Contents, Footnotes, TextBoxes,
        NestedTables, Columns, Sheets, Formats, EmptyLines,
    ];
}

/// <summary>Counts what does not come along.</summary>
internal sealed class DroppedParts
{
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>One more, or several.</summary>
    public void Add(string what, int count = 1)
    {
        if (count > 0)
        {
            _counts[what] = _counts.GetValueOrDefault(what) + count;
        }
    }

    /// <summary>How many of a kind.</summary>
    public int Of(string what) => _counts.GetValueOrDefault(what);

    /// <summary>All, in the order in which people are told.</summary>
    public IReadOnlyList<DroppedPart> ToList() => [.. DroppedWhat.All.Where(_counts.ContainsKey).Select(what => new DroppedPart(what, _counts[what]))];
}
