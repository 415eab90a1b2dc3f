using GovAccountConsole.Domain.Reviews.Absences;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Reviews.Absences;
using GovAccountConsole.Web.Access;
using GovAccountConsole.Web.Api;

namespace GovAccountConsole.Web.Reviews.Absences;

/// <summary>An absence as the caller sends it; without <c>personId</c> it is the caller's own. Days are Asia/Shanghai, both included.</summary>
public sealed record AbsenceBody(Guid? PersonId, Guid? SubstituteId, DateOnly? From, DateOnly? Until, string? Reason);

/// <summary>An absence on the wire.</summary>
public sealed record AbsenceJson(
    Guid Id, PersonJson Person, PersonJson Substitute, Guid AgencyId, string AgencyName, DateOnly From, DateOnly Until, string? Reason, AbsenceState State,
    PersonJson NotedBy, DateTimeOffset NotedAt, PersonJson? RevokedBy, DateTimeOffset? RevokedAt)
{
    /// <summary>Puts an absence on the wire.</summary>
    public static AbsenceJson Of(AbsenceRow row) => new(
        row.Id, new PersonJson(row.Person.Id, row.Person.Name), new PersonJson(row.Substitute.Id, row.Substitute.Name), row.AgencyId, row.AgencyName, row.From, row.Until, row.Reason, row.State,
        new PersonJson(row.NotedBy.Id, row.NotedBy.Name), row.NotedAt, row.RevokedBy is { } by ? new PersonJson(by.Id, by.Name) : null, row.RevokedAt);
}

/// <summary><c>/api/v1/absences</c>: who is away and who decides meanwhile (docs/decisions/0019).</summary>
public static class AbsencesApi
{
    /// <summary>Maps the addresses.</summary>
    public static void MapAbsences(this IEndpointRouteBuilder api)
    {
        var absences = api.MapGroup("/absences").WithTags("absences");
        absences.MapGet("", ListAsync).Says("Absences of reviewers and their substitutes, newest first.").TakesList().Answers<ListJson<AbsenceJson>>();
        absences.MapPost("", NoteAsync).Says("Notes an absence: the substitute may decide review steps in that person's place until the last day.").Answers<AbsenceJson>(StatusCodes.Status201Created);
        absences.MapPost("/{id:guid}/revoke", RevokeAsync).Says("Ends an absence at once.").Answers<AbsenceJson>();
    }

    private static async Task<IResult> ListAsync(HttpContext context, AbsenceQueries queries, CancellationToken token)
    {
        var query = new ApiQuery(context);
        var (after, limit) = (query.AfterId(), query.Limit());
        return query.Refusal ?? Lists.Ok(await queries.ListAsync(context.Actor(), after, limit, token), AbsenceJson.Of);
    }

    private static async Task<IResult> NoteAsync(AbsenceBody? body, HttpContext context, NoteAbsence note, AbsenceQueries queries, CancellationToken token)
    {
        var noted = await note.ExecuteAsync(
            context.Actor(), new AbsencePlan(body?.PersonId ?? context.Actor().PersonId, body?.SubstituteId, body?.From, body?.Until, body?.Reason), token);
        return noted.Succeeded ? Results.Created($"/api/v1/absences/{noted.Value}", await FindAsync(context, queries, noted.Value, token)) : Problems.From(context, noted);
    }

    private static async Task<IResult> RevokeAsync(Guid id, HttpContext context, RevokeAbsence revoke, AbsenceQueries queries, CancellationToken token)
    {
        var revoked = await revoke.ExecuteAsync(context.Actor(), id, token);
        return revoked.Succeeded ? Results.Ok(await FindAsync(context, queries, id, token)) : Problems.From(context, revoked);
    }

    private static async Task<AbsenceJson?> FindAsync(HttpContext context, AbsenceQueries queries, Guid id, CancellationToken token) =>
        await queries.GetAsync(context.Actor(), id, token) is { } row ? AbsenceJson.Of(row) : null;
}
