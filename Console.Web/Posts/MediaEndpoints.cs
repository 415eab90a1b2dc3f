using GovAccountConsole.Domain.Media;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Access;
using GovAccountConsole.Infrastructure.Media;
using GovAccountConsole.Web.Access;
using GovAccountConsole.Web.Api;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace GovAccountConsole.Web.Posts;

/// <summary>Pictures for the pages: <c>GET /media/{id}</c>, the address by which bodies show them, and the editor's upload <c>POST /media/upload</c>.</summary>
public static class MediaEndpoints
{
    // A form around a picture of the largest size; what is larger is refused with a sentence, not with a broken connection.
    private const long LargestForm = Medium.BytesLimit + (64 * 1024);

    // Pages come with the cookie, other systems with their token.
    private const string EitherScheme = "Identity.Application,Identity.Bearer";

    /// <summary>Maps the addresses, and each picture's forms: small, and as it goes to the platform. Out of scope and absent are the same 404.</summary>
    public static void MapMediaEndpoints(this IEndpointRouteBuilder app)
    {
        app.MapGet("/media/{id:guid}", ReadAsync).RequireAuthorization(new AuthorizeAttribute { AuthenticationSchemes = EitherScheme }).ExcludeFromDescription();
        app.MapGet("/media/{id:guid}/thumbnail", SmallAsync).RequireAuthorization(new AuthorizeAttribute { AuthenticationSchemes = EitherScheme }).ExcludeFromDescription();
        app.MapGet("/media/{id:guid}/body", BodyAsync).RequireAuthorization(new AuthorizeAttribute { AuthenticationSchemes = EitherScheme }).ExcludeFromDescription();
        app.MapGet("/media/{id:guid}/cover", CoverAsync).RequireAuthorization(new AuthorizeAttribute { AuthenticationSchemes = EitherScheme }).ExcludeFromDescription();
        app.MapPost("/media/upload", UploadAsync).RequireAuthorization().ExcludeFromDescription()
            .WithMetadata(new RequestSizeLimitAttribute(LargestForm), new RequestFormLimitsAttribute { MultipartBodyLengthLimit = LargestForm });
    }

    private static async Task<IResult> ReadAsync(HttpContext context, Guid id, MediaQueries media, ActorSource actors, CancellationToken token)
    {
        if (CurrentActor.PersonId(context.User) is not { } person || await media.FileAsync(await actors.GetAsync(person, token), id, token) is not { } file)
        {
            return Problems.From(context, Error.NotFound);
        }

        return Sent(context, file, file.Sha256);
    }

    private static async Task<IResult> SmallAsync(HttpContext context, Guid id, ShowThumbnail thumbnails, ActorSource actors, CancellationToken token)
    {
        if (CurrentActor.PersonId(context.User) is not { } person || await thumbnails.ExecuteAsync(await actors.GetAsync(person, token), id, token) is not { Succeeded: true, Value: var file })
        {
            return Problems.From(context, Error.NotFound);
        }

        return Sent(context, file, $"{file.Sha256}-s");
    }

    private static Task<IResult> BodyAsync(HttpContext context, Guid id, ShowForm forms, ActorSource actors, CancellationToken token) =>
        FormAsync(context, id, UploadPurpose.Body, forms, actors, token);

    private static Task<IResult> CoverAsync(HttpContext context, Guid id, ShowForm forms, ActorSource actors, CancellationToken token) =>
        FormAsync(context, id, UploadPurpose.Cover, forms, actors, token);

    private static async Task<IResult> FormAsync(HttpContext context, Guid id, UploadPurpose purpose, ShowForm forms, ActorSource actors, CancellationToken token)
    {
        if (CurrentActor.PersonId(context.User) is not { } person || await forms.ExecuteAsync(await actors.GetAsync(person, token), id, purpose, token) is not { Succeeded: true, Value: var file })
        {
            return Problems.From(context, Error.NotFound);
        }

        return Sent(context, file, file.Sha256);
    }

    // The bytes of an address never change, but who may see them can: only this browser keeps them, and only for a day.
    private static IResult Sent(HttpContext context, MediaFile file, string tag)
    {
        context.Response.Headers.CacheControl = "private, max-age=86400";
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return Results.Bytes(file.Bytes, file.ContentType, entityTag: new EntityTagHeaderValue($"\"{tag}\""));
    }

    private static async Task<IResult> UploadAsync(
        HttpContext context, IFormFile? file, [FromForm] Guid? account, [FromForm] Guid? from, UploadMedia upload, ActorSource actors, CancellationToken token)
    {
        if (CurrentActor.PersonId(context.User) is not { } person)
        {
            return Problems.From(context, Error.NotFound);
        }

        if (file is null || file.Length == 0)
        {
            return Problems.From(context, Error.Required("file"));
        }

        if (file.Length > Medium.BytesLimit)
        {
            return Problems.From(context, MediaErrors.TooLarge);
        }

        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, token);
        var stored = await upload.ExecuteAsync(await actors.GetAsync(person, token), account, file.FileName, bytes.ToArray(), from, token);
        return stored.Succeeded
            ? Results.Created(stored.Value.Url, new { stored.Value.Id, stored.Value.Url, stored.Value.Width, stored.Value.Height, stored.Value.Bytes, stored.Value.ContentType, stored.Value.Duplicate })
            : Problems.From(context, stored);
    }
}
