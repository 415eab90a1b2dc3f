using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Changes;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Posts;

/// <summary>Where in a post somebody is.</summary>
/// <param name="Article">Place of the article, from 0.</param>
/// <param name="Block">Place of the block with the caret; null while it is elsewhere.</param>
public sealed record VisitPlace(int Article, int? Block);

/// <summary>Says that a post is open on a page, and where; said again it keeps the visit up. Others are told only of a difference.</summary>
public sealed class VisitPost(Work work)
{
    /// <summary>Notes the visit; nothing happens where the post cannot be seen.</summary>
    public Task<Result> ExecuteAsync(Actor actor, Guid visitId, Guid postId, VisitPlace place, CancellationToken token) => work.RunAsync(actor, async step =>
    {
        if (await step.Db.Posts.AsNoTracking().Where(row => row.Id == postId).Select(row => new { row.AgencyId }).SingleOrDefaultAsync(step.Token) is not { } post)
        {
            return Error.NotFound;
        }

        var visit = await step.Db.PostVisits.SingleOrDefaultAsync(row => row.Id == visitId && row.PersonId == step.Actor.PersonId, step.Token);
        if (visit is null)
        {
            // Whose browser vanished is gone with the next who comes.
            await step.Db.PostVisits.Where(row => row.PostId == postId && row.ExpiresAt < step.Now).ExecuteDeleteAsync(step.Token);
            visit = new PostVisit(visitId, postId, post.AgencyId, step.Actor.PersonId);
            step.Db.PostVisits.Add(visit);
        }

        if (visit.Stay(await step.CanAsync(Permission.WritePosts, post.AgencyId), place.Article, place.Block, step.Now))
        {
            step.Signal(new Change(ChangeKind.Visit, postId, post.AgencyId));
        }

        return Result.Success;
    }, token);
}
