using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Agencies;
using GovAccountConsole.Web.Api;

namespace GovAccountConsole.Web.Agencies;

/// <summary>An agency on the wire.</summary>
public sealed record AgencyJson(Guid Id, string Name, string Path, string Sector, string SectorName, string RegionCode, Guid? ParentId)
{
    /// <summary>Puts an agency on the wire.</summary>
    public static AgencyJson Of(AgencyRow row) => new(row.Id, row.Name, row.Path, row.SectorCode, row.SectorName, row.RegionCode, row.ParentId);
}

/// <summary><c>/api/v1/agencies</c>: the tree of government bodies.</summary>
public static class AgenciesApi
{
    /// <summary>Maps the addresses.</summary>
    public static void MapAgencies(this IEndpointRouteBuilder api)
    {
        var agencies = api.MapGroup("/agencies").WithTags("agencies");
        agencies.MapGet("", ListAsync).Says("Agencies within scope, newest first. `sector` is a code or a name.").TakesList("parent", "q", "sector").Answers<ListJson<AgencyJson>>();
        agencies.MapPost("", CreateAsync).Says("Founds an agency below one within scope. `sector` is a code or a name.").Answers<AgencyJson>(StatusCodes.Status201Created);
        agencies.MapGet("/{id:guid}", async (Guid id, HttpContext context, AgencyQueries queries, CancellationToken token) =>
                await queries.GetAsync(context.Actor(), id, token) is { } row ? Results.Ok(AgencyJson.Of(row)) : Problems.From(context, Error.NotFound))
            .Says("An agency.").Answers<AgencyJson>();
    }

    private static async Task<IResult> ListAsync(HttpContext context, AgencyQueries queries, CancellationToken token)
    {
        var query = new ApiQuery(context);
        var filter = new AgencyFilter(query.Id("parent"), query.Text("q"), query.Text("sector"));
        var (after, limit) = (query.AfterId(), query.Limit());
        return query.Refusal ?? Lists.Ok(await queries.ListAsync(context.Actor(), filter, after, limit, token), AgencyJson.Of);
    }

    private static async Task<IResult> CreateAsync(AgencyInput? input, HttpContext context, CreateAgency create, AgencyQueries queries, CancellationToken token)
    {
        var created = await create.ExecuteAsync(context.Actor(), input ?? new AgencyInput(null, null, null, null), token);
        return created.Succeeded
            ? Results.Created("/api/v1/agencies/" + created.Value, AgencyJson.Of((await queries.GetAsync(context.Actor(), created.Value, token))!))
            : Problems.From(context, created);
    }
}
