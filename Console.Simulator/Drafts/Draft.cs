namespace GovAccountConsole.Simulator.Drafts;

/// <summary>A draft in the box of an account; it goes when it is published or sent.</summary>
internal sealed class Draft
{
    public string MediaId { get; set; } = "";
    public List<DraftArticle> Articles { get; set; } = [];
    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset UpdatedAt { get; set; }
}

/// <summary>One article after the platform's filter.</summary>
internal sealed record DraftArticle
{
    public bool IsPicturePost { get; init; }
    public string Title { get; init; } = "";
    public string Author { get; init; } = "";
    public string Digest { get; init; } = "";
    public string Content { get; init; } = "";
    public string SourceUrl { get; init; } = "";
    public string ThumbMediaId { get; init; } = "";

    /// <summary>The cover, kept apart from the material so that deleting the material breaks no page.</summary>
    public string? CoverImageId { get; init; }
    public bool CommentsOpen { get; init; }
    public bool CommentsFansOnly { get; init; }
    public string? Crop235 { get; init; }
    public string? Crop1 { get; init; }
    public IReadOnlyList<string> ImageMediaIds { get; init; } = [];
    public IReadOnlyList<string> ImageIds { get; init; } = [];
}
