using GovAccountConsole.Domain.Accounts;

namespace GovAccountConsole.Infrastructure.Accounts.Import;

/// <summary>Which column holds what: English and Chinese headings, in any order; unknown columns are left alone.</summary>
internal sealed class ImportHeader
{
    private static readonly (string Field, string[] Headings)[] _known =
    [
        ("agency", ["agency", "单位"]),
        ("name", ["name", "公众号名称", "名称"]),
        ("appId", ["appId"]),
        ("appSecret", ["appSecret"]),
        ("token", ["token"]),
        ("encodingAesKey", ["encodingAesKey"]),
        ("kind", ["kind", "账号类型", "类型"]),
        ("verified", ["verified", "是否认证", "已认证"]),
        ("positioning", ["positioning", "功能定位"]),
    ];

    private readonly Dictionary<string, (int Column, string Heading)> _columns = new(StringComparer.Ordinal);
    private readonly List<RejectedCell> _errors = [];

    /// <summary>Reads the header row.</summary>
    public ImportHeader(ImportRow row)
    {
        foreach (var (column, cell) in row.Cells.OrderBy(cell => cell.Key))
        {
            var heading = cell.Text.Trim();
            if (_known.FirstOrDefault(known => known.Headings.Contains(heading, StringComparer.OrdinalIgnoreCase)).Field is not { } field)
            {
                continue;
            }

            if (!_columns.TryAdd(field, (column, heading)))
            {
                _errors.Add(new RejectedCell(row.Number, heading, ImportErrors.DuplicateColumn));
            }
        }

        _errors.AddRange(_known.Where(known => !_columns.ContainsKey(known.Field)).Select(known => new RejectedCell(row.Number, known.Headings[0], ImportErrors.MissingColumn)));
    }

    /// <summary>Whether any heading is known; if none is, it is no header at all.</summary>
    public bool IsHeader => _columns.Count > 0;

    /// <summary>What is wrong with it.</summary>
    public IReadOnlyList<RejectedCell> Errors => _errors;

    /// <summary>The heading over a field, as the file writes it.</summary>
    public string HeadingOf(string field) => _columns.TryGetValue(field, out var found) ? found.Heading : field;

    /// <summary>The cell of a field.</summary>
    public ImportCell Cell(ImportRow row, string field) => row[_columns[field].Column];

    /// <summary>The fields, in order.</summary>
    public static IEnumerable<string> Fields => _known.Select(known => known.Field);
}
