using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace GovAccountConsole.Infrastructure.Text.Import;

/// <summary>What stands before a paragraph of a list.</summary>
/// <param name="Ordered">A number, not a bullet.</param>
/// <param name="Number">The number, from 1.</param>
/// <param name="Words">What has to be written out because no list of a web page can show it: 一、 第三条 1.2.</param>
internal sealed record DocxMarker(bool Ordered, int Number, string? Words);

/// <summary>Counts the lists of a Word document as Word does: by list, by level, a higher level starting the lower ones anew.</summary>
internal sealed class DocxNumbering
{
    private const int Levels = 9;
    private const int HighestNumber = 9_999;

    private readonly Dictionary<int, XElement> _abstract = [];
    private readonly Dictionary<int, (int Abstract, XElement Instance)> _lists = [];
    private readonly Dictionary<int, int[]> _counters = [];
    private readonly HashSet<(int List, int Level)> _restarted = [];

    /// <summary>Reads numbering.xml.</summary>
    public DocxNumbering(XElement? root)
    {
        foreach (var plan in root?.Children("abstractNum") ?? [])
        {
            if (SafeXml.Number(plan.Get("abstractNumId")) is { } id)
            {
                _abstract[id] = plan;
            }
        }

        foreach (var list in root?.Children("num") ?? [])
        {
            if (SafeXml.Number(list.Get("numId")) is { } id && SafeXml.Number(list.ValueOf("abstractNumId")) is { } plan)
            {
                _lists[id] = (plan, list);
            }
        }
    }

    /// <summary>Counts one more paragraph and says what stands before it; null for a list that does not exist or shows nothing.</summary>
    public DocxMarker? Next(int list, int level)
    {
        if (!_lists.TryGetValue(list, out var found))
        {
            return null;
        }

        // Lists of one plan go on counting together; where a list says so, it starts anew once.
        if (!_counters.TryGetValue(found.Abstract, out var counters))
        {
            _counters[found.Abstract] = counters = new int[Levels];
        }

        var change = found.Instance.Children("lvlOverride").FirstOrDefault(item => SafeXml.Number(item.Get("ilvl")) == level);
        if (SafeXml.Number(change?.ValueOf("startOverride")) is { } start && _restarted.Add((list, level)))
        {
            counters[level] = Math.Clamp(start, 0, HighestNumber) - 1;
        }
        else if (counters[level] == 0)
        {
            counters[level] = StartOf(found, level) - 1;
        }

        counters[level] = Math.Min(counters[level] + 1, HighestNumber);
        Array.Clear(counters, level + 1, Levels - level - 1);
        var format = FormatOf(found, level);
        return format switch
        {
            "none" => null,
            "bullet" or "picture" => new DocxMarker(false, counters[level], null),
            _ => Ordered(found, level, format, counters),
        };
    }

    private DocxMarker Ordered((int Abstract, XElement Instance) list, int level, string format, int[] counters)
    {
        var pattern = LevelOf(list, level)?.ValueOf("lvlText") ?? string.Empty;
        var plain = format is "decimal" or "decimalZero" or "lowerLetter" or "upperLetter" or "lowerRoman" or "upperRoman" or "decimalFullWidth"
            && pattern.Count(letter => letter == '%') == 1 && pattern.All(letter => letter is '%' or '.' or '、' or ')' or '(' or '）' or '（' or '．' or ' ' or (>= '1' and <= '9'));
        return new DocxMarker(true, counters[level], plain ? null : Written(list, pattern, counters));
    }

    private string Written((int Abstract, XElement Instance) list, string pattern, int[] counters)
    {
        var words = new StringBuilder();
        for (var at = 0; at < pattern.Length && words.Length < 80; at++)
        {
            if (pattern[at] == '%' && at + 1 < pattern.Length && pattern[at + 1] is >= '1' and <= '9')
            {
                var level = pattern[++at] - '1';
                words.Append(Numeral(FormatOf(list, level), Math.Max(1, counters[level])));
            }
            else
            {
                words.Append(pattern[at]);
            }
        }

        return words.ToString();
    }

    private XElement? LevelOf((int Abstract, XElement Instance) list, int level) =>
        list.Instance.Children("lvlOverride").FirstOrDefault(item => SafeXml.Number(item.Get("ilvl")) == level)?.Child("lvl")
        ?? (_abstract.TryGetValue(list.Abstract, out var plan) ? plan.Children("lvl").FirstOrDefault(item => SafeXml.Number(item.Get("ilvl")) == level) : null);

    private int StartOf((int Abstract, XElement Instance) list, int level) => Math.Clamp(SafeXml.Number(LevelOf(list, level)?.ValueOf("start")) ?? 1, 0, HighestNumber);

    private string FormatOf((int Abstract, XElement Instance) list, int level) => LevelOf(list, level)?.ValueOf("numFmt") ?? "decimal";

    private static string Numeral(string format, int number) => format switch
    {
        "chineseCounting" or "chineseCountingThousand" or "chineseLegalSimplified" or "japaneseCounting" or "taiwaneseCounting" or "taiwaneseCountingThousand"
            or "ideographDigital" or "japaneseDigitalTenThousand" or "koreanDigital2" => Chinese(number),
        "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" when number <= 20 => ((char)('①' + number - 1)).ToString(),
        "lowerLetter" when number <= 26 => ((char)('a' + number - 1)).ToString(),
        "upperLetter" when number <= 26 => ((char)('A' + number - 1)).ToString(),
        "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
        "ideographTraditional" when number <= 10 => "甲乙丙丁戊己庚辛壬癸"[number - 1].ToString(),
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    private static string Chinese(int number)
    {
        const string Digits = "零一二三四五六七八九";
        string[] units = ["", "十", "百", "千"];
        var text = number.ToString(CultureInfo.InvariantCulture);
        var words = new StringBuilder();
        for (var at = 0; at < text.Length; at++)
        {
            var digit = text[at] - '0';
            if (digit > 0)
            {
                words.Append(Digits[digit]).Append(units[text.Length - 1 - at]);
            }
            else if (words.Length > 0 && words[^1] != '零' && text[at..].Any(rest => rest != '0'))
            {
                words.Append('零');
            }
        }

        var said = words.ToString();
        return said.StartsWith("一十", StringComparison.Ordinal) ? said[1..] : said;
    }
}
