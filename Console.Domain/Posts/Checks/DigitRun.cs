using System.Globalization;

namespace GovAccountConsole.Domain.Posts.Checks;

/// <summary>
/// Digits that belong together however they are written: half or full width, Chinese (一三八…, 〇, 幺), with spaces, hyphens, dots or invisible
/// characters between them. Each digit knows its place in the text.
/// </summary>
internal sealed class DigitRun
{
    private const int LongestGap = 2;

    private readonly List<(char Digit, int At)> _digits = [];
    private readonly List<int> _chunks = [];

    /// <summary>Digits only; an X closes an identity number.</summary>
    public string Digits { get; private set; } = string.Empty;

    /// <summary>Index of the first digit of each group written without a gap, and the number of digits at the end.</summary>
    public IReadOnlyList<int> Chunks => _chunks;

    /// <summary>Place of a digit in the text.</summary>
    public int PlaceOf(int digit) => _digits[digit].At;

    /// <summary>All runs of at least <paramref name="least"/> digits.</summary>
    public static IEnumerable<DigitRun> In(string text, int least)
    {
        for (var at = 0; at < text.Length;)
        {
            if (DigitOf(text[at]) is null)
            {
                at++;
                continue;
            }

            var run = new DigitRun();
            var end = run.Take(text, at);
            // A number that goes on with letters is a code of something, not a number of somebody.
            var glued = (at > 0 && char.IsAsciiLetter(text[at - 1])) || (end < text.Length && char.IsAsciiLetter(text[end]));
            if (run.Digits.Length >= least && !glued)
            {
                yield return run;
            }

            at = end;
        }
    }

    private int Take(string text, int start)
    {
        var end = start;
        var gap = 0;
        for (var at = start; at < text.Length && gap <= LongestGap; at++)
        {
            if (DigitOf(text[at]) is { } digit)
            {
                if (_digits.Count == 0 || gap > 0)
                {
                    _chunks.Add(_digits.Count);
                }

                _digits.Add((digit, at));
                gap = 0;
                end = at + 1;
            }
            else if (IsClosingX(text, at) && gap == 0)
            {
                _digits.Add(('X', at));
                end = at + 1;
                break;
            }
            else if (IsGap(text[at]))
            {
                gap++;
            }
            else
            {
                break;
            }
        }

        _chunks.Add(_digits.Count);
        Digits = string.Concat(_digits.Select(digit => digit.Digit));
        return end;
    }

    private bool IsClosingX(string text, int at) =>
        _digits.Count >= 17 && text[at] is 'X' or 'x' or 'Ｘ' or 'ｘ' && (at + 1 == text.Length || !char.IsLetterOrDigit(text[at + 1]) || text[at + 1] > 0x2E80);

    private static bool IsGap(char letter) =>
        letter is ' ' or '\u00a0' or '\u3000' or '-' or '－' or '–' or '‐' or '‑' or '·' or '•' or '.' or '．' or '_' or '\u00ad'
        || (letter is >= '\u2000' and <= '\u200f') || letter is '\u2060' or '\ufeff' or '\u202f';

    private static char? DigitOf(char letter) => letter switch
    {
        >= '0' and <= '9' => letter,
        '〇' or '零' or '○' => '0',
        '一' or '幺' or '壹' => '1',
        '二' or '贰' => '2',
        '三' or '叁' => '3',
        '四' or '肆' => '4',
        '五' or '伍' => '5',
        '六' or '陆' => '6',
        '七' or '柒' => '7',
        '八' or '捌' => '8',
        '九' or '玖' => '9',
        _ when letter > 0x7f && char.GetUnicodeCategory(letter) == UnicodeCategory.DecimalDigitNumber => (char)('0' + (int)char.GetNumericValue(letter)),
        _ => null,
    };
}
