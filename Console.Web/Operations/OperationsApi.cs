using GovAccountConsole.Infrastructure.Operations;
using GovAccountConsole.Web.Api;
using GovAccountConsole.Web.Posts;

namespace GovAccountConsole.Web.Operations;

/// <summary>Whether the matrix may send, on the wire.</summary>
public sealed record MatrixStateJson(bool Stopped, string? Reason, string? By, DateTimeOffset? At);

/// <summary><c>/api/v1/operations</c>: stop and resume all sending.</summary>
public static class OperationsApi
{
    /// <summary>Maps the addresses.</summary>
    public static void MapOperations(this IEndpointRouteBuilder api)
    {
        var operations = api.MapGroup("/operations").WithTags("operations");
        operations.MapGet("", async (HttpContext context, OperationsQueries queries, CancellationToken token) => await AnswerAsync(context, queries, token))
            .Says("Whether the matrix may send.").Answers<MatrixStateJson>();
        operations.MapPost("/stop", async (ReasonInput? input, HttpContext context, StopMatrix stop, OperationsQueries queries, CancellationToken token) =>
                await stop.ExecuteAsync(context.Actor(), input?.Reason, token) is { Succeeded: false } refused ? Problems.From(context, refused) : await AnswerAsync(context, queries, token))
            .Says("Halts all sending to the platform, matrix-wide.").Answers<MatrixStateJson>();
        operations.MapPost("/resume", async (ReasonInput? input, HttpContext context, ResumeMatrix resume, OperationsQueries queries, CancellationToken token) =>
                await resume.ExecuteAsync(context.Actor(), input?.Reason, token) is { Succeeded: false } refused ? Problems.From(context, refused) : await AnswerAsync(context, queries, token))
            .Says("Lets sending go on.").Answers<MatrixStateJson>();
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, OperationsQueries queries, CancellationToken token)
    {
        var state = await queries.StateAsync(context.Actor(), token);
        return Results.Ok(new MatrixStateJson(state.Stopped, state.Reason, state.ByName, state.At));
    }
}
