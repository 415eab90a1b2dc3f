namespace GovAccountConsole.Domain.Posts.Merging;

/// <summary>Which elements of two sequences stand for each other: a longest common subsequence by Myers' greedy algorithm.</summary>
internal static class Matching
{
    /// <summary>Differences beyond which a shortest script is not worth its price; then only what occurs once on both sides counts.</summary>
    private const int MostDifferences = 1500;

    /// <summary>For each element of <paramref name="left"/> the place of its partner in <paramref name="right"/>, or -1. Partners never cross.</summary>
    public static int[] Of(IReadOnlyList<string> left, IReadOnlyList<string> right)
    {
        var partners = new int[left.Count];
        Array.Fill(partners, -1);
        var start = 0;
        while (start < left.Count && start < right.Count && left[start] == right[start])
        {
            partners[start] = start;
            start++;
        }

        var (endLeft, endRight) = (left.Count, right.Count);
        while (endLeft > start && endRight > start && left[endLeft - 1] == right[endRight - 1])
        {
            partners[--endLeft] = --endRight;
        }

        if (endLeft > start && endRight > start && !Shortest(left, right, start, endLeft, endRight, partners))
        {
            Unique(left, right, start, endLeft, endRight, partners);
        }

        return partners;
    }

    private static bool Shortest(IReadOnlyList<string> left, IReadOnlyList<string> right, int start, int endLeft, int endRight, int[] partners)
    {
        var (n, m) = (endLeft - start, endRight - start);
        var most = Math.Min(n + m, MostDifferences);
        var reach = new int[2 * most + 3];
        var trace = new List<int[]>();
        for (var d = 0; d <= most; d++)
        {
            trace.Add(reach[(most + 1 - d)..(most + 2 + d)]);
            for (var k = -d; k <= d; k += 2)
            {
                var x = k == -d || (k != d && reach[most + k] < reach[most + 2 + k]) ? reach[most + 2 + k] : reach[most + k] + 1;
                while (x < n && x - k < m && left[start + x] == right[start + x - k])
                {
                    x++;
                }

                reach[most + 1 + k] = x;
                if (x >= n && x - k >= m)
                {
                    Walk(trace, n, m, start, partners);
                    return true;
                }
            }
        }

        return false;
    }

    private static void Walk(List<int[]> trace, int x, int y, int start, int[] partners)
    {
        for (var d = trace.Count - 1; d > 0; d--)
        {
            // Row d holds what could be reached with d - 1 differences, for diagonals -d to d.
            var reach = trace[d];
            var k = x - y;
            var before = k == -d || (k != d && reach[k - 1 + d] < reach[k + 1 + d]) ? k + 1 : k - 1;
            var from = reach[before + d];
            while (x > from && y > from - before)
            {
                partners[start + --x] = start + --y;
            }

            (x, y) = (from, from - before);
        }

        while (x > 0 && y > 0)
        {
            partners[start + --x] = start + --y;
        }
    }

    /// <summary>Elements that occur once on both sides, the longest run of them that does not cross.</summary>
    private static void Unique(IReadOnlyList<string> left, IReadOnlyList<string> right, int start, int endLeft, int endRight, int[] partners)
    {
        var places = Once(right, start, endRight);
        var pairs = Once(left, start, endLeft).Where(pair => places.ContainsKey(pair.Key))
            .Select(pair => (Left: pair.Value, Right: places[pair.Key])).OrderBy(pair => pair.Left).ToList();
        var tails = new List<int>();
        var before = new int[pairs.Count];
        for (var i = 0; i < pairs.Count; i++)
        {
            var place = tails.FindIndex(tail => pairs[tail].Right >= pairs[i].Right);
            place = place < 0 ? tails.Count : place;
            before[i] = place > 0 ? tails[place - 1] : -1;
            if (place == tails.Count)
            {
                tails.Add(i);
            }
            else
            {
                tails[place] = i;
            }
        }

        for (var i = tails.Count > 0 ? tails[^1] : -1; i >= 0; i = before[i])
        {
            partners[pairs[i].Left] = pairs[i].Right;
        }
    }

    private static Dictionary<string, int> Once(IReadOnlyList<string> sequence, int start, int end) =>
        Enumerable.Range(start, end - start).GroupBy(i => sequence[i], StringComparer.Ordinal).Where(group => group.Count() == 1)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
}
