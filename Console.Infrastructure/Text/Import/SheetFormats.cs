using System.Globalization;
using System.Xml.Linq;

namespace GovAccountConsole.Infrastructure.Text.Import;

/// <summary>How a workbook wants its numbers read: as days, times, parts of a hundred, or plainly.</summary>
internal sealed class SheetFormats
{
    private readonly List<string> _codes = [];

    /// <summary>Reads styles.xml.</summary>
    public SheetFormats(XElement? styles)
    {
        var own = new Dictionary<int, string>();
        foreach (var format in styles?.Child("numFmts")?.Children("numFmt") ?? [])
        {
            if (SafeXml.Number(format.Get("numFmtId")) is { } id)
            {
                own[id] = format.Get("formatCode") ?? string.Empty;
            }
        }

        foreach (var cell in styles?.Child("cellXfs")?.Children("xf") ?? [])
        {
            var id = SafeXml.Number(cell.Get("numFmtId")) ?? 0;
            _codes.Add(own.GetValueOrDefault(id) ?? BuiltIn(id));
        }
    }

    /// <summary>A number as people read it.</summary>
    public string Said(string value, int style)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
        {
            return value;
        }

        var code = style >= 0 && style < _codes.Count ? _codes[style] : string.Empty;
        // Words in quotes and colours in brackets are not part of the pattern.
        var pattern = string.Concat(code.Split('"').Where((_, index) => index % 2 == 0)).Split(';')[0].ToLowerInvariant();
        var day = pattern.Contains('y', StringComparison.Ordinal) || pattern.Contains('d', StringComparison.Ordinal);
        var time = pattern.Contains('h', StringComparison.Ordinal);
        if ((day || time) && number is >= 0 and < 2_958_466)
        {
            var at = DateTime.FromOADate(number);
            return at.ToString(!day || number < 1 ? "HH:mm" : time ? "yyyy-MM-dd HH:mm" : "yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        return pattern.Contains('%', StringComparison.Ordinal)
            ? (number * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%"
            : number.ToString("0.##########", CultureInfo.InvariantCulture);
    }

    // Numbers below 164 mean formats that no file spells out.
    private static string BuiltIn(int id) => id switch
    {
        9 or 10 => "0%",
        14 or 15 or 16 or 17 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58 => "yyyy-mm-dd",
        18 or 19 or 20 or 21 or (>= 32 and <= 35) or 45 or 46 or 47 or 55 or 56 => "h:mm",
        22 => "yyyy-mm-dd h:mm",
        _ => string.Empty,
    };
}
