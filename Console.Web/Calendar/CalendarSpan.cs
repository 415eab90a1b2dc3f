using System.Globalization;
using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Web.Calendar;

/// <summary>How the calendar is drawn.</summary>
public enum CalendarView
{
    /// <summary>Six weeks.</summary>
    Month,

    /// <summary>Seven days by the hour.</summary>
    Week,

    /// <summary>A month as a list.</summary>
    List,
}

/// <summary>Which days are shown, and where the arrows lead. Weeks start on Monday; days are Shanghai days.</summary>
/// <param name="View">How it is drawn.</param>
/// <param name="Anchor">A day inside it.</param>
public sealed record CalendarSpan(CalendarView View, DateOnly Anchor)
{
    /// <summary>Days in the month view: six weeks always, so that the page never jumps.</summary>
    public const int MonthDays = 42;

    /// <summary>First day shown.</summary>
    public DateOnly First => View switch
    {
        CalendarView.Month => MondayOf(new DateOnly(Anchor.Year, Anchor.Month, 1)),
        CalendarView.Week => MondayOf(Anchor),
        _ => new DateOnly(Anchor.Year, Anchor.Month, 1),
    };

    /// <summary>The day after the last one shown.</summary>
    public DateOnly End => View switch
    {
        CalendarView.Month => First.AddDays(MonthDays),
        CalendarView.Week => First.AddDays(7),
        _ => First.AddMonths(1),
    };

    /// <summary>The days shown, in order.</summary>
    public IReadOnlyList<DateOnly> Days => [.. Enumerable.Range(0, End.DayNumber - First.DayNumber).Select(First.AddDays)];

    /// <summary>First instant shown, UTC.</summary>
    public DateTimeOffset From => BusinessTime.StartOf(First);

    /// <summary>First instant no longer shown, UTC.</summary>
    public DateTimeOffset To => BusinessTime.StartOf(End);

    /// <summary>The span <paramref name="steps"/> months or weeks on.</summary>
    public CalendarSpan Step(int steps) =>
        this with { Anchor = View == CalendarView.Week ? Anchor.AddDays(7 * steps) : new DateOnly(Anchor.Year, Anchor.Month, 1).AddMonths(steps) };

    /// <summary>Reads an address: an unknown view is the month, an unreadable day is today.</summary>
    public static CalendarSpan Read(string? view, string? day, DateOnly today) => new(
        view switch { "week" => CalendarView.Week, "list" => CalendarView.List, _ => CalendarView.Month },
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed) && parsed.Year is > 2000 and < 2100 ? parsed : today);

    /// <summary>The Monday of a day's week.</summary>
    public static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
