using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Posts;
using GovAccountConsole.Web.Api;
using Microsoft.Extensions.Localization;

namespace GovAccountConsole.Web.Reviews;

/// <summary><c>/api/v1/posts/{id}/revisions</c> and <c>/comparison</c>: what a post said at any time, and what changed.</summary>
public static class RevisionsApi
{
    /// <summary>Maps the addresses.</summary>
    public static void MapRevisions(this IEndpointRouteBuilder api)
    {
        var post = api.MapGroup("/posts/{id:guid}").WithTags("posts");
        post.MapGet("/revisions", ListAsync).Says("Revisions of the post, newest first, without their content.").TakesList().Answers<ListJson<RevisionJson>>();
        post.MapGet("/revisions/{number:int}", OneAsync).Says("A revision whole; it never changes.").Answers<RevisionContentJson>();
        post.MapGet("/comparison", CompareAsync).Says("What changed from one revision to another, as a reviewer reads it: words, table cells, pictures, links, settings.")
            .TakesNumber("from", "Number of the earlier revision; the one before `to` when not said.").TakesNumber("to", "Number of the other revision; the newest when not said.")
            .Answers<ComparisonJson>();
    }

    private static async Task<IResult> ListAsync(Guid id, HttpContext context, RevisionQueries queries, CancellationToken token)
    {
        var query = new ApiQuery(context);
        var (before, limit) = (query.AfterNumber(), query.Limit());
        if (query.Refusal is { } refusal)
        {
            return refusal;
        }

        return await queries.ListAsync(context.Actor(), id, before, limit, token) is { } page ? Lists.Ok(page, RevisionJson.Of) : Problems.From(context, Error.NotFound);
    }

    private static async Task<IResult> OneAsync(Guid id, int number, HttpContext context, PostQueries queries, CancellationToken token) =>
        await queries.RevisionAsync(context.Actor(), id, number, token) is { } revision ? Results.Ok(RevisionContentJson.Of(revision)) : Problems.From(context, Error.NotFound);

    private static async Task<IResult> CompareAsync(Guid id, HttpContext context, RevisionQueries queries, IStringLocalizer<ReviewsText> words, CancellationToken token)
    {
        var query = new ApiQuery(context);
        var (from, to) = (query.Number("from"), query.Number("to"));
        if (query.Refusal is { } refusal)
        {
            return refusal;
        }

        return await queries.CompareAsync(context.Actor(), id, from, to, token) is { } compared
            ? Results.Ok(ComparisonJson.Of(compared, words))
            : Problems.From(context, Error.NotFound);
    }
}
