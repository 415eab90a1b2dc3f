namespace GovAccountConsole.Web.Calendar;

/// <summary>An entry in hand, by mouse or by keyboard.</summary>
/// <param name="Entry">What was picked up.</param>
/// <param name="Day">The day it is over now.</param>
/// <param name="Time">The time it would get there.</param>
public sealed record CalendarMove(CalendarEntry Entry, DateOnly Day, TimeOnly Time)
{
    /// <summary>Picks an entry up where it stands; one without a day starts today.</summary>
    public static CalendarMove PickUp(CalendarEntry entry, DateOnly today) => new(entry, entry.Day ?? today, entry.Time);

    /// <summary>Carries it on, within the days that are shown.</summary>
    /// <param name="days">Days to the right; negative to the left.</param>
    /// <param name="minutes">Minutes later; negative for earlier.</param>
    /// <param name="span">What is shown.</param>
    public CalendarMove Carry(int days, int minutes, CalendarSpan span)
    {
        var day = Day.AddDays(days);
        day = day < span.First ? span.First : day >= span.End ? span.End.AddDays(-1) : day;
        return this with { Day = day, Time = TimeOnly.FromTimeSpan(TimeSpan.FromMinutes(Math.Clamp((int)Time.ToTimeSpan().TotalMinutes + minutes, 0, 23 * 60 + 59))) };
    }

    /// <summary>Where it would stand, UTC.</summary>
    public DateTimeOffset At => Domain.Shared.BusinessTime.At(Day, Time);
}
