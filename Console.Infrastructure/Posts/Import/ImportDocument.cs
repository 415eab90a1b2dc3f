using System.Globalization;
using System.Text.RegularExpressions;
using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Posts.Import;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Media;
using GovAccountConsole.Infrastructure.Text;
using GovAccountConsole.Infrastructure.Text.Import;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Posts.Import;

/// <summary>A document as an article to be, before anybody took it over.</summary>
/// <param name="Title">The proposed title; empty where the document offers none.</param>
/// <param name="ContentHtml">The body, clean.</param>
/// <param name="Dropped">What did not come along, counted.</param>
/// <param name="Media">The pictures, now in the library of the account's agency.</param>
public sealed record ImportedArticle(string Title, string ContentHtml, IReadOnlyList<DroppedPart> Dropped, IReadOnlyList<MediaRow> Media);

/// <summary>Reads a document into a proposed article. No post changes by it; its pictures join the library.</summary>
public sealed partial class ImportDocument(Work work)
{
    /// <summary>Reads, keeps the pictures, cleans.</summary>
    /// <param name="actor">Who imports.</param>
    /// <param name="accountId">The account the article is meant for; its agency will own the pictures.</param>
    /// <param name="fileName">The name it came with: tells Markdown from other text, nothing else.</param>
    /// <param name="bytes">The file.</param>
    /// <param name="token">Ends the work early.</param>
    public Task<Result<ImportedArticle>> ExecuteAsync(Actor actor, Guid accountId, string? fileName, byte[] bytes, CancellationToken token) =>
        work.RunAsync<ImportedArticle>(actor, async step =>
        {
            var agencyId = await step.Db.Accounts.Where(account => account.Id == accountId).Select(account => (Guid?)account.AgencyId).SingleOrDefaultAsync(step.Token);
            if (agencyId is not { } owner)
            {
                return PostErrors.UnknownAccount;
            }

            if (!await step.CanAsync(Permission.WritePosts, owner))
            {
                return Error.Forbidden;
            }

            var read = DocumentReader.Read(bytes, fileName, step.Token);
            if (!read.Succeeded)
            {
                return Result<ImportedArticle>.Refuse(read.Errors);
            }

            var media = await KeepAsync(step, owner, read.Value);
            var html = Placed(read.Value, media);
            if (html.Length > Article.StoredContentLimit)
            {
                return DocumentErrors.TooLarge;
            }

            var cleaned = ArticleSanitizer.Clean(html).Html;
            var dropped = read.Value.Dropped;
            dropped.Add(DroppedWhat.Links, Links().Count(html) - Links().Count(cleaned));
            return cleaned.Length == 0 && read.Value.Title.Length == 0
                ? DocumentErrors.NothingInside
                : new ImportedArticle(read.Value.Title, cleaned, dropped.ToList(), [.. media.OfType<MediaRow>().DistinctBy(row => row.Id)]);
        }, token);

    // One row per picture of the document; null where it is none we can keep.
    private static async Task<List<MediaRow?>> KeepAsync(WorkStep step, Guid agencyId, ImportedDocument document)
    {
        var rows = new List<MediaRow?>(document.Pictures.Count);
        foreach (var picture in document.Pictures)
        {
            step.Token.ThrowIfCancellationRequested();
            var cut = picture.Cut;
            var taken = PictureShaping.Take(picture.Bytes, cut.IsNone ? null : new PictureArea(cut.Left, cut.Top, 1 - cut.Right, 1 - cut.Bottom));
            if (!taken.Succeeded)
            {
                rows.Add(null);
                continue;
            }

            var (medium, known) = await step.KeepAsync(agencyId, picture.Name, taken.Value);
            if (!known)
            {
                medium.SayAlt(picture.Alt);
            }

            rows.Add(MediaRow.Of(medium));
        }

        return rows;
    }

    private static string Placed(ImportedDocument document, List<MediaRow?> media) => Mark().Replace(document.Html, mark =>
    {
        if (media[int.Parse(mark.Groups["number"].ValueSpan, CultureInfo.InvariantCulture)] is { } row)
        {
            return $"<img src=\"{row.Url}\" alt=\"{mark.Groups["alt"].Value}\">";
        }

        document.Dropped.Add(DroppedWhat.Pictures);
        return string.Empty;
    });

    [GeneratedRegex("<img data-import=\"(?<number>[0-9]{1,4})\" alt=\"(?<alt>[^\"]*)\">", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mark();

    [GeneratedRegex("<a ", RegexOptions.None, 1000)]
    private static partial Regex Links();
}
