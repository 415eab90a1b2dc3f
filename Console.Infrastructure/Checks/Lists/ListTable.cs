using System.Globalization;
using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Posts.Checks;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Accounts.Import;

namespace GovAccountConsole.Infrastructure.Checks.Lists;

/// <summary>A column of a list's file.</summary>
/// <param name="Field">In the API's spelling; also an accepted heading.</param>
/// <param name="Heading">As exported.</param>
/// <param name="Required">Whether the file cannot do without.</param>
internal sealed record ListColumn(string Field, string Heading, bool Required);

/// <summary>The form of a list as a table: which columns, and how a row becomes a rule and back.</summary>
/// <typeparam name="TRule">The rule of a row.</typeparam>
internal abstract class ListTable<TRule>(IReadOnlyList<ListColumn> columns)
{
    private const string Iso = "yyyy-MM-dd";
    private static readonly string[] _dateForms = [Iso, "yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日"];

    /// <summary>The headings in order.</summary>
    public IReadOnlyList<string> Headings { get; } = [.. columns.Select(column => column.Heading)];

    /// <summary>The cells of a rule, in the order of the headings.</summary>
    public abstract IReadOnlyList<string> Cells(TRule rule);

    /// <summary>The rules of a file with every bad cell.</summary>
    public Result<(IReadOnlyList<TRule> Rules, IReadOnlyList<RejectedCell> Rejected)> Read(string fileName, byte[] bytes)
    {
        if (bytes.Length > ImportErrors.BytesLimit)
        {
            return ImportErrors.TooLarge;
        }

        var table = ImportTable.Read(fileName, bytes);
        if (!table.Succeeded)
        {
            return Result<(IReadOnlyList<TRule>, IReadOnlyList<RejectedCell>)>.Refuse(table.Errors);
        }

        var header = table.Value[0];
        var places = columns.Select(column => (Column: column, Place: PlaceOf(header, column))).ToDictionary(row => row.Column.Field, row => row.Place, StringComparer.Ordinal);
        if (places.Values.All(place => place is null))
        {
            return ImportErrors.Unreadable;
        }

        var rejected = columns.Where(column => column.Required && places[column.Field] is null)
            .Select(column => new RejectedCell(header.Number, column.Heading, ImportErrors.MissingColumn)).ToList();
        var rules = new List<TRule>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in rejected.Count > 0 ? [] : table.Value.Skip(1))
        {
            var errors = columns.Where(column => places[column.Field] is { } place && row[place].IsFormula).Select(column => ImportErrors.Formula with { Field = column.Field }).ToList();
            var rule = Parse(field => places[field] is { } place ? CsvSafe.Open(row[place].Text.Trim()) : string.Empty, errors);
            if (!seen.Add(KeyOf(rule)))
            {
                errors.Add(CheckErrors.EntryTwice with { Field = columns[0].Field });
            }

            rejected.AddRange(errors.DistinctBy(error => error.Field).Select(error => new RejectedCell(row.Number, HeadingOf(error.Field), error)));
            rules.Add(rule);
        }

        return (rules, rejected);
    }

    /// <summary>What makes two rows the same entry.</summary>
    public abstract string KeyOf(TRule rule);

    /// <summary>A rule from the cells of a row; what is wrong is added to <paramref name="errors"/>.</summary>
    protected abstract TRule Parse(Func<string, string> cell, List<Error> errors);

    /// <summary>A date cell: as written by people, or the number of days by which spreadsheets keep dates.</summary>
    protected static DateOnly? Date(string field, string text, List<Error> errors)
    {
        if (text.Length == 0)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, _dateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is > 20_000 and < 80_000)
        {
            return DateOnly.FromDateTime(DateTime.FromOADate(days));
        }

        errors.Add(CheckErrors.NoDate with { Field = field });
        return null;
    }

    /// <summary>A date as exported.</summary>
    protected static string Said(DateOnly? date) => date?.ToString(Iso, CultureInfo.InvariantCulture) ?? string.Empty;

    private static int? PlaceOf(ImportRow header, ListColumn column) =>
        header.Cells.Where(cell => cell.Value.Text.Trim() is var text && (text.Equals(column.Heading, StringComparison.OrdinalIgnoreCase) || text.Equals(column.Field, StringComparison.OrdinalIgnoreCase)))
            .Select(cell => (int?)cell.Key).FirstOrDefault();

    private string HeadingOf(string? field) => columns.FirstOrDefault(column => column.Field == field)?.Heading ?? field ?? string.Empty;
}
