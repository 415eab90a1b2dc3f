using System.Security.Cryptography;
using GovAccountConsole.Domain.Media;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Media;

/// <summary>Puts pictures into the library: the same bytes of one agency are one medium, with its rights and its expiry.</summary>
internal static class MediaStore
{
    /// <summary>The medium, and whether the agency had these bytes already.</summary>
    public static async Task<(Medium Medium, bool Known)> KeepAsync(this WorkStep step, Guid agencyId, string? fileName, Picture picture)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(picture.Bytes));
        var known = step.Db.Media.Local.FirstOrDefault(medium => medium.AgencyId == agencyId && medium.Sha256 == sha256)
            ?? await step.Db.Media.Where(medium => medium.AgencyId == agencyId && medium.Sha256 == sha256)
                .OrderBy(medium => medium.Id).FirstOrDefaultAsync(step.Token);
        if (known is not null)
        {
            known.Return();
            return (known, true);
        }

        var made = new Medium(agencyId, step.Actor.PersonId, NameOf(fileName), picture.ContentType, picture.Width, picture.Height, picture.Bytes, sha256, step.Now);
        made.Content!.Thumbnail = Thumbnails.Of(picture.Bytes);
        step.Db.Media.Add(made);
        if (PlatformForms.Make(made.Id, UploadPurpose.Body, picture.Bytes) is { } body)
        {
            step.Db.Add(body);
        }

        return (made, false);
    }

    private static string NameOf(string? fileName)
    {
        var name = Path.GetFileName((fileName ?? string.Empty).Replace('\\', '/')).Trim();
        return name.Length <= 200 ? name : name[..200];
    }
}
