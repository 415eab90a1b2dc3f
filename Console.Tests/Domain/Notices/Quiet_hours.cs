using GovAccountConsole.Domain.Notices;
using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Tests.Domain.Notices;

public sealed class Quiet_hours
{
    private static readonly HashSet<DateOnly> _newYear = [new(2027, 1, 1)];

    // Times are Shanghai's; 31 December 2026 is a Thursday.
    [Theory]
    [InlineData("2026-11-24 09:00", "2026-11-24 09:00")]
    [InlineData("2026-11-24 19:59", "2026-11-24 19:59")]
    [InlineData("2026-11-24 20:00", "2026-11-25 08:00")]
    [InlineData("2026-11-24 23:59", "2026-11-25 08:00")]
    [InlineData("2026-11-25 00:00", "2026-11-25 08:00")]
    [InlineData("2026-11-25 07:59", "2026-11-25 08:00")]
    [InlineData("2026-11-25 08:00", "2026-11-25 08:00")]
    [InlineData("2026-11-27 20:30", "2026-11-30 08:00")]
    [InlineData("2026-11-28 12:00", "2026-11-30 08:00")]
    [InlineData("2026-11-29 23:59", "2026-11-30 08:00")]
    [InlineData("2026-12-31 21:00", "2027-01-04 08:00")]
    [InlineData("2026-12-31 19:00", "2026-12-31 19:00")]
    public void End_with_the_night_the_weekend_and_the_holiday(string at, string end) =>
        Assert.Equal(At(end), QuietHours.Default.EndFrom(At(at), _newYear));

    [Fact]
    public void May_leave_rest_days_alone() =>
        Assert.Equal(At("2026-11-28 12:00"), (QuietHours.Default with { RestDays = false }).EndFrom(At("2026-11-28 12:00")));

    [Fact]
    public void May_lie_within_one_day_or_be_none()
    {
        var noon = new QuietHours(new TimeOnly(12, 0), new TimeOnly(14, 0), false);
        Assert.Equal(At("2026-11-24 14:00"), noon.EndFrom(At("2026-11-24 13:00")));
        Assert.Equal(At("2026-11-24 14:00"), noon.EndFrom(At("2026-11-24 14:00")));
        var none = new QuietHours(new TimeOnly(0, 0), new TimeOnly(0, 0), false);
        Assert.Equal(At("2026-11-24 03:00"), none.EndFrom(At("2026-11-24 03:00")));
    }

    [Fact]
    public void The_daily_mail_comes_on_working_days_strictly_after()
    {
        var settings = new NoticeSettings(Guid.CreateVersion7());
        Assert.Equal(At("2026-11-24 09:00"), settings.NextDigest(At("2026-11-24 08:59")));
        Assert.Equal(At("2026-11-25 09:00"), settings.NextDigest(At("2026-11-24 09:00")));
        Assert.Equal(At("2026-11-30 09:00"), settings.NextDigest(At("2026-11-27 09:00")));
        Assert.Equal(At("2027-01-04 09:00"), settings.NextDigest(At("2026-12-31 23:59"), _newYear));
    }

    [Fact]
    public void Only_alarms_break_them()
    {
        var settings = new NoticeSettings(Guid.CreateVersion7());
        var night = At("2026-11-28 03:00");
        foreach (var kind in NoticeKinds.All.Where(kind => settings.DeliveryOf(kind) == NoticeDelivery.Mail))
        {
            Assert.Equal(NoticeKinds.IsAlarm(kind), settings.MailDue(kind, night, TimeSpan.Zero) == night);
        }

        Assert.Equal(
            [NoticeKind.EmergencyFollowUp, NoticeKind.CredentialsFailing, NoticeKind.AccountSuspended, NoticeKind.MatrixStopped, NoticeKind.MatrixResumed],
            NoticeKinds.All.Where(NoticeKinds.IsAlarm).Except([NoticeKind.AccountResumed]));
    }

    [Fact]
    public void Alarms_cannot_be_switched_off_or_put_off()
    {
        var settings = new NoticeSettings(Guid.CreateVersion7());
        foreach (var kind in NoticeKinds.All)
        {
            foreach (var delivery in new[] { NoticeDelivery.Off, NoticeDelivery.Digest })
            {
                var chosen = settings.Choose(new Dictionary<NoticeKind, NoticeDelivery> { [kind] = delivery }, QuietHours.Default, 9);
                Assert.Equal(!NoticeKinds.IsAlarm(kind), chosen.Succeeded);
            }
        }

        Assert.Equal("notice-bad-hour", settings.Choose(new Dictionary<NoticeKind, NoticeDelivery>(), QuietHours.Default, 24).Error.Code);
    }

    [Fact]
    public void Mails_of_one_minute_are_due_together()
    {
        var settings = new NoticeSettings(Guid.CreateVersion7());
        var first = settings.MailDue(NoticeKind.YourTurn, At("2026-11-24 10:00").AddSeconds(5), TimeSpan.FromMinutes(1));
        Assert.Equal(At("2026-11-24 10:01"), first);
        Assert.Equal(first, settings.MailDue(NoticeKind.Returned, At("2026-11-24 10:00").AddSeconds(50), TimeSpan.FromMinutes(1)));
    }

    // rules.md X1, X17: nobody is ever reminded of follows, likes, reads and the like.
    [Fact]
    public void No_kind_is_about_engagement()
    {
        string[] forbidden = ["Follow", "Like", "Read", "Share", "Repost", "Forward", "Comment", "Vote", "Streak", "Checkin", "Rank", "Score"];
        Assert.DoesNotContain(NoticeKinds.All, kind => forbidden.Any(word => kind.ToString().Contains(word, StringComparison.OrdinalIgnoreCase) && kind != NoticeKind.EmergencyFollowUp));
    }

    private static DateTimeOffset At(string shanghai)
    {
        var local = DateTime.ParseExact(shanghai, "yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
        return BusinessTime.At(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
    }
}
