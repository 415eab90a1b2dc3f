using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Media;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Media;
using GovAccountConsole.Web.Api;

namespace GovAccountConsole.Web.Media;

/// <summary>A picture on the wire; bodies show it by <c>url</c>.</summary>
public sealed record MediaJson(Guid Id, string Url, int Width, int Height, int Bytes, string ContentType)
{
    /// <summary>The agency had these very bytes already: this is that picture.</summary>
    public bool Duplicate { get; init; }

    /// <summary>As it goes out.</summary>
    public static MediaJson Of(MediaRow row) => new(row.Id, row.Url, row.Width, row.Height, row.Bytes, row.ContentType) { Duplicate = row.Duplicate };
}

/// <summary><c>/api/v1/media</c>: take in pictures. They are read at their <c>url</c>, with the same authentication.</summary>
public static class MediaApi
{
    /// <summary>Maps the address.</summary>
    public static void MapMedia(this IEndpointRouteBuilder api) =>
        api.MapPost("/media", UploadAsync).WithTags("media").WithMetadata(Uploads.SizeLimit)
            .Says("Takes in a picture (PNG, JPEG, GIF up to 10 MB, judged by content) for the caller's agency.").TakesFile().Answers<MediaJson>(StatusCodes.Status201Created);

    private static async Task<IResult> UploadAsync(HttpContext context, UploadMedia upload, CancellationToken token)
    {
        var actor = context.Actor();
        if (!actor.CanSomewhere(Permission.WritePosts))
        {
            return Problems.From(context, Error.Forbidden);
        }

        var (name, bytes, refusal) = await Uploads.ReadAsync(context, Medium.BytesLimit, MediaErrors.TooLarge);
        if (refusal is not null)
        {
            return refusal;
        }

        var uploaded = await upload.ExecuteAsync(actor, null, name, bytes, token);
        return uploaded.Succeeded
            ? Results.Created(uploaded.Value.Url, MediaJson.Of(uploaded.Value))
            : Problems.From(context, uploaded);
    }
}
