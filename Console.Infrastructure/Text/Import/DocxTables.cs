using System.Text;
using System.Xml.Linq;
using GovAccountConsole.Domain.Posts.Import;

namespace GovAccountConsole.Infrastructure.Text.Import;

/// <summary>Thrown while reading a table that no article can hold.</summary>
internal sealed class TableTooLongException(int rows) : Exception("The table has too many rows.")
{
    /// <summary>Rows of the table.</summary>
    public int Rows { get; } = rows;
}

/// <summary>Tables of a Word document: merged cells, header rows; a table of one cell is only a frame around text.</summary>
internal sealed class DocxTables(DroppedParts dropped)
{
    private int _depth;

    /// <summary>Reads the blocks of a cell; set by the reader of the body, which needs this class itself.</summary>
    public Func<XElement, IReadOnlyList<DocxBlock>> CellBlocks { get; set; } = _ => [];

    /// <summary>The table as blocks.</summary>
    public IReadOnlyList<DocxBlock> Read(XElement table)
    {
        var rows = Rows(table).ToList();
        if (rows.Count > DocumentErrors.RowsLimit)
        {
            throw new TableTooLongException(rows.Count);
        }

        if (_depth > 0)
        {
            // No phone shows a table in a table: its cells become lines.
            dropped.Add(DroppedWhat.NestedTables);
            return [.. rows.SelectMany(row => Cells(row)).SelectMany(CellBlocks).Where(block => block is not DocxItem { Html.Length: 0 })];
        }

        _depth++;
        try
        {
            if (rows is [var only] && Cells(only).ToList() is [var frame])
            {
                _depth--;
                var inside = CellBlocks(frame);
                _depth++;
                return inside;
            }

            var grid = Grid(rows);
            while (grid.Count > 0 && grid[^1].Cells.TrueForAll(cell => cell.Html.Length == 0 && cell.Rows == 1))
            {
                grid.RemoveAt(grid.Count - 1);
            }

            return grid.Count == 0 ? [] : [new DocxWhole(ToHtml(grid))];
        }
        finally
        {
            _depth--;
        }
    }

    private List<Row> Grid(List<XElement> rows)
    {
        var grid = new List<Row>();
        // By column: the cell above that goes on downwards.
        var merging = new Dictionary<int, Cell>();
        foreach (var row in rows)
        {
            var made = new Row(row.Child("trPr").Flag("tblHeader") == true && grid.TrueForAll(above => above.IsHeader));
            var column = Math.Clamp(SafeXml.Number(row.Child("trPr")?.ValueOf("gridBefore")) ?? 0, 0, DocumentErrors.ColumnsLimit);
            foreach (var element in Cells(row))
            {
                var properties = element.Child("tcPr");
                var wide = Math.Clamp(SafeXml.Number(properties?.ValueOf("gridSpan")) ?? 1, 1, DocumentErrors.ColumnsLimit);
                if (column + wide > DocumentErrors.ColumnsLimit)
                {
                    dropped.Add(DroppedWhat.Columns);
                    break;
                }

                var merge = properties?.Child("vMerge");
                if (merge is not null && merge.Get("val") != "restart" && merging.TryGetValue(column, out var above))
                {
                    above.Rows++;
                }
                else
                {
                    var cell = new Cell(wide, DocxBlocks.ToHtml(CellBlocks(element)));
                    made.Cells.Add(cell);
                    for (var at = column; at < column + wide; at++)
                    {
                        merging.Remove(at);
                    }

                    if (merge is not null)
                    {
                        merging[column] = cell;
                    }
                }

                column += wide;
            }

            grid.Add(made);
        }

        return grid;
    }

    private static string ToHtml(List<Row> grid)
    {
        var html = new StringBuilder("<table><tbody>");
        foreach (var row in grid)
        {
            var tag = row.IsHeader ? "th" : "td";
            html.Append("<tr>");
            foreach (var cell in row.Cells)
            {
                html.Append('<').Append(tag);
                if (cell.Wide > 1)
                {
                    html.Append(System.Globalization.CultureInfo.InvariantCulture, $" colspan=\"{cell.Wide}\"");
                }

                if (cell.Rows > 1)
                {
                    html.Append(System.Globalization.CultureInfo.InvariantCulture, $" rowspan=\"{cell.Rows}\"");
                }

                html.Append('>').Append(cell.Html.Length == 0 ? "<p></p>" : cell.Html).Append("</").Append(tag).Append('>');
            }

            html.Append("</tr>");
        }

        return html.Append("</tbody></table>").ToString();
    }

    private IEnumerable<XElement> Rows(XElement parent)
    {
        foreach (var element in parent.Elements())
        {
            switch (element.Name.LocalName)
            {
                case "tr" when element.Child("trPr")?.Child("del") is null:
                    yield return element;
                    break;
                case "tr":
                    dropped.Add(DroppedWhat.TrackedChanges);
                    break;
                case "sdt" or "sdtContent" or "customXml":
                    foreach (var row in Rows(element))
                    {
                        yield return row;
                    }

                    break;
            }
        }
    }

    private static IEnumerable<XElement> Cells(XElement parent) => parent.Elements().SelectMany(element => element.Name.LocalName switch
    {
        "tc" => [element],
        "sdt" or "sdtContent" or "customXml" => Cells(element),
        _ => [],
    });

    private sealed record Row(bool IsHeader)
    {
        public List<Cell> Cells { get; } = [];
    }

    private sealed class Cell(int wide, string html)
    {
        public int Wide { get; } = wide;

        public string Html { get; } = html;

        public int Rows { get; set; } = 1;
    }
}
