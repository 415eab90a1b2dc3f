using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Domain.Reviews.Remarks;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Emergencies;
using GovAccountConsole.Infrastructure.Posts;
using GovAccountConsole.Infrastructure.Reviews.Remarks;

namespace GovAccountConsole.Infrastructure.Reviews;

/// <summary>Approves or returns the current step of a post, bound to the revision that was read.</summary>
public sealed class DecidePost(Work work)
{
    /// <summary>Decides.</summary>
    /// <param name="actor">Who decides.</param>
    /// <param name="postId">The post.</param>
    /// <param name="revision">Number of the revision the person read.</param>
    /// <param name="verdict">What the person says: kind, remark, ticks, reasons.</param>
    /// <param name="token">Ends the work early.</param>
    public async Task<Result<PostVersion>> ExecuteAsync(Actor actor, Guid postId, int revision, Verdict verdict, CancellationToken token)
    {
        var done = await work.RunAsync<Post>(actor, async step =>
        {
            // Any role within scope comes this far: a refusal of the step itself says more than "forbidden".
            var found = await step.FindAsync(step.WithReview(), postId, Permission.View);
            if (!found.Succeeded)
            {
                return found;
            }

            var post = found.Value;
            var lineage = await step.LineageAsync(post.AgencyId);
            if (!step.Actor.Can(Permission.ReviewPosts, lineage) && !step.Actor.StandsIn(lineage) && !post.IsWrittenBy(step.Actor.PersonId))
            {
                return PostErrors.NotYourStep;
            }

            var decided = post.Decide(step.Actor, lineage, revision, verdict, step.Now);
            return decided.Succeeded && await step.OpenFollowUpAsync(post, lineage) is { } lapsed ? lapsed : !decided.Succeeded ? Result<Post>.Refuse(decided.Errors)
                : post.Status == PostStatus.Approved && await step.WaitingRemarksAsync(post.Id) is var waiting and > 0 ? RemarkErrors.ThreadsOpen(waiting)
                : post;
        }, token);
        return done.Map(PostVersion.Of);
    }
}
