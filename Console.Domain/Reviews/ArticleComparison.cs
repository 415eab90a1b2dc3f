using GovAccountConsole.Domain.Posts;

namespace GovAccountConsole.Domain.Reviews;

/// <summary>Compares two revisions of a post, article by article, the way a reviewer reads.</summary>
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
        var same = before is not null && after is not null && before.ContentHtml == after.ContentHtml;
        var old = before is null ? [] : ReadingText.Of(before.ContentHtml);
        var current = same ? old : after is null ? [] : ReadingText.Of(after.ContentHtml);
        var blocks = BlockDiff.Compare(old, current);
        var title = TextDiff.CompareWords(before?.Title ?? string.Empty, after?.Title ?? string.Empty);
        var fields = new List<ComparedField>();
        Field("Field.Author", before?.Author, after?.Author);
        Field("Field.SourceUrl", before?.SourceUrl, after?.SourceUrl);
        var digest = TextDiff.CompareWords(before?.Digest ?? string.Empty, after?.Digest ?? string.Empty);
        var settings = before is null || after is null ? [] : Settings(before, after).Concat(same ? [] : ReadingLinks.Changes(before.ContentHtml, after.ContentHtml)).ToList();
        var cover = (before?.CoverMediaId, after?.CoverMediaId);
        var places = fields.Count + settings.Count + (cover.Item1 == cover.Item2 ? 0 : 1) + blocks.Sum(block => block.Changes)
            + new DiffParagraph(0, 0, title).Changes + new DiffParagraph(0, 0, digest).Changes;
        if (!same && places == 0 && before is not null && after is not null)
        {
            // Nothing to read changed, but the bytes did: the reviewer is told, else the count would lie.
            settings.Add(new ComparedSetting("Setting.Style", []));
            places = 1;
        }

        return new ComparedArticle(number, title, fields, blocks, places, after is null) { Digest = digest, CoverBefore = cover.Item1, CoverAfter = cover.Item2, Settings = settings };

        void Field(string key, string? from, string? to)
        {
            if ((from ?? string.Empty) != (to ?? string.Empty))
            {
                fields.Add(new ComparedField(key, TextDiff.CompareWords(from ?? string.Empty, to ?? string.Empty)));
            }
        }
    }

    private static IEnumerable<ComparedSetting> Settings(Article before, Article after)
    {
        if (before.CommentsOpen != after.CommentsOpen)
        {
            yield return new ComparedSetting(after.CommentsOpen ? "Setting.CommentsOpened" : "Setting.CommentsClosed", []);
        }

        if (after.CommentsOpen && before.CommentsFansOnly != after.CommentsFansOnly)
        {
            yield return new ComparedSetting(after.CommentsFansOnly ? "Setting.FansOnly" : "Setting.Everybody", []);
        }
    }
}
