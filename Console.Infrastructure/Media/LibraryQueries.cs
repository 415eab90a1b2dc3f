using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Media;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Media;

/// <summary>Reads the media library within the actor's scope.</summary>
public sealed class LibraryQueries(Work work, TimeProvider time)
{
    private const int MostUses = 50;

    /// <summary>A page, newest first; <paramref name="after"/> is the last id of the page before.</summary>
    public Task<Page<MediaCard>> ListAsync(Actor actor, MediaFilter filter, Guid? after, int limit, CancellationToken token) =>
        work.ReadAsync(actor, async (db, current) =>
        {
            var media = Filtered(db, current, filter).Where(medium => after == null || medium.Id < after);
            var rows = await Cards(db, media.OrderByDescending(medium => medium.Id).Take(limit + 1)).ToListAsync(token);
            return Cursor.Page([.. rows.OrderByDescending(row => row.Id)], limit, row => Cursor.Of(row.Id));
        }, token);

    /// <summary>One picture; null when absent or out of scope.</summary>
    public Task<MediaCard?> GetAsync(Actor actor, Guid id, CancellationToken token) =>
        work.ReadAsync(actor, (db, _) => Cards(db, db.Media.Where(medium => medium.Id == id)).SingleOrDefaultAsync(token), token);

    /// <summary>Whether the actor may describe, share and retire the pictures of an agency.</summary>
    public Task<bool> MayKeepAsync(Actor actor, Guid agencyId, CancellationToken token) =>
        work.ReadAsync(actor, async (db, current) =>
        {
            var lineage = await db.AgencyLineage.Where(line => line.AgencyId == agencyId).Select(line => line.AncestorId).ToListAsync(token);
            return LibraryRights.MayKeep(current, lineage);
        }, token);

    /// <summary>Posts whose newest revision shows the picture, newest first.</summary>
    public Task<IReadOnlyList<MediaUseRow>> UsesAsync(Actor actor, Guid id, CancellationToken token) =>
        work.ReadAsync<IReadOnlyList<MediaUseRow>>(actor, async (db, _) => await (
            from use in db.MediaUses
            join post in db.Posts on use.PostId equals post.Id
            where use.MediumId == id && use.Revision == post.RevisionNumber
            orderby post.Id descending
            select new MediaUseRow(post.Id, post.Title, post.Status, post.CalendarAt)).Take(MostUses).ToListAsync(token), token);

    private static IQueryable<MediaCard> Cards(ConsoleDb db, IQueryable<Medium> media) =>
        from medium in media
        join agency in db.Agencies on medium.AgencyId equals agency.Id into agencies
        from agency in agencies.DefaultIfEmpty()
        join person in db.Users on medium.ById equals (Guid?)person.Id into people
        from person in people.DefaultIfEmpty()
        select new MediaCard(
            medium.Id, medium.FileName, medium.ContentType, medium.Width, medium.Height, medium.Bytes, medium.Sha256, medium.At, medium.AgencyId, medium.Alt,
            new MediumRights(medium.RightsSource, medium.Consent, medium.RightsNote), medium.ExpiresOn, medium.Shared,
            db.MediaUses.Count(use => use.MediumId == medium.Id && db.Posts.Any(post => post.Id == use.PostId && post.RevisionNumber == use.Revision)), medium.Version)
        {
            AgencyName = agency == null ? null : agency.Name,
            ByName = person == null ? null : person.Name,
        };

    private IQueryable<Medium> Filtered(ConsoleDb db, Actor actor, MediaFilter filter)
    {
        var media = db.Media.Where(medium => medium.RetiredAt == null);
        if (filter.Agency is { } agency)
        {
            media = media.Where(medium => db.AgencyLineage.Any(line => line.AgencyId == medium.AgencyId && line.AncestorId == agency)
                || (medium.Shared && db.AgencyLineage.Any(line => line.AgencyId == agency && line.AncestorId == medium.AgencyId)));
        }

        if (filter.Query is { Length: > 0 } words)
        {
            var pattern = LikePattern.Containing(words);
            media = media.Where(medium => EF.Functions.ILike(medium.FileName, pattern) || EF.Functions.ILike(medium.Alt, pattern) || EF.Functions.ILike(medium.RightsSource, pattern));
        }

        var soon = BusinessTime.DayOf(time.GetUtcNow()).AddDays(MediaFilter.SoonDays);
        return filter.Shelf switch
        {
            MediaShelf.Mine => media.Where(medium => medium.ById == actor.Id),
            MediaShelf.Shared => media.Where(medium => medium.Shared),
            MediaShelf.Expiring => media.Where(medium => medium.ExpiresOn != null && medium.ExpiresOn <= soon),
            MediaShelf.Unused => media.Where(medium => !db.MediaUses.Any(use => use.MediumId == medium.Id && db.Posts.Any(post => post.Id == use.PostId && post.RevisionNumber == use.Revision))),
            _ => media,
        };
    }
}
