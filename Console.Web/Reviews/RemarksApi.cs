using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Reviews.Remarks;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Reviews.Remarks;
using GovAccountConsole.Web.Api;

namespace GovAccountConsole.Web.Reviews;

/// <summary>A remark as the caller sends it.</summary>
public sealed record RemarkInput(int? Revision, int? Article, RemarkField? Field, string? Quote, int? Offset, string? Text);

/// <summary>A word to a remark as the caller sends it.</summary>
public sealed record RemarkNoteInput(string? Text);

/// <summary>Where the words of a remark stand in the newest revision, and which words stand there now.</summary>
public sealed record RemarkPlaceJson(PlaceState State, int Article, int Offset, int Length, string? Words);

/// <summary>A line under a remark on the wire.</summary>
public sealed record RemarkNoteJson(RemarkNoteKind Kind, PersonJson By, string? Text, int Revision, DateTimeOffset At);

/// <summary>A remark on the wire.</summary>
public sealed record RemarkJson(
    Guid Id, int Number, int Revision, int Article, RemarkField Field, string Quote, int Offset, RemarkPlaceJson Place, string Text, PersonJson By, DateTimeOffset At,
    RemarkState State, IReadOnlyList<RemarkNoteJson> Notes, bool MaySettle)
{
    /// <summary>Puts a remark on the wire.</summary>
    public static RemarkJson Of(RemarkRow row) => new(
        row.Id, row.Number, row.Revision, row.Passage.Article, row.Passage.Field, row.Passage.Quote, row.Passage.Offset,
        new RemarkPlaceJson(row.Place.State, row.Place.Article, row.Place.Start, row.Place.Length, row.Now), row.Text, new PersonJson(row.By.Id, row.By.Name), row.At,
        row.State, [.. row.Notes.Select(note => new RemarkNoteJson(note.Kind, new PersonJson(note.By.Id, note.By.Name), note.Text, note.Revision, note.At))], row.MaySettle);
}

/// <summary><c>/api/v1/posts/{id}/remarks</c>: what was said about passages of a post. Nothing is ever deleted here.</summary>
public static class RemarksApi
{
    private delegate Task<Result<Guid>> Act(Actor actor, Guid post, Guid remark, string? text, CancellationToken token);

    /// <summary>Maps the addresses.</summary>
    public static void MapRemarks(this IEndpointRouteBuilder api)
    {
        var remarks = api.MapGroup("/posts/{id:guid}/remarks").WithTags("posts");
        remarks.MapGet("", ListAsync).Says("Remarks on passages of the post, oldest first, placed in the newest revision.").Answers<ListJson<RemarkJson>>();
        remarks.MapPost("", OpenAsync).Says("Opens a remark on a passage of a revision.").Answers<RemarkJson>(StatusCodes.Status201Created);
        remarks.MapPost("/{remarkId:guid}/replies", (Guid id, Guid remarkId, RemarkNoteInput? input, HttpContext context, ReplyRemark act, CancellationToken token) =>
            ActAsync(id, remarkId, input, context, act.ExecuteAsync, token, StatusCodes.Status201Created)).Says("Answers a remark.").Answers<RemarkJson>(StatusCodes.Status201Created);
        remarks.MapPost("/{remarkId:guid}/mend", (Guid id, Guid remarkId, RemarkNoteInput? input, HttpContext context, MendRemark act, CancellationToken token) =>
            ActAsync(id, remarkId, input, context, act.ExecuteAsync, token)).Says("A writer says that the passage was changed.").Answers<RemarkJson>();
        remarks.MapPost("/{remarkId:guid}/settle", (Guid id, Guid remarkId, RemarkNoteInput? input, HttpContext context, SettleRemark act, CancellationToken token) =>
            ActAsync(id, remarkId, input, context, act.ExecuteAsync, token)).Says("Settles a remark; by its author or a reviewer of the post.").Answers<RemarkJson>();
        remarks.MapPost("/{remarkId:guid}/reopen", (Guid id, Guid remarkId, RemarkNoteInput? input, HttpContext context, ReopenRemark act, CancellationToken token) =>
            ActAsync(id, remarkId, input, context, act.ExecuteAsync, token)).Says("Opens a settled remark again.").Answers<RemarkJson>();
    }

    private static async Task<IResult> ListAsync(Guid id, HttpContext context, RemarkQueries queries, CancellationToken token) =>
        await queries.OfPostAsync(context.Actor(), id, null, token) is { } found
            ? Results.Ok(new ListJson<RemarkJson>([.. found.Items.Select(RemarkJson.Of)], null))
            : Problems.From(context, Error.NotFound);

    private static async Task<IResult> OpenAsync(Guid id, RemarkInput? input, HttpContext context, OpenRemark open, RemarkQueries queries, CancellationToken token)
    {
        var missing = new List<Error>();
        if (input?.Revision is null)
        {
            missing.Add(Error.Required("revision"));
        }

        if (input?.Field is null)
        {
            missing.Add(Error.Required("field"));
        }

        // No post has revision 0: what is missing is said only to who has a say.
        var wish = new NewRemark(missing.Count > 0 ? 0 : input!.Revision!.Value, input?.Article ?? 0, input?.Field ?? default, input?.Quote, input?.Offset, input?.Text);
        var opened = await open.ExecuteAsync(context.Actor(), id, wish, token);
        return missing.Count > 0 && opened.Error.Kind == ErrorKind.Invalid
            ? Problems.From(context, Result.From(missing))
            : await SendAsync(context, id, opened, queries, StatusCodes.Status201Created, token);
    }

    private static async Task<IResult> ActAsync(
        Guid id, Guid remarkId, RemarkNoteInput? input, HttpContext context, Act act, CancellationToken token, int status = StatusCodes.Status200OK) =>
        await SendAsync(
            context, id, await act(context.Actor(), id, remarkId, input?.Text, token), context.RequestServices.GetRequiredService<RemarkQueries>(), status, token);

    private static async Task<IResult> SendAsync(HttpContext context, Guid post, Result<Guid> done, RemarkQueries queries, int status, CancellationToken token)
    {
        if (!done.Succeeded)
        {
            return Problems.From(context, done);
        }

        var all = await queries.OfPostAsync(context.Actor(), post, null, token);
        return all?.Items.FirstOrDefault(row => row.Id == done.Value) is { } remark
            ? Results.Json(RemarkJson.Of(remark), statusCode: status)
            : Problems.From(context, Error.NotFound);
    }
}
