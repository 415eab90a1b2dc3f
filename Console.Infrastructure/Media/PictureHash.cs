using System.Security.Cryptography;
using GovAccountConsole.Domain.Media;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Media;

/// <summary>Hashes the stored bytes of a picture anew, to compare them with what was approved.</summary>
internal static class PictureHash
{
    /// <summary>SHA-256 of the bytes as they are stored now, lower-case hex; null when there are none.</summary>
    public static async Task<string?> OfAsync(ConsoleDb db, Guid mediumId, CancellationToken token) =>
        await db.Set<MediumContent>().Where(content => content.MediumId == mediumId).Select(content => content.Bytes).SingleOrDefaultAsync(token) is { } bytes
            ? Convert.ToHexStringLower(SHA256.HashData(bytes))
            : null;
}
