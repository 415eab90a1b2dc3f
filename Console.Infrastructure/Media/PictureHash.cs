using System.Security.Cryptography;
using GovAccountConsole.Domain.Media;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Media;

/// <summary>A picture a revision binds, and what is stored of it now.</summary>
/// <param name="Id">The medium.</param>
/// <param name="Purpose">For which its form is bound; null where it is bound as uploaded.</param>
/// <param name="Bound">SHA-256 in the revision.</param>
/// <param name="Found">SHA-256 of the bytes stored now; null when there are none.</param>
internal sealed record StoredPicture(Guid Id, UploadPurpose? Purpose, string Bound, string? Found);

/// <summary>Hashes the stored bytes of a picture anew, to compare them with what was approved.</summary>
internal static class PictureHash
{
    /// <summary>What the print binds: the forms that go to the platform, or the picture as uploaded in revisions of the earlier forms.</summary>
    public static async Task<IReadOnlyList<StoredPicture>> OfAsync(ConsoleDb db, MediaPrint print, CancellationToken token)
    {
        var stored = new List<StoredPicture>();
        foreach (var purpose in Enum.GetValues<UploadPurpose>())
        {
            if (print.Of(purpose) is { } bound)
            {
                stored.Add(new StoredPicture(print.Id, purpose, bound, (await PlatformForms.FileAsync(db, print.Id, purpose, token))?.Sha256));
            }
        }

        if (stored.Count == 0)
        {
            var bytes = await db.Set<MediumContent>().Where(content => content.MediumId == print.Id).Select(content => content.Bytes).SingleOrDefaultAsync(token);
            stored.Add(new StoredPicture(print.Id, null, print.Sha256, bytes is null ? null : Convert.ToHexStringLower(SHA256.HashData(bytes))));
        }

        return stored;
    }
}
