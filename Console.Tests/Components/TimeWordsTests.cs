using System.Globalization;
using GovAccountConsole.Web.Components.Shared;

namespace GovAccountConsole.Tests.Components;

/// <summary>Times as people say them, in Shanghai.</summary>
public sealed class TimeWordsTests
{
    // Wednesday 25 November 2026, 10:24 in Shanghai.
    private static readonly DateTimeOffset Now = At("2026-11-25T10:24:00+08:00");

    [Theory]
    [InlineData("2026-11-25T09:00:00+08:00", "今天 09:00", "Today 09:00")]
    [InlineData("2026-11-25T00:00:00+08:00", "今天 00:00", "Today 00:00")]
    [InlineData("2026-11-24T23:59:59+08:00", "昨天 23:59", "Yesterday 23:59")]
    [InlineData("2026-11-26T18:30:00+08:00", "明天 18:30", "Tomorrow 18:30")]
    [InlineData("2026-11-27T17:00:00+08:00", "周五 17:00", "Fri 17:00")]
    [InlineData("2026-11-23T08:00:00+08:00", "周一 08:00", "Mon 08:00")]
    [InlineData("2026-11-29T08:00:00+08:00", "周日 08:00", "Sun 08:00")]
    [InlineData("2026-11-30T08:00:00+08:00", "11月30日 08:00", "30 Nov 08:00")]
    [InlineData("2026-11-22T08:00:00+08:00", "11月22日 08:00", "22 Nov 08:00")]
    [InlineData("2027-01-03T08:00:00+08:00", "2027年1月3日 08:00", "3 Jan 2027 08:00")]
    public void A_slot_is_said_by_its_place_in_the_week(string at, string chinese, string english)
    {
        Assert.Equal(chinese, In("zh-CN", () => TimeWords.Slot(At(at), Now, Words.Common)));
        Assert.Equal(english, In("en", () => TimeWords.Slot(At(at), Now, Words.Common)));
    }

    [Fact]
    public void The_day_changes_at_midnight_in_Shanghai_not_in_Greenwich()
    {
        // 23:30 and 00:30 in Shanghai are the same day in UTC.
        var late = At("2026-11-25T15:30:00Z");
        Assert.Equal("今天 23:30", In("zh-CN", () => TimeWords.Slot(late, At("2026-11-25T15:59:00Z"), Words.Common)));
        Assert.Equal("昨天 23:30", In("zh-CN", () => TimeWords.Slot(late, At("2026-11-25T16:30:00Z"), Words.Common)));
    }

    [Theory]
    [InlineData("2026-11-25T10:23:30+08:00", "刚刚", "Just now")]
    [InlineData("2026-11-25T09:30:00+08:00", "54 分钟前", "54 min ago")]
    [InlineData("2026-11-25T08:00:00+08:00", "今天 08:00", "Today 08:00")]
    [InlineData("2026-11-24T16:40:00+08:00", "昨天 16:40", "Yesterday 16:40")]
    [InlineData("2026-11-22T16:40:00+08:00", "3 天前", "3 days ago")]
    [InlineData("2026-11-18T16:40:00+08:00", "11月18日", "18 Nov")]
    [InlineData("2025-12-31T16:40:00+08:00", "2025年12月31日", "31 Dec 2025")]
    [InlineData("2026-11-25T12:00:00+08:00", "今天 12:00", "Today 12:00")]
    public void A_past_moment_is_said_by_its_distance(string at, string chinese, string english)
    {
        Assert.Equal(chinese, In("zh-CN", () => TimeWords.Ago(At(at), Now, Words.Common)));
        Assert.Equal(english, In("en", () => TimeWords.Ago(At(at), Now, Words.Common)));
    }

    [Theory]
    [InlineData("2026-11-25T11:00:00+08:00", "还剩 36 分")]
    [InlineData("2026-11-25T11:54:00+08:00", "还剩 1 小时 30 分")]
    [InlineData("2026-11-25T15:00:00+08:00", "15:00")]
    [InlineData("2026-11-26T12:00:00+08:00", "明天 12:00")]
    [InlineData("2026-11-25T08:24:00+08:00", "过了 2 小时")]
    public void A_deadline_says_how_much_is_left(string due, string expected) =>
        Assert.Equal(expected, In("zh-CN", () => TimeWords.Deadline(At(due), Now, Words.Common)));

    [Theory]
    [InlineData(-5, "0 秒")]
    [InlineData(59, "59 秒")]
    [InlineData(60, "1 分")]
    [InlineData(3600, "1 小时")]
    [InlineData(86_400, "1 天")]
    public void A_length_of_time_is_said_in_its_largest_unit(int seconds, string expected) =>
        Assert.Equal(expected, In("zh-CN", () => TimeWords.Span(TimeSpan.FromSeconds(seconds), Words.Common)));

    [Fact]
    public void Hovering_tells_everything_to_the_second() =>
        Assert.Equal("2026年11月25日 周三 10:24:00", In("zh-CN", () => TimeWords.Full(Now, Words.Common)));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static string In(string language, Func<string> say)
    {
        using (Words.In(language))
            return say();
    }
}
