using Bunit;
using GovAccountConsole.Domain.Planning;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Infrastructure.Planning;
using GovAccountConsole.Web.Calendar;

namespace GovAccountConsole.Tests.Components.Calendar;

public sealed class Calendar_views : PageTest
{
    private static readonly DateOnly Today = new(2026, 11, 25);
    private static readonly CalendarSpan Month = new(CalendarView.Month, Today);

    [Fact]
    public void Every_state_has_its_own_look_and_a_spoken_text()
    {
        var cut = RenderMonth(
            Laying_out_the_calendar.Entry(PostStatus.Scheduled, Today.AddDays(1), 9),
            Laying_out_the_calendar.Entry(PostStatus.InReview, Today.AddDays(1), 10),
            Laying_out_the_calendar.Entry(PostStatus.Published, Today.AddDays(-1), 8));

        Assert.Contains("gac-cal-scheduled", cut.Find("[data-day='2026-11-26'] a").ClassName);
        Assert.Contains("gac-cal-review", cut.FindAll("[data-day='2026-11-26'] a")[1].ClassName);
        Assert.Equal("09:00 临江交警 校门口这样停车，11月26日，临江交警，已排期，群发", cut.Find("[data-day='2026-11-26'] a").GetAttribute("aria-label"));
        Assert.Equal("false", cut.Find("[data-day='2026-11-24'] a").GetAttribute("draggable"));
    }

    [Fact]
    public void A_full_day_names_what_is_wrong_behind_the_summary()
    {
        var cut = RenderMonth([
            .. Enumerable.Range(8, 3).Select(hour => Laying_out_the_calendar.Entry(PostStatus.Failed, Today, hour)), Laying_out_the_calendar.Entry(PostStatus.Unconfirmed, Today, 18),
        ]);

        Assert.Equal("还有 2 件，1 件发布失败，1 件结果待核", cut.Find("[data-day='2026-11-25'] .gac-cal-more").TextContent);
    }

    [Fact]
    public void While_something_is_in_hand_each_day_says_the_rule_that_stops_it()
    {
        var entry = Laying_out_the_calendar.Entry(PostStatus.Scheduled, Today.AddDays(1), 9);
        var cut = RenderMonth(CalendarMove.PickUp(entry, Today).Carry(2, 0, Month), entry);

        Assert.Equal("这个时间已经过了。", cut.Find("[data-day='2026-11-24']").GetAttribute("data-why"));
        Assert.Null(cut.Find("[data-day='2026-11-28']").GetAttribute("data-why"));
        Assert.NotNull(cut.Find("[data-day='2026-11-28'] .gac-cal-ghost"));
        Assert.Equal("放到 11月28日 09:00", cut.Find("[data-day='2026-11-28']").GetAttribute("data-label"));
    }

    [Fact]
    public void What_was_sent_elsewhere_stands_on_its_day_in_every_view()
    {
        var sent = new[] { new ElsewhereEntry(Guid.NewGuid(), "临江公安", new DateTimeOffset(2026, 11, 25, 12, 3, 0, TimeSpan.FromHours(8)), false) }.ToLookup(_ => Today);
        var month = Render<CalendarMonth>(view => view.Add(v => v.Span, Month).Add(v => v.Entries, Lookup()).Add(v => v.Elsewhere, sent).Add(v => v.Now, Now).Add(v => v.DayHref, _ => "/"));
        var week = Render<CalendarWeek>(view => view.Add(v => v.Span, Month with { View = CalendarView.Week }).Add(v => v.Entries, Lookup()).Add(v => v.Elsewhere, sent).Add(v => v.Now, Now));
        var list = Render<CalendarList>(view => view.Add(v => v.Entries, Lookup()).Add(v => v.Elsewhere, sent).Add(v => v.Today, Today));
        Assert.Contains("后台群发", month.Find("[data-day='2026-11-25'] [data-testid=elsewhere]").TextContent);
        Assert.Contains("12:03", week.Find("[data-time='12:00'] [data-testid=elsewhere]").TextContent);
        Assert.Contains("临江公安", list.Find("[data-testid=elsewhere]").TextContent);
    }

    [Fact]
    public void The_week_puts_entries_into_their_hour()
    {
        var entry = Laying_out_the_calendar.Entry(PostStatus.Scheduled, Today, 18);
        var cut = Render<CalendarWeek>(view => view.Add(v => v.Span, Month with { View = CalendarView.Week }).Add(v => v.Entries, Lookup(entry)).Add(v => v.Now, Now));

        Assert.Contains("校门口", cut.Find("[data-day='2026-11-25'][data-time='18:00']").TextContent);
    }

    [Fact]
    public void An_empty_list_teaches() =>
        Assert.Contains("这个月没有排期", Render<CalendarList>(view => view.Add(v => v.Entries, Lookup()).Add(v => v.Today, Today)).Markup);

    [Fact]
    public async Task The_card_tells_quota_and_clash_and_offers_the_next_half_hour()
    {
        DateTimeOffset? shifted = null;
        var entry = Laying_out_the_calendar.Entry(PostStatus.Scheduled, Today.AddDays(7), 9);
        var facts = new EntryFacts(entry, new QuotaState(new Quota(QuotaPeriod.Month, 4), 1, []), null, Laying_out_the_calendar.Entry(PostStatus.Scheduled, Today.AddDays(7), 9, "临江公安"));
        var cut = Render<CalendarCard>(view => view.Add(v => v.Facts, facts).Add(v => v.Now, Now).Add(v => v.CanMove, true).Add(v => v.OnShift, at => shifted = at));

        Assert.Contains("当月共 4 次，已占 1 次，还剩 3 次", cut.Markup);
        Assert.Contains("同一时刻 临江公安 也有群发", cut.Markup);
        await cut.InvokeAsync(() => cut.Find("button").Click());
        Assert.Equal(entry.At!.Value.AddMinutes(30), shifted);
    }

    [Fact]
    public void The_tray_shows_what_waits_for_a_slot()
    {
        var entry = Laying_out_the_calendar.Entry(PostStatus.Approved, Today, 9);
        var cut = Render<CalendarTray>(view => view.Add(v => v.Entries, [entry]).Add(v => v.Now, Now));

        Assert.Equal("true", cut.Find("a").GetAttribute("draggable"));
        Assert.Contains("想 今天 09:00", cut.Markup);
    }

    private static ILookup<DateOnly, CalendarEntry> Lookup(params CalendarEntry[] entries) => entries.ToLookup(entry => entry.Day!.Value);

    private IRenderedComponent<CalendarMonth> RenderMonth(params CalendarEntry[] entries) => RenderMonth(null, entries);

    private IRenderedComponent<CalendarMonth> RenderMonth(CalendarMove? move, params CalendarEntry[] entries) => Render<CalendarMonth>(view => view
        .Add(v => v.Span, Month).Add(v => v.Entries, Lookup(entries)).Add(v => v.Now, Now).Add(v => v.Move, move).Add(v => v.DayHref, day => $"calendar?day={day:yyyy-MM-dd}"));
}
