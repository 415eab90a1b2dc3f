using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Emergencies;
using GovAccountConsole.Infrastructure.Workload;
using GovAccountConsole.Web.Api;

namespace GovAccountConsole.Web.Workload;

/// <summary>An agency's figures on the wire: about its posts.</summary>
public sealed record AgencyWorkloadJson(
    Guid Id, string Name, int Written, int Submitted, int Reviewed, int Returned, int Published, int Waiting, int Overdue)
{
    /// <summary>Posts that went out by the short chain.</summary>
    public int EmergencyPublished { get; init; }

    /// <summary>Follow-up reviews whose time is over now.</summary>
    public int FollowUpsOverdue { get; init; }
}

/// <summary>A person's figures on the wire: the person's own acts.</summary>
public sealed record PersonWorkloadJson(
    Guid Id, string Name, Guid AgencyId, int Written, int Submitted, int Reviewed, int Returned, int Published, int Waiting, int Overdue);

/// <summary>Workload on the wire.</summary>
public sealed record WorkloadJson(IReadOnlyList<AgencyWorkloadJson> Agencies, IReadOnlyList<PersonWorkloadJson> People);

/// <summary><c>/api/v1/workload</c>: what was done in a period and what waits now.</summary>
public static class WorkloadApi
{
    private const int UsualDays = 30;

    /// <summary>Maps the address.</summary>
    public static void MapWorkload(this IEndpointRouteBuilder api) =>
        api.MapGet("/workload", ReportAsync).WithTags("planning").Says("Work of a period (the last 30 days unless said), by agency and person, in directory order.")
            .Takes("from", "to", "agency").Answers<WorkloadJson>();

    private static async Task<IResult> ReportAsync(HttpContext context, WorkloadQueries queries, EmergencyQueries emergencies, TimeProvider time, CancellationToken token)
    {
        var query = new ApiQuery(context);
        var tomorrow = BusinessTime.DayOf(time.GetUtcNow()).AddDays(1);
        var (from, to, agency) = (query.Moment("from"), query.Moment("to"), query.Id("agency"));
        if (query.Refusal is { } refusal)
        {
            return refusal;
        }

        var (first, end) = (from ?? BusinessTime.StartOf(tomorrow.AddDays(-UsualDays)), to ?? BusinessTime.StartOf(tomorrow));
        var report = await queries.ReportAsync(context.Actor(), first, end, agency, token);
        var shares = await emergencies.SharesAsync(context.Actor(), first, end, token);
        return Results.Ok(new WorkloadJson(
            [.. report.Agencies.Select(row => Of(row.Id, row.Name, row.Figures) with { EmergencyPublished = shares.GetValueOrDefault(row.Id)?.Emergency ?? 0, FollowUpsOverdue = shares.GetValueOrDefault(row.Id)?.FollowUpsOverdue ?? 0 })],
            [.. report.People.Select(row => Of(row.Id, row.Name, row.AgencyId, row.Figures))]));
    }

    private static AgencyWorkloadJson Of(Guid id, string name, WorkFigures done) =>
        new(id, name, done.Written, done.Submitted, done.Reviewed, done.Returned, done.Published, done.Waiting, done.Overdue);

    private static PersonWorkloadJson Of(Guid id, string name, Guid agency, WorkFigures done) =>
        new(id, name, agency, done.Written, done.Submitted, done.Reviewed, done.Returned, done.Published, done.Waiting, done.Overdue);
}
