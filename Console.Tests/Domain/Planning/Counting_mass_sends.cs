using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Planning;
using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Tests.Domain.Planning;

public sealed class Counting_mass_sends
{
    private static readonly Quota _daily = Quota.Of(AccountKind.Subscription, null);
    private static readonly Quota _monthly = Quota.Of(AccountKind.Service, null);

    [Fact]
    public void Rules_are_one_a_day_and_four_a_month_unless_the_platform_granted_otherwise()
    {
        Assert.Equal(new Quota(QuotaPeriod.Day, 1), _daily);
        Assert.Equal(new Quota(QuotaPeriod.Month, 4), _monthly);
        Assert.Equal(3, Quota.Of(AccountKind.Subscription, 3).Limit);
    }

    [Fact]
    public void A_day_is_a_Shanghai_day()
    {
        var lateEvening = new DateTimeOffset(2026, 12, 31, 15, 59, 59, TimeSpan.Zero); // 23:59:59 in Shanghai
        var (from, to) = _daily.PeriodOf(lateEvening);
        Assert.Equal(new DateTimeOffset(2026, 12, 31, 0, 0, 0, TimeSpan.FromHours(8)), from);
        Assert.Equal(new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.FromHours(8)), to);
        Assert.Equal(to, _daily.PeriodOf(lateEvening.AddSeconds(1)).From);
    }

    [Fact]
    public void A_month_is_a_Shanghai_month_also_at_the_turn_of_the_year()
    {
        var (from, to) = _monthly.PeriodOf(new DateTimeOffset(2026, 12, 31, 16, 0, 0, TimeSpan.Zero));
        Assert.Equal(new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.FromHours(8)), from);
        Assert.Equal(new DateTimeOffset(2027, 2, 1, 0, 0, 0, TimeSpan.FromHours(8)), to);
    }

    [Fact]
    public void Free_slots_skip_full_periods_and_what_is_past()
    {
        var now = new DateTimeOffset(2026, 11, 25, 10, 0, 0, TimeSpan.FromHours(8));
        var slots = _daily.FreeSlots(now, [now.AddHours(3)]);
        Assert.Equal([At(26, 9), At(26, 12), At(26, 17)], slots.Select(BusinessTime.ToShanghai));
        Assert.Equal([At(25, 12), At(25, 17), At(26, 9)], _daily.FreeSlots(now, []).Select(BusinessTime.ToShanghai));
        DateTimeOffset[] fullMonth = [At(1, 9), At(8, 9), At(15, 9), At(22, 9)];
        Assert.All(_monthly.FreeSlots(now, fullMonth), slot => Assert.Equal(12, BusinessTime.ToShanghai(slot).Month));

        static DateTimeOffset At(int day, int hour) => new(2026, 11, day, hour, 0, 0, TimeSpan.FromHours(8));
    }
}
