using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace GovAccountConsole.Infrastructure.Data;

/// <summary>One page of a list.</summary>
/// <param name="Items">The rows.</param>
/// <param name="NextCursor">Opaque; where the next page starts, or null at the end.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? NextCursor);

/// <summary>Opaque cursors over keys that never change, so that a walk meets every row that existed at its start exactly once.</summary>
public static class Cursor
{
    /// <summary>Packs the last row's key.</summary>
    public static string Of(string key) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(key));

    /// <summary>Packs the last row's id.</summary>
    public static string Of(Guid id) => Of(id.ToString("N"));

    /// <summary>Packs a place in a list ordered by time.</summary>
    public static string Of(DateTimeOffset at, Guid id) => Of(FormattableString.Invariant($"{at.UtcTicks}:{id:N}"));

    /// <summary>Unpacks a place in a list ordered by time; null for no cursor, false for one that is not ours.</summary>
    public static bool TryReadPlace(string? cursor, out (DateTimeOffset At, Guid Id)? place)
    {
        place = null;
        if (string.IsNullOrEmpty(cursor))
        {
            return true;
        }

        if (TryRead(cursor, out var key) && key.Split(':') is [var ticks, var id]
            && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var parsedTicks)
            && parsedTicks <= DateTime.MaxValue.Ticks && Guid.TryParseExact(id, "N", out var parsedId))
        {
            place = (new DateTimeOffset(parsedTicks, TimeSpan.Zero), parsedId);
            return true;
        }

        return false;
    }

    /// <summary>Unpacks a cursor; false when it is not one of ours.</summary>
    public static bool TryRead(string? cursor, out string key)
    {
        key = string.Empty;
        if (string.IsNullOrEmpty(cursor) || cursor.Length > 400 || !Base64Url.IsValid(cursor))
        {
            return false;
        }

        key = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor));
        return key.Length > 0;
    }

    /// <summary>Unpacks an id; null for no cursor, false for one that is not ours.</summary>
    public static bool TryReadId(string? cursor, out Guid? id)
    {
        id = null;
        if (string.IsNullOrEmpty(cursor))
        {
            return true;
        }

        if (TryRead(cursor, out var key) && Guid.TryParseExact(key, "N", out var parsed))
        {
            id = parsed;
            return true;
        }

        return false;
    }

    /// <summary>Cuts a list read with one row too many into a page.</summary>
    public static Page<T> Page<T>(IReadOnlyList<T> rows, int limit, Func<T, string> cursorOf) =>
        rows.Count > limit ? new Page<T>([.. rows.Take(limit)], cursorOf(rows[limit - 1])) : new Page<T>(rows, null);
}
