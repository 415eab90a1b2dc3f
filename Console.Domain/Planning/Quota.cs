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
/// <param name="Reserved">Of these, how many of the last are kept for the emergency lane.</param>
public sealed record Quota(QuotaPeriod Period, int Limit, int Reserved = 0)
{
    /// <summary>Most pushes a period can be set to; the platform grants some accounts more than the rule.</summary>
    public const int MostPerPeriod = 100;

    private static readonly TimeOnly[] _usualTimes = [new(9, 0), new(12, 0), new(17, 0)];

    /// <summary>The quota of an account: the rule of its kind, or what the platform granted it.</summary>
    /// <param name="kind">Subscription or service account.</param>
    /// <param name="granted">Pushes per period that were set for the account; null for the rule.</param>
    /// <param name="reserved">Pushes kept for the emergency lane.</param>
    public static Quota Of(AccountKind kind, int? granted, int reserved = 0) => kind == AccountKind.Subscription
        ? new Quota(QuotaPeriod.Day, granted ?? 1, reserved)
        : new Quota(QuotaPeriod.Month, granted ?? 4, reserved);

    /// <summary>The quota as a post meets it: only an emergency post may use what is reserved.</summary>
    public Quota For(bool emergency) => emergency ? this with { Reserved = 0 } : this;

    /// <summary>Pushes left in the period of <paramref name="at"/>, without what is reserved.</summary>
    /// <param name="at">A moment in the period.</param>
    /// <param name="taken">Times of all pushes of the account that use up quota.</param>
    public int LeftAt(DateTimeOffset at, IReadOnlyCollection<DateTimeOffset> taken) => Math.Max(0, Limit - UsedAt(at, taken) - Reserved);

    /// <summary>Pushes of the period of <paramref name="at"/> that are used up.</summary>
    /// <param name="at">A moment in the period.</param>
    /// <param name="taken">Times of all pushes of the account that use up quota.</param>
    public int UsedAt(DateTimeOffset at, IReadOnlyCollection<DateTimeOffset> taken)
    {
        var (from, to) = PeriodOf(at);
        return taken.Count(other => other >= from && other < to);
    }

    /// <summary>Whether something is left in the period of <paramref name="at"/>, but only for emergencies.</summary>
    /// <param name="at">A moment in the period.</param>
    /// <param name="taken">Times of all pushes of the account that use up quota.</param>
    public bool IsOnlyReservedAt(DateTimeOffset at, IReadOnlyCollection<DateTimeOffset> taken) => LeftAt(at, taken) == 0 && UsedAt(at, taken) < Limit;

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
            if (LeftAt(BusinessTime.StartOf(day), taken) == 0)
            {
                continue;
            }

            slots.AddRange(_usualTimes.Select(time => BusinessTime.At(day, time)).Where(at => at > now).Take(count - slots.Count));
        }

        return slots;
    }
}
