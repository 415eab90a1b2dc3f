using System.Text;
using GovAccountConsole.Simulator.State;

namespace GovAccountConsole.Simulator.Drafts;

/// <summary>Inline style survives, but for position, anything that runs, and pictures of other hosts.</summary>
internal static class InlineStyle
{
    private static readonly string[] Dropped = ["position", "behavior", "-moz-binding", "z-index"];
    private static readonly string[] Dangerous = ["expression(", "javascript:", "@import", "</", "<!--"];

    public static string? Filter(string style, PublicAddress address)
    {
        var kept = new StringBuilder();
        foreach (var declaration in Declarations(style))
        {
            var colon = declaration.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0)
            {
                continue;
            }
            var name = declaration[..colon].Trim().ToLowerInvariant();
            var value = declaration[(colon + 1)..].Trim();
            if (value.Length > 0 && !Dropped.Contains(name, StringComparer.Ordinal) && IsHarmless(value, address))
            {
                kept.Append(name).Append(": ").Append(value).Append("; ");
            }
        }
        return kept.Length == 0 ? null : kept.ToString().TrimEnd();
    }

    private static bool IsHarmless(string value, PublicAddress address)
    {
        if (value.Contains('\\', StringComparison.Ordinal) || Dangerous.Any(word => value.Contains(word, StringComparison.OrdinalIgnoreCase)))
        {
            return false;
        }
        var at = 0;
        while ((at = value.IndexOf("url(", at, StringComparison.OrdinalIgnoreCase)) >= 0)
        {
            var end = value.IndexOf(')', at);
            if (end < 0 || !address.IsImage(value[(at + 4)..end].Trim().Trim('"', '\'')))
            {
                return false;
            }
            at = end;
        }
        return true;
    }

    private static IEnumerable<string> Declarations(string style)
    {
        var (start, depth, quote) = (0, 0, '\0');
        for (var i = 0; i < style.Length; i++)
        {
            var letter = style[i];
            if (quote != '\0')
            {
                quote = letter == quote ? '\0' : quote;
            }
            else if (letter is '"' or '\'')
            {
                quote = letter;
            }
            else if (letter == '(')
            {
                depth++;
            }
            else if (letter == ')')
            {
                depth = Math.Max(0, depth - 1);
            }
            else if (letter == ';' && depth == 0)
            {
                yield return style[start..i];
                start = i + 1;
            }
        }
        yield return style[start..];
    }
}
