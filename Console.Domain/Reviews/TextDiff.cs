using System.Text;

namespace GovAccountConsole.Domain.Reviews;

/// <summary>What happened to a piece of text.</summary>
public enum DiffKind
{
    /// <summary>Unchanged.</summary>
    Same,

    /// <summary>New.</summary>
    Inserted,

    /// <summary>Gone.</summary>
    Deleted,
}

/// <summary>A piece of a paragraph.</summary>
/// <param name="Kind">What happened to it.</param>
/// <param name="Text">The words.</param>
public sealed record DiffPart(DiffKind Kind, string Text);

/// <summary>A paragraph of the comparison.</summary>
/// <param name="Before">Its place in the older text; null when it is new.</param>
/// <param name="After">Its place in the newer text; null when it is gone.</param>
/// <param name="Parts">Its pieces in reading order; what is gone stands before what replaces it.</param>
public sealed record DiffParagraph(int? Before, int? After, IReadOnlyList<DiffPart> Parts)
{
    /// <summary>Whether it went elsewhere; <see cref="Parts"/> say what changed on the way.</summary>
    public bool Moved { get; init; }

    /// <summary>Whether nothing changed.</summary>
    public bool IsSame => !Moved && Before is not null && After is not null && Parts.All(part => part.Kind == DiffKind.Same);

    /// <summary>Places where something changed; a replacement counts once.</summary>
    public int Changes => Parts.Where((part, index) =>
        part.Kind != DiffKind.Same && (index == 0 || Parts[index - 1].Kind == DiffKind.Same)).Count();
}

/// <summary>
/// What changed between two texts as a reviewer reads it: paragraphs are matched first, then words (Latin, numbers) or characters (Chinese)
/// inside the matched ones. Work is bounded; what differs too much is shown as replaced.
/// </summary>
public static class TextDiff
{
    private const int MostParagraphEdits = 400;
    private const int MostWordEdits = 600;
    private const int MostPairs = 2500;
    private const int ShortIsland = 3;
    private const double Alike = 0.3;

    /// <summary>Compares two texts, paragraph by paragraph.</summary>
    public static IReadOnlyList<DiffParagraph> Compare(IReadOnlyList<string> before, IReadOnlyList<string> after) =>
        Compare(before, after, text => text, Likeness, CompareWords);

    /// <summary>Compares two sequences of anything that has words, with its own idea of likeness and of what changed inside.</summary>
    internal static IReadOnlyList<DiffParagraph> Compare<T>(
        IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, string> words, Func<T, T, double> likeness, Func<T, T, IReadOnlyList<DiffPart>> parts)
        where T : IEquatable<T>
    {
        var edits = EditScript.Of(before, after, MostParagraphEdits);
        var paragraphs = new List<DiffParagraph>(edits.Count);
        for (var index = 0; index < edits.Count;)
        {
            if (edits[index].Kind == EditKind.Keep)
            {
                var (_, old, current) = edits[index++];
                paragraphs.Add(new DiffParagraph(old, current, [new DiffPart(DiffKind.Same, words(after[current]))]));
                continue;
            }

            var gone = new List<int>();
            var added = new List<int>();
            for (; index < edits.Count && edits[index].Kind != EditKind.Keep; index++)
            {
                if (edits[index].Kind == EditKind.Delete)
                {
                    gone.Add(edits[index].Before);
                }
                else
                {
                    added.Add(edits[index].After);
                }
            }

            Match(before, after, gone, added, words, likeness, parts, paragraphs);
        }

        return paragraphs;
    }

    /// <summary>Compares two paragraphs, word by word.</summary>
    public static IReadOnlyList<DiffPart> CompareWords(string before, string after)
    {
        var old = Words(before);
        var current = Words(after);
        var parts = new List<DiffPart>();
        var (gone, added, same) = (new StringBuilder(), new StringBuilder(), new StringBuilder());
        foreach (var (kind, from, to) in EditScript.Of(old, current, MostWordEdits))
        {
            if (kind == EditKind.Keep)
            {
                Flush(parts, gone, DiffKind.Deleted);
                Flush(parts, added, DiffKind.Inserted);
                same.Append(current[to]);
                continue;
            }

            Flush(parts, same, DiffKind.Same);
            _ = kind == EditKind.Delete ? gone.Append(old[from]) : added.Append(current[to]);
        }

        Flush(parts, gone, DiffKind.Deleted);
        Flush(parts, added, DiffKind.Inserted);
        Flush(parts, same, DiffKind.Same);
        return AbsorbIslands(parts);
    }

    private static void Flush(List<DiffPart> parts, StringBuilder text, DiffKind kind)
    {
        if (text.Length > 0)
        {
            parts.Add(new DiffPart(kind, text.ToString()));
            text.Clear();
        }
    }

    // A Latin word or a number (with its inner points, colons and hyphens) is one word; anything else is one character each.
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsAscii && (Rune.IsLetterOrDigit(rune) || (word.Length > 0 && rune.Value is '.' or ':' or '-' or '%' or '@' or '/' or '_')))
            {
                word.Append(rune.ToString());
                continue;
            }

            if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }

            words.Add(rune.ToString());
        }

        if (word.Length > 0)
        {
            words.Add(word.ToString());
        }

        return words;
    }

    // One or two characters that happen to be common between two changes make the text harder to read, not easier.
    private static List<DiffPart> AbsorbIslands(List<DiffPart> parts)
    {
        for (var index = 1; index < parts.Count - 1; index++)
        {
            var island = parts[index];
            if (island.Kind != DiffKind.Same || island.Text.Length > ShortIsland
                || island.Text.Length > ChangedBefore(parts, index) || island.Text.Length > ChangedAfter(parts, index))
            {
                continue;
            }

            var start = index;
            while (start > 0 && parts[start - 1].Kind != DiffKind.Same)
            {
                start--;
            }

            var end = index;
            while (end < parts.Count - 1 && parts[end + 1].Kind != DiffKind.Same)
            {
                end++;
            }

            var run = parts[start..(end + 1)];
            parts.RemoveRange(start, run.Count);
            parts.InsertRange(start,
            [
                new DiffPart(DiffKind.Deleted, string.Concat(run.Where(part => part.Kind != DiffKind.Inserted).Select(part => part.Text))),
                new DiffPart(DiffKind.Inserted, string.Concat(run.Where(part => part.Kind != DiffKind.Deleted).Select(part => part.Text))),
            ]);
            index = start + 1;
        }

        return parts;
    }

    private static int ChangedBefore(List<DiffPart> parts, int index) =>
        parts.Take(index).Reverse().TakeWhile(part => part.Kind != DiffKind.Same).Select(part => part.Text.Length).DefaultIfEmpty(0).Max();

    private static int ChangedAfter(List<DiffPart> parts, int index) =>
        parts.Skip(index + 1).TakeWhile(part => part.Kind != DiffKind.Same).Select(part => part.Text.Length).DefaultIfEmpty(0).Max();

    // Of a run of removed and a run of added paragraphs, those that resemble each other are one changed paragraph; order is kept.
    private static void Match<T>(
        IReadOnlyList<T> before, IReadOnlyList<T> after, List<int> gone, List<int> added, Func<T, string> words, Func<T, T, double> likeness,
        Func<T, T, IReadOnlyList<DiffPart>> parts, List<DiffParagraph> paragraphs)
    {
        var (nextGone, nextAdded) = (0, 0);
        foreach (var (left, right) in Pairs(before, after, gone, added, likeness))
        {
            Alone(left, right);
            paragraphs.Add(new DiffParagraph(gone[left], added[right], parts(before[gone[left]], after[added[right]])));
            (nextGone, nextAdded) = (left + 1, right + 1);
        }

        Alone(gone.Count, added.Count);

        void Alone(int untilGone, int untilAdded)
        {
            for (; nextGone < untilGone; nextGone++)
            {
                paragraphs.Add(new DiffParagraph(gone[nextGone], null, [new DiffPart(DiffKind.Deleted, words(before[gone[nextGone]]))]));
            }

            for (; nextAdded < untilAdded; nextAdded++)
            {
                paragraphs.Add(new DiffParagraph(null, added[nextAdded], [new DiffPart(DiffKind.Inserted, words(after[added[nextAdded]]))]));
            }
        }
    }

    private static List<(int Left, int Right)> Pairs<T>(IReadOnlyList<T> before, IReadOnlyList<T> after, List<int> gone, List<int> added, Func<T, T, double> alike)
    {
        if (gone.Count * added.Count is 0 or > MostPairs)
        {
            return [];
        }

        var best = new double[gone.Count + 1, added.Count + 1];
        for (var left = gone.Count - 1; left >= 0; left--)
        {
            for (var right = added.Count - 1; right >= 0; right--)
            {
                var paired = alike(before[gone[left]], after[added[right]]) is >= Alike and var likeness ? likeness + best[left + 1, right + 1] : 0;
                best[left, right] = Math.Max(paired, Math.Max(best[left + 1, right], best[left, right + 1]));
            }
        }

        var pairs = new List<(int, int)>();
        for (var (left, right) = (0, 0); left < gone.Count && right < added.Count;)
        {
            if (best[left, right] <= best[left + 1, right])
            {
                left++;
            }
            else if (best[left, right] <= best[left, right + 1])
            {
                right++;
            }
            else
            {
                pairs.Add((left++, right++));
            }
        }

        return pairs;
    }

    /// <summary>Sørensen–Dice over pairs of neighbouring characters, 0 to 1.</summary>
    internal static double Likeness(string left, string right)
    {
        if (left.Length < 2 || right.Length < 2)
        {
            return left == right ? 1 : 0;
        }

        var counts = new Dictionary<(char, char), int>();
        for (var index = 0; index + 1 < left.Length; index++)
        {
            var pair = (left[index], left[index + 1]);
            counts[pair] = counts.GetValueOrDefault(pair) + 1;
        }

        var common = 0;
        for (var index = 0; index + 1 < right.Length; index++)
        {
            var pair = (right[index], right[index + 1]);
            if (counts.GetValueOrDefault(pair) is > 0 and var count)
            {
                counts[pair] = count - 1;
                common++;
            }
        }

        return 2.0 * common / (left.Length + right.Length - 2);
    }
}
