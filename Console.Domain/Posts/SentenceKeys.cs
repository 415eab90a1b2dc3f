using System.Globalization;
using System.Text;
using GovAccountConsole.Domain.Posts.Checks;

namespace GovAccountConsole.Domain.Posts;

/// <summary>
/// Finds the revisions that hold a sentence without reading them all: a text falls into clauses at its punctuation, and each clause is known by a
/// number. A pasted sentence has the same clauses, wherever its markup and spaces were.
/// </summary>
public static class SentenceKeys
{
    /// <summary>Shortest clause that is kept, in letters and digits.</summary>
    public const int ShortestClause = 4;

    private const uint Offset = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>The numbers of everything citizens read in the content.</summary>
    public static int[] Of(PostContent content) => [.. Passages(content).SelectMany(Clauses).Select(Number).Distinct().Order()];

    /// <summary>
    /// The numbers a text must have to hold <paramref name="words"/>: of the clauses that are certainly whole. The first and the last may have been cut
    /// when they were copied, so they count only when nothing else does not.
    /// </summary>
    public static int[] ForQuery(string words)
    {
        var clauses = Clauses(words).ToList();
        return [.. (clauses.Count > 2 ? clauses[1..^1] : []).Select(Number).Distinct()];
    }

    /// <summary>The numbers of all clauses of <paramref name="words"/>, taken as whole.</summary>
    public static int[] Whole(string words) => [.. Clauses(words).Select(Number).Distinct()];

    /// <summary>Letters and digits alone, lower-cased: the form in which a sentence is looked for.</summary>
    public static string Letters(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (IsLetter(character))
            {
                letters.Append(char.ToLower(character, CultureInfo.InvariantCulture));
            }
        }

        return letters.ToString();
    }

    /// <summary>The passages people read: title and digest of every article, and its paragraphs.</summary>
    public static IEnumerable<string> Passages(PostContent content) =>
        content.Articles.SelectMany(article => new[] { article.Title, article.Digest }.Concat(HtmlText.Paragraphs(article.ContentHtml)));

    private static IEnumerable<string> Clauses(string text)
    {
        var run = new StringBuilder();
        foreach (var character in text)
        {
            if (IsLetter(character))
            {
                run.Append(char.ToLower(character, CultureInfo.InvariantCulture));
            }
            else if (!char.IsWhiteSpace(character))
            {
                if (run.Length >= ShortestClause)
                {
                    yield return run.ToString();
                }

                run.Clear();
            }
        }

        if (run.Length >= ShortestClause)
        {
            yield return run.ToString();
        }
    }

    private static bool IsLetter(char character) => char.IsLetterOrDigit(character) || char.IsSurrogate(character);

    // FNV-1a: the same on every machine and in every version. Two clauses with one number do no harm, the text itself is compared afterwards.
    private static int Number(string clause)
    {
        var hash = Offset;
        foreach (var value in Encoding.UTF8.GetBytes(clause))
        {
            hash = unchecked((hash ^ value) * Prime);
        }

        return unchecked((int)hash);
    }
}
