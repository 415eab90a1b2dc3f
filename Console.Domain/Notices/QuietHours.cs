using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Domain.Notices;

/// <summary>
/// 免打扰: when a person gets no mail but alarms (rules.md X17). Times are Shanghai's wall clock; from 20:00 to 08:00 runs over midnight.
/// </summary>
/// <param name="From">When it begins each day.</param>
/// <param name="To">When it ends; the same as <paramref name="From"/> means no hours of the day are quiet.</param>
/// <param name="RestDays">Whether weekends and holidays are quiet as a whole.</param>
public sealed record QuietHours(TimeOnly From, TimeOnly To, bool RestDays)
{
    /// <summary>20:00 to 08:00, and whole rest days.</summary>
    public static QuietHours Default { get; } = new(new TimeOnly(20, 0), new TimeOnly(8, 0), true);

    /// <summary>The first moment at or after <paramref name="at"/> that is not quiet, UTC.</summary>
    /// <param name="at">From when on.</param>
    /// <param name="holidays">Days off besides weekends.</param>
    public DateTimeOffset EndFrom(DateTimeOffset at, IReadOnlySet<DateOnly>? holidays = null)
    {
        var moment = at.ToUniversalTime();
        while (true)
        {
            var local = BusinessTime.ToShanghai(moment);
            var day = DateOnly.FromDateTime(local.DateTime);
            var clock = TimeOnly.FromDateTime(local.DateTime);
            if (RestDays && !BusinessTime.IsWorkingDay(day, holidays))
            {
                moment = BusinessTime.StartOf(day.AddDays(1));
            }
            else if (IsQuiet(clock))
            {
                moment = BusinessTime.At(clock < To ? day : day.AddDays(1), To);
            }
            else
            {
                return moment;
            }
        }
    }

    // IsBetween counts the beginning in and the end out, and runs over midnight where it must.
    private bool IsQuiet(TimeOnly clock) => From != To && clock.IsBetween(From, To);
}
