using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Tests.Domain.Shared;

public sealed class Working_time
{
    [Theory]
    [InlineData("2026-11-25T10:00", 2, "2026-11-25T12:00")] // within the morning
    [InlineData("2026-11-25T10:00", 4, "2026-11-25T16:00")] // over the noon break
    [InlineData("2026-11-25T17:00", 2, "2026-11-26T10:00")] // over the night
    [InlineData("2026-11-27T17:30", 1, "2026-11-30T09:30")] // over the weekend
    [InlineData("2026-11-28T10:00", 1, "2026-11-30T10:00")] // from a Saturday
    [InlineData("2026-12-31T23:59", 1, "2027-01-01T10:00")] // over midnight and the turn of the year
    public void Nights_breaks_and_weekends_do_not_count(string from, int hours, string due) =>
        Assert.Equal(Shanghai(due), BusinessTime.AddWorkingTime(Shanghai(from), TimeSpan.FromHours(hours)));

    [Fact]
    public void Holidays_do_not_count() => Assert.Equal(
        Shanghai("2027-01-04T10:00"),
        BusinessTime.AddWorkingTime(Shanghai("2026-12-31T18:00"), TimeSpan.FromHours(1), new HashSet<DateOnly> { new(2027, 1, 1) }));

    [Fact]
    public void The_day_turns_at_Shanghai_midnight()
    {
        Assert.Equal(new DateOnly(2026, 12, 31), BusinessTime.DayOf(new DateTimeOffset(2026, 12, 31, 15, 59, 59, TimeSpan.Zero)));
        Assert.Equal(new DateOnly(2027, 1, 1), BusinessTime.DayOf(new DateTimeOffset(2026, 12, 31, 16, 0, 0, TimeSpan.Zero)));
    }

    private static DateTimeOffset Shanghai(string text) =>
        new(DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(8));
}
