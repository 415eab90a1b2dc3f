using System.Globalization;
using System.Text.RegularExpressions;

namespace GovAccountConsole.Domain.Posts.Checks;

/// <summary>
/// Dates that do not match their weekday, that do not exist, or that do not match 明天 or 本周六. A year that is not written is the one that
/// brings the date nearest to the day people will read it; relative days are told only for a planned day.
/// </summary>
internal sealed partial class WeekdayCheck : IPostCheck
{
    private const string Names = "日一二三四五六";
    private const int Timeout = 500;
    private const int Soon = 60;

    /// <inheritdoc/>
    public IEnumerable<CheckFinding> Look(CheckScene scene, ArticleText text)
    {
        var bare = false;
        foreach (var passage in text.Passages.Where(passage => passage.Field is "title" or "digest" or "body"))
        {
            foreach (Match match in Dated().Matches(passage.Text))
            {
                if (OfDate(scene, text, passage, match) is { } finding)
                {
                    yield return finding;
                }
                else if (!bare && !match.Groups["w"].Success && passage.Field == "body" && NoticeFactsCheck.IsNotice(text.Article) && WithoutWeekday(scene, text, passage, match) is { } advice)
                {
                    bare = true;
                    yield return advice;
                }
            }

            foreach (Match match in WeekdayFirst().Matches(passage.Text))
            {
                if (OfWeekday(scene, text, passage, match) is { } finding)
                {
                    yield return finding;
                }
            }

            foreach (Match match in RelativeDay().Matches(passage.Text))
            {
                if (scene.Planned && OfRelative(scene, text, passage, match) is { } finding)
                {
                    yield return finding;
                }
            }
        }
    }

    private static CheckFinding? OfDate(CheckScene scene, ArticleText text, Passage passage, Match match)
    {
        if (DateOf(match, scene.Day) is not { } date)
        {
            return text.At("date-impossible", passage, match.Index, match.Length, null, match.Value);
        }

        if (!match.Groups["w"].Success || Weekday(match) == date.DayOfWeek)
        {
            return null;
        }

        return Wrong(text, passage, match, date);
    }

    private static CheckFinding? WithoutWeekday(CheckScene scene, ArticleText text, Passage passage, Match match) =>
        DateOf(match, scene.Day) is { } date && date >= scene.Day && date.DayNumber - scene.Day.DayNumber <= Soon && match.Value is [.., '日' or '号']
            ? text.At("date-no-weekday", passage, match.Index, match.Length, $"{match.Value}（周{NameOf(date)}）", match.Value, NameOf(date))
            : null;

    // 这周六（28日）: the day of the month must be that weekday; of a planned post also in that week.
    private static CheckFinding? OfWeekday(CheckScene scene, ArticleText text, Passage passage, Match match)
    {
        if (DateOf(match, scene.Day) is not { } date)
        {
            return text.At("date-impossible", passage, match.Index, match.Length, null, match.Value);
        }

        if (Weekday(match) != date.DayOfWeek)
        {
            return Wrong(text, passage, match, date);
        }

        var weeks = match.Groups["rel"].Value switch { "本" or "这" => 0, "下" => 1, "上" => -1, _ => (int?)null };
        return scene.Planned && weeks is { } ahead && MondayOf(date).DayNumber != MondayOf(scene.Day).DayNumber + (7 * ahead)
            ? text.At("date-relative", passage, match.Index, match.Length, null, match.Value, Said(scene.Day))
            : null;
    }

    private static CheckFinding? OfRelative(CheckScene scene, ArticleText text, Passage passage, Match match)
    {
        var ahead = match.Groups["word"].Value[0] switch { '明' => 1, '后' => 2, '昨' => -1, _ => 0 };
        var meant = scene.Day.AddDays(ahead);
        if (DateOf(match, scene.Day) is not { } date || date == meant)
        {
            return null;
        }

        var day = match.Groups["d"];
        var month = match.Groups["m"];
        var fix = match.Value;
        fix = fix.Remove(day.Index - match.Index, day.Length).Insert(day.Index - match.Index, meant.Day.ToString(CultureInfo.InvariantCulture));
        if (month.Success)
        {
            fix = fix.Remove(month.Index - match.Index, month.Length).Insert(month.Index - match.Index, meant.Month.ToString(CultureInfo.InvariantCulture));
        }

        return text.At("date-relative", passage, match.Index, match.Length, fix, match.Value, Said(scene.Day));
    }

    private static CheckFinding Wrong(ArticleText text, Passage passage, Match match, DateOnly date)
    {
        var weekday = match.Groups["w"];
        var fix = match.Value.Remove(weekday.Index - match.Index, 1).Insert(weekday.Index - match.Index, NameOf(date));
        return text.At("date-weekday", passage, match.Index, match.Length, fix, Said(date), NameOf(date), weekday.Value);
    }

    private static DateOnly? DateOf(Match match, DateOnly near)
    {
        var day = Number(match.Groups["d"])!.Value;
        var month = Number(match.Groups["m"]);
        var candidates = Number(match.Groups["y"]) is { } year
            ? [(Year: year, Month: month ?? near.Month)]
            : month is { } known
                ? Enumerable.Range(near.Year - 1, 3).Select(y => (Year: y, Month: known))
                : Enumerable.Range(-1, 3).Select(step => near.AddDays(1 - near.Day).AddMonths(step)).Select(first => (first.Year, first.Month));
        return candidates.Where(row => row.Year is > 1900 and < 9000 && row.Month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(row.Year, row.Month))
            .Select(row => (DateOnly?)new DateOnly(row.Year, row.Month, day))
            .MinBy(date => Math.Abs(date!.Value.DayNumber - near.DayNumber));
    }

    private static int? Number(Group group) => group.Success ? int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    private static DayOfWeek Weekday(Match match) => match.Groups["w"].Value is "天" ? DayOfWeek.Sunday : (DayOfWeek)Names.IndexOf(match.Groups["w"].Value, StringComparison.Ordinal);

    private static string NameOf(DateOnly date) => Names[(int)date.DayOfWeek].ToString();

    private static string Said(DateOnly date) => string.Create(CultureInfo.InvariantCulture, $"{date.Year}年{date.Month}月{date.Day}日");

    private static DateOnly MondayOf(DateOnly date) => date.AddDays(-(((int)date.DayOfWeek + 6) % 7));

    [GeneratedRegex("(?<![0-9])(?:(?<y>[0-9]{4})年)?(?<m>[0-9]{1,2})月(?<d>[0-9]{1,2})[日号](?:[ 　]?[（(，,、]?[ 　]?(?:星期|礼拜|周)(?<w>[一二三四五六日天])(?![边围期岁到末至、和])[）)]?)?", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Dated();

    [GeneratedRegex("(?<rel>[本这下上])?个?(?:星期|礼拜|周)(?<w>[一二三四五六日天])[ 　]?[（(](?:(?<y>[0-9]{4})年)?(?:(?<m>[0-9]{1,2})月)?(?<d>[0-9]{1,2})[日号][）)]?", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex WeekdayFirst();

    [GeneratedRegex("(?<word>今天|今日|今晚|今晨|明天|明日|明晚|明晨|后天|昨天|昨日|昨晚)[ 　]?[（(，,]?[ 　]?(?:(?<y>[0-9]{4})年)?(?:(?<m>[0-9]{1,2})月)?(?<d>[0-9]{1,2})[日号][）)]?", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex RelativeDay();
}
