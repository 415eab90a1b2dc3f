using GovAccountConsole.Domain.Access;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Posts;

/// <summary>What other posts offer to be copied.</summary>
public sealed class CopyQueries(Work work, TimeProvider time)
{
    /// <summary>The articles of a post as they would come into a post of <paramref name="forAccount"/>; null when either is absent or out of scope.</summary>
    public Task<IReadOnlyList<CopiedArticle>?> ArticlesAsync(Actor actor, Guid from, Guid forAccount, CancellationToken token) =>
        work.ReadAsync(actor, async (db, _) =>
        {
            var agency = await db.Accounts.Where(account => account.Id == forAccount).Select(account => (Guid?)account.AgencyId).SingleOrDefaultAsync(token);
            var revision = await db.Revisions.SingleOrDefaultAsync(row => row.PostId == from && db.Posts.Any(post => post.Id == from && post.RevisionNumber == row.Number), token);
            return agency is null || revision is null ? null : await db.CopiesAsync(revision.Content, agency.Value, time.GetUtcNow(), token);
        }, token);
}
