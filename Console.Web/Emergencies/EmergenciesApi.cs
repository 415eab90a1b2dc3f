using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Emergencies;
using GovAccountConsole.Web.Api;
using GovAccountConsole.Web.Posts;

namespace GovAccountConsole.Web.Emergencies;

/// <summary><c>/api/v1/emergency</c> and the emergency acts of posts (docs/decisions/0020).</summary>
public static class EmergenciesApi
{
    /// <summary>Maps the addresses.</summary>
    public static void MapEmergencies(this IEndpointRouteBuilder api)
    {
        var lane = api.MapGroup("/emergency").WithTags("emergency");
        lane.MapGet("/designations", DesignationsAsync).Says("Who is named for emergencies, newest first.").Answers<ListJson<DesignationJson>>();
        lane.MapPost("/designations", DesignateAsync).Says("Names a person who writes for an agency, for at most a year.").Answers<DesignationJson>(StatusCodes.Status201Created);
        lane.MapPost("/designations/{id:guid}/revoke", RevokeAsync).Says("Takes a naming back at once.").Answers<DesignationJson>();
        lane.MapGet("/follow-ups", WaitingAsync).Says("Follow-up reviews that wait for me, soonest first.").Answers<ListJson<FollowUpJson>>();
        var posts = api.MapGroup("/posts").WithTags("emergency");
        posts.MapPost("/{id:guid}/emergency", async (Guid id, ReasonInput? input, HttpContext context, DeclareEmergency declare, CancellationToken token) =>
                await PostAnswer.AfterAsync(context, await declare.ExecuteAsync(context.Actor(), id, input?.Reason, context.Version(), token), token))
            .Says("A named person sends the post into the short chain: one approval by somebody else, the others within 24 hours.").Answers<PostJson>();
        posts.MapPost("/{id:guid}/follow-up", DecideAsync).Says("Approves afterwards, or objects with a reason.").Answers<PostJson>();
    }

    private static async Task<IResult> DesignationsAsync(HttpContext context, EmergencyQueries queries, CancellationToken token) =>
        Lists.Ok(new Page<DesignationRow>(await queries.DesignationsAsync(context.Actor(), token), null), DesignationJson.Of);

    private static async Task<IResult> DesignateAsync(DesignationInput? input, HttpContext context, DesignateEmergency designate, EmergencyQueries queries, CancellationToken token)
    {
        var made = await designate.ExecuteAsync(context.Actor(), input ?? new DesignationInput(null, null, null, null), token);
        return made.Succeeded
            ? Results.Created("/api/v1/emergency/designations", await FindAsync(context, queries, made.Value, token))
            : Problems.From(context, made);
    }

    private static async Task<IResult> RevokeAsync(Guid id, HttpContext context, RevokeEmergency revoke, EmergencyQueries queries, CancellationToken token)
    {
        var revoked = await revoke.ExecuteAsync(context.Actor(), id, token);
        return revoked.Succeeded ? Results.Ok(await FindAsync(context, queries, id, token)) : Problems.From(context, revoked);
    }

    private static async Task<IResult> WaitingAsync(HttpContext context, EmergencyQueries queries, TimeProvider time, CancellationToken token)
    {
        var now = time.GetUtcNow();
        return Lists.Ok(new Page<FollowUpRow>(await queries.WaitingAsync(context.Actor(), token), null), row => new FollowUpJson(
            row.PostId, row.Title, row.AccountName, row.AgencyId, row.AgencyName, row.Revision, row.ContentHash, EmergencyJson.Of(row.Emergency)!, row.Emergency.IsOverdue(now)));
    }

    private static async Task<IResult> DecideAsync(Guid id, FollowUpInput? input, HttpContext context, DecideFollowUp decide, CancellationToken token)
    {
        var decided = await decide.ExecuteAsync(context.Actor(), id, input?.Decision, input?.Comment, token);
        return decided.Succeeded ? await PostAnswer.SendAsync(context, id, token) : Problems.From(context, decided);
    }

    private static async Task<DesignationJson?> FindAsync(HttpContext context, EmergencyQueries queries, Guid id, CancellationToken token) =>
        await queries.DesignationAsync(context.Actor(), id, token) is { } row ? DesignationJson.Of(row) : null;
}
