using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Access;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Evidence;
using GovAccountConsole.Web.Access;
using GovAccountConsole.Web.Api;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace GovAccountConsole.Web.Evidence;

/// <summary><c>/api/v1/posts/{id}/evidence</c> and <c>/api/v1/sentences</c>: the sheet as data, and who wrote and approved a sentence.</summary>
public static class EvidenceApi
{
    private const string EitherScheme = "Identity.Application,Identity.Bearer";

    /// <summary>Maps the addresses of the API.</summary>
    public static void MapEvidence(this IEndpointRouteBuilder api)
    {
        api.MapGet("/posts/{id:guid}/evidence", async (Guid id, HttpContext context, EvidenceQueries evidence, CancellationToken token) =>
                await evidence.SheetAsync(context.Actor(), id, token) is { } sheet ? Results.Ok(sheet) : Problems.From(context, Error.NotFound))
            .WithTags("evidence").Says("The evidence sheet: who approved which bytes, and whether what is stored still is that, compared now.").Answers<EvidenceSheet>();
        api.MapGet("/sentences", FindAsync).WithTags("evidence").Says("Posts within scope that hold a sentence: who wrote it first, who approved it.").TakesList("q").Answers<ListJson<SentenceHit>>();
    }

    /// <summary>Maps the file behind the sheet's page, in the API's form.</summary>
    public static void MapEvidenceFile(this IEndpointRouteBuilder app) =>
        app.MapGet("/posts/{id:guid}/evidence.json", async (Guid id, HttpContext context, EvidenceQueries evidence, ActorSource actors, IOptions<JsonOptions> json, CancellationToken token) =>
                CurrentActor.PersonId(context.User) is { } person && await evidence.SheetAsync(await actors.GetAsync(person, token), id, token) is { } sheet
                    ? Results.Bytes(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(sheet, json.Value.SerializerOptions), "application/json", EvidenceFileName(sheet))
                    : Problems.From(context, Error.NotFound))
            .RequireAuthorization(new AuthorizeAttribute { AuthenticationSchemes = EitherScheme }).ExcludeFromDescription();

    private static async Task<IResult> FindAsync(HttpContext context, SentenceQueries sentences, CancellationToken token)
    {
        // Nothing asked for, nothing found: as with every list.
        var found = await sentences.FindAsync(context.Actor(), new ApiQuery(context).Text("q") ?? string.Empty, token);
        return Lists.Ok(new Page<SentenceHit>(found, null), hit => hit);
    }

    private static string EvidenceFileName(EvidenceSheet sheet) => $"evidence-{EvidenceWords.Number(sheet)}.json";
}
