using System.Text;
using System.Xml.Linq;
using GovAccountConsole.Domain.Posts.Import;
using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Infrastructure.Text.Import;

/// <summary>The first sheet of a workbook as one table: merged cells, dates and percentages as people read them, no formulas.</summary>
internal sealed class SheetReader(OfficePackage package, DroppedParts dropped)
{
    private readonly List<string> _texts = [];
    private SheetFormats _formats = new(null);

    /// <summary>The table, or why it is refused.</summary>
    public Result<ImportedDocument> Read(XElement workbook)
    {
        var links = package.LinksOf(package.Main);
        var sheets = workbook.Child("sheets")?.Children("sheet").ToList() ?? [];
        if (sheets.Find(sheet => sheet.Get("state") is null or "visible") is not { } first
            || first.Attributes().FirstOrDefault(attribute => attribute.Name is { LocalName: "id", NamespaceName.Length: > 0 })?.Value is not { } id
            || !links.TryGetValue(id, out var link) || link.External || package.Xml(link.Target) is not { } sheet)
        {
            return DocumentErrors.NotReadable;
        }

        dropped.Add(DroppedWhat.Sheets, sheets.Count - 1);
        _texts.AddRange((package.Xml(OfficePackage.TargetOf(links, "sharedStrings"))?.Children("si") ?? []).Select(TextOf));
        _formats = new SheetFormats(package.Xml(OfficePackage.TargetOf(links, "styles")));
        var rows = Rows(sheet);
        if (rows.Count == 0)
        {
            return DocumentErrors.NothingInside;
        }

        return rows.Count > DocumentErrors.RowsLimit
            ? DocumentErrors.TableTooLong(rows.Count)
            : new ImportedDocument(string.Empty, ToHtml(rows, Merged(sheet)), [], dropped);
    }

    // Words of a text in pieces, without the phonetic readings above them.
    private static string TextOf(XElement item) => string.Concat(item.Elements()
        .Where(part => part.Name.LocalName is "t" or "r").Select(part => part.Name.LocalName == "t" ? part.Value : part.Child("t")?.Value));

    private List<(int Number, Dictionary<int, string> Cells)> Rows(XElement sheet)
    {
        var rows = new List<(int, Dictionary<int, string>)>();
        var number = 0;
        foreach (var row in sheet.Child("sheetData")?.Children("row") ?? [])
        {
            number = SafeXml.Number(row.Get("r")) ?? number + 1;
            var cells = new Dictionary<int, string>();
            var column = -1;
            foreach (var cell in row.Children("c"))
            {
                column = cell.Get("r") is { } place ? PlaceOf(place).Column : column + 1;
                if (Said(cell).Trim() is { Length: > 0 } words)
                {
                    cells[column] = words;
                }
            }

            if (cells.Count > 0)
            {
                rows.Add((number, cells));
            }
        }

        return rows;
    }

    private string Said(XElement cell)
    {
        var value = cell.Child("v")?.Value ?? string.Empty;
        return cell.Get("t") switch
        {
            "s" => SafeXml.Number(value) is { } index && index >= 0 && index < _texts.Count ? _texts[index] : string.Empty,
            "inlineStr" => cell.Child("is") is { } words ? TextOf(words) : string.Empty,
            "b" => value == "1" ? "✓" : string.Empty,
            "str" or "e" => value,
            _ => _formats.Said(value, SafeXml.Number(cell.Get("s")) ?? 0),
        };
    }

    private string ToHtml(List<(int Number, Dictionary<int, string> Cells)> rows, List<(int Row, int Column, int Rows, int Columns)> merged)
    {
        var left = rows.Min(row => row.Cells.Keys.Min());
        var right = Math.Min(rows.Max(row => row.Cells.Keys.Max()), left + DocumentErrors.ColumnsLimit - 1);
        dropped.Add(DroppedWhat.Columns, rows.Count(row => row.Cells.Keys.Any(column => column > right)));
        var numbers = rows.Select(row => row.Number).ToList();
        var covered = new HashSet<(int, int)>();
        var html = new StringBuilder("<table><tbody>");
        for (var at = 0; at < rows.Count; at++)
        {
            var tag = at == 0 && rows.Count > 1 ? "th" : "td";
            html.Append("<tr>");
            for (var column = left; column <= right; column++)
            {
                if (covered.Contains((at, column)))
                {
                    continue;
                }

                var merge = merged.Find(area => area.Row == rows[at].Number && area.Column == column);
                var wide = Math.Clamp(merge.Columns, 1, right - column + 1);
                // Rows that were left out because they are empty do not count.
                var high = Math.Max(1, numbers.Skip(at).TakeWhile(number => number < rows[at].Number + merge.Rows).Count());
                for (var down = 0; down < high; down++)
                {
                    for (var across = 0; across < wide; across++)
                    {
                        covered.Add((at + down, column + across));
                    }
                }

                html.Append('<').Append(tag)
                    .Append(wide > 1 ? FormattableString.Invariant($" colspan=\"{wide}\"") : string.Empty)
                    .Append(high > 1 ? FormattableString.Invariant($" rowspan=\"{high}\"") : string.Empty)
                    .Append("><p>").Append(HtmlWords.Text(HtmlWords.Spaced(rows[at].Cells.GetValueOrDefault(column, string.Empty)))).Append("</p></").Append(tag).Append('>');
            }

            html.Append("</tr>");
        }

        return html.Append("</tbody></table>").ToString();
    }

    private static List<(int Row, int Column, int Rows, int Columns)> Merged(XElement sheet)
    {
        var areas = new List<(int, int, int, int)>();
        foreach (var merge in (sheet.Child("mergeCells")?.Children("mergeCell") ?? []).Take(1_000))
        {
            if (merge.Get("ref")?.Split(':') is [var from, var to])
            {
                var (start, end) = (PlaceOf(from), PlaceOf(to));
                areas.Add((start.Row, start.Column, Math.Max(1, end.Row - start.Row + 1), Math.Max(1, end.Column - start.Column + 1)));
            }
        }

        return areas;
    }

    // "AB12" is row 12 of the column after Z and A: letters count in base 26.
    private static (int Row, int Column) PlaceOf(string place)
    {
        var letters = place.TakeWhile(char.IsAsciiLetterUpper).Take(3).ToArray();
        var column = letters.Aggregate(0, (sum, letter) => (sum * 26) + (letter - 'A') + 1);
        return (SafeXml.Number(place[letters.Length..]) ?? 0, Math.Max(0, column - 1));
    }
}
