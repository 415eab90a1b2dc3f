using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Media;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Media;
using GovAccountConsole.Web.Api;

namespace GovAccountConsole.Web.Media;

/// <summary><c>/api/v1/media</c>: take in pictures, look through the library, keep rights and expiry. Bytes are read at a picture's <c>url</c>, with the same authentication.</summary>
public static class MediaApi
{
    /// <summary>Maps the addresses.</summary>
    public static void MapMedia(this IEndpointRouteBuilder api)
    {
        var media = api.MapGroup("/media").WithTags("media");
        media.MapGet("", ListAsync).Says("Pictures within scope and those shared by bodies above, newest first; `shelf` is `all`, `mine`, `shared`, `expiring` or `unused`.")
            .TakesList("agency", "q", "shelf").Answers<ListJson<MediumJson>>();
        media.MapGet("/{id:guid}", GetAsync).Says("A picture with its rights and the posts that show it.").Answers<MediumJson>();
        media.MapPost("", UploadAsync).WithMetadata(Uploads.SizeLimit)
            .Says("Takes in a picture (PNG, JPEG, GIF up to 10 MB, judged by content) for the caller's agency; the same bytes again are the same picture.").TakesFile().Answers<MediaJson>(StatusCodes.Status201Created);
        media.MapPut("/{id:guid}", DescribeAsync).Says("Stores alternative text, rights, the last day of use and whether bodies below may use it.").Answers<MediumJson>();
        media.MapDelete("/{id:guid}", RetireAsync).Says("Takes a picture that no post shows out of the library.").Answers(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> ListAsync(HttpContext context, LibraryQueries library, CancellationToken token)
    {
        var query = new ApiQuery(context);
        var filter = new MediaFilter { Agency = query.Id("agency"), Query = query.Text("q"), Shelf = query.Words<MediaShelf>("shelf") is [var shelf, ..] ? shelf : MediaShelf.All };
        var (after, limit) = (query.AfterId(), query.Limit());
        return query.Refusal ?? Lists.Ok(await library.ListAsync(context.Actor(), filter, after, limit, token), card => MediumJson.Of(card, null));
    }

    private static async Task<IResult> GetAsync(Guid id, HttpContext context, LibraryQueries library, CancellationToken token)
    {
        if (await library.GetAsync(context.Actor(), id, token) is not { } card)
        {
            return Problems.From(context, Error.NotFound);
        }

        context.Response.Headers.ETag = $"\"{card.Version}\"";
        return Results.Ok(MediumJson.Of(card, await library.UsesAsync(context.Actor(), id, token)));
    }

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

        var uploaded = await upload.ExecuteAsync(actor, null, name, bytes, null, token);
        return uploaded.Succeeded ? Results.Created(uploaded.Value.Url, MediaJson.Of(uploaded.Value)) : Problems.From(context, uploaded);
    }

    private static async Task<IResult> DescribeAsync(Guid id, MediumInput? input, HttpContext context, DescribeMedium describe, LibraryQueries library, CancellationToken token)
    {
        var stored = await library.GetAsync(context.Actor(), id, token);
        var described = await describe.ExecuteAsync(context.Actor(), id, Details(input, stored), context.Version(), token);
        return described.Succeeded ? await GetAsync(id, context, library, token) : Problems.From(context, described);
    }

    private static async Task<IResult> RetireAsync(Guid id, HttpContext context, RetireMedium retire, CancellationToken token)
    {
        var retired = await retire.ExecuteAsync(context.Actor(), id, context.Version(), token);
        return retired.Succeeded ? Results.NoContent() : Problems.From(context, retired);
    }

    // What is not said stays as it is; expiresOn is taken as said, since null means for ever.
    private static MediumDetails Details(MediumInput? input, MediaCard? stored)
    {
        var rights = stored?.Rights ?? MediumRights.Unknown;
        return new MediumDetails(
            input?.Alt ?? stored?.Alt ?? string.Empty,
            new MediumRights(input?.Rights?.Source ?? rights.Source, input?.Rights?.Consent ?? rights.Consent, input?.Rights?.Note ?? rights.Note),
            input is null ? stored?.ExpiresOn : input.ExpiresOn,
            input?.Shared ?? stored?.Shared ?? false);
    }
}
