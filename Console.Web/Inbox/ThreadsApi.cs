using GovAccountConsole.Domain.Inbox;
using GovAccountConsole.Infrastructure.Inbox;
using GovAccountConsole.Web.Api;

namespace GovAccountConsole.Web.Inbox;

/// <summary>A citizen's conversation on the wire.</summary>
public sealed record ThreadJson(Guid Id, Guid AccountId, string OpenId, ThreadStatus Status, DateTimeOffset LastMessageAt);

/// <summary>A message on the wire.</summary>
public sealed record MessageJson(Guid Id, MessageDirection Direction, string Type, string Text, DateTimeOffset At, string? PlatformMsgId)
{
    /// <summary>Puts a message on the wire.</summary>
    public static MessageJson Of(MessageRow row) => new(row.Id, row.Direction, row.Type, row.Text, row.At, row.PlatformMsgId);
}

/// <summary>An answer as the caller sends it.</summary>
public sealed record ReplyInput(string? Text);

/// <summary><c>/api/v1/threads</c>: citizens' conversations.</summary>
public static class ThreadsApi
{
    /// <summary>Maps the addresses.</summary>
    public static void MapThreads(this IEndpointRouteBuilder api)
    {
        var threads = api.MapGroup("/threads").WithTags("threads");
        threads.MapGet("", ListAsync).Says("Conversations, newest first.").TakesList("account", "status", "q").Answers<ListJson<ThreadJson>>();
        threads.MapGet("/{id:guid}/messages", MessagesAsync).Says("Messages of a conversation, newest first.").TakesList().Answers<ListJson<MessageJson>>();
        threads.MapPost("/{id:guid}/replies", ReplyAsync).Says("Answers the citizen in the account's name.").Answers<MessageJson>(StatusCodes.Status201Created);
    }

    private static async Task<IResult> ListAsync(HttpContext context, ThreadQueries queries, CancellationToken token)
    {
        var query = new ApiQuery(context);
        var filter = new ThreadFilter(query.Id("account"), query.OneWord<ThreadStatus>("status"), query.Text("q"));
        var (after, limit) = (query.AfterId(), query.Limit());
        if (query.Refusal is { } refusal)
        {
            return refusal;
        }

        var found = await queries.ListAsync(context.Actor(), filter, after, limit, token);
        return found.Succeeded
            ? Lists.Ok(found.Value, row => new ThreadJson(row.Id, row.AccountId, row.OpenId, row.Status, row.LastMessageAt))
            : Problems.From(context, found);
    }

    private static async Task<IResult> ReplyAsync(Guid id, ReplyInput? input, HttpContext context, ReplyThread reply, CancellationToken token)
    {
        var sent = await reply.ExecuteAsync(context.Actor(), id, input?.Text, token);
        return sent.Succeeded ? Results.Created($"/api/v1/threads/{id}/messages", MessageJson.Of(sent.Value)) : Problems.From(context, sent);
    }

    private static async Task<IResult> MessagesAsync(Guid id, HttpContext context, ThreadQueries queries, CancellationToken token)
    {
        var query = new ApiQuery(context);
        var (after, limit) = (query.AfterId(), query.Limit());
        if (query.Refusal is { } refusal)
        {
            return refusal;
        }

        var found = await queries.MessagesAsync(context.Actor(), id, after, limit, token);
        return found.Succeeded ? Lists.Ok(found.Value, MessageJson.Of) : Problems.From(context, found);
    }
}
