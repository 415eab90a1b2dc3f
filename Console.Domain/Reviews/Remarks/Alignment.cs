namespace GovAccountConsole.Domain.Reviews.Remarks;

/// <summary>
/// Finds a changed passage: pieces of the old words and their neighbours vote for a place, then the cheapest way of turning old into new (Sellers' alignment,
/// free at both ends of the text) says which words of today stand for the old ones.
/// </summary>
internal static class Alignment
{
    private const int Gram = 3;
    private const int BucketWidth = 16;
    private const int MostBuckets = 3;
    private const int ShortText = 100;

    // Half of the words must be the same, or what stands on both sides must hold the place.
    private const double AlikeEnough = 0.5;
    private const double HeldByBothSides = 0.6;

    public static (int Start, int Length)? Of(Passage passage, string text)
    {
        var pattern = passage.Before + passage.Quote + passage.After;
        (int Start, int Length, double Alike)? best = null;
        foreach (var shift in Shifts(pattern, text, passage))
        {
            var slack = Math.Max(40, passage.Quote.Length);
            var from = Math.Clamp(shift - slack, 0, text.Length);
            var to = Math.Clamp(shift + pattern.Length + slack, from, text.Length);
            if (Align(passage, pattern, text.AsSpan(from, to - from)) is { } found && (best is null || found.Alike > best.Value.Alike))
            {
                best = (from + found.Start, found.Length, found.Alike);
            }
        }

        return best is { } place ? (place.Start, place.Length) : null;
    }

    // Where the pattern would begin in the text, by how many of its pieces say so; nearest to the old place first among equals.
    private static IEnumerable<int> Shifts(string pattern, string text, Passage passage)
    {
        if (pattern.Length < Gram || text.Length < Gram || text.Length <= ShortText)
        {
            // A title is looked at whole.
            return text.Length is > 0 and <= ShortText ? [0] : [];
        }

        var pieces = Enumerable.Range(0, pattern.Length - Gram + 1).ToLookup(at => pattern.Substring(at, Gram), StringComparer.Ordinal);
        var votes = new Dictionary<int, int>();
        for (var at = 0; at + Gram <= text.Length; at++)
        {
            foreach (var piece in pieces[text.Substring(at, Gram)])
            {
                var bucket = (int)Math.Floor((at - piece) / (double)BucketWidth);
                votes[bucket] = votes.GetValueOrDefault(bucket) + 1;
            }
        }

        var expected = passage.Offset - passage.Before.Length;
        return votes.OrderByDescending(row => row.Value + votes.GetValueOrDefault(row.Key + 1)).ThenBy(row => Math.Abs(row.Key * BucketWidth - expected))
            .Take(MostBuckets).Select(row => row.Key * BucketWidth);
    }

    private static (int Start, int Length, double Alike)? Align(Passage passage, string pattern, ReadOnlySpan<char> window)
    {
        var costs = Costs(pattern, window);
        var column = 0;
        for (var at = 1; at <= window.Length; at++)
        {
            if (costs[pattern.Length, at] < costs[pattern.Length, column])
            {
                column = at;
            }
        }

        // Walking back: which columns stand for the quote, and how many characters of each part are the same.
        var (quoteFrom, quoteTo) = (passage.Before.Length, passage.Before.Length + passage.Quote.Length);
        var (start, earliest, end) = (-1, -1, -1);
        var (left, inside, right) = (0, 0, 0);
        var row = pattern.Length;
        while (row > 0)
        {
            if (row == quoteTo && end < 0)
            {
                end = column;
            }

            if (row == quoteFrom)
            {
                (start, earliest) = (start < 0 ? column : start, column);
            }

            if (column > 0 && costs[row, column] == costs[row - 1, column - 1] + (pattern[row - 1] == window[column - 1] ? 0 : 1))
            {
                if (pattern[row - 1] == window[column - 1])
                {
                    _ = row <= quoteFrom ? left++ : row <= quoteTo ? inside++ : right++;
                }

                (row, column) = (row - 1, column - 1);
            }
            else if (column > 0 && costs[row, column] == costs[row, column - 1] + 1)
            {
                column--;
            }
            else
            {
                row--;
            }
        }

        // Words that are others altogether begin where their left neighbours end; changed ones where the first of them stands.
        start = start < 0 ? column : inside < passage.Quote.Length * AlikeEnough && earliest >= 0 ? earliest : start;
        var length = Math.Max(0, end - start);
        var alike = inside / (double)Math.Max(passage.Quote.Length, length);
        var around = (Share(left, passage.Before.Length) + Share(right, passage.After.Length)) / 2;
        var held = around >= HeldByBothSides && Math.Min(Share(left, passage.Before.Length), Share(right, passage.After.Length)) >= AlikeEnough;
        return length > 0 && (alike >= AlikeEnough || held && passage.Before.Length + passage.After.Length > 0) ? (start, length, alike + around) : null;
    }

    private static double Share(int same, int of) => of == 0 ? 1 : same / (double)of;

    private static int[,] Costs(string pattern, ReadOnlySpan<char> window)
    {
        var costs = new int[pattern.Length + 1, window.Length + 1];
        for (var row = 1; row <= pattern.Length; row++)
        {
            costs[row, 0] = row;
            for (var column = 1; column <= window.Length; column++)
            {
                var replaced = costs[row - 1, column - 1] + (pattern[row - 1] == window[column - 1] ? 0 : 1);
                costs[row, column] = Math.Min(replaced, Math.Min(costs[row - 1, column], costs[row, column - 1]) + 1);
            }
        }

        return costs;
    }
}
