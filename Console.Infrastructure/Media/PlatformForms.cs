using System.Security.Cryptography;
using GovAccountConsole.Domain.Media;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Weixin;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Media;

/// <summary>Keeps pictures in the form in which they go to the platform: made once, bound by the revision, shown in the preview, sent as they are.</summary>
internal static class PlatformForms
{
    /// <summary>Makes the form; null when the bytes are no picture.</summary>
    public static MediumForm? Make(Guid mediumId, UploadPurpose purpose, byte[] picture)
    {
        var made = purpose == UploadPurpose.Body ? PlatformImages.ForBody(picture) : PlatformImages.ForCover(picture);
        if (made is null)
        {
            return null;
        }

        var sha256 = Convert.ToHexStringLower(SHA256.HashData(made.Bytes.Span));
        return new MediumForm(mediumId, purpose, sha256, made.ContentType, made.Bytes.Span.SequenceEqual(picture) ? null : made.Bytes.ToArray());
    }

    /// <summary>The kept form, without its bytes, made now where there was none; null when there is no such picture.</summary>
    public static async Task<MediumForm?> KeepAsync(ConsoleDb db, Guid mediumId, UploadPurpose purpose, CancellationToken token)
    {
        if (await KnownAsync(db, mediumId, purpose, token) is { } known)
        {
            return known;
        }

        var picture = await db.Set<MediumContent>().Where(content => content.MediumId == mediumId).Select(content => content.Bytes).SingleOrDefaultAsync(token);
        if (picture is null || Make(mediumId, purpose, picture) is not { } made)
        {
            return null;
        }

        // Whoever comes second waits for the first and takes his.
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO media_forms (medium_id, purpose, sha256, content_type, bytes) VALUES ({mediumId}, {purpose.ToString()}, {made.Sha256}, {made.ContentType}, {made.Bytes}) ON CONFLICT DO NOTHING", token);
        return await KnownAsync(db, mediumId, purpose, token);
    }

    /// <summary>The kept bytes with their hash of now; null when no form was made.</summary>
    public static async Task<MediaFile?> FileAsync(ConsoleDb db, Guid mediumId, UploadPurpose purpose, CancellationToken token)
    {
        var stored = await db.Set<MediumForm>().Where(form => form.MediumId == mediumId && form.Purpose == purpose)
            .Select(form => new { form.ContentType, Bytes = form.Bytes ?? db.Set<MediumContent>().First(content => content.MediumId == mediumId).Bytes })
            .SingleOrDefaultAsync(token);
        return stored is null ? null : new MediaFile(stored.ContentType, Convert.ToHexStringLower(SHA256.HashData(stored.Bytes)), stored.Bytes);
    }

    /// <summary>The prints of the pictures that exist within the scope, each with the forms in which the articles use it.</summary>
    public static async Task<List<MediaPrint>> PrintsAsync(ConsoleDb db, IReadOnlyList<Article> articles, Guid[] pictures, CancellationToken token)
    {
        var bodies = articles.SelectMany(article => article.Pictures()).ToHashSet();
        var covers = articles.Select(article => article.CoverMediaId).ToHashSet();
        var known = await db.Media.AsNoTracking().Where(medium => pictures.Contains(medium.Id)).OrderBy(medium => medium.Id)
            .Select(medium => new { medium.Id, medium.Sha256 }).ToListAsync(token);
        var forms = (await db.Set<MediumForm>().Where(form => pictures.Contains(form.MediumId)).Select(form => new { form.MediumId, form.Purpose, form.Sha256 }).ToListAsync(token))
            .ToDictionary(form => (form.MediumId, form.Purpose), form => form.Sha256);
        var prints = new List<MediaPrint>();
        foreach (var medium in known)
        {
            prints.Add(new MediaPrint(medium.Id, medium.Sha256)
            {
                Body = bodies.Contains(medium.Id) ? await HashAsync(medium.Id, UploadPurpose.Body) : null,
                Cover = covers.Contains(medium.Id) ? await HashAsync(medium.Id, UploadPurpose.Cover) : null,
            });
        }

        return prints;

        async Task<string?> HashAsync(Guid id, UploadPurpose purpose) =>
            forms.TryGetValue((id, purpose), out var sha256) ? sha256 : (await KeepAsync(db, id, purpose, token))?.Sha256;
    }

    private static Task<MediumForm?> KnownAsync(ConsoleDb db, Guid mediumId, UploadPurpose purpose, CancellationToken token) =>
        db.Set<MediumForm>().AsNoTracking().Where(form => form.MediumId == mediumId && form.Purpose == purpose)
            .Select(form => new MediumForm(form.MediumId, form.Purpose, form.Sha256, form.ContentType, null)).SingleOrDefaultAsync(token);
}
