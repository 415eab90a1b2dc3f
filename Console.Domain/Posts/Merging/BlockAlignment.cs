namespace GovAccountConsole.Domain.Posts.Merging;

/// <summary>Which block of a changed body is which block of the body it came from: the same ones first, between them the ones most alike.</summary>
internal static class BlockAlignment
{
    /// <summary>Below this two blocks are strangers: one was deleted, the other is new.</summary>
    private const double Alike = 0.25;

    /// <summary>Pairs compared between two unchanged blocks at most; beyond, changed blocks count as deleted and new.</summary>
    private const int MostPairs = 10_000;

    /// <summary>For each block of the origin its place in the changed body, or -1.</summary>
    public static int[] Of(IReadOnlyList<string> origin, IReadOnlyList<string> changed)
    {
        var partners = Matching.Of(origin, changed);
        var (from, to) = (0, 0);
        for (var i = 0; i <= origin.Count; i++)
        {
            if (i < origin.Count && partners[i] < 0)
            {
                continue;
            }

            var end = i < origin.Count ? partners[i] : changed.Count;
            Between(origin, changed, from, i, to, end, partners);
            (from, to) = (i + 1, end + 1);
        }

        return partners;
    }

    private static void Between(IReadOnlyList<string> origin, IReadOnlyList<string> changed, int from, int until, int to, int end, int[] partners)
    {
        var (n, m) = (until - from, end - to);
        if (n == 0 || m == 0 || (long)n * m > MostPairs)
        {
            return;
        }

        if (n == 1 && m == 1)
        {
            // One block stood here and one stands here: it was rewritten.
            partners[from] = to;
            return;
        }

        var like = new double[n, m];
        var best = new double[n + 1, m + 1];
        for (var i = n - 1; i >= 0; i--)
        {
            for (var j = m - 1; j >= 0; j--)
            {
                like[i, j] = HtmlTokens.Likeness(origin[from + i], changed[to + j]);
                var together = like[i, j] < Alike ? double.MinValue : like[i, j] + best[i + 1, j + 1];
                best[i, j] = Math.Max(together, Math.Max(best[i + 1, j], best[i, j + 1]));
            }
        }

        for (var (i, j) = (0, 0); i < n && j < m;)
        {
            if (like[i, j] >= Alike && best[i, j] == like[i, j] + best[i + 1, j + 1])
            {
                partners[from + i++] = to + j++;
            }
            else if (best[i, j] == best[i + 1, j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }
    }
}
