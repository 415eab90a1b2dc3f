using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Posts.Checks;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Checks;

/// <summary>Runs the checks for whoever may see the post, and reads what was recorded when it went to review.</summary>
public sealed class CheckQueries(Work work, CheckScenes scenes, TimeProvider time)
{
    /// <summary>Looks at articles as they stand on somebody's screen.</summary>
    public Task<CheckReport> LookAsync(Actor actor, CheckSubject about, CancellationToken token) =>
        work.ReadAsync(actor, (db, _) => scenes.LookAsync(db, about, time.GetUtcNow(), token), token);

    /// <summary>Looks at the newest revision of a post; null when absent or out of scope.</summary>
    public Task<CheckReport?> OfPostAsync(Actor actor, Guid postId, CancellationToken token) =>
        work.ReadAsync(actor, async (db, _) =>
        {
            var post = await db.Posts.Where(row => row.Id == postId)
                .Select(row => new { row.AccountId, row.RevisionNumber, row.TemplateKey, At = row.PublishAt ?? row.PlannedAt }).SingleOrDefaultAsync(token);
            if (post is null)
            {
                return null;
            }

            var revision = await db.Revisions.SingleAsync(row => row.PostId == postId && row.Number == post.RevisionNumber, token);
            return (CheckReport?)await scenes.LookAsync(db, new CheckSubject(postId, post.AccountId, revision.Content.Articles, post.At) { TemplateKey = post.TemplateKey }, time.GetUtcNow(), token);
        }, token);

    /// <summary>What was recorded when a revision last went to review; null when it never did or the post is out of scope.</summary>
    public Task<CheckRecord?> RecordAsync(Actor actor, Guid postId, int revision, CancellationToken token) =>
        work.ReadAsync(actor, (db, _) => db.Set<CheckRecord>().Where(row => row.PostId == postId && row.Revision == revision)
            .OrderByDescending(row => row.At).FirstOrDefaultAsync(token), token);

    /// <summary>Everything that was ever called no problem in a post, oldest first, taken back or not: for the evidence sheet.</summary>
    public Task<IReadOnlyList<CheckDismissal>> DismissalsAsync(Actor actor, Guid postId, CancellationToken token) =>
        work.ReadAsync<IReadOnlyList<CheckDismissal>>(
            actor, async (db, _) => await db.Set<CheckDismissal>().Where(row => row.PostId == postId).OrderBy(row => row.At).ThenBy(row => row.Id).ToListAsync(token), token);
}
