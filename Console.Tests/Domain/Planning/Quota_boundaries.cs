using FsCheck;
using FsCheck.Fluent;
using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Planning;
using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Tests.Domain.Planning;

/// <summary>Days and months of the quota are Shanghai's, at every turn (rules.md F15): midnight, end of a month, end of a year, leap day.</summary>
public sealed class Quota_boundaries
{
    private static readonly DateOnly[] _turns =
        [new(2026, 12, 31), new(2027, 1, 1), new(2027, 2, 28), new(2028, 2, 28), new(2028, 2, 29), new(2028, 3, 1), new(2026, 11, 30), new(2100, 2, 28)];

    // Seconds around the midnights that matter, and anything within eighty years.
    private static readonly Arbitrary<DateTimeOffset> _moments = Arb.From(Gen.OneOf(
        from turn in Gen.Elements(_turns)
        from seconds in Gen.Choose(-3 * 3600, 27 * 3600)
        select BusinessTime.StartOf(turn).AddSeconds(seconds),
        from turn in Gen.Elements(_turns)
        from ticks in Gen.Choose(-2, 2)
        select BusinessTime.StartOf(turn).AddTicks(ticks),
        from minutes in Gen.Choose(0, 80 * 365 * 24 * 60)
        select new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minutes)));

    [Theory]
    [InlineData(AccountKind.Subscription)]
    [InlineData(AccountKind.Service)]
    public void A_moment_lies_in_its_period_and_the_periods_follow_without_gap(AccountKind kind)
    {
        var quota = Quota.Of(kind, null);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(_moments, at =>
        {
            var (from, to) = quota.PeriodOf(at);
            var local = BusinessTime.ToShanghai(at);
            var first = BusinessTime.ToShanghai(from);
            return from <= at && at < to && quota.PeriodOf(to).From == to && quota.PeriodOf(to.AddTicks(-1)).From == from
                && first.TimeOfDay == TimeSpan.Zero && (first.Year, first.Month) == (local.Year, local.Month)
                && (kind == AccountKind.Service ? first.Day == 1 : first.Day == local.Day);
        }));
    }

    [Theory]
    [InlineData(AccountKind.Subscription)]
    [InlineData(AccountKind.Service)]
    public void Two_sends_share_a_period_exactly_when_Shanghais_calendar_says_so(AccountKind kind)
    {
        var quota = Quota.Of(kind, null);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(_moments, _moments, (one, other) =>
        {
            var (a, b) = (BusinessTime.ToShanghai(one), BusinessTime.ToShanghai(other));
            var together = (a.Year, a.Month) == (b.Year, b.Month) && (kind == AccountKind.Service || a.Day == b.Day);
            return quota.UsedAt(one, [other]) == (together ? 1 : 0);
        }));
    }

    [Fact]
    public void Offered_slots_are_to_come_and_have_room() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(_moments, Gen.Choose(0, 5).ToArbitrary(), (now, many) =>
        {
            var quota = Quota.Of(AccountKind.Service, null, reserved: 1);
            var taken = Enumerable.Range(0, many).Select(day => now.AddDays(day * 3)).ToList();
            return quota.FreeSlots(now, taken).All(slot => slot > now && quota.LeftAt(slot, taken) > 0);
        }));

    [Fact]
    public void The_29th_of_February_is_a_day_of_its_own()
    {
        var daily = Quota.Of(AccountKind.Subscription, null);
        var lastSecond = new DateTimeOffset(2028, 2, 28, 23, 59, 59, TimeSpan.FromHours(8));
        DateTimeOffset[] taken = [lastSecond];
        Assert.Equal((0, 1, 1), (daily.LeftAt(lastSecond, taken), daily.LeftAt(lastSecond.AddSeconds(1), taken), daily.LeftAt(lastSecond.AddDays(1).AddSeconds(1), taken)));
        Assert.Equal(4, Quota.Of(AccountKind.Service, null).LeftAt(lastSecond.AddDays(2), taken));
    }
}
