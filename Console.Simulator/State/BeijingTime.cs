namespace GovAccountConsole.Simulator.State;

/// <summary>The platform counts days and months in Beijing time.</summary>
internal static class BeijingTime
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    public static DateTimeOffset Of(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(Of(instant).DateTime);

    public static bool SameMonth(DateTimeOffset one, DateTimeOffset other)
    {
        var (a, b) = (Of(one), Of(other));
        return a.Year == b.Year && a.Month == b.Month;
    }
}
