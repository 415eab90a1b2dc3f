using System.Globalization;
using Microsoft.Extensions.Localization;

namespace GovAccountConsole.Web.Checks.Lists;

/// <summary>Says between which days an entry holds.</summary>
public static class ValidWords
{
    /// <summary>The span in words.</summary>
    public static string Of(DateOnly? from, DateOnly? until, IStringLocalizer<ListsText> text) => (from, until) switch
    {
        (null, null) => text["Dates.Always"],
        ({ } first, null) => text["Dates.From", Day(first)],
        (null, { } last) => text["Dates.Until", Day(last)],
        ({ } first, { } last) => text["Dates.Both", Day(first), Day(last)],
    };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
