namespace GovAccountConsole.Domain.Posts.Merging;

/// <summary>A body that two people changed, block by block.</summary>
/// <param name="Pieces">The blocks in order, those that were removed included.</param>
public sealed record MergedBody(IReadOnlyList<MergedPiece> Pieces)
{
    /// <summary>Merges two bodies that came from one. Blocks are matched, then compared; a block both changed is merged by words where the changes do not touch.</summary>
    public static MergedBody Of(string origin, string mine, string theirs)
    {
        var (b, m, t) = (HtmlBlocks.Split(origin), HtmlBlocks.Split(mine), HtmlBlocks.Split(theirs));
        var (inMine, inTheirs) = (BlockAlignment.Of(b, m), BlockAlignment.Of(b, t));
        PutApart(b, m, inMine, t, inTheirs);
        var pieces = new List<MergedPiece>();
        var (x, y) = (0, 0);
        for (var i = 0; i <= b.Count; i++)
        {
            var (toMine, toTheirs) = (End(inMine, i, m.Count, x), End(inTheirs, i, t.Count, y));
            pieces.AddRange(New(m, x, toMine, t, y, toTheirs));
            (x, y) = (toMine, toTheirs);
            if (i < b.Count)
            {
                var (left, right) = (inMine[i] < 0 ? string.Empty : m[x++], inTheirs[i] < 0 ? string.Empty : t[y++]);
                pieces.Add(Block(b[i], left, right));
            }
        }

        return new MergedBody(Once(pieces));
    }

    /// <summary>One of the texts that come out.</summary>
    public string For(MergeView view) => string.Concat(Pieces.Select(piece => piece.For(view)));

    /// <summary>A block that both have and the origin has not is new on both sides, also where it looks like a rewritten one on one of them.</summary>
    private static void PutApart(IReadOnlyList<string> origin, IReadOnlyList<string> mine, int[] inMine, IReadOnlyList<string> theirs, int[] inTheirs)
    {
        for (var i = 0; i < origin.Count; i++)
        {
            var (x, y) = (inMine[i], inTheirs[i]);
            if (x >= 0 && y >= 0 && mine[x] == theirs[y])
            {
                continue;
            }

            if (x >= 0 && mine[x] != origin[i] && theirs.Contains(mine[x]))
            {
                inMine[i] = -1;
            }

            if (y >= 0 && theirs[y] != origin[i] && mine.Contains(theirs[y]))
            {
                inTheirs[i] = -1;
            }
        }
    }

    /// <summary>The same new block put in by both, with nothing between that all three share, is one.</summary>
    private static List<MergedPiece> Once(List<MergedPiece> pieces)
    {
        for (var i = 0; i < pieces.Count; i++)
        {
            for (var j = i + 1; j < pieces.Count && pieces[i].Origin.Length == 0; j++)
            {
                var (left, right) = (pieces[i], pieces[j]);
                if (right.Origin.Length > 0 && right.Origin == right.Mine && right.Origin == right.Theirs)
                {
                    break;
                }

                if (right.Origin.Length == 0 && (left.Mine, left.Theirs) == (right.Theirs, right.Mine) && left.Mine != left.Theirs && (left.Mine.Length == 0 || left.Theirs.Length == 0))
                {
                    var block = left.Mine + left.Theirs;
                    pieces[i] = new MergedPiece(string.Empty, block, block, block);
                    pieces.RemoveAt(j);
                    break;
                }
            }
        }

        return pieces;
    }

    /// <summary>New blocks of a side stand before the next block both know; where that one is gone from the side, they wait for the next but one.</summary>
    private static int End(int[] partners, int i, int count, int at) =>
        i == partners.Length ? count : partners[i] < 0 ? at : partners[i];

    private static MergedPiece Block(string origin, string mine, string theirs)
    {
        var piece = MergedPiece.Three(origin, mine, theirs);
        return piece.IsConflict && mine.Length > 0 && theirs.Length > 0 ? piece with { Agreed = WordMerge.Try(origin, mine, theirs) } : piece;
    }

    /// <summary>What each put in at one place: the same once, then theirs, which is stored already, before mine.</summary>
    private static IEnumerable<MergedPiece> New(IReadOnlyList<string> mine, int x, int toMine, IReadOnlyList<string> theirs, int y, int toTheirs)
    {
        var (m, t) = (mine.Skip(x).Take(toMine - x).ToList(), theirs.Skip(y).Take(toTheirs - y).ToList());
        var partners = BlockAlignment.Of(t, m);
        var at = 0;
        for (var i = 0; i < t.Count; i++)
        {
            // Written on after a save whose answer was lost: the longer text has it all.
            if (partners[i] < 0 || (t[i] != m[partners[i]] && WordMerge.Try(Empty(t[i]), m[partners[i]], t[i]) is null))
            {
                yield return new MergedPiece(string.Empty, string.Empty, t[i], t[i]);
                continue;
            }

            for (; at < partners[i]; at++)
            {
                yield return new MergedPiece(string.Empty, m[at], string.Empty, m[at]);
            }

            var shared = m[at++];
            yield return new MergedPiece(string.Empty, shared, t[i], t[i] == shared ? shared : WordMerge.Try(Empty(t[i]), shared, t[i]));
        }

        for (; at < m.Count; at++)
        {
            yield return new MergedPiece(string.Empty, m[at], string.Empty, m[at]);
        }
    }

    /// <summary>The block without its words: its outermost tags.</summary>
    private static string Empty(string block)
    {
        var tokens = HtmlTokens.Of(block);
        return tokens.Count >= 2 && HtmlTokens.IsTag(tokens[0]) && HtmlTokens.IsTag(tokens[^1]) ? tokens[0] + tokens[^1] : string.Empty;
    }
}
