using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Operations;
using GovAccountConsole.Web.Api;
using GovAccountConsole.Web.Posts;

namespace GovAccountConsole.Web.Operations;

/// <summary><c>/api/v1/operations</c>: stop and resume all sending, claim a muted installation, the figures of the engine.</summary>
public static class OperationsApi
{
    /// <summary>Maps the addresses.</summary>
    public static void MapOperations(this IEndpointRouteBuilder api)
    {
        var operations = api.MapGroup("/operations").WithTags("operations");
        operations.MapGet("", async (HttpContext context, OperationsQueries queries, NodeQueries nodes, CancellationToken token) => await AnswerAsync(context, queries, nodes, token))
            .Says("Whether the matrix may send, and what the engine has before it.").Answers<MatrixStateJson>();
        operations.MapPost("/stop", async (ReasonInput? input, HttpContext context, StopMatrix stop, OperationsQueries queries, NodeQueries nodes, CancellationToken token) =>
                await AnswerAsync(await stop.ExecuteAsync(context.Actor(), input?.Reason, token), context, queries, nodes, token))
            .Says("Halts all sending to the platform, matrix-wide.").Answers<MatrixStateJson>();
        operations.MapPost("/resume", async (ReasonInput? input, HttpContext context, ResumeMatrix resume, OperationsQueries queries, NodeQueries nodes, CancellationToken token) =>
                await AnswerAsync(await resume.ExecuteAsync(context.Actor(), input?.Reason, token), context, queries, nodes, token))
            .Says("Lets sending go on; 409 second-person-needed where the setting asks for somebody else than who stopped.").Answers<MatrixStateJson>();
        operations.MapPost("/claim", async (ReasonInput? input, HttpContext context, ClaimEnvironment claim, OperationsQueries queries, NodeQueries nodes, CancellationToken token) =>
                await AnswerAsync(await claim.ExecuteAsync(context.Actor(), input?.Reason, token), context, queries, nodes, token))
            .Says("Claims the database for this installation, which sends from now on; administrators only.").Answers<MatrixStateJson>();
        operations.MapPut("/settings", async (OperationsSettingsInput? input, HttpContext context, AskSecondPerson ask, OperationsQueries queries, NodeQueries nodes, CancellationToken token) =>
                await AnswerAsync(await ask.ExecuteAsync(context.Actor(), input?.ResumeNeedsSecond ?? false, token), context, queries, nodes, token))
            .Says("Chooses whether somebody else than who stopped must resume; administrators only.").Answers<MatrixStateJson>();
        operations.MapHeld();
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, OperationsQueries queries, NodeQueries nodes, CancellationToken token) =>
        Results.Ok(MatrixStateJson.Of(await queries.StateAsync(context.Actor(), token), await queries.FiguresAsync(context.Actor(), token), await nodes.ListAsync(context.Actor(), token)));

    private static Task<IResult> AnswerAsync(Result done, HttpContext context, OperationsQueries queries, NodeQueries nodes, CancellationToken token) =>
        done.Succeeded ? AnswerAsync(context, queries, nodes, token) : Task.FromResult(Problems.From(context, done));
}
