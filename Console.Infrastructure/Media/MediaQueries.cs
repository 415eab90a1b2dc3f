using GovAccountConsole.Domain.Access;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Media;

/// <summary>A picture with its bytes, as it is served.</summary>
/// <param name="ContentType">By content.</param>
/// <param name="Sha256">Of the bytes; a stable entity tag.</param>
/// <param name="Bytes">The file.</param>
public sealed record MediaFile(string ContentType, string Sha256, byte[] Bytes);

/// <summary>Reads pictures within the actor's scope.</summary>
public sealed class MediaQueries(Work work)
{
    /// <summary>The facts of a picture; null when absent or out of scope.</summary>
    public Task<MediaRow?> GetAsync(Actor actor, Guid id, CancellationToken token) =>
        work.ReadAsync(actor, (db, _) => db.Media.Where(medium => medium.Id == id)
            .Select(medium => new MediaRow(medium.Id, medium.FileName, medium.ContentType, medium.Width, medium.Height, medium.Bytes))
            .SingleOrDefaultAsync(token), token);

    /// <summary>The picture with its bytes; null when absent or out of scope.</summary>
    public Task<MediaFile?> FileAsync(Actor actor, Guid id, CancellationToken token) =>
        work.ReadAsync(actor, (db, _) => db.Media.Where(medium => medium.Id == id)
            .Select(medium => new MediaFile(medium.ContentType, medium.Sha256, medium.Content!.Bytes))
            .SingleOrDefaultAsync(token), token);

    /// <summary>Newest pictures of the scope, for choosing one again; <paramref name="after"/> is the last id of the page before.</summary>
    public Task<Page<MediaRow>> ListAsync(Actor actor, Guid? agency, Guid? after, int limit, CancellationToken token) =>
        work.ReadAsync(actor, async (db, _) =>
        {
            var media = db.Media.Where(medium => (after == null || medium.Id < after)
                && (agency == null || db.AgencyLineage.Any(line => line.AgencyId == medium.AgencyId && line.AncestorId == agency)));
            var rows = await media.OrderByDescending(medium => medium.Id).Take(limit + 1)
                .Select(medium => new MediaRow(medium.Id, medium.FileName, medium.ContentType, medium.Width, medium.Height, medium.Bytes))
                .ToListAsync(token);
            return Cursor.Page(rows, limit, row => Cursor.Of(row.Id));
        }, token);
}
