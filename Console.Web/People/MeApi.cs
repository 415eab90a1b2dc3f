using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.People;
using GovAccountConsole.Web.Api;

namespace GovAccountConsole.Web.People;

/// <summary>A grant on the wire.</summary>
public sealed record GrantJson(Role Role, Guid AgencyId, string AgencyName);

/// <summary>Oneself on the wire.</summary>
public sealed record MeJson(Guid Id, string Name, string Email, IReadOnlyList<GrantJson> Grants);

/// <summary><c>/api/v1/me</c>: who am I, and what may I do where.</summary>
public static class MeApi
{
    /// <summary>Maps the address.</summary>
    public static void MapMe(this IEndpointRouteBuilder api) =>
        api.MapGet("/me", async (HttpContext context, MeQueries queries, CancellationToken token) =>
                await queries.GetAsync(context.Actor(), token) is { } me
                    ? Results.Ok(new MeJson(me.Id, me.Name, me.Email, [.. me.Grants.Select(grant => new GrantJson(grant.Role, grant.AgencyId, grant.AgencyName))]))
                    : Problems.From(context, Error.NotFound))
            .WithTags("people").Says("The caller and the grants held now.").Answers<MeJson>();
}
