using System.Globalization;
using GovAccountConsole.Infrastructure.Audit;
using GovAccountConsole.Web.Api;

namespace GovAccountConsole.Web.Audit;

/// <summary>What an audit entry is about.</summary>
public sealed record SubjectJson(string Type, Guid Id);

/// <summary>An audit entry on the wire.</summary>
public sealed record AuditJson(string Id, DateTimeOffset At, PersonJson? By, string Action, SubjectJson Subject, string? Detail)
{
    /// <summary>Puts an entry on the wire.</summary>
    public static AuditJson Of(AuditRow row) => new(
        row.Id.ToString(CultureInfo.InvariantCulture), row.At, row.By is { } by ? new PersonJson(by.Id, by.Name) : null, row.Action,
        new SubjectJson(row.SubjectType, row.SubjectId), row.Detail);
}

/// <summary><c>/api/v1/audit</c>: who did what, when.</summary>
public static class AuditApi
{
    /// <summary>Maps the address.</summary>
    public static void MapAudit(this IEndpointRouteBuilder api) =>
        api.MapGet("/audit", ListAsync).WithTags("audit").Says("Audit entries, newest first. `subject` is the id of what was acted on.")
            .TakesList("from", "to", "subject").Answers<ListJson<AuditJson>>();

    private static async Task<IResult> ListAsync(HttpContext context, AuditQueries queries, CancellationToken token)
    {
        var query = new ApiQuery(context);
        var filter = new AuditFilter(query.Moment("from"), query.Moment("to"), query.Id("subject"));
        var (after, limit) = (query.AfterNumber(), query.Limit());
        if (query.Refusal is { } refusal)
        {
            return refusal;
        }

        var found = await queries.ListAsync(context.Actor(), filter, after, limit, token);
        return found.Succeeded ? Lists.Ok(found.Value, AuditJson.Of) : Problems.From(context, found);
    }
}
