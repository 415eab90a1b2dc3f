using System.Globalization;
using GovAccountConsole.Domain.Shared;
using Microsoft.Extensions.Localization;

namespace GovAccountConsole.Web.Components.Shared;

/// <summary>Times as people say them, in Asia/Shanghai and the current language.</summary>
public static class TimeWords
{
    /// <summary>
    /// An instant as a place in the week: <c>昨天 18:30</c>, <c>今天 09:00</c>, <c>明天 09:00</c>, another day of this week
    /// (Monday to Sunday) as <c>周三 18:30</c>, else <c>12月3日 18:30</c>, with the year when it is another.
    /// </summary>
    public static string Slot(DateTimeOffset at, DateTimeOffset now, IStringLocalizer words)
    {
        var (local, day, today) = Days(at, now);
        var clock = local.ToString("HH:mm", CultureInfo.InvariantCulture);
        return (day.DayNumber - today.DayNumber) switch
        {
            0 => words["Time.Today", clock],
            1 => words["Time.Tomorrow", clock],
            -1 => words["Time.Yesterday", clock],
            _ when Monday(day) == Monday(today) => $"{Weekday(local)} {clock}",
            _ => $"{Date(local, today, words)} {clock}",
        };
    }

    /// <summary>
    /// An instant as distance: <c>刚刚</c>, <c>54 分钟前</c>, <c>今天 09:55</c>, <c>昨天 16:40</c>, <c>3 天前</c> up to six days,
    /// then the date. An instant ahead is said as <see cref="Slot"/>.
    /// </summary>
    public static string Ago(DateTimeOffset at, DateTimeOffset now, IStringLocalizer words)
    {
        var distance = now - at;
        if (distance < TimeSpan.FromMinutes(-1))
        {
            return Slot(at, now, words);
        }

        if (distance < TimeSpan.FromMinutes(1))
        {
            return words["Time.JustNow"];
        }

        if (distance < TimeSpan.FromHours(1))
        {
            return words["Time.MinutesAgo", (int)distance.TotalMinutes];
        }

        var (local, day, today) = Days(at, now);
        var days = today.DayNumber - day.DayNumber;
        return days < 2 ? Slot(at, now, words) : days < 7 ? words["Time.DaysAgo", days] : Date(local, today, words);
    }

    /// <summary>The date alone: <c>12月3日</c>, with the year when it is another than <paramref name="now"/>'s.</summary>
    public static string Day(DateTimeOffset at, DateTimeOffset now, IStringLocalizer words)
    {
        var (local, _, today) = Days(at, now);
        return Date(local, today, words);
    }

    /// <summary>The date with its weekday: <c>11月25日 周三</c>.</summary>
    public static string DayAndWeekday(DateTimeOffset at, DateTimeOffset now, IStringLocalizer words)
    {
        var (local, _, today) = Days(at, now);
        return CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en"
            ? $"{Weekday(local)} {Date(local, today, words)}"
            : $"{Date(local, today, words)} {Weekday(local)}";
    }

    /// <summary>The time of day alone: <c>09:00</c>.</summary>
    public static string Clock(DateTimeOffset at) => BusinessTime.ToShanghai(at).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>To the second, for hovering.</summary>
    public static string Full(DateTimeOffset at, IStringLocalizer words) =>
        BusinessTime.ToShanghai(at).ToString(words["Time.Full"].Value, CultureInfo.CurrentCulture);

    /// <summary>A length of time in its largest unit: <c>24 分</c>, <c>5 小时</c>, <c>1 天</c>; never negative.</summary>
    public static string Span(TimeSpan span, IStringLocalizer words) => span switch
    {
        { TotalMinutes: < 1 } => words["Time.Seconds", (int)Math.Max(0, span.TotalSeconds)],
        { TotalHours: < 1 } => words["Time.Minutes", (int)span.TotalMinutes],
        { TotalDays: < 1 } => words["Time.Hours", (int)span.TotalHours],
        _ => words["Time.Days", (int)span.TotalDays],
    };

    /// <summary>A length of time with minutes below a day: <c>1 小时 24 分</c>.</summary>
    public static string LongSpan(TimeSpan span, IStringLocalizer words) =>
        span.TotalHours is >= 1 and < 24 && span.Minutes > 0 ? words["Time.HoursMinutes", (int)span.TotalHours, span.Minutes] : Span(span, words);

    /// <summary>How a deadline stands: <c>还剩 36 分</c> within the day, the slot when further off, <c>过了 2 小时</c> when passed.</summary>
    public static string Deadline(DateTimeOffset due, DateTimeOffset now, IStringLocalizer words)
    {
        var left = due - now;
        return left < TimeSpan.Zero ? words["Time.Late", LongSpan(-left, words)]
            : left < TimeSpan.FromHours(2) ? words["Time.Left", LongSpan(left, words)]
            : BusinessTime.DayOf(due) == BusinessTime.DayOf(now) ? Clock(due)
            : Slot(due, now, words);
    }

    private static (DateTimeOffset Local, DateOnly Day, DateOnly Today) Days(DateTimeOffset at, DateTimeOffset now) =>
        (BusinessTime.ToShanghai(at), BusinessTime.DayOf(at), BusinessTime.DayOf(now));

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private static string Weekday(DateTimeOffset local) => local.ToString("ddd", CultureInfo.CurrentCulture);

    private static string Date(DateTimeOffset local, DateOnly today, IStringLocalizer words) =>
        local.ToString(words[local.Year == today.Year ? "Time.MonthDay" : "Time.YearMonthDay"].Value, CultureInfo.CurrentCulture);
}
