namespace GovAccountConsole.Domain.Reviews;

/// <summary>A block of a body with what changed in it.</summary>
/// <param name="Kind">Heading, paragraph, picture …</param>
/// <param name="Paragraph">Its pieces; of a row, those of all cells in order.</param>
public sealed record ComparedBlock(BlockKind Kind, DiffParagraph Paragraph)
{
    /// <summary>Of a row of a table: the pieces of each cell.</summary>
    public IReadOnlyList<IReadOnlyList<DiffPart>> Cells { get; init; } = [];

    /// <summary>Where the block begins in the newer body as <see cref="ReadingText.Joined"/> counts; -1 when it is gone.</summary>
    public int Start { get; init; } = -1;

    /// <summary>Places where something changed.</summary>
    public int Changes => Paragraph.Moved ? Math.Max(1, Paragraph.Changes) : Cells.Count > 0 ? Cells.Count(cell => cell.Any(part => part.Kind != DiffKind.Same)) : Paragraph.Changes;
}

/// <summary>A field beside the body that changed.</summary>
/// <param name="Key">Key of its name.</param>
/// <param name="Parts">Its pieces.</param>
public sealed record ComparedField(string Key, IReadOnlyList<DiffPart> Parts);

/// <summary>Something that is no text and changed; said as a sentence.</summary>
/// <param name="Key">Key of the sentence.</param>
/// <param name="Values">What it names, in order.</param>
public sealed record ComparedSetting(string Key, IReadOnlyList<string> Values);

/// <summary>One article of a post compared with its earlier form.</summary>
/// <param name="Number">1, 2, 3 … within the post; of the older text when the article is gone.</param>
/// <param name="Title">Pieces of the title.</param>
/// <param name="Fields">Author and link, where they changed.</param>
/// <param name="Blocks">The body.</param>
/// <param name="Changes">Places where something changed.</param>
/// <param name="Gone">Whether the article was taken out.</param>
public sealed record ComparedArticle(
    int Number, IReadOnlyList<DiffPart> Title, IReadOnlyList<ComparedField> Fields, IReadOnlyList<ComparedBlock> Blocks, int Changes, bool Gone)
{
    /// <summary>Pieces of the digest.</summary>
    public IReadOnlyList<DiffPart> Digest { get; init; } = [];

    /// <summary>The earlier cover.</summary>
    public Guid? CoverBefore { get; init; }

    /// <summary>The cover of today.</summary>
    public Guid? CoverAfter { get; init; }

    /// <summary>Links, comment settings and looks that changed, as sentences.</summary>
    public IReadOnlyList<ComparedSetting> Settings { get; init; } = [];
}
