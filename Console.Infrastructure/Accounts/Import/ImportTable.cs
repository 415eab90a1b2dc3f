using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Infrastructure.Accounts.Import;

/// <summary>A cell as read.</summary>
/// <param name="Text">What stands in it.</param>
/// <param name="IsFormula">Whether it is computed.</param>
internal readonly record struct ImportCell(string Text, bool IsFormula = false);

/// <summary>A row as read.</summary>
/// <param name="Number">As the spreadsheet counts it: the header is 1.</param>
/// <param name="Cells">By column, from 0; absent cells are empty.</param>
internal sealed record ImportRow(int Number, IReadOnlyDictionary<int, ImportCell> Cells)
{
    /// <summary>Nothing stands in it.</summary>
    public bool IsBlank => Cells.Values.All(cell => !cell.IsFormula && string.IsNullOrWhiteSpace(cell.Text));

    /// <summary>The cell of a column; empty when absent.</summary>
    public ImportCell this[int column] => Cells.TryGetValue(column, out var cell) ? cell : new ImportCell(string.Empty);
}

/// <summary>Reads the rows of an uploaded table, whichever form it has.</summary>
internal static class ImportTable
{
    /// <summary>The first non-blank row and all non-blank rows after it.</summary>
    public static Result<IReadOnlyList<ImportRow>> Read(string fileName, byte[] bytes)
    {
        var rows = Path.GetExtension(fileName).ToUpperInvariant() switch
        {
            ".XLSX" => XlsxRows.Read(bytes),
            ".CSV" => CsvRows.Read(bytes),
            _ => ImportErrors.UnsupportedType,
        };
        return rows.Succeeded && rows.Value.Count == 0 ? ImportErrors.Unreadable : rows;
    }
}
