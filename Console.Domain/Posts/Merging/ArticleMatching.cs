namespace GovAccountConsole.Domain.Posts.Merging;

/// <summary>
/// Which article of a changed post is which article of the post it came from. Articles carry no name of their own, since what is hashed is what
/// citizens get and nothing else; they are known by what they say.
/// </summary>
internal static class ArticleMatching
{
    private const double Alike = 0.12;

    /// <summary>For each article of the origin its place in the changed post, or -1. Partners may cross: articles are dragged to another place.</summary>
    public static int[] Of(IReadOnlyList<Article> origin, IReadOnlyList<Article> changed)
    {
        var partners = new int[origin.Count];
        Array.Fill(partners, -1);
        var taken = new bool[changed.Count];
        void Pair(int left, int right) => (partners[left], taken[right]) = (right, true);
        bool Free(int left, int right) => partners[left] < 0 && !taken[right];

        foreach (var same in Pairs(origin, changed).Where(pair => origin[pair.Left] == changed[pair.Right]).OrderBy(pair => Math.Abs(pair.Left - pair.Right)))
        {
            if (Free(same.Left, same.Right))
            {
                Pair(same.Left, same.Right);
            }
        }

        var rest = Pairs(origin, changed).Where(pair => Free(pair.Left, pair.Right))
            .Select(pair => (pair.Left, pair.Right, Like: Likeness(origin[pair.Left], changed[pair.Right])))
            .Where(pair => pair.Like >= Alike).OrderByDescending(pair => pair.Like).ThenBy(pair => Math.Abs(pair.Left - pair.Right)).ToList();
        foreach (var (left, right, _) in rest)
        {
            if (Free(left, right))
            {
                Pair(left, right);
            }
        }

        for (var i = 0; i < Math.Min(origin.Count, changed.Count); i++)
        {
            // Nothing in common, but in the same place, and nobody else claims either: it was written anew.
            if (Free(i, i) && origin.Count == changed.Count)
            {
                Pair(i, i);
            }
        }

        return partners;
    }

    private static IEnumerable<(int Left, int Right)> Pairs(IReadOnlyList<Article> origin, IReadOnlyList<Article> changed) =>
        from left in Enumerable.Range(0, origin.Count) from right in Enumerable.Range(0, changed.Count) select (left, right);

    private static double Likeness(Article left, Article right)
    {
        var title = left.Title.Length > 0 && left.Title == right.Title ? 1 : HtmlTokens.Likeness(left.Title, right.Title);
        var body = HtmlTokens.Likeness(left.ContentHtml, right.ContentHtml);
        var cover = left.CoverMediaId is not null && left.CoverMediaId == right.CoverMediaId ? 1 : 0;
        return (0.4 * title) + (0.5 * body) + (0.1 * cover);
    }
}
