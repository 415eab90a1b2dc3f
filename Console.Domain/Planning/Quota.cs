using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Domain.Planning;

/// <summary>The period in which mass sends are counted.</summary>
public enum QuotaPeriod
{
    /// <summary>A Shanghai calendar day (subscription accounts).</summary>
    Day,

    /// <summary>A Shanghai calendar month (service accounts).</summary>
    Month,
}

/// <summary>群发额度 of an account: how many pushes a period allows. Source: reference 4.2 (verified SA 1 a day, SV 4 a calendar month).</summary>
/// <param name="Period">Day or month.</param>
/// <param name="Limit">Pushes allowed in one period.</param>
public sealed record Quota(QuotaPeriod Period, int Limit)
{
    private static readonly TimeOnly[] _usualTimes = [new(9, 0), new(12, 0), new(17, 0)];

    /// <summary>The quota of an account: the rule of its kind, or what the platform granted it.</summary>
    public static Quota Of(AccountKind kind, int? granted) => kind == AccountKind.Subscription
        ? new Quota(QuotaPeriod.Day, granted ?? 1)
        : new Quota(QuotaPeriod.Month, granted ?? 4);

    /// <summary>The period that contains <paramref name="at"/>: from inclusive, to exclusive, UTC.</summary>
    public (DateTimeOffset From, DateTimeOffset To) PeriodOf(DateTimeOffset at)
    {
        var first = Period == QuotaPeriod.Day ? BusinessTime.DayOf(at) : BusinessTime.MonthOf(at);
        var next = Period == QuotaPeriod.Day ? first.AddDays(1) : first.AddMonths(1);
        return (BusinessTime.StartOf(first), BusinessTime.StartOf(next));
    }

    /// <summary>The next usual times (9:00, 12:00, 17:00 Shanghai) in periods that still have room, soonest first.</summary>
    /// <param name="now">Slots lie after it.</param>
    /// <param name="taken">Times of all mass sends of the account that use up quota.</param>
    /// <param name="count">How many slots to offer.</param>
    public IReadOnlyList<DateTimeOffset> FreeSlots(DateTimeOffset now, IReadOnlyCollection<DateTimeOffset> taken, int count = 3)
    {
        var slots = new List<DateTimeOffset>();
        var day = BusinessTime.DayOf(now);
        for (var ahead = 0; ahead <= 62 && slots.Count < count; ahead++, day = day.AddDays(1))
        {
            var (from, to) = PeriodOf(BusinessTime.StartOf(day));
            if (taken.Count(at => at >= from && at < to) >= Limit)
            {
                continue;
            }

            slots.AddRange(_usualTimes.Select(time => BusinessTime.At(day, time)).Where(at => at > now).Take(count - slots.Count));
        }

        return slots;
    }
}
