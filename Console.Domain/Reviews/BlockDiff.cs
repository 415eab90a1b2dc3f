namespace GovAccountConsole.Domain.Reviews;

/// <summary>
/// What changed between two bodies, block by block: words inside paragraphs, cells inside rows, pictures as wholes beside each other, and paragraphs that
/// only went elsewhere as moved.
/// </summary>
public static class BlockDiff
{
    private const int MostMoves = 2500;
    private const int LeastMoved = 8;
    private const double SamePicture = 1;
    private const double OtherPicture = 0.4;
    private const double Moved = 0.8;

    /// <summary>Compares two bodies.</summary>
    public static IReadOnlyList<ComparedBlock> Compare(IReadOnlyList<ReadingBlock> before, IReadOnlyList<ReadingBlock> after)
    {
        var paragraphs = TextDiff.Compare(before, after, block => block.Text, Likeness, Parts);
        var starts = ReadingText.Starts(after);
        return [.. Move(paragraphs, before, after).Select(paragraph => Block(paragraph, before, after, starts))];
    }

    private static ComparedBlock Block(DiffParagraph paragraph, IReadOnlyList<ReadingBlock> before, IReadOnlyList<ReadingBlock> after, IReadOnlyList<int> starts)
    {
        var kind = paragraph.After is { } at ? after[at].Kind : before[paragraph.Before!.Value].Kind;
        return new ComparedBlock(kind, paragraph)
        {
            Start = paragraph.After is { } now ? starts[now] : -1,
            Cells = kind == BlockKind.Row ? Cells(Text(paragraph.Before, before), Text(paragraph.After, after)) : [],
        };
    }

    private static string Text(int? at, IReadOnlyList<ReadingBlock> blocks) => at is { } index && blocks[index].Kind == BlockKind.Row ? blocks[index].Text : string.Empty;

    // Cells are matched first, so that a column put in does not change every cell after it.
    private static List<IReadOnlyList<DiffPart>> Cells(string before, string after)
    {
        string[] old = before.Length == 0 ? [] : before.Split(ReadingText.CellEdge);
        string[] current = after.Length == 0 ? [] : after.Split(ReadingText.CellEdge);
        return old.Length == current.Length
            ? [.. old.Select((cell, index) => TextDiff.CompareWords(cell, current[index]))]
            : [.. TextDiff.Compare(old, current).Select(cell => cell.Parts)];
    }

    private static double Likeness(ReadingBlock before, ReadingBlock after) =>
        before.Kind == BlockKind.Picture || after.Kind == BlockKind.Picture
            ? before.Kind != after.Kind ? 0 : before.Text == after.Text ? SamePicture : OtherPicture
            : TextDiff.Likeness(before.Text, after.Text);

    private static IReadOnlyList<DiffPart> Parts(ReadingBlock before, ReadingBlock after) =>
        before.Kind != BlockKind.Picture ? TextDiff.CompareWords(before.Text, after.Text)
        : before.Text == after.Text ? [new DiffPart(DiffKind.Same, after.Text)]
        : [new DiffPart(DiffKind.Deleted, before.Text), new DiffPart(DiffKind.Inserted, after.Text)];

    // What is gone here and new there, with nearly the same words, went there.
    private static IEnumerable<DiffParagraph> Move(IReadOnlyList<DiffParagraph> paragraphs, IReadOnlyList<ReadingBlock> before, IReadOnlyList<ReadingBlock> after)
    {
        var gone = paragraphs.Where(row => row.After is null).ToList();
        var added = paragraphs.Where(row => row.Before is null).ToList();
        if (gone.Count == 0 || added.Count == 0 || gone.Count * added.Count > MostMoves)
        {
            return paragraphs;
        }

        var origins = new Dictionary<DiffParagraph, DiffParagraph>(ReferenceEqualityComparer.Instance);
        foreach (var arrival in added)
        {
            var now = after[arrival.After!.Value];
            var origin = gone.Where(row => before[row.Before!.Value] is var old && (old.Text.Length >= LeastMoved || old.Kind == BlockKind.Heading) && !origins.ContainsValue(row)
                    && Math.Abs(old.Text.Length - now.Text.Length) <= now.Text.Length / 2)
                .Select(row => (Row: row, Alike: Likeness(before[row.Before!.Value], now))).Where(row => row.Alike >= Moved).OrderByDescending(row => row.Alike).FirstOrDefault();
            if (origin.Row is not null)
            {
                origins[arrival] = origin.Row;
            }
        }

        var left = origins.Values.ToHashSet<DiffParagraph>(ReferenceEqualityComparer.Instance);
        return paragraphs.Where(row => !left.Contains(row)).Select(row => origins.TryGetValue(row, out var origin)
            ? new DiffParagraph(origin.Before, row.After, Parts(before[origin.Before!.Value], after[row.After!.Value])) { Moved = true }
            : row);
    }
}
