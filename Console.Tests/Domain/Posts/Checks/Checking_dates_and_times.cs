using GovAccountConsole.Domain.Posts.Checks;

namespace GovAccountConsole.Tests.Domain.Posts.Checks;

public sealed class Checking_dates_and_times
{
    [Theory]
    [InlineData("11月28日（周五）上午9点", "11月28日（周五）", "11月28日（周六）")]
    [InlineData("2026年11月28日 星期日", "2026年11月28日 星期日", "2026年11月28日 星期六")]
    [InlineData("1月1日，周四", "1月1日，周四", "1月1日，周五")]
    [InlineData("这周六（29日）上午9点", "这周六（29日）", "这周日（29日）")]
    public void A_date_that_is_another_weekday_is_named_with_the_right_one(string text, string words, string fix)
    {
        var finding = CheckedText.Found(text, "date-weekday");
        Assert.Equal((words, fix), (finding?.Words, finding?.Fix));
    }

    [Theory]
    [InlineData("11月28日（周六）上午9点")]
    [InlineData("这周六（28日）上午9点")]
    [InlineData("12月31日（周四）晚上")]
    [InlineData("1月2日，周末照常")]
    [InlineData("11月28日周边道路")]
    public void A_right_weekday_stays(string text) => Assert.Null(CheckedText.Found(text, "date-weekday"));

    [Fact]
    public void A_day_that_does_not_exist_is_named() => Assert.Equal("2月30日", CheckedText.Found("2月30日开始", "date-impossible")?.Words);

    [Theory]
    [InlineData("明天（11月28日）停水", "明天（11月26日）")]
    [InlineData("今天（24日）停水", "今天（25日）")]
    public void Tomorrow_is_told_from_the_planned_day(string text, string fix)
    {
        Assert.Null(CheckedText.Found(text, "date-relative"));
        var finding = Assert.Single(CheckedText.Of(CheckedText.Scene(text) with { Planned = true }).Findings, finding => finding.Code == "date-relative");
        Assert.Equal(fix, finding.Fix);
    }

    [Theory]
    [InlineData("本周六（28日）上午9点", false)]
    [InlineData("下周六（28日）上午9点", true)]
    public void This_weeks_Saturday_lies_in_the_planned_week(string text, bool found) =>
        Assert.Equal(found, CheckedText.Of(CheckedText.Scene(text) with { Planned = true }).Findings.Any(finding => finding.Code == "date-relative"));

    [Theory]
    [InlineData("8点到人民广场", "8点")]
    [InlineData("请在3时30分前到", "3时30分")]
    [InlineData("八点半集合", "八点半")]
    [InlineData("晚上12点封路", "12点")]
    public void An_hour_that_may_be_morning_or_evening_is_named(string text, string words) => Assert.Equal(words, CheckedText.Found(text, "time-ambiguous")?.Words);

    [Theory]
    [InlineData("上午 9 点到 11 点半")]
    [InlineData("20点封路")]
    [InlineData("中午12点")]
    [InlineData("22:00 到次日 6 点")]
    [InlineData("提出3点要求")]
    [InlineData("服务8小时")]
    [InlineData("有3点建议")]
    public void An_hour_that_is_clear_stays(string text) => Assert.Null(CheckedText.Found(text, "time-ambiguous"));

    [Theory]
    [InlineData("11月28日开始，2026-11-30结束", "2026-11-30")]
    [InlineData("上午9点开始，17:30结束", "17:30")]
    public void One_style_of_figures_is_kept(string text, string words) => Assert.Equal(words, CheckedText.Found(text, "style-mixed")?.Words);

    [Fact]
    public void A_notice_says_the_weekday_once()
    {
        var found = CheckedText.In("我局11月28日、11月29日上午9点在大厅办理，请拨打电话12345咨询。", "停水通知").Where(finding => finding.Code == "date-no-weekday").ToArray();
        Assert.Equal("11月28日（周六）", Assert.Single(found).Fix);
        Assert.Null(CheckedText.Found("11月28日办理", "date-no-weekday"));
    }
}
