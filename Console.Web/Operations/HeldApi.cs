using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Operations;
using GovAccountConsole.Web.Api;
using GovAccountConsole.Web.Components.Shared;

namespace GovAccountConsole.Web.Operations;

/// <summary><c>/api/v1/operations/held</c>: what was held up, and letting it go.</summary>
public static class HeldApi
{
    /// <summary>Maps the addresses.</summary>
    public static void MapHeld(this IEndpointRouteBuilder operations)
    {
        operations.MapGet("/held", async (HttpContext context, HeldQueries queries, TroubleText words, CancellationToken token) =>
            {
                var query = new ApiQuery(context);
                var (limit, after) = (query.Limit(), query.Cursor(text => (Cursor.TryReadPlace(text, out var place), place)));
                return query.Refusal ?? Lists.Ok(await queries.ListAsync(context.Actor(), after, limit, token), row => HeldJson.Of(row, words));
            })
            .Says("Posts whose slot has passed and that have not gone out, the earliest slot first.").TakesList().Answers<ListJson<HeldJson>>();
        operations.MapPost("/held/release", ReleaseAsync).Says("Lets held posts go out now: postIds, or all.").Answers<ReleasedJson>();
        operations.MapPost("/held/{id:guid}/return", async (Guid id, HttpContext context, ReturnHeld returning, CancellationToken token) =>
                await returning.ExecuteAsync(context.Actor(), id, token) is { Succeeded: false } refused ? Problems.From(context, refused) : Results.NoContent())
            .Says("Takes the slot of a held post away; its approval stays.").Answers(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> ReleaseAsync(ReleaseInput? input, HttpContext context, ReleaseHeld release, HeldQueries queries, ErrorText words, CancellationToken token)
    {
        // All must be said: an empty body releases nothing.
        IReadOnlyList<Guid>? chosen = input?.All == true ? null : input?.PostIds ?? [];
        var done = await release.ExecuteAsync(context.Actor(), chosen, token);
        if (!done.Succeeded)
        {
            return Problems.From(context, Result.From(done.Errors));
        }

        if (chosen is { Count: 0 })
        {
            return Problems.From(context, Error.Required("postIds"));
        }

        return Results.Ok(new ReleasedJson(
            [.. done.Value.Where(row => row.Refused is null).Select(row => row.PostId)],
            [.. done.Value.Where(row => row.Refused is not null).Select(row => new NotReleasedJson(row.PostId, row.Refused!.Code, words.Say(row.Refused)))],
            await queries.CountAsync(context.Actor(), token)));
    }
}
