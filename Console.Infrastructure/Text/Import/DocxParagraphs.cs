using System.Text;
using System.Xml.Linq;

namespace GovAccountConsole.Infrastructure.Text.Import;

/// <summary>Reads what stands inside a paragraph: runs, links, fields, changes, drawings.</summary>
internal sealed class DocxParagraphs(DocxStyles styles, DocxDrawings drawings, DocxNotes notes, DroppedParts dropped, IReadOnlyDictionary<string, OfficeLink> links, CancellationToken token)
{
    private const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private const string Lowered = "₀₁₂₃₄₅₆₇₈₉";

    private readonly Stack<Field> _fields = new();

    /// <summary>Adds the paragraph's words to <paramref name="pieces"/> and what floats in it to <paramref name="floating"/>.</summary>
    public void Read(XElement paragraph, DocxPieces pieces, List<DocxBlock> floating)
    {
        Inside(paragraph, paragraph.Child("pPr")?.ValueOf("pStyle"), null, pieces, floating);
        // A field that does not end in its paragraph is a table of contents or damage; neither may swallow the rest.
        _fields.Clear();
    }

    private void Inside(XElement parent, string? style, string? link, DocxPieces pieces, List<DocxBlock> floating)
    {
        foreach (var element in parent.Elements())
        {
            token.ThrowIfCancellationRequested();
            switch (element.Name.LocalName)
            {
                case "r":
                    Run(element, style, link, pieces, floating);
                    break;
                case "hyperlink":
                    Inside(element, style, AddressOf(element) ?? link, pieces, floating);
                    break;
                case "fldSimple":
                    Inside(element, style, Field.LinkOf(element.Get("instr") ?? string.Empty) ?? link, pieces, floating);
                    break;
                case "ins" or "moveTo":
                    dropped.Add(DroppedWhat.TrackedChanges);
                    Inside(element, style, link, pieces, floating);
                    break;
                case "del" or "moveFrom":
                    dropped.Add(DroppedWhat.TrackedChanges);
                    break;
                case "sdt":
                    Inside(element.Child("sdtContent") ?? element, style, link, pieces, floating);
                    break;
                case "smartTag" or "customXml" or "dir" or "bdo" or "sdtContent":
                    Inside(element, style, link, pieces, floating);
                    break;
                case "oMath" or "oMathPara":
                    dropped.Add(DroppedWhat.Formulas);
                    pieces.Add(HtmlWords.Spaced(element.Value), DocxMarks.None, link);
                    break;
                case "AlternateContent":
                    Inside(Chosen(element), style, link, pieces, floating);
                    break;
            }
        }
    }

    /// <summary>Of several forms of one thing the first, which is the newest; the others repeat it.</summary>
    internal static XElement Chosen(XElement alternatives) => alternatives.Child("Choice") ?? alternatives.Child("Fallback") ?? alternatives;

    private void Run(XElement run, string? style, string? link, DocxPieces pieces, List<DocxBlock> floating)
    {
        var properties = run.Child("rPr");
        if (styles.Flag(properties, style, "vanish"))
        {
            dropped.Add(DroppedWhat.HiddenText, string.IsNullOrWhiteSpace(run.Value) ? 0 : 1);
            return;
        }

        if (properties?.Elements().Any(IsLook) == true)
        {
            dropped.Add(DroppedWhat.Formats);
        }

        Content(run, MarksOf(properties, style), properties?.ValueOf("vertAlign"), link, pieces, floating);
    }

    private void Content(XElement parent, DocxMarks marks, string? raised, string? link, DocxPieces pieces, List<DocxBlock> floating)
    {
        foreach (var element in parent.Elements())
        {
            switch (element.Name.LocalName)
            {
                case "fldChar":
                    Turn(element.Get("fldCharType"));
                    break;
                case "instrText" when _fields.TryPeek(out var field):
                    field.Read(element.Value);
                    break;
                case "t" when !_fields.Any(field => field.IsInstruction):
                    pieces.Add(Shifted(element.Value, raised), marks, link ?? _fields.Select(field => field.Link).FirstOrDefault(address => address is not null));
                    break;
                case "br" when element.Get("type") is null or "textWrapping":
                case "cr":
                    pieces.Add("\n", marks, link);
                    break;
                case "tab" or "ptab":
                    pieces.Add(" ", marks, link);
                    break;
                case "noBreakHyphen":
                    pieces.Add("-", marks, link);
                    break;
                case "sym":
                    Symbol(element, marks, link, pieces);
                    break;
                case "footnoteReference" or "endnoteReference":
                    pieces.Add(notes.Refer(element), DocxMarks.None, null);
                    break;
                case "commentReference":
                    dropped.Add(DroppedWhat.Comments);
                    break;
                case "ruby":
                    Inside(element.Child("rubyBase") ?? element, null, link, pieces, floating);
                    break;
                case "drawing" or "pict" or "object":
                    drawings.Read(element, floating);
                    break;
                case "AlternateContent":
                    Content(Chosen(element), marks, raised, link, pieces, floating);
                    break;
            }
        }
    }

    private void Turn(string? kind)
    {
        switch (kind)
        {
            case "begin" when _fields.Count < 20:
                _fields.Push(new Field());
                break;
            case "separate" when _fields.TryPeek(out var field):
                field.BeginResult();
                break;
            case "end":
                _fields.TryPop(out _);
                break;
        }
    }

    private void Symbol(XElement symbol, DocxMarks marks, string? link, DocxPieces pieces)
    {
        // Private-use letters of the symbol fonts, as far as office texts use them.
        var letter = symbol.Get("char")?.ToUpperInvariant() switch
        {
            "F0FE" or "F052" => "☑",
            "F0A8" or "F06F" or "F071" => "□",
            "F0FC" => "✓",
            "F06C" or "F0B7" => "●",
            "F06E" or "F0A7" => "■",
            "F0D8" => "➢",
            "F0E0" => "→",
            _ => null,
        };
        if (letter is null)
        {
            dropped.Add(DroppedWhat.Formats);
        }
        else
        {
            pieces.Add(letter, marks, link);
        }
    }

    private DocxMarks MarksOf(XElement? run, string? style)
    {
        var marks = DocxMarks.None;
        marks |= styles.Flag(run, style, "b") ? DocxMarks.Bold : DocxMarks.None;
        marks |= styles.Flag(run, style, "i") ? DocxMarks.Italic : DocxMarks.None;
        marks |= styles.Flag(run, null, "u") ? DocxMarks.Underline : DocxMarks.None;
        marks |= styles.Flag(run, null, "strike") || styles.Flag(run, null, "dstrike") ? DocxMarks.Strike : DocxMarks.None;
        return marks;
    }

    private string? AddressOf(XElement hyperlink) =>
        hyperlink.Get("id") is { } id && links.TryGetValue(id, out var link) && link.External ? link.Target : null;

    private static bool IsLook(XElement property) => property.Name.LocalName switch
    {
        "color" => property.Get("val") is not (null or "auto" or "000000"),
        "highlight" => property.Get("val") is not (null or "none"),
        "shd" => property.Get("fill") is not (null or "auto" or "FFFFFF"),
        "effect" or "bdr" or "outline" or "emboss" or "imprint" or "shadow" => true,
        _ => false,
    };

    // The editor knows no raised letters; m² and CO₂ have letters of their own, other words come down to the line.
    private static string Shifted(string words, string? way)
    {
        var digits = way switch { "superscript" => Raised, "subscript" => Lowered, _ => null };
        return digits is not null && words.All(char.IsAsciiDigit) ? string.Concat(words.Select(digit => digits[digit - '0'])) : words;
    }

    /// <summary>A field: an instruction, and after it what Word last made of it.</summary>
    private sealed class Field
    {
        private readonly StringBuilder _instruction = new();

        public bool IsInstruction { get; private set; } = true;

        public string? Link { get; private set; }

        public static string? LinkOf(string instruction)
        {
            var words = instruction.Trim();
            if (!words.StartsWith("HYPERLINK", StringComparison.OrdinalIgnoreCase) || words.Contains("\\l", StringComparison.Ordinal))
            {
                return null;
            }

            var from = words.IndexOf('"', StringComparison.Ordinal);
            var to = from < 0 ? -1 : words.IndexOf('"', from + 1);
            return to > from ? words[(from + 1)..to] : null;
        }

        public void Read(string words)
        {
            if (IsInstruction && _instruction.Length + words.Length < 4_000)
            {
                _instruction.Append(words);
            }
        }

        public void BeginResult() => (IsInstruction, Link) = (false, LinkOf(_instruction.ToString()));
    }
}
