using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Posts;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Reviews;

/// <summary>What waits for a reviewer's decision.</summary>
public sealed class ReviewQueries(Work work)
{
    /// <summary>My queue, by deadline: posts whose current step my grants cover, that I did not write and whose submission I have not decided yet.</summary>
    /// <param name="actor">The reviewer.</param>
    /// <param name="after">Deadline and id of the last row of the page before.</param>
    /// <param name="limit">Rows of a page.</param>
    /// <param name="token">Ends the work early.</param>
    public Task<Page<PostRow>> QueueAsync(Actor actor, (DateTimeOffset DueAt, Guid Id)? after, int limit, CancellationToken token) =>
        work.ReadAsync(actor, async (db, current) =>
        {
            var queue = Queue(db, current);
            if (after is { } last)
            {
                queue = queue.Where(post => post.ReviewDueAt > last.DueAt || post.ReviewDueAt == last.DueAt && post.Id > last.Id);
            }

            var rows = await queue.OrderBy(post => post.ReviewDueAt).ThenBy(post => post.Id).Take(limit + 1).Select(PostFiltering.Row).ToListAsync(token);
            var named = await InPlaceAsync(db, current, await PostNames.AddAsync(db, rows, token), token);
            return Cursor.Page(named, limit, row => CursorOf(row.ReviewDueAt!.Value, row.Id));
        }, token);

    /// <summary>How many posts wait for me.</summary>
    public Task<int> CountAsync(Actor actor, CancellationToken token) =>
        work.ReadAsync(actor, (db, current) => Queue(db, current).Take(1000).CountAsync(token), token);

    /// <summary>Packs the place in the queue.</summary>
    public static string CursorOf(DateTimeOffset dueAt, Guid id) => Cursor.Of(FormattableString.Invariant($"{dueAt.UtcTicks}:{id:N}"));

    /// <summary>Unpacks the place in the queue; false when the cursor is not one of ours.</summary>
    public static bool TryReadCursor(string? cursor, out (DateTimeOffset DueAt, Guid Id)? after)
    {
        after = null;
        if (string.IsNullOrEmpty(cursor))
        {
            return true;
        }

        if (Cursor.TryRead(cursor, out var key) && key.Split(':') is [var ticks, var id]
            && long.TryParse(ticks, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var parsedTicks)
            && parsedTicks <= DateTime.MaxValue.Ticks && Guid.TryParseExact(id, "N", out var parsedId))
        {
            after = (new DateTimeOffset(parsedTicks, TimeSpan.Zero), parsedId);
            return true;
        }

        return false;
    }

    /// <summary>What waits for the actor: the rule of <see cref="Post.ReviewRefusal"/>, asked of the database.</summary>
    internal static IQueryable<Post> Queue(ConsoleDb db, Actor actor)
    {
        var own = Steps(db, [.. actor.Grants], shortChain: true);
        if (actor.Substitutions.Count > 0)
        {
            var ids = own.Select(post => post.Id);
            foreach (var absent in actor.Substitutions.GroupBy(substitution => substitution.ForId))
            {
                var lent = Steps(db, [.. absent.Select(substitution => new Grant(substitution.Role, substitution.AgencyId))], shortChain: false);
                ids = ids.Union(Untouched(lent, absent.Key).Select(post => post.Id));
            }

            own = db.Posts.Where(post => ids.Contains(post.Id));
        }

        return Untouched(own, actor.Id ?? Guid.Empty);
    }

    // Steps that these grants let decide: where the step wants them, and the next level's once its time ran out.
    private static IQueryable<Post> Steps(ConsoleDb db, IReadOnlyList<Grant> grants, bool shortChain)
    {
        Guid[] RootsOf(Role role) => [.. grants.Where(grant => grant.Role == role).Select(grant => grant.AgencyId)];
        var (reviewer, finalReviewer, supervisor) = (RootsOf(Role.Reviewer), RootsOf(Role.FinalReviewer), RootsOf(Role.Supervisor));
        // Said on the row first, so that the index of the queue hands over only steps this person can take.
        Role?[] held = [.. grants.Where(grant => PermissionTable.Allows(grant.Role, Permission.ReviewPosts)).Select(grant => (Role?)grant.Role).Distinct()];
        return db.Posts.Where(post => post.Status == PostStatus.InReview && (shortChain || post.Emergency == null)
            && (held.Contains(post.ReviewRole) || post.Emergency != null || held.Contains(post.ReviewEscalatedTo))
            && db.AgencyLineage.Any(line => line.AgencyId == post.AgencyId
                && ((post.ReviewLevel != StepLevel.OwnAgency || line.AncestorId == post.AgencyId)
                    && (post.ReviewLevel != StepLevel.Above || line.AncestorId != post.AgencyId)
                    && (post.ReviewRole == Role.Reviewer && reviewer.Contains(line.AncestorId)
                        || post.ReviewRole == Role.FinalReviewer && finalReviewer.Contains(line.AncestorId)
                        || (post.ReviewRole == Role.Supervisor || post.Emergency != null) && supervisor.Contains(line.AncestorId))
                    || post.ReviewEscalatedTo == Role.FinalReviewer && finalReviewer.Contains(line.AncestorId)
                    || post.ReviewEscalatedTo == Role.Supervisor && supervisor.Contains(line.AncestorId))));
    }

    // Of a post that this person neither wrote nor decided on in this submission, himself or through a substitute.
    private static IQueryable<Post> Untouched(IQueryable<Post> posts, Guid person) => posts.Where(post =>
        !post.Contributors.Any(contributor => contributor.PersonId == person)
        && !post.Review!.Decisions.Any(decision => decision.ById == person || decision.ForId == person));

    private static async Task<IReadOnlyList<PostRow>> InPlaceAsync(ConsoleDb db, Actor actor, IReadOnlyList<PostRow> rows, CancellationToken token)
    {
        if (actor.Substitutions.Count == 0)
        {
            return rows;
        }

        var ids = rows.Select(row => row.Id).ToArray();
        var posts = await db.Posts.Include(post => post.Review).AsSplitQuery().Where(post => ids.Contains(post.Id)).ToDictionaryAsync(post => post.Id, token);
        var agencies = rows.Select(row => row.AgencyId).Distinct().ToArray();
        var lineages = (await db.AgencyLineage.Where(line => agencies.Contains(line.AgencyId)).ToListAsync(token)).ToLookup(line => line.AgencyId, line => line.AncestorId);
        return [.. rows.Select(row => posts.GetValueOrDefault(row.Id)?.ReviewsFor(actor, [.. lineages[row.AgencyId]]) is { } absent ? row with { ReviewsForName = absent.ForName } : row)];
    }
}
