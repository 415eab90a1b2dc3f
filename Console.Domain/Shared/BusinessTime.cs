namespace GovAccountConsole.Domain.Shared;

/// <summary>
/// The civil time of the matrix: Asia/Shanghai. Instants are stored in UTC; days, months, quota periods and working hours are Shanghai's.
/// </summary>
public static class BusinessTime
{
    /// <summary>The zone by its id; never a fixed offset, since history had daylight saving.</summary>
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    /// <summary>Working day: 9:00 to 18:00 with a break from 12:00 to 14:00, Monday to Friday.</summary>
    private static readonly (TimeSpan From, TimeSpan To)[] _workingHours =
    [
        (TimeSpan.FromHours(9), TimeSpan.FromHours(12)),
        (TimeSpan.FromHours(14), TimeSpan.FromHours(18)),
    ];

    /// <summary>The same instant with Shanghai's offset.</summary>
    public static DateTimeOffset ToShanghai(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone);

    /// <summary>The Shanghai day of an instant.</summary>
    public static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(ToShanghai(at).DateTime);

    /// <summary>00:00 Shanghai of <paramref name="day"/>, as UTC.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => At(day, TimeOnly.MinValue);

    /// <summary>A Shanghai wall-clock time as UTC.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time, DateTimeKind.Unspecified);
        return new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>First day of the Shanghai month of an instant.</summary>
    public static DateOnly MonthOf(DateTimeOffset at)
    {
        var day = DayOf(at);
        return new DateOnly(day.Year, day.Month, 1);
    }

    /// <summary>The instant that lies <paramref name="duration"/> of working time after <paramref name="from"/>, skipping nights, weekends and <paramref name="holidays"/>.</summary>
    public static DateTimeOffset AddWorkingTime(DateTimeOffset from, TimeSpan duration, IReadOnlySet<DateOnly>? holidays = null)
    {
        var left = duration;
        var day = DayOf(from);
        var clock = ToShanghai(from).TimeOfDay;
        while (true)
        {
            if (IsWorkingDay(day, holidays))
            {
                foreach (var (start, end) in _workingHours)
                {
                    var begin = clock > start ? clock : start;
                    if (begin >= end)
                    {
                        continue;
                    }

                    if (end - begin >= left)
                    {
                        return At(day, TimeOnly.FromTimeSpan(begin + left));
                    }

                    left -= end - begin;
                }
            }

            day = day.AddDays(1);
            clock = TimeSpan.Zero;
        }
    }

    /// <summary>Whether people work on <paramref name="day"/>: Monday to Friday, but for <paramref name="holidays"/>.</summary>
    public static bool IsWorkingDay(DateOnly day, IReadOnlySet<DateOnly>? holidays) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && holidays?.Contains(day) != true;
}
