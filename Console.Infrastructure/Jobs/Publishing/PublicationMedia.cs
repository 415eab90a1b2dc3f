using System.Text.RegularExpressions;
using GovAccountConsole.Domain.Media;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Media;
using GovAccountConsole.Infrastructure.Text;
using GovAccountConsole.Infrastructure.Weixin;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Jobs.Publishing;

/// <summary>The articles as they go to the draft box, or what stands in the way.</summary>
internal sealed record PreparedArticles(IReadOnlyList<DraftArticle>? Articles, Trouble? Trouble = null, PlatformError? Error = null, OutcomeUnknown? Unknown = null);

/// <summary>
/// Brings the pictures of a post to the platform, each once per account and purpose, and makes the bodies refer to them. Repeating is
/// harmless: what is there already is found in <see cref="PlatformUpload"/>.
/// </summary>
internal sealed partial class PublicationMedia(IDbContextFactory<ConsoleDb> factory, WeixinGateway gateway, TimeProvider time)
{
    public async Task<PreparedArticles> PrepareAsync(DeliveryOrder order, CancellationToken token)
    {
        var prints = order.Content.Media.ToDictionary(print => print.Id);
        var articles = new List<DraftArticle>();
        foreach (var (article, position) in order.Content.Articles.Select((article, index) => (article, index + 1)))
        {
            // Saved bodies are clean already; whatever came another way is cleaned here and not on the platform, silently.
            var html = ArticleSanitizer.Clean(article.ContentHtml).Html;
            var addresses = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var source in ArticleHtml.Images(html))
            {
                if (MediaId(source) is not { } id || !prints.TryGetValue(id, out var print)) return new(null, Troubles.PictureMissing(position));
                var body = await ReferenceAsync(order, print, UploadPurpose.Body, position, token);
                if (body.Value is not { } address) return body.Failure!;
                addresses[source] = address;
            }

            if (article.CoverMediaId is not { } coverId || !prints.TryGetValue(coverId, out var coverPrint)) return new(null, Troubles.PictureMissing(position));
            var cover = await ReferenceAsync(order, coverPrint, UploadPurpose.Cover, position, token);
            if (cover.Value is not { } thumbMediaId) return cover.Failure!;
            articles.Add(new()
            {
                Title = article.Title,
                Author = NullIfEmpty(article.Author),
                Digest = NullIfEmpty(article.Digest),
                Content = ArticleHtml.RewriteImages(html, addresses),
                ContentSourceUrl = NullIfEmpty(article.SourceUrl),
                ThumbMediaId = thumbMediaId,
                NeedOpenComment = article.CommentsOpen ? 1 : 0,
                OnlyFansCanComment = article.CommentsOpen && article.CommentsFansOnly ? 1 : 0,
            });
        }

        return new(articles);
    }

    /// <summary>Forgets covers that the platform no longer knows (somebody deleted them in its own pages), so that they are uploaded anew.</summary>
    public async Task ForgetCoversAsync(DeliveryOrder order, CancellationToken token)
    {
        var pictures = order.Content.Media.Select(print => print.Id).ToArray();
        await using var db = await factory.CreateDbContextAsync(token);
        var hashes = await db.Set<MediumForm>().Where(form => pictures.Contains(form.MediumId) && form.Purpose == UploadPurpose.Cover)
            .Select(form => form.Sha256).ToArrayAsync(token);
        await db.Set<PlatformUpload>()
            .Where(upload => upload.AccountId == order.AccountId && upload.Purpose == UploadPurpose.Cover && hashes.Contains(upload.Sha256))
            .ExecuteDeleteAsync(token);
    }

    private async Task<(string? Value, PreparedArticles? Failure)> ReferenceAsync(
        DeliveryOrder order, MediaPrint print, UploadPurpose purpose, int position, CancellationToken token)
    {
        await using var db = await factory.CreateDbContextAsync(token);
        // A revision of the earlier forms binds the picture as uploaded: its form is made from that once and kept.
        if ((print.Of(purpose) ?? (await PlatformForms.KeepAsync(db, print.Id, purpose, token))?.Sha256) is not { } sha256) return (null, new(null, Troubles.PictureMissing(position)));
        var known = await db.Set<PlatformUpload>()
            .Where(upload => upload.AccountId == order.AccountId && upload.Sha256 == sha256 && upload.Purpose == purpose)
            .Select(upload => upload.Reference).SingleOrDefaultAsync(token);
        if (known is not null) return (known, null);

        if (await PlatformForms.FileAsync(db, print.Id, purpose, token) is not { } stored || stored.Sha256 != sha256) return (null, new(null, Troubles.PictureMissing(position)));
        var file = stored.ContentType == "image/png" ? UploadFile.Png(stored.Bytes) : UploadFile.Jpeg(stored.Bytes);

        var answer = purpose == UploadPurpose.Body
            ? (await gateway.Materials.UploadImageAsync(order.Account, file, token)).Map(image => image.Url)
            : (await gateway.Materials.AddImageAsync(order.Account, file, token)).Map(material => material.MediaId);
        if (answer.Value is not { } reference) return (null, new(null, null, answer.Error, answer.Unknown));
        db.Add(new PlatformUpload { AccountId = order.AccountId, Sha256 = sha256, Purpose = purpose, Reference = reference, At = time.GetUtcNow() });
        try
        {
            await db.SaveChangesAsync(token);
        }
        catch (DbUpdateException)
        {
            // Another delivery of the account stored the same picture in the same moment; either reference is good.
        }

        return (reference, null);
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static Guid? MediaId(string source) => MediaAddress().Match(source) is { Success: true } match ? Guid.Parse(match.Groups["id"].ValueSpan) : null;

    [GeneratedRegex("/media/(?<id>[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MediaAddress();
}
