using System.Runtime.InteropServices;
using GovAccountConsole.Domain.Posts;

namespace GovAccountConsole.Domain.Reviews.Remarks;

/// <summary>What became of a passage in a later revision.</summary>
public enum PlaceState
{
    /// <summary>The words stand there, perhaps elsewhere.</summary>
    Kept,

    /// <summary>The place was found, its words are others now.</summary>
    Changed,

    /// <summary>Neither the words nor the place are there any more.</summary>
    Gone,
}

/// <summary>Where a passage stands in a revision.</summary>
/// <param name="State">What became of it.</param>
/// <param name="Article">The article, from 0; where gone, the one it stood in.</param>
/// <param name="Start">Where it begins in the text of its field; 0 where gone.</param>
/// <param name="Length">How long it is now; 0 where gone.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Place(PlaceState State, int Article, int Start, int Length);

/// <summary>
/// Finds a passage of one revision again in another: by its words, the words around it and its old place, in this order
/// (docs/decisions/0018). Never guesses: what is not found with reason is gone, and the old words are shown instead.
/// </summary>
public static class Anchoring
{
    // Words this long do not stand in two places by chance.
    private const int Telling = 12;

    // Shorter ones, unique before and after, may have moved; below this they need their neighbours.
    private const int Recognisable = 4;
    private const double EnoughContext = 0.3;
    private const int MostOccurrences = 200;

    /// <summary>Every place of <paramref name="words"/> in <paramref name="text"/>, in order; at most 200.</summary>
    public static IEnumerable<int> Occurrences(string text, string words)
    {
        var at = words.Length == 0 ? -1 : text.IndexOf(words, StringComparison.Ordinal);
        for (var count = 0; at >= 0 && count < MostOccurrences; count++)
        {
            yield return at;
            at = text.IndexOf(words, at + 1, StringComparison.Ordinal);
        }
    }

    /// <summary>Where <paramref name="passage"/> stands in <paramref name="articles"/>.</summary>
    public static Place Find(Passage passage, IReadOnlyList<Article> articles) =>
        Find(passage, [.. articles.Select(article => Passage.TextOf(article, passage.Field))]);

    /// <summary>Where <paramref name="passage"/> stands among the texts of its field, one per article.</summary>
    public static Place Find(Passage passage, IReadOnlyList<string> texts)
    {
        var exact = Exact(passage, texts);
        if (exact is not null || passage.IsPicture)
        {
            return exact ?? Gone(passage);
        }

        // The article it stood in first: another one is looked at only when it is not there.
        foreach (var article in Order(passage, texts.Count))
        {
            if (Alignment.Of(passage, texts[article]) is { } found)
            {
                return new Place(PlaceState.Changed, article, found.Start, found.Length);
            }
        }

        return Gone(passage);
    }

    private static Place Gone(Passage passage) => new(PlaceState.Gone, passage.Article, 0, 0);

    private static IEnumerable<int> Order(Passage passage, int articles) =>
        Enumerable.Range(0, articles).OrderBy(article => article != passage.Article);

    private static Place? Exact(Passage passage, IReadOnlyList<string> texts)
    {
        var places = texts.SelectMany((text, article) => Occurrences(text, passage.Quote).Select(start => (Article: article, Start: start))).ToList();
        if (places.Count == 0)
        {
            return null;
        }

        var (score, context, best) = places.Select(place =>
        {
            var text = texts[place.Article];
            var around = Context(passage, text, place.Start);
            var near = 1 - Math.Min(1.0, Math.Abs(place.Start - passage.Offset) / (double)Math.Max(1, text.Length));
            return (Score: 2 * around + 0.5 * near + (place.Article == passage.Article ? 0.3 : 0), Context: around, Place: place);
        }).MaxBy(row => row.Score);
        var certain = context >= EnoughContext || passage.Quote.Length >= Telling
            || (passage.IsPicture || passage.Quote.Length >= Recognisable) && passage.Alone && places.Count == 1;
        return score >= 0 && certain ? new Place(PlaceState.Kept, best.Article, best.Start, passage.Quote.Length) : null;
    }

    // How much of what stood on both sides stands there still, 0 to 1. The edge of a text is a neighbour like any other.
    private static double Context(Passage passage, string text, int start)
    {
        var end = start + passage.Quote.Length;
        var before = Math.Min(passage.Before.Length, start);
        var left = Side(Math.Max(passage.Before.Length, start > 0 && passage.Before.Length == 0 ? 1 : 0), before, index => passage.Before[^(index + 1)] == text[start - index - 1]);
        var right = Side(
            Math.Max(passage.After.Length, end < text.Length && passage.After.Length == 0 ? 1 : 0), Math.Min(passage.After.Length, text.Length - end),
            index => passage.After[index] == text[end + index]);
        return (left + right) / 2;

        // The nearest characters say the most: ten of them count as much as all forty.
        static double Side(int expected, int available, Func<int, bool> same)
        {
            if (expected == 0)
            {
                return 1;
            }

            var common = 0;
            while (common < available && same(common))
            {
                common++;
            }

            return Math.Max(common / (double)expected, Math.Min(1, common / 10.0));
        }
    }
}
