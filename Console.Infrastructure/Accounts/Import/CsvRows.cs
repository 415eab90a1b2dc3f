using System.Text;
using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Infrastructure.Accounts.Import;

/// <summary>CSV as of RFC 4180, in UTF-8 with or without a mark, or in GB18030 as Chinese Excel writes it.</summary>
internal static class CsvRows
{
    private const int LongestCell = 32_767;

    private static readonly Encoding _utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);
    private static readonly Encoding _gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(
        "GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    public static Result<IReadOnlyList<ImportRow>> Read(byte[] bytes)
    {
        if (Decode(bytes) is not { } text || text.Contains('\0', StringComparison.Ordinal))
        {
            return ImportErrors.Unreadable;
        }

        var rows = new List<ImportRow>();
        var cells = new Dictionary<int, ImportCell>();
        var (at, number) = (0, 1);
        while (at < text.Length)
        {
            if (ReadCell(text, ref at) is not { } cell)
            {
                return ImportErrors.Unreadable;
            }

            cells[cells.Count] = new ImportCell(cell);
            if (at < text.Length && text[at] == ',')
            {
                at++;
                if (at < text.Length)
                {
                    continue;
                }
            }

            if (at < text.Length)
            {
                at += text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1;
            }

            var row = new ImportRow(number++, cells);
            if (!row.IsBlank)
            {
                rows.Add(row);
            }

            if (rows.Count > ImportErrors.RowsLimit + 1)
            {
                return ImportErrors.TooManyRows;
            }

            cells = [];
        }

        return Result<IReadOnlyList<ImportRow>>.Of(rows);
    }

    // Leaves the position on the comma or line end after the cell; null when the quotes do not match or the cell has no end.
    private static string? ReadCell(string text, ref int at)
    {
        if (at >= text.Length || text[at] != '"')
        {
            var start = at;
            while (at < text.Length && text[at] is not (',' or '\r' or '\n'))
            {
                at++;
            }

            return at - start > LongestCell ? null : text[start..at];
        }

        var cell = new StringBuilder();
        for (at++; at < text.Length && cell.Length <= LongestCell; at++)
        {
            if (text[at] != '"')
            {
                cell.Append(text[at]);
            }
            else if (at + 1 < text.Length && text[at + 1] == '"')
            {
                cell.Append('"');
                at++;
            }
            else
            {
                at++;
                return at == text.Length || text[at] is ',' or '\r' or '\n' ? cell.ToString() : null;
            }
        }

        return null;
    }

    private static string? Decode(byte[] bytes)
    {
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        var content = bytes.AsSpan().StartsWith(mark) ? bytes.AsSpan(mark.Length) : bytes;
        foreach (var encoding in new[] { _utf8, _gb18030 })
        {
            try
            {
                return encoding.GetString(content);
            }
            catch (DecoderFallbackException)
            {
                // Not this encoding.
            }
        }

        return null;
    }
}
