using System.Globalization;
using System.Text.RegularExpressions;

namespace GovAccountConsole.Domain.Posts.Checks;

/// <summary>Times that may be morning or evening (8点), and midnight said so that nobody knows which day (晚上12点).</summary>
internal sealed partial class ClockCheck : IPostCheck
{
    private const int WordsBefore = 18;
    private const int Timeout = 500;
    private const int Named = 5;

    /// <inheritdoc/>
    public IEnumerable<CheckFinding> Look(CheckScene scene, ArticleText text) =>
        text.Passages.Where(passage => passage.Field is "title" or "digest" or "body")
            .SelectMany(passage => Hour().Matches(passage.Text).Where(match => IsAmbiguous(passage.Text, match)).Select(match => text.At("time-ambiguous", passage, match.Index, match.Length, null, match.Value)))
            .Take(Named);

    private static bool IsAmbiguous(string text, Match match)
    {
        var hour = match.Groups["h"] is { Success: true } digits ? int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
        if (hour > 12 || (match.Groups["h"].Success && hour == 0))
        {
            return false;
        }

        // The part of the day holds for the rest of its sentence: 上午 9 点到 11 点半.
        var before = text[Math.Max(0, match.Index - WordsBefore)..match.Index];
        before = before[(before.LastIndexOfAny(['。', '；', '！', '？']) + 1)..];
        if (hour == 12 && Night().IsMatch(before))
        {
            return true;
        }

        return !PartOfDay().IsMatch(before) && !Points().IsMatch(before);
    }

    [GeneratedRegex("(?<![0-9:：.·月])(?:(?<h>[0-9]{1,2})[ ]?(?:点|时(?![间长段候期速代效限装常刻而]))(?![要意建内措原注希体经好说提事创])(?:半|整|钟|[0-9]{1,2}分|[一二三]刻)?|[一二两三四五六七八九十]{1,2}点(?:半|整|钟|[一二三四五六七八九十]{1,3}分))", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Hour();

    [GeneratedRegex("上午|下午|早|晚|凌晨|中午|正午|夜|傍晚|清晨|午后|今晨|明晨|[0-9]{1,2}[:：][0-9]{2}|(?:1[3-9]|2[0-4])[点时]|0[点时]", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex PartOfDay();

    [GeneratedRegex("(?:夜里|晚上|晚|半夜|深夜|凌晨|夜间)[^，。]{0,2}$", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Night();

    [GeneratedRegex("(?:以下|如下|下面|提出|这|几|共|分)[ ]?$", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Points();
}
