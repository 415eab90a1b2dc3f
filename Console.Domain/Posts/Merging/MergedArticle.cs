namespace GovAccountConsole.Domain.Posts.Merging;

/// <summary>An article that two people changed.</summary>
public sealed record MergedArticle
{
    private static readonly Article _nothing = new(string.Empty, string.Empty, string.Empty, string.Empty, null, null, false, false);

    /// <summary>Its place in what I wrote; null when I have none such.</summary>
    public int? MinePlace { get; init; }

    /// <summary>Its place in what the others stored; null when they have none such.</summary>
    public int? TheirsPlace { get; init; }

    /// <summary>Whether it is in the merged post: removed by one and untouched by the other, it is gone.</summary>
    public bool IsPresent { get; init; } = true;

    /// <summary>One removed it while the other changed it: it is kept.</summary>
    public bool IsKept { get; init; }

    /// <summary>Title.</summary>
    public required MergedField<string> Title { get; init; }

    /// <summary>Author.</summary>
    public required MergedField<string> Author { get; init; }

    /// <summary>Digest.</summary>
    public required MergedField<string> Digest { get; init; }

    /// <summary>Body.</summary>
    public required MergedBody Body { get; init; }

    /// <summary>Link behind 阅读原文.</summary>
    public required MergedField<string?> SourceUrl { get; init; }

    /// <summary>Cover.</summary>
    public required MergedField<Guid?> Cover { get; init; }

    /// <summary>Whether readers may comment.</summary>
    public required MergedField<bool> CommentsOpen { get; init; }

    /// <summary>Whether only followers may comment.</summary>
    public required MergedField<bool> CommentsFansOnly { get; init; }

    /// <summary>Merges an article; null where a side has none.</summary>
    public static MergedArticle Of(Article? origin, Article? mine, Article? theirs)
    {
        var b = origin ?? (mine is null || theirs is null ? mine ?? theirs! : _nothing);
        var (m, t) = (mine ?? (origin is null ? theirs! : origin), theirs ?? (origin is null ? mine! : origin));
        var removed = origin is not null && (mine is null || theirs is null);
        var untouched = m == origin && t == origin;
        return new MergedArticle
        {
            IsPresent = !(removed && (untouched || (mine is null && theirs is null))),
            IsKept = removed && !untouched,
            Title = MergedField<string>.Of(b.Title, m.Title, t.Title),
            Author = MergedField<string>.Of(b.Author, m.Author, t.Author),
            Digest = MergedField<string>.Of(b.Digest, m.Digest, t.Digest),
            Body = MergedBody.Of(b.ContentHtml, m.ContentHtml, t.ContentHtml),
            SourceUrl = MergedField<string?>.Of(b.SourceUrl, m.SourceUrl, t.SourceUrl),
            Cover = MergedField<Guid?>.Of(b.CoverMediaId, m.CoverMediaId, t.CoverMediaId),
            CommentsOpen = MergedField<bool>.Of(b.CommentsOpen, m.CommentsOpen, t.CommentsOpen),
            CommentsFansOnly = MergedField<bool>.Of(b.CommentsFansOnly, m.CommentsFansOnly, t.CommentsFansOnly),
        };
    }

    /// <summary>One of the articles that come out.</summary>
    public Article For(MergeView view) => new(
        Title.For(view), Author.For(view), Digest.For(view), Body.For(view), SourceUrl.For(view), Cover.For(view), CommentsOpen.For(view), CommentsFansOnly.For(view));

    /// <summary>Where a person has to say.</summary>
    internal IEnumerable<MergeConflict> Conflicts(int place)
    {
        foreach (var (part, field) in new[] { (MergePart.Title, Title), (MergePart.Author, Author), (MergePart.Digest, Digest) })
        {
            if (field.IsConflict)
            {
                yield return new MergeConflict(place, part, field.Origin, field.Mine, field.Theirs);
            }
        }

        if (SourceUrl.IsConflict)
        {
            yield return new MergeConflict(place, MergePart.SourceUrl, SourceUrl.Origin ?? string.Empty, SourceUrl.Mine ?? string.Empty, SourceUrl.Theirs ?? string.Empty);
        }

        if (Cover.IsConflict)
        {
            yield return new MergeConflict(place, MergePart.Cover, Cover.Origin.ToString() ?? string.Empty, Cover.Mine.ToString() ?? string.Empty, Cover.Theirs.ToString() ?? string.Empty);
        }

        for (var i = 0; i < Body.Pieces.Count; i++)
        {
            if (Body.Pieces[i] is { IsConflict: true } piece)
            {
                yield return new MergeConflict(place, MergePart.Body, piece.Origin, piece.Mine, piece.Theirs) { Piece = i };
            }
        }
    }

    internal MergedArticle Settle(MergeConflict conflict, MergeChoice choice) => conflict.Part switch
    {
        MergePart.Title => this with { Title = Title.Settle(choice) },
        MergePart.Author => this with { Author = Author.Settle(choice) },
        MergePart.Digest => this with { Digest = Digest.Settle(choice) },
        MergePart.SourceUrl => this with { SourceUrl = SourceUrl.Settle(choice) },
        MergePart.Cover => this with { Cover = Cover.Settle(choice) },
        _ => this with { Body = new MergedBody([.. Body.Pieces.Select((piece, i) => i == conflict.Piece ? piece.Settle(choice) : piece)]) },
    };
}
