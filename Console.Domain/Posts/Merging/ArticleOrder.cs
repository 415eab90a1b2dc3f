namespace GovAccountConsole.Domain.Posts.Merging;

/// <summary>The order of merged articles: that of the side which moved some, mine before theirs; what only the other side has follows its predecessor there.</summary>
internal static class ArticleOrder
{
    public static IReadOnlyList<MergedArticle> Of(IReadOnlyList<MergedArticle> articles, bool moved)
    {
        int? First(MergedArticle article) => moved ? article.MinePlace : article.TheirsPlace;
        int? Second(MergedArticle article) => moved ? article.TheirsPlace : article.MinePlace;
        var ordered = articles.Where(article => First(article) is not null).OrderBy(First).ToList();
        foreach (var article in articles.Where(article => First(article) is null && Second(article) is not null).OrderBy(Second))
        {
            var before = ordered.FindLastIndex(other => Second(other) is { } place && place < Second(article));
            ordered.Insert(before + 1, article);
        }

        ordered.AddRange(articles.Where(article => First(article) is null && Second(article) is null));
        return ordered;
    }
}
