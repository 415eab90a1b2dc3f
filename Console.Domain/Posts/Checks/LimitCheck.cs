namespace GovAccountConsole.Domain.Posts.Checks;

/// <summary>The platform's limits and what an article cannot do without; the same that submitting refuses with codes of its own.</summary>
internal sealed class LimitCheck : IPostCheck
{
    /// <inheritdoc/>
    public IEnumerable<CheckFinding> Look(CheckScene scene, ArticleText text)
    {
        var (article, index) = (text.Article, text.Index);
        if (string.IsNullOrWhiteSpace(article.Title))
        {
            yield return text.About("title-missing", "title", index + 1);
        }
        else if (Article.Count(article.Title) is var title && title > Article.TitleLimit)
        {
            yield return text.About("title-too-long", "title", title, Article.TitleLimit);
        }
        else if (scene.Profile.LimitOf(CheckLimits.TitleLength) is var advised && title > advised)
        {
            yield return text.About("title-long", "title", title, advised);
        }

        if (Article.Count(article.Author) is var author && author > Article.AuthorLimit)
        {
            yield return text.About("author-too-long", "author", author, Article.AuthorLimit);
        }

        if (Article.Count(article.Digest) is var digest && digest > Article.DigestLimit)
        {
            yield return text.About("digest-too-long", "digest", digest, Article.DigestLimit);
        }
        else if (string.IsNullOrWhiteSpace(article.Digest))
        {
            yield return text.About("digest-missing", "digest", index + 1);
        }

        if (article.ContentHtml.Length >= Article.ContentLimit)
        {
            yield return text.About("body-too-long", "body", article.ContentHtml.Length, Article.ContentLimit);
        }
        else if (text.Characters == 0 && !HtmlText.Pictures(article.ContentHtml).Any())
        {
            yield return text.About("body-empty", "body", index + 1);
        }

        if (article.LimitErrors(index).Any(error => error.Field?.EndsWith("sourceUrl", StringComparison.Ordinal) == true))
        {
            yield return text.About("source-url", "sourceUrl");
        }
    }
}
