using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Posts;

/// <summary>A revision in a list, without its content.</summary>
/// <param name="Number">1, 2, 3 … within the post.</param>
/// <param name="ContentHash">SHA-256, hex.</param>
/// <param name="By">Who made it.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Autosaved">Whether it still is the editor's autosave, which the same writer's next one replaces.</param>
public sealed record RevisionRow(int Number, string ContentHash, PersonName By, DateTimeOffset At, bool Autosaved);

/// <summary>Two revisions of a post, and what changed from the one to the other.</summary>
/// <param name="From">Number of the earlier one.</param>
/// <param name="To">Number of the other.</param>
/// <param name="Changed">What changed.</param>
public sealed record ComparedRevisions(int From, int To, PostComparison Changed);

/// <summary>Reads the revisions of a post within the actor's scope.</summary>
public sealed class RevisionQueries(Work work)
{
    /// <summary>Revisions, newest first, before the number <paramref name="before"/>; null when the post is absent or out of scope.</summary>
    public Task<Page<RevisionRow>?> ListAsync(Actor actor, Guid postId, long? before, int limit, CancellationToken token) =>
        work.ReadAsync(actor, async (db, _) =>
        {
            if (!await db.Posts.AnyAsync(post => post.Id == postId, token))
            {
                return null;
            }

            var rows = await db.Revisions.Where(row => row.PostId == postId && (before == null || row.Number < before)).OrderByDescending(row => row.Number).Take(limit + 1)
                .Select(row => new { row.Number, row.ContentHash, row.ById, row.At, row.Autosaved }).ToListAsync(token);
            var names = await PostNames.OfPeopleAsync(db, rows.Select(row => row.ById), token);
            return Cursor.Page<RevisionRow>(
                [.. rows.Select(row => new RevisionRow(row.Number, row.ContentHash, names[row.ById], row.At, row.Autosaved))],
                limit, row => Cursor.Of(row.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        }, token);

    /// <summary>What changed from one revision to another, in either direction; null when the post or one of the two is absent or out of scope.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="postId">The post.</param>
    /// <param name="from">Number of the earlier one; null for the one before <paramref name="to"/>, or the first one itself.</param>
    /// <param name="to">Number of the other; null for the newest.</param>
    /// <param name="token">Ends the work early.</param>
    public Task<ComparedRevisions?> CompareAsync(Actor actor, Guid postId, int? from, int? to, CancellationToken token) =>
        work.ReadAsync(actor, async (db, _) =>
        {
            if (await db.Posts.Where(post => post.Id == postId).Select(post => (int?)post.RevisionNumber).SingleOrDefaultAsync(token) is not { } newest)
            {
                return null;
            }

            var later = to ?? newest;
            var earlier = from ?? Math.Max(1, later - 1);
            var rows = await db.Revisions.Where(row => row.PostId == postId && (row.Number == earlier || row.Number == later)).ToDictionaryAsync(row => row.Number, token);
            return rows.TryGetValue(earlier, out var before) && rows.TryGetValue(later, out var after)
                ? new ComparedRevisions(earlier, later, PostComparison.Of(before.Content, after.Content))
                : null;
        }, token);
}
