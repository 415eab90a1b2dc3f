using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Posts.Import;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Posts.Import;
using GovAccountConsole.Web.Api;
using GovAccountConsole.Web.Media;
using Microsoft.Extensions.Localization;

namespace GovAccountConsole.Web.Posts;

/// <summary>Something a document had that the article does not have.</summary>
/// <param name="What">Stable word.</param>
/// <param name="Count">How many.</param>
/// <param name="Message">The same in a sentence, in the caller's language.</param>
public sealed record DroppedJson(string What, int Count, string Message);

/// <summary>A document as a proposed article, on the wire.</summary>
public sealed record ImportedJson(string Title, string ContentHtml, IReadOnlyList<DroppedJson> Dropped, IReadOnlyList<MediaJson> Media);

/// <summary><c>POST /api/v1/posts/import-document</c>: a document becomes the content of an article, to be looked at before it is used.</summary>
public static class ImportDocumentApi
{
    /// <summary>Maps the address.</summary>
    public static void MapImportDocument(this IEndpointRouteBuilder posts) =>
        posts.MapPost("/import-document", ImportAsync).WithMetadata(Uploads.SizeLimit)
            .Says("Reads a .docx, .xlsx or .md file into a proposed article for the account named in the form field or query `account`; no post changes. Its pictures join the library.")
            .Takes("account").TakesFile().Answers<ImportedJson>();

    private static async Task<IResult> ImportAsync(HttpContext context, ImportDocument import, IStringLocalizer<ImportedText> words, CancellationToken token)
    {
        var actor = context.Actor();
        if (!actor.CanSomewhere(Permission.WritePosts))
        {
            return Problems.From(context, Error.Forbidden);
        }

        var (name, bytes, refusal) = await Uploads.ReadAsync(context, DocumentErrors.BytesLimit, DocumentErrors.TooLarge);
        if (refusal is not null)
        {
            return refusal;
        }

        var named = context.Request.Query["account"].FirstOrDefault() ?? (await context.Request.ReadFormAsync(token))["account"].FirstOrDefault();
        if (string.IsNullOrWhiteSpace(named))
        {
            return Problems.From(context, Error.Required("accountId"));
        }

        if (!Guid.TryParse(named, out var account))
        {
            return Problems.From(context, Error.NotAccepted("accountId"));
        }

        var imported = await import.ExecuteAsync(actor, account, name, bytes, token);
        return imported.Succeeded
            ? Results.Ok(new ImportedJson(
                imported.Value.Title, imported.Value.ContentHtml,
                [.. imported.Value.Dropped.Select(part => new DroppedJson(part.What, part.Count, words["Dropped." + part.What, part.Count]))],
                [.. imported.Value.Media.Select(MediaJson.Of)]))
            : Problems.From(context, imported);
    }
}
