using System.Globalization;
using System.Text.RegularExpressions;
using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Infrastructure.Data.Seeding;

/// <summary>
/// Reads the demo's times, which are written relative to the day of seeding: <c>-3 08:00</c> is a Shanghai wall-clock time three days ago,
/// <c>now+90</c> is in an hour and a half. Dates inside texts follow the time of their post: <c>{{d+2}}</c>, <c>{{sat}}</c>, <c>{{m}}</c>.
/// </summary>
internal sealed partial class DemoMatrixClock(DateTimeOffset now)
{
    private const int RoundToMinutes = 5;
    private static readonly string[] _weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
    private static readonly string[] _weekdayNames = ["周日", "周一", "周二", "周三", "周四", "周五", "周六"];

    private readonly DateOnly _today = BusinessTime.DayOf(now);

    /// <summary>The moment of seeding, UTC.</summary>
    public DateTimeOffset Now => now;

    /// <summary>The instant, UTC. Times around now fall on whole five minutes, as slots do.</summary>
    public DateTimeOffset At(string words)
    {
        if (words.StartsWith("now", StringComparison.Ordinal))
        {
            var at = now.AddMinutes(int.Parse(words.AsSpan(3), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
            return at.AddTicks(-(at.Ticks % TimeSpan.FromMinutes(RoundToMinutes).Ticks)).ToUniversalTime();
        }

        var (day, time) = (words[..words.IndexOf(' ', StringComparison.Ordinal)], words[(words.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
        return BusinessTime.At(
            _today.AddDays(int.Parse(day, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)),
            TimeOnly.ParseExact(time, "HH:mm", CultureInfo.InvariantCulture));
    }

    /// <summary>The text with its dates, as written for a post that goes out at <paramref name="at"/>.</summary>
    public string Date(string text, DateTimeOffset? at)
    {
        var from = BusinessTime.DayOf(at ?? now);
        return Placeholder().Replace(text, match =>
        {
            if (match.Groups["days"] is { Success: true } days)
            {
                return Words(from.AddDays(int.Parse(days.ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)));
            }

            var weekday = Array.IndexOf(_weekdays, match.Groups["weekday"].Value);
            return weekday < 0
                ? string.Create(CultureInfo.InvariantCulture, $"{from.Month}月")
                : Words(from.AddDays(1 + ((weekday - (int)from.DayOfWeek - 1 + 7) % 7)));
        });
    }

    private static string Words(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Month}月{day.Day}日（{_weekdayNames[(int)day.DayOfWeek]}）");

    [GeneratedRegex(@"\{\{(?:d(?<days>[+-]\d+)|(?<weekday>sun|mon|tue|wed|thu|fri|sat)|m)\}\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();
}
