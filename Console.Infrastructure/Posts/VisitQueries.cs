using GovAccountConsole.Domain.Access;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Posts;

/// <summary>A colleague in the same post.</summary>
/// <param name="Name">Who.</param>
/// <param name="Writes">Whether he may write, or only reads.</param>
/// <param name="Article">Place of the article, from 0.</param>
/// <param name="Block">Place of the block with the caret; null while it is elsewhere.</param>
public sealed record Colleague(string Name, bool Writes, int Article, int? Block);

/// <summary>Who else is in a post now, on any node.</summary>
public sealed class VisitQueries(Work work, TimeProvider time)
{
    /// <summary>The others, each once, by name.</summary>
    public Task<IReadOnlyList<Colleague>> OthersAsync(Actor actor, Guid postId, CancellationToken token) =>
        work.ReadAsync<IReadOnlyList<Colleague>>(actor, async (db, current) =>
        {
            var now = time.GetUtcNow();
            var visits = await db.PostVisits.Where(visit => visit.PostId == postId && visit.ExpiresAt > now && visit.PersonId != current.PersonId)
                .OrderByDescending(visit => visit.ExpiresAt).ToListAsync(token);
            var names = await PostNames.OfPeopleAsync(db, visits.Select(visit => visit.PersonId), token);
            return [.. visits.DistinctBy(visit => visit.PersonId).Select(visit => new Colleague(names[visit.PersonId].Name, visit.Writes, visit.Article, visit.Block)).OrderBy(colleague => colleague.Name, StringComparer.Ordinal)];
        }, token);
}
