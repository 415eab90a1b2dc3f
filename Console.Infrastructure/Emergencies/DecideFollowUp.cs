using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Emergencies;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Changes;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Posts;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Emergencies;

/// <summary>Takes down what somebody says in a follow-up review.</summary>
public sealed class DecideFollowUp(Work work)
{
    /// <summary>Decides.</summary>
    public async Task<Result<Guid>> ExecuteAsync(Actor actor, Guid postId, FollowUpVerdict? verdict, string? comment, CancellationToken token)
    {
        var done = await OnceAsync(actor, postId, verdict, comment, token);
        // Two people at the same moment are no conflict: the second looks again and takes another place.
        return !done.Succeeded && done.Error.Kind == ErrorKind.Stale ? await OnceAsync(actor, postId, verdict, comment, token) : done;
    }

    private Task<Result<Guid>> OnceAsync(Actor actor, Guid postId, FollowUpVerdict? verdict, string? comment, CancellationToken token) =>
        work.RunAsync<Guid>(actor, async step =>
        {
            var found = await step.FindAsync(step.WithReview(), postId, Permission.View);
            if (!found.Succeeded)
            {
                return Result<Guid>.Refuse(found.Errors);
            }

            var post = found.Value;
            var lineage = await step.LineageAsync(post.AgencyId);
            if (!step.Actor.Can(Permission.ReviewPosts, lineage) && !post.IsWrittenBy(step.Actor.PersonId))
            {
                return Error.Forbidden;
            }

            var followUp = await step.Db.Set<FollowUpReview>().Where(row => row.PostId == postId).OrderByDescending(row => row.OpenedAt).FirstOrDefaultAsync(step.Token);
            if (followUp is null)
            {
                return EmergencyErrors.FollowUpClosed;
            }

            if (verdict is not { } said)
            {
                return followUp.Refusal(post, step.Actor, lineage) ?? Error.Required("decision");
            }

            var decided = followUp.Decide(post, step.Actor, lineage, said, comment, step.Now);
            step.Signal(new Change(ChangeKind.Post, post.Id, post.AgencyId));
            return decided.Succeeded ? followUp.Id : Result<Guid>.Refuse(decided.Errors);
        }, token);
}
