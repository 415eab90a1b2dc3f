namespace GovAccountConsole.Domain.Posts.Merging;

/// <summary>Merges one block that both changed, word by word, where the changes keep their distance.</summary>
internal static class WordMerge
{
    /// <summary>Characters between a change of mine and one of theirs; nearer ones are about the same words and a person has to look.</summary>
    private const int Distance = 4;

    /// <summary>The block with both changes, or null when they touch or would break the markup.</summary>
    public static string? Try(string origin, string mine, string theirs)
    {
        var regions = Regions(origin, mine, theirs);
        if (regions.Exists(region => region.Agreed is null))
        {
            return null;
        }

        var merged = regions.SelectMany(region => region.Agreed!).ToList();
        return HtmlTokens.AreBalanced(merged) && HtmlBlocks.Split(string.Concat(merged)).Count == 1 ? string.Concat(merged) : null;
    }

    /// <summary>The block with everything of both, theirs first where they touch; where that cannot be, both blocks.</summary>
    public static string Both(string origin, string mine, string theirs)
    {
        var merged = Regions(origin, mine, theirs).SelectMany(region => region.Agreed ?? [.. region.Theirs, .. region.Mine]).ToList();
        return mine.Length > 0 && theirs.Length > 0 && HtmlTokens.AreBalanced(merged) && HtmlBlocks.Split(string.Concat(merged)).Count == 1
            ? string.Concat(merged)
            : theirs + mine;
    }

    private static List<Region> Regions(string origin, string mine, string theirs)
    {
        var (b, m, t) = (HtmlTokens.Of(origin), HtmlTokens.Of(mine), HtmlTokens.Of(theirs));
        var (inMine, inTheirs) = (Matching.Of(b, m), Matching.Of(b, t));
        var regions = new List<Region>();
        var (i, x, y) = (0, 0, 0);
        while (i < b.Count || x < m.Count || y < t.Count)
        {
            var next = i;
            while (next < b.Count && (inMine[next] < 0 || inTheirs[next] < 0))
            {
                next++;
            }

            var (toMine, toTheirs) = next < b.Count ? (inMine[next], inTheirs[next]) : (m.Count, t.Count);
            if (next > i || toMine > x || toTheirs > y)
            {
                regions.Add(new Region(b[i..next], m[x..toMine], t[y..toTheirs]));
            }

            (i, x, y) = (next, toMine, toTheirs);
            while (i < b.Count && inMine[i] == x && inTheirs[i] == y)
            {
                i++;
                x++;
                y++;
            }

            if (i > next)
            {
                regions.Add(new Region(b[next..i], b[next..i], b[next..i]));
            }
        }

        return TooNear(regions);
    }

    /// <summary>A change of mine and one of theirs with hardly a word between them are one region.</summary>
    private static List<Region> TooNear(List<Region> regions)
    {
        var joined = new List<Region>();
        foreach (var region in regions)
        {
            joined.Add(region);
            while (joined.Count >= 3 && joined[^1].IsChanged && !joined[^2].IsChanged && joined[^3].IsChanged
                && joined[^1].Who != joined[^3].Who && !joined[^1].IsShared && !joined[^3].IsShared && Length(joined[^2]) < Distance)
            {
                var last = joined[^3] + joined[^2] + joined[^1];
                joined.RemoveRange(joined.Count - 3, 3);
                joined.Add(last);
            }
        }

        return joined;
    }

    private static int Length(Region region) => region.Origin.Where(token => !HtmlTokens.IsTag(token)).Sum(token => token.Length);

    private sealed record Region(List<string> Origin, List<string> Mine, List<string> Theirs)
    {
        private bool ByMe => !Mine.SequenceEqual(Origin);

        private bool ByThem => !Theirs.SequenceEqual(Origin);

        public bool IsChanged => ByMe || ByThem;

        /// <summary>Whose change it is.</summary>
        public (bool, bool) Who => (ByMe, ByThem);

        /// <summary>Both changed it in the same way.</summary>
        public bool IsShared => Mine.SequenceEqual(Theirs);

        /// <summary>What stands here in the end; null when a person has to say.</summary>
        public List<string>? Agreed =>
            !ByThem || Contains(Mine, Theirs) ? Mine
            : !ByMe || Contains(Theirs, Mine) ? Theirs
            : null;

        public static Region operator +(Region left, Region right) => new([.. left.Origin, .. right.Origin], [.. left.Mine, .. right.Mine], [.. left.Theirs, .. right.Theirs]);

        /// <summary>Whether one only wrote on where the other had stopped: then nothing is lost with the longer text.</summary>
        private bool Contains(List<string> longer, List<string> shorter) =>
            longer.SequenceEqual(shorter) || (Origin.Count == 0 && shorter.Count > 0 && longer.Count > shorter.Count && longer.Take(shorter.Count).SequenceEqual(shorter));
    }
}
