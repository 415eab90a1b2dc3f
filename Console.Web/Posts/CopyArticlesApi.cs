using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Posts;
using GovAccountConsole.Web.Api;
using GovAccountConsole.Web.Components.Shared;

namespace GovAccountConsole.Web.Posts;

/// <summary><c>POST /api/v1/posts/{id}/articles/copy</c>: articles of another post come behind those of this one.</summary>
public static class CopyArticlesApi
{
    /// <summary>Maps the address.</summary>
    public static void MapCopyArticles(this IEndpointRouteBuilder posts) =>
        posts.MapPost("/{id:guid}/articles/copy", CopyAsync)
            .Says("Copies articles of the post `from` behind those of this one; `articles` names their places there, from 1, absent means all. "
                + "Pictures the agency may not use stay behind and are counted. In review, approved or scheduled, review starts again.")
            .Answers<CopiedJson>();

    private static async Task<IResult> CopyAsync(
        Guid id, CopyInput? input, HttpContext context, CopyArticles copy, PostQueries posts, TroubleText troubles, CancellationToken token)
    {
        var actor = context.Actor();
        var copied = await copy.ExecuteAsync(actor, id, context.Version(), input?.From ?? Guid.Empty, input?.Articles, token);
        if (!copied.Succeeded)
        {
            // Scope, role and version come first; only then it matters that nothing was named.
            return Problems.From(context, input?.From is null && copied.Error == PostErrors.UnknownSource ? Result.From([Error.Required("from")]) : copied);
        }

        if (await posts.GetAsync(actor, id, token) is not { } post)
        {
            return Problems.From(context, Error.NotFound);
        }

        context.SetETag(post.Row.Version);
        return Results.Ok(new CopiedJson(
            PostJson.Of(post, troubles),
            [.. copied.Value.Articles.Select(row => new CopiedArticleJson(row.Number, row.Article.Title, row.LostPictures, row.LostCover, row.ExpiredPictures))]));
    }
}
