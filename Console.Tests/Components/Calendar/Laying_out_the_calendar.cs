using System.Globalization;
using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Web.Calendar;

namespace GovAccountConsole.Tests.Components.Calendar;

public sealed class Laying_out_the_calendar
{
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 2, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("2026-11-25", "2026-10-26")]
    [InlineData("2026-06-01", "2026-06-01")]
    [InlineData("2026-02-28", "2026-01-26")]
    [InlineData("2027-01-01", "2026-12-28")]
    public void A_month_is_six_weeks_from_a_monday(string anchor, string first)
    {
        var span = new CalendarSpan(CalendarView.Month, DateOnly.Parse(anchor, CultureInfo.InvariantCulture));

        Assert.Equal(DateOnly.Parse(first, CultureInfo.InvariantCulture), span.First);
        Assert.Equal(42, span.Days.Count);
        Assert.Equal(DayOfWeek.Monday, span.First.DayOfWeek);
    }

    [Fact]
    public void The_span_is_cut_at_midnight_in_shanghai()
    {
        var span = new CalendarSpan(CalendarView.Week, new DateOnly(2026, 11, 25));

        Assert.Equal(new DateTimeOffset(2026, 11, 22, 16, 0, 0, TimeSpan.Zero), span.From);
        Assert.Equal(new DateTimeOffset(2026, 11, 29, 16, 0, 0, TimeSpan.Zero), span.To);
    }

    [Fact]
    public void Arrows_step_over_the_year_and_never_skip_a_short_month()
    {
        Assert.Equal(new DateOnly(2026, 2, 1), new CalendarSpan(CalendarView.Month, new DateOnly(2026, 1, 31)).Step(1).Anchor);
        Assert.Equal(new DateOnly(2027, 1, 1), new CalendarSpan(CalendarView.List, new DateOnly(2026, 12, 31)).Step(1).Anchor);
        Assert.Equal(new DateOnly(2026, 12, 28), new CalendarSpan(CalendarView.Week, new DateOnly(2027, 1, 4)).Step(-1).Anchor);
    }

    [Theory]
    [InlineData(null, null, CalendarView.Month, "2026-11-25")]
    [InlineData("week", "2026-12-02", CalendarView.Week, "2026-12-02")]
    [InlineData("<script>", "31.12.2026", CalendarView.Month, "2026-11-25")]
    [InlineData("list", "0001-01-01", CalendarView.List, "2026-11-25")]
    public void An_address_is_read_or_forgiven(string? view, string? day, CalendarView expected, string anchor) =>
        Assert.Equal(new CalendarSpan(expected, DateOnly.Parse(anchor, CultureInfo.InvariantCulture)), CalendarSpan.Read(view, day, new DateOnly(2026, 11, 25)));

    [Fact]
    public void Three_entries_fit_four_become_two_and_a_summary()
    {
        var day = new DateOnly(2026, 11, 26);

        Assert.Equal((3, 0), (Cell(day, 3).Shown.Count, Cell(day, 3).Hidden));
        Assert.Equal((2, 2), (Cell(day, 4).Shown.Count, Cell(day, 4).Hidden));
    }

    [Fact]
    public void What_failed_is_never_hidden_and_the_summary_names_the_rest_that_is_wrong()
    {
        var day = new DateOnly(2026, 11, 25);
        var entries = new[]
        {
            Entry(PostStatus.Published, day, 8), Entry(PostStatus.Published, day, 9), Entry(PostStatus.Scheduled, day, 12),
            Entry(PostStatus.Unconfirmed, day, 13), Entry(PostStatus.Unconfirmed, day, 14), Entry(PostStatus.Failed, day, 18),
        };

        var cell = DayCell.Of(day, entries, new DateTime(2026, 11, 25, 10, 0, 0));

        Assert.Equal([PostStatus.Unconfirmed, PostStatus.Failed], cell.Shown.Select(entry => entry.Status));
        Assert.Equal(4, cell.Hidden);
        Assert.Equal([KeyValuePair.Create(PostStatus.Unconfirmed, 1)], cell.HiddenTrouble);
    }

    [Fact]
    public void Empty_days_to_come_offer_the_usual_times_today_only_those_ahead()
    {
        var now = new DateTime(2026, 11, 25, 10, 0, 0);

        Assert.Empty(DayCell.Of(new DateOnly(2026, 11, 24), [], now).Free);
        Assert.Equal([new TimeOnly(17, 0)], DayCell.Of(new DateOnly(2026, 11, 25), [], now).Free);
        Assert.Equal([new TimeOnly(9, 0), new TimeOnly(17, 0)], DayCell.Of(new DateOnly(2026, 11, 26), [], now).Free);
    }

    [Fact]
    public void Short_names_drop_the_city_that_most_share()
    {
        var names = ShortNames.Of(["临江交警", "临江公安", "健康临江", "青春临江", "临江教育"]);

        Assert.Equal("交警", names["临江交警"]);
        Assert.Equal("健康临江", names["健康临江"]);
        Assert.Equal("平安云湖", ShortNames.Of(["平安云湖", "健康临江"])["平安云湖"]);
    }

    [Theory]
    [InlineData(PostStatus.Scheduled, 26, null)]
    [InlineData(PostStatus.Approved, 26, null)]
    [InlineData(PostStatus.Failed, 26, null)]
    [InlineData(PostStatus.InReview, 26, "Rule.NotApproved")]
    [InlineData(PostStatus.Draft, 26, "Rule.NotApproved")]
    [InlineData(PostStatus.Published, 26, "Rule.Sent")]
    [InlineData(PostStatus.Publishing, 26, "Rule.Sent")]
    [InlineData(PostStatus.Scheduled, 24, "Rule.Past")]
    [InlineData(PostStatus.Scheduled, 28, "Rule.Quota")]
    public void The_rule_that_stops_a_move_is_known_before_the_drop(PostStatus status, int day, string? rule)
    {
        var entry = Entry(status, new DateOnly(2026, 11, 25), 20);
        var other = Entry(PostStatus.Scheduled, new DateOnly(2026, 11, 28), 9) with { AccountId = entry.AccountId };

        Assert.Equal(rule, MoveRule.Against(entry, BusinessTime.At(new DateOnly(2026, 11, day), new TimeOnly(9, 0)), Now, [entry, other]));
    }

    [Fact]
    public void A_page_without_push_or_a_service_account_is_not_stopped_by_the_day()
    {
        var entry = Entry(PostStatus.Scheduled, new DateOnly(2026, 11, 25), 20);
        var other = Entry(PostStatus.Scheduled, new DateOnly(2026, 11, 28), 9) with { AccountId = entry.AccountId };
        var target = BusinessTime.At(new DateOnly(2026, 11, 28), new TimeOnly(17, 0));

        Assert.Null(MoveRule.Against(entry with { Channel = Channel.Publish }, target, Now, [other]));
        Assert.Null(MoveRule.Against(entry with { Kind = AccountKind.Service }, target, Now, [other]));
    }

    [Fact]
    public void Carried_by_keyboard_an_entry_stays_within_what_is_shown()
    {
        var span = new CalendarSpan(CalendarView.Week, new DateOnly(2026, 11, 25));
        var move = CalendarMove.PickUp(Entry(PostStatus.Scheduled, new DateOnly(2026, 11, 25), 20), new DateOnly(2026, 11, 25));

        Assert.Equal(new DateOnly(2026, 11, 29), move.Carry(7, 0, span).Day);
        Assert.Equal(new DateOnly(2026, 11, 23), move.Carry(-9, 0, span).Day);
        Assert.Equal(new TimeOnly(23, 59), move.Carry(0, 600, span).Time);
        Assert.Equal(new TimeOnly(19, 30), move.Carry(0, -30, span).Time);
    }

    internal static CalendarEntry Entry(PostStatus status, DateOnly day, int hour, string account = "临江交警", string title = "校门口这样停车") => new(
        Guid.NewGuid(), Guid.NewGuid(), account, AccountKind.Subscription, "市公安局交警支队", "police", title, BusinessTime.At(day, new TimeOnly(hour, 0)),
        status, Channel.MassSend, status == PostStatus.InReview ? 2 : 0, 3, 1);

    private static DayCell Cell(DateOnly day, int count) =>
        DayCell.Of(day, [.. Enumerable.Range(0, count).Select(hour => Entry(PostStatus.Scheduled, day, 8 + hour))], new DateTime(2026, 11, 25, 10, 0, 0));
}
