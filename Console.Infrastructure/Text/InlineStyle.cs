using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace GovAccountConsole.Infrastructure.Text;

/// <summary>Keeps the harmless declarations of a style attribute, strictly: anything not plainly a size, a word or a colour goes.</summary>
internal static partial class InlineStyle
{
    private static readonly FrozenSet<string> Properties = Names().ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Functions = new[] { "rgb", "rgba", "hsl", "hsla" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The declarations that stay, in order, the last of each property; notes dropped properties.</summary>
    public static string Clean(string style, SortedSet<string> dropped)
    {
        var kept = new List<(string Property, string Value)>();
        foreach (var declaration in style.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = declaration.IndexOf(':', StringComparison.Ordinal);
            var property = (colon < 0 ? declaration : declaration[..colon]).Trim().ToLowerInvariant();
            var value = colon < 0 ? "" : Spaces().Replace(declaration[(colon + 1)..], " ").Trim();
            if (Properties.Contains(property) && IsPlain(value))
            {
                kept.RemoveAll(earlier => earlier.Property == property);
                kept.Add((property, value));
            }
            else if (PropertyName().IsMatch(property))
            {
                dropped.Add("style:" + property);
            }
        }

        return string.Join("; ", kept.Select(item => $"{item.Property}: {item.Value}"));
    }

    private static bool IsPlain(string value) =>
        value.Length is > 0 and <= 120
        && PlainValue().IsMatch(value)
        && Function().Matches(value).All(match => Functions.Contains(match.Groups["name"].Value));

    private static IEnumerable<string> Names()
    {
        string[] plain =
        [
            "color", "background-color", "font-size", "font-weight", "font-style", "text-align", "text-align-last", "text-decoration", "text-decoration-line",
            "text-indent", "line-height", "letter-spacing", "width", "max-width", "min-width", "height", "max-height", "vertical-align", "white-space",
            "word-break", "overflow-wrap", "box-sizing", "list-style-type", "border-radius", "border-collapse", "border-spacing", "table-layout",
        ];
        string[] boxes = ["margin", "padding", "border"];
        string[] sides = ["top", "right", "bottom", "left"];
        string[] strokes = ["color", "style", "width"];
        return
        [
            .. plain,
            .. boxes,
            .. boxes.SelectMany(box => sides.Select(side => $"{box}-{side}")),
            .. strokes.Select(stroke => $"border-{stroke}"),
            .. sides.SelectMany(side => strokes.Select(stroke => $"border-{side}-{stroke}")),
        ];
    }

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex("^[a-z-]{1,40}$", RegexOptions.None, 1000)]
    private static partial Regex PropertyName();

    // No quote, backslash, colon, slash, "<", "!" or negative number: nothing that could load, hide by displacement, or be read twice.
    [GeneratedRegex(@"^(?!.*(?:^|[\s,(])-)[a-zA-Z0-9#%., ()-]+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PlainValue();

    [GeneratedRegex(@"(?<name>[a-zA-Z-]*)\(", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Function();
}
