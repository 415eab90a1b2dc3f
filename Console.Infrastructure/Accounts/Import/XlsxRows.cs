using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Infrastructure.Accounts.Import;

/// <summary>
/// The first sheet of an .xlsx workbook. Reads only the cells that are there, so a cell at the far end of the sheet costs nothing; counts every
/// byte it unpacks, so an archive that unfolds without end is refused; knows no macros, links or entities.
/// </summary>
internal static class XlsxRows
{
    private const long UnpackedLimit = 150L * 1024 * 1024;
    private const int TextsLimit = 1_000_000;
    private const int ColumnsLimit = 200;

    private static readonly XmlReaderSettings _settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    public static Result<IReadOnlyList<ImportRow>> Read(byte[] bytes)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            var budget = new Budget(UnpackedLimit);
            if (FirstSheet(archive, budget) is not { } sheet)
            {
                return ImportErrors.Unreadable;
            }

            return Rows(sheet, Texts(archive.GetEntry("xl/sharedStrings.xml"), budget), budget);
        }
        catch (Exception exception) when (exception is InvalidDataException or XmlException or FormatException or OverflowException or NotSupportedException or EndOfStreamException)
        {
            return ImportErrors.Unreadable;
        }
    }

    private static ZipArchiveEntry? FirstSheet(ZipArchive archive, Budget budget)
    {
        if (archive.GetEntry("xl/workbook.xml") is not { } workbook || archive.GetEntry("xl/_rels/workbook.xml.rels") is not { } links)
        {
            return null;
        }

        string? id = null;
        using (var reader = Open(workbook, budget))
        {
            while (id is null && reader.Read())
            {
                if (reader is { NodeType: XmlNodeType.Element, LocalName: "sheet" })
                {
                    id = reader.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
                        ?? reader.GetAttribute("id", "http://purl.oclc.org/ooxml/officeDocument/relationships");
                }
            }
        }

        using var related = Open(links, budget);
        while (related.Read())
        {
            if (related is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && related.GetAttribute("Id") == id && related.GetAttribute("Target") is { } target)
            {
                return archive.GetEntry(target.StartsWith('/') ? target[1..] : "xl/" + target);
            }
        }

        return null;
    }

    private static List<string> Texts(ZipArchiveEntry? entry, Budget budget)
    {
        var texts = new List<string>();
        if (entry is null)
        {
            return texts;
        }

        using var reader = Open(entry, budget);
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "si" })
            {
                texts.Add(TextOf(reader));
                if (texts.Count > TextsLimit)
                {
                    throw new InvalidDataException("Too many texts.");
                }
            }
        }

        return texts;
    }

    // All "t" below the element, without the phonetic readings of "rPh".
    private static string TextOf(XmlReader reader)
    {
        var text = new StringBuilder();
        using var inner = reader.ReadSubtree();
        var phonetic = 0;
        while (inner.Read())
        {
            if (inner.LocalName == "rPh")
            {
                phonetic += inner.NodeType == XmlNodeType.Element && !inner.IsEmptyElement ? 1 : inner.NodeType == XmlNodeType.EndElement ? -1 : 0;
            }
            else if (inner.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace && phonetic == 0)
            {
                text.Append(inner.Value);
            }
        }

        return text.ToString();
    }

    private static Result<IReadOnlyList<ImportRow>> Rows(ZipArchiveEntry sheet, List<string> texts, Budget budget)
    {
        var rows = new List<ImportRow>();
        using var reader = Open(sheet, budget);
        var number = 0;
        while (reader.Read())
        {
            if (reader is not { NodeType: XmlNodeType.Element, LocalName: "row" })
            {
                continue;
            }

            number = reader.GetAttribute("r") is { } given ? int.Parse(given, NumberStyles.None, CultureInfo.InvariantCulture) : number + 1;
            var row = new ImportRow(number, Cells(reader, texts));
            if (!row.IsBlank)
            {
                rows.Add(row);
            }

            if (rows.Count > ImportErrors.RowsLimit + 1)
            {
                return ImportErrors.TooManyRows;
            }
        }

        return Result<IReadOnlyList<ImportRow>>.Of(rows);
    }

    private static Dictionary<int, ImportCell> Cells(XmlReader reader, List<string> texts)
    {
        var cells = new Dictionary<int, ImportCell>();
        using var row = reader.ReadSubtree();
        var column = -1;
        while (row.Read())
        {
            if (row is { NodeType: XmlNodeType.Element, LocalName: "c" })
            {
                column = row.GetAttribute("r") is { } place ? ColumnOf(place) : column + 1;
                var kind = row.GetAttribute("t");
                var cell = Cell(row, kind, texts);
                if (column < ColumnsLimit)
                {
                    cells[column] = cell;
                }
            }
        }

        return cells;
    }

    private static ImportCell Cell(XmlReader reader, string? kind, List<string> texts)
    {
        var (text, formula) = (string.Empty, false);
        using var cell = reader.ReadSubtree();
        cell.Read();
        while (cell.Read())
        {
            if (cell.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (cell.LocalName)
            {
                case "f":
                    formula = true;
                    break;
                case "v" or "is":
                    text = TextOf(cell);
                    break;
            }
        }

        return new ImportCell(kind switch
        {
            "s" when text.Length > 0 => texts.ElementAtOrDefault(int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture)) ?? throw new InvalidDataException("No such text."),
            "b" => text == "1" ? "true" : "false",
            _ => text,
        }, formula);
    }

    // "AB12" is row 12 of the column after Z and A: letters count in base 26.
    private static int ColumnOf(string place)
    {
        var column = 0;
        foreach (var letter in place.TakeWhile(char.IsAsciiLetterUpper).Take(4))
        {
            column = (column * 26) + (letter - 'A') + 1;
        }

        return column - 1;
    }

    private static XmlReader Open(ZipArchiveEntry entry, Budget budget) => XmlReader.Create(new MeteredStream(entry.Open(), budget), _settings);
}
