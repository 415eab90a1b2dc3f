using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Access;
using GovAccountConsole.Infrastructure.Checks.Lists;
using GovAccountConsole.Web.Access;
using GovAccountConsole.Web.Api;

namespace GovAccountConsole.Web.Checks.Lists;

/// <summary>The lists as files for the pages; any version of them.</summary>
public static class RuleDownloads
{
    /// <summary>Maps <c>/settings/words/export</c> and the same of the other lists.</summary>
    public static void MapRuleDownloads(this IEndpointRouteBuilder app)
    {
        app.MapGet("/settings/words/export", (HttpContext context, string? format, int? version, WordQueries queries, ActorSource actors, CancellationToken token) =>
            SendAsync(context, "words", actors, actor => queries.ExportAsync(actor, format ?? "xlsx", version, token), token)).RequireAuthorization().ExcludeFromDescription();
        app.MapGet("/settings/names/export", (HttpContext context, string? format, int? version, OfficeQueries queries, ActorSource actors, CancellationToken token) =>
            SendAsync(context, "names", actors, actor => queries.ExportAsync(actor, format ?? "xlsx", version, token), token)).RequireAuthorization().ExcludeFromDescription();
        app.MapGet("/settings/sites/export", (HttpContext context, string? format, int? version, SiteQueries queries, ActorSource actors, CancellationToken token) =>
            SendAsync(context, "sites", actors, actor => queries.ExportAsync(actor, format ?? "xlsx", version, token), token)).RequireAuthorization().ExcludeFromDescription();
    }

    private static async Task<IResult> SendAsync(HttpContext context, string name, ActorSource actors, Func<Actor, Task<ListFile>> export, CancellationToken token)
    {
        if (CurrentActor.PersonId(context.User) is not { } person || await actors.GetAsync(person, token) is not { } actor || !actor.CanSomewhere(Permission.View))
        {
            return Problems.From(context, Error.NotFound);
        }

        var file = await export(actor);
        return Results.File(file.Bytes, file.ContentType, $"{name}.{file.Ending}");
    }
}
