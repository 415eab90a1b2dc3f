namespace GovAccountConsole.Infrastructure.Data;

/// <summary>Search words as LIKE patterns in which their own <c>%</c> and <c>_</c> mean themselves.</summary>
internal static class LikePattern
{
    /// <summary>The escape character of the patterns.</summary>
    public const string Escape = "\\";

    /// <summary>The longest search that is looked up; what is longer is cut.</summary>
    private const int MostCharacters = 100;

    /// <summary>Matches texts that contain <paramref name="words"/>.</summary>
    public static string Containing(string words)
    {
        var text = words.Trim();
        text = (text.Length > MostCharacters ? text[..MostCharacters] : text).Replace("\0", string.Empty, StringComparison.Ordinal);
        return "%" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal) + "%";
    }
}
