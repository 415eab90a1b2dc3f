using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Web.Workload;

/// <summary>A period of the workload page, in Shanghai days. Never longer than a month: no history on a person is kept in view.</summary>
/// <param name="Name">Its value in the address.</param>
/// <param name="First">First day.</param>
/// <param name="End">The day after the last.</param>
public sealed record WorkPeriod(string Name, DateOnly First, DateOnly End)
{
    /// <summary>From, inclusive, UTC.</summary>
    public DateTimeOffset From => BusinessTime.StartOf(First);

    /// <summary>To, exclusive, UTC.</summary>
    public DateTimeOffset To => BusinessTime.StartOf(End);

    /// <summary>The periods that are offered, seen from a day.</summary>
    public static IReadOnlyList<WorkPeriod> Offered(DateOnly today)
    {
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        var month = new DateOnly(today.Year, today.Month, 1);
        return [new("last-week", monday.AddDays(-7), monday), new("week", monday, monday.AddDays(7)), new("month", month, month.AddMonths(1))];
    }

    /// <summary>The period of an address; this week when unknown.</summary>
    public static WorkPeriod Find(string? name, DateOnly today) => Offered(today).FirstOrDefault(period => period.Name == name) ?? Offered(today)[1];
}
