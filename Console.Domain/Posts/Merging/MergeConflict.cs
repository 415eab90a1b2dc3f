namespace GovAccountConsole.Domain.Posts.Merging;

/// <summary>Which part of a post two people changed differently.</summary>
public enum MergePart
{
    /// <summary>A block of the body.</summary>
    Body,

    /// <summary>Title of an article.</summary>
    Title,

    /// <summary>Author of an article.</summary>
    Author,

    /// <summary>Digest of an article.</summary>
    Digest,

    /// <summary>Link behind 阅读原文.</summary>
    SourceUrl,

    /// <summary>Cover of an article.</summary>
    Cover,

    /// <summary>The wish for a time.</summary>
    PlannedAt,
}

/// <summary>One place where both changed the same words; both texts are here.</summary>
/// <param name="Article">Place of the article among those of <see cref="MergedPost"/>.</param>
/// <param name="Part">What of it.</param>
/// <param name="Origin">What both started from.</param>
/// <param name="Mine">What I made of it.</param>
/// <param name="Theirs">What the others made of it.</param>
public sealed record MergeConflict(int Article, MergePart Part, string Origin, string Mine, string Theirs)
{
    /// <summary>Which block of the body.</summary>
    public int Piece { get; init; }
}
