using System.Globalization;
using System.Text.RegularExpressions;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;

namespace GovAccountConsole.Web.Api;

/// <summary>Reads the query string strictly and collects everything that is wrong with it, so that one 400 names it all.</summary>
public sealed partial class ApiQuery(HttpContext context)
{
    private const int DefaultLimit = 50;
    private const int MostItems = 200;

    private readonly List<Error> _errors = [];

    /// <summary>The answer for what is wrong; null when all is well.</summary>
    public IResult? Refusal => _errors.Count == 0 ? null : Problems.From(context, Result.From(_errors));

    /// <summary>Items wanted: 1 to 200, 50 when not said.</summary>
    public int Limit()
    {
        if (Text("limit") is not { } text)
        {
            return DefaultLimit;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= MostItems)
        {
            return limit;
        }

        _errors.Add(Error.NotAccepted("limit"));
        return DefaultLimit;
    }

    /// <summary>Free text; null when absent or blank.</summary>
    public string? Text(string name) => context.Request.Query[name].ToString() is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    /// <summary>An id.</summary>
    public Guid? Id(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (Guid.TryParseExact(text, "D", out var id))
        {
            return id;
        }

        _errors.Add(Error.NotAccepted(name));
        return null;
    }

    /// <summary>Words of an enumeration, several of them separated by commas or repeated.</summary>
    public IReadOnlyList<T> Words<T>(string name)
        where T : struct, Enum
    {
        var words = context.Request.Query[name].SelectMany(value => (value ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        var found = new List<T>();
        foreach (var word in words)
        {
            if (Word<T>(word) is { } value)
            {
                found.Add(value);
            }
            else
            {
                _errors.Add(Error.NotAccepted(name));
            }
        }

        return found;
    }

    /// <summary>One word of an enumeration.</summary>
    public T? OneWord<T>(string name)
        where T : struct, Enum => Words<T>(name) is [var first, ..] ? first : null;

    /// <summary>A yes or no; no when absent.</summary>
    public bool Flag(string name)
    {
        if (Text(name) is not { } text)
        {
            return false;
        }

        if (bool.TryParse(text, out var flag))
        {
            return flag;
        }

        _errors.Add(Error.NotAccepted(name));
        return false;
    }

    /// <summary>A whole number from 1 on; null when absent.</summary>
    public int? Number(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)
        {
            return number;
        }

        _errors.Add(Error.NotAccepted(name));
        return null;
    }

    /// <summary>A moment: a date-time with offset, or a date meaning 00:00 in Shanghai. UTC.</summary>
    public DateTimeOffset? Moment(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1900 and < 9999)
        {
            return BusinessTime.StartOf(day);
        }

        // A plus sign that nobody escaped arrives as a space.
        var moment = text.Replace(' ', '+');
        if (MomentForm().IsMatch(moment) && DateTimeOffset.TryParse(moment, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) && at.Year is > 1900 and < 9999)
        {
            return at.ToUniversalTime();
        }

        _errors.Add(Error.NotAccepted(name));
        return null;
    }

    /// <summary>A cursor that holds an id; null at the start.</summary>
    public Guid? AfterId() => Cursor(text => (Infrastructure.Data.Cursor.TryReadId(text, out var id), id));

    /// <summary>A cursor that holds a number; null at the start.</summary>
    public long? AfterNumber() => Cursor<long?>(text =>
        Infrastructure.Data.Cursor.TryRead(text, out var key) && long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (true, number) : (false, null));

    /// <summary>A cursor of a feature's own form; the default at the start.</summary>
    public T? Cursor<T>(Func<string, (bool Ours, T? Place)> read)
    {
        if (Text("cursor") is not { } text)
        {
            return default;
        }

        var (ours, place) = read(text);
        if (!ours)
        {
            _errors.Add(new Error("bad-cursor", ErrorKind.Invalid, "cursor"));
        }

        return place;
    }

    private static T? Word<T>(string word)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            var name = value.ToString();
            if (name.Length == word.Length && char.ToLowerInvariant(name[0]) == word[0] && string.CompareOrdinal(name, 1, word, 1, word.Length) == 0)
            {
                return value;
            }
        }

        return null;
    }

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,7})?)?(Z|[+-]\d{2}:\d{2})$", RegexOptions.ExplicitCapture, 100)]
    internal static partial Regex MomentForm();
}
