using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Reviews;

namespace GovAccountConsole.Web.Reviews;

/// <summary>A block of a body with what changed in it.</summary>
/// <param name="Kind">Heading, paragraph, picture …</param>
/// <param name="Paragraph">Its pieces.</param>
public sealed record ComparedBlock(BlockKind Kind, DiffParagraph Paragraph);

/// <summary>A field beside the body that changed.</summary>
/// <param name="Key">Key of its name in <see cref="ReviewsText"/>.</param>
/// <param name="Parts">Its pieces.</param>
public sealed record ComparedField(string Key, IReadOnlyList<DiffPart> Parts);

/// <summary>One article of a post compared with its earlier form.</summary>
/// <param name="Number">1, 2, 3 … within the post; of the older text when the article is gone.</param>
/// <param name="Title">Pieces of the title.</param>
/// <param name="Fields">Author, digest, link, cover, comment setting, where they changed.</param>
/// <param name="Blocks">The body.</param>
/// <param name="Changes">Places where something changed.</param>
/// <param name="Gone">Whether the article was taken out.</param>
public sealed record ComparedArticle(
    int Number, IReadOnlyList<DiffPart> Title, IReadOnlyList<ComparedField> Fields, IReadOnlyList<ComparedBlock> Blocks, int Changes, bool Gone);

/// <summary>Compares two revisions of a post, article by article.</summary>
public static class ArticleComparison
{
    /// <summary>What changed from <paramref name="before"/> to <paramref name="after"/>, in the order of the newer one; articles taken out come last.</summary>
    public static IReadOnlyList<ComparedArticle> Of(IReadOnlyList<Article> before, IReadOnlyList<Article> after)
    {
        var partners = Partners(before, after);
        var compared = after.Select((article, index) => Compare(partners[index] is { } old ? before[old] : null, article, index + 1)).ToList();
        compared.AddRange(before.Select((article, index) => (article, index)).Where(row => !partners.Contains(row.index)).Select(row => Compare(row.article, null, row.index + 1)));
        return compared;
    }

    // The same title is the same article wherever it stands now; otherwise the same place.
    private static int?[] Partners(IReadOnlyList<Article> before, IReadOnlyList<Article> after)
    {
        var partners = new int?[after.Count];
        for (var index = 0; index < after.Count; index++)
        {
            partners[index] = Enumerable.Range(0, before.Count).Select(old => (int?)old)
                .FirstOrDefault(old => before[old!.Value].Title == after[index].Title && !partners.Contains(old));
        }

        for (var index = 0; index < after.Count; index++)
        {
            if (partners[index] is null && index < before.Count && !partners.Contains(index))
            {
                partners[index] = index;
            }
        }

        return partners;
    }

    private static ComparedArticle Compare(Article? before, Article? after, int number)
    {
        var old = before is null ? [] : ReadingText.Of(before.ContentHtml);
        var current = after is null ? [] : ReadingText.Of(after.ContentHtml);
        var blocks = TextDiff.Compare([.. old.Select(Words)], [.. current.Select(Words)])
            .Select(paragraph => new ComparedBlock(paragraph.After is { } at ? current[at].Kind : old[paragraph.Before!.Value].Kind, paragraph)).ToList();
        var title = TextDiff.CompareWords(before?.Title ?? string.Empty, after?.Title ?? string.Empty);
        var fields = new List<ComparedField>();
        Field("Field.Author", before?.Author, after?.Author);
        Field("Field.Digest", before?.Digest, after?.Digest);
        Field("Field.SourceUrl", before?.SourceUrl, after?.SourceUrl);
        if (before is not null && after is not null && before.CoverMediaId != after.CoverMediaId)
        {
            fields.Add(new ComparedField("Field.CoverChanged", []));
        }

        if (before is not null && after is not null && (before.CommentsOpen, before.CommentsFansOnly) != (after.CommentsOpen, after.CommentsFansOnly))
        {
            fields.Add(new ComparedField("Field.CommentsChanged", []));
        }

        var changes = fields.Count + blocks.Sum(block => block.Paragraph.Changes) + new DiffParagraph(0, 0, title).Changes;
        return new ComparedArticle(number, title, fields, blocks, changes, after is null);

        void Field(string key, string? from, string? to)
        {
            if ((from ?? string.Empty) != (to ?? string.Empty))
            {
                fields.Add(new ComparedField(key, TextDiff.CompareWords(from ?? string.Empty, to ?? string.Empty)));
            }
        }
    }

    // A picture is told apart from a paragraph that happens to show its address.
    private static string Words(ReadingBlock block) => block.Kind == BlockKind.Picture ? "\uFFFC" + block.Text : block.Text;
}
