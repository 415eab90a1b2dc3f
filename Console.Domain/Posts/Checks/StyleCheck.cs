using System.Text.RegularExpressions;

namespace GovAccountConsole.Domain.Posts.Checks;

/// <summary>Dates, times and amounts of one article are written in one way (rules.md C4, GB/T 15835).</summary>
internal sealed partial class StyleCheck : IPostCheck
{
    private const int Timeout = 500;

    private static readonly Func<Regex>[][] _families = [[DateInWords, DateInFigures], [ClockInWords, ClockInFigures], [YuanInFigures, YuanInTenThousands]];

    /// <inheritdoc/>
    public IEnumerable<CheckFinding> Look(CheckScene scene, ArticleText text)
    {
        foreach (var family in _families)
        {
            var styles = family.Select(style => First(text, style())).Where(found => found is not null).Select(found => found!.Value).ToArray();
            if (styles.Length > 1)
            {
                var (passage, match) = styles[1];
                yield return text.At("style-mixed", passage, match.Index, match.Length, null, styles[0].Match.Value.Trim(), match.Value.Trim());
            }
        }
    }

    private static (Passage Passage, Match Match)? First(ArticleText text, Regex style)
    {
        foreach (var passage in text.Body.Where(passage => passage.Field == "body"))
        {
            if (style.Match(passage.Text) is { Success: true } match)
            {
                return (passage, match);
            }
        }

        return null;
    }

    [GeneratedRegex("(?<![0-9])[0-9]{1,2}月[0-9]{1,2}[日号]", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex DateInWords();

    [GeneratedRegex("(?<![0-9.])(?:19|20)[0-9]{2}[-/.](?:0?[1-9]|1[0-2])[-/.](?:[12][0-9]|3[01]|0?[1-9])(?![0-9])", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex DateInFigures();

    [GeneratedRegex("(?:上午|下午|晚上|早上|凌晨|中午|晚|早)[ ]?[0-9]{1,2}[ ]?[点时]", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex ClockInWords();

    [GeneratedRegex("(?<![0-9:：])[0-9]{1,2}[:：][0-5][0-9](?![0-9:：])", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex ClockInFigures();

    [GeneratedRegex("(?<![0-9.,])[1-9][0-9]{4,}元", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex YuanInFigures();

    [GeneratedRegex("(?<![0-9.,])[0-9]+(?:\\.[0-9]+)?万元", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex YuanInTenThousands();
}
