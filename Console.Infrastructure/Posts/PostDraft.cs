using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Media;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Posts.Merging;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Media;
using GovAccountConsole.Infrastructure.Text;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Posts;

/// <summary>What a person typed for a post; bodies are cleaned before they are kept.</summary>
public sealed record PostDraft(Guid AccountId, Channel Channel, DateTimeOffset? PlannedAt, IReadOnlyList<Article> Articles)
{
    /// <summary>The only time in which it may go out; null for any time.</summary>
    public TimeWindow? Window { get; init; }

    /// <summary>The words as they would be stored: what merging compares.</summary>
    public PostText Cleaned() => new(Channel, PlannedAt?.ToUniversalTime(), [.. Articles.Select(DraftContent.Clean)]) { Window = Window };

    /// <summary>The template it is written by; null leaves the post's as it is.</summary>
    public string? TemplateKey { get; init; }
}

/// <summary>Identity and version of a post after an act.</summary>
public sealed record PostVersion(Guid Id, uint Version, int Revision, PostStatus Status)
{
    /// <summary>Reads it off the stored post.</summary>
    internal static PostVersion Of(Post post) => new(post.Id, post.Version, post.RevisionNumber, post.Status);
}

/// <summary>Turns what was typed into content: bodies cleaned, every picture known and within scope, its bytes' hash taken down.</summary>
internal static class DraftContent
{
    public static async Task<Result<PostContent>> BuildAsync(WorkStep step, Guid accountId, PostDraft draft)
    {
        var tooLong = draft.Articles.SelectMany((article, index) => article.StorageErrors(index)).ToList();
        if (tooLong.Count > 0)
        {
            return Result<PostContent>.Refuse(tooLong);
        }

        var articles = draft.Articles.Select(Clean).ToArray();
        var wanted = articles.SelectMany(article => article.Pictures().Concat(article.CoverMediaId is { } cover ? [cover] : [])).Distinct().ToArray();
        var known = await PlatformForms.PrintsAsync(step.Db, articles, wanted, step.Token);
        var errors = articles.SelectMany((article, index) => PictureErrors(article, index, known)).ToList();
        return errors.Count > 0 ? Result<PostContent>.Refuse(errors) : new PostContent(accountId, draft.Channel, articles, known) { Window = draft.Window };
    }

    public static Article Clean(Article typed) => typed with
    {
        Title = typed.Title.Trim(),
        Author = typed.Author.Trim(),
        Digest = typed.Digest.Trim(),
        SourceUrl = string.IsNullOrWhiteSpace(typed.SourceUrl) ? null : typed.SourceUrl.Trim(),
        ContentHtml = ArticleSanitizer.Clean(typed.ContentHtml).Html,
    };

    private static IEnumerable<Error> PictureErrors(Article article, int index, List<MediaPrint> known)
    {
        if (article.CoverMediaId is { } cover && !known.Exists(print => print.Id == cover))
        {
            yield return MediaErrors.Unknown($"articles[{index}].coverMediaId");
        }

        var pictures = article.Pictures();
        if (pictures.Any(id => !known.Exists(print => print.Id == id))
            || ArticleHtml.Images(article.ContentHtml).Any(address => !address.StartsWith("/media/", StringComparison.Ordinal)))
        {
            yield return MediaErrors.Unknown($"articles[{index}].contentHtml");
        }
    }
}
