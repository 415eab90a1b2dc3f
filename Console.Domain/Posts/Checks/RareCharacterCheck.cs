using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace GovAccountConsole.Domain.Posts.Checks;

/// <summary>
/// Share of characters that readers seldom meet. rules.md C4 names the 3,500 first-level characters of 通用规范汉字表; what is built in is the
/// first level of GB 2312-1980 (3,755 characters in common use), read off the encoding itself, which nearly contains them.
/// </summary>
public sealed class RareCharacterCheck : IPostCheck
{
    private const int FirstRow = 0xB0;
    private const int LastRow = 0xD7;
    private const int FirstCell = 0xA1;
    private const int LastCell = 0xFE;
    private const int EnoughToMeasure = 100;
    private const int Named = 5;

    private static readonly Lazy<FrozenSet<char>> _common = new(FirstLevel);

    /// <summary>Number of characters that count as common.</summary>
    public static int Known => _common.Value.Count;

    /// <summary>Whether a character is a rare Chinese one.</summary>
    public static bool IsRare(char letter) => letter is >= '\u4e00' and <= '\u9fff' && !_common.Value.Contains(letter);

    /// <inheritdoc/>
    public IEnumerable<CheckFinding> Look(CheckScene scene, ArticleText text)
    {
        var (all, rare) = (0, 0);
        (Passage Passage, int At)? first = null;
        var named = new List<char>();
        foreach (var passage in text.Body.Where(passage => passage.Field == "body"))
        {
            for (var at = 0; at < passage.Text.Length; at++)
            {
                if (passage.Text[at] is not (>= '\u4e00' and <= '\u9fff'))
                {
                    continue;
                }

                all++;
                if (!IsRare(passage.Text[at]))
                {
                    continue;
                }

                rare++;
                first ??= (passage, at);
                if (named.Count < Named && !named.Contains(passage.Text[at]))
                {
                    named.Add(passage.Text[at]);
                }
            }
        }

        var limit = scene.Profile.LimitOf(CheckLimits.RareShare);
        if (first is { } place && all >= EnoughToMeasure && rare * 100 > limit * all)
        {
            yield return text.At(
                "rare-characters", place.Passage, place.At, 1, null,
                string.Create(CultureInfo.InvariantCulture, $"{rare * 100.0 / all:0.0}"), limit, string.Join('、', named));
        }
    }

    // Rows 16 to 55 of GB 2312; the last five cells of row 55 are empty.
    private static FrozenSet<char> FirstLevel()
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding("gb2312", EncoderFallback.ExceptionFallback, new DecoderReplacementFallback("?"))!;
        var letters = new HashSet<char>();
        for (var row = FirstRow; row <= LastRow; row++)
        {
            for (var cell = FirstCell; cell <= LastCell; cell++)
            {
                if (encoding.GetString([(byte)row, (byte)cell]) is [>= '\u4e00' and <= '\u9fff' and var letter])
                {
                    letters.Add(letter);
                }
            }
        }

        return letters.ToFrozenSet();
    }
}
