using System.Globalization;

namespace GovAccountConsole.Domain.Posts;

/// <summary>
/// Splits text into overlapping two-character pieces, so that PostgreSQL can find any Chinese word by index (trigram indexes cannot serve two-character words).
/// </summary>
public static class SearchTerms
{
    private const int MostTerms = 200;

    /// <summary>The distinct pieces of <paramref name="texts"/>, lower-cased, white space and punctuation dropped.</summary>
    public static string[] Of(IEnumerable<string> texts) => [.. texts.SelectMany(Pieces).Distinct(StringComparer.Ordinal).Take(MostTerms)];

    /// <summary>The pieces a text must have to contain <paramref name="query"/>; empty when the query has fewer than two characters.</summary>
    public static string[] ForQuery(string query) => [.. query.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(Pieces).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<string> Pieces(string text)
    {
        var run = new List<char>(text.Length);
        foreach (var character in text.ToLower(CultureInfo.InvariantCulture))
        {
            if (char.IsLetterOrDigit(character) || char.IsSurrogate(character))
            {
                run.Add(character);
            }
        }

        for (var start = 0; start + 1 < run.Count; start++)
        {
            yield return new string([run[start], run[start + 1]]);
        }
    }
}
