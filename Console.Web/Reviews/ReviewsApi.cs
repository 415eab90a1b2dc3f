using GovAccountConsole.Infrastructure.Reviews;
using GovAccountConsole.Web.Api;
using GovAccountConsole.Web.Posts;

namespace GovAccountConsole.Web.Reviews;

/// <summary><c>/api/v1/reviews</c>: what waits for my decision.</summary>
public static class ReviewsApi
{
    /// <summary>Maps the address.</summary>
    public static void MapReviews(this IEndpointRouteBuilder api) =>
        api.MapGet("/reviews", QueueAsync).WithTags("posts").Says("Posts that wait for my decision, by deadline.").TakesList().Answers<ListJson<PostJson>>();

    private static async Task<IResult> QueueAsync(HttpContext context, ReviewQueries queries, CancellationToken token)
    {
        var query = new ApiQuery(context);
        var after = query.Cursor(text => (ReviewQueries.TryReadCursor(text, out var place), place));
        var limit = query.Limit();
        return query.Refusal ?? await PostAnswer.PageAsync(context, await queries.QueueAsync(context.Actor(), after, limit, token), token);
    }
}
