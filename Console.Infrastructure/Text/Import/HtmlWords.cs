using System.Text;
using System.Text.RegularExpressions;

namespace GovAccountConsole.Infrastructure.Text.Import;

/// <summary>Words from documents as HTML text.</summary>
internal static partial class HtmlWords
{
    /// <summary>Text between tags.</summary>
    public static string Text(string words) =>
        words.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>The value of a quoted attribute.</summary>
    public static string Attribute(string words) => Text(words).Replace("\"", "&quot;", StringComparison.Ordinal);

    /// <summary>Spaces that stood for layout become one; invisible characters go.</summary>
    public static string Spaced(string words)
    {
        var kept = new StringBuilder(words.Length);
        foreach (var letter in words)
        {
            switch (letter)
            {
                case '\u200B' or '\uFEFF' or '\u00AD':
                    break;
                case '\u00A0' or '\t' or '\r' or '\n' or '\v' or '\f':
                    kept.Append(' ');
                    break;
                case < ' ':
                    break;
                default:
                    kept.Append(letter);
                    break;
            }
        }

        return Spaces().Replace(kept.ToString(), " ");
    }

    /// <summary>Cuts to a length without tearing a character in two.</summary>
    public static string Cut(string words, int length) =>
        words.Length <= length ? words : words[..(char.IsHighSurrogate(words[length - 1]) ? length - 1 : length)];

    [GeneratedRegex(" {2,}", RegexOptions.None, 1000)]
    private static partial Regex Spaces();
}
