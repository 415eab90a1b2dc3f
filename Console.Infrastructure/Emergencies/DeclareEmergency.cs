using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Emergencies;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Checks;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Media;
using GovAccountConsole.Infrastructure.Posts;
using GovAccountConsole.Infrastructure.Reviews;

namespace GovAccountConsole.Infrastructure.Emergencies;

/// <summary>Sends a post into the short chain. The checks hold it back as they would a normal submission.</summary>
public sealed class DeclareEmergency(Work work, CheckGate gate)
{
    /// <summary>Declares.</summary>
    /// <param name="actor">A person named for the post's agency.</param>
    /// <param name="postId">The post.</param>
    /// <param name="reason">Why it cannot wait.</param>
    /// <param name="version">The version the person saw; null where none was named.</param>
    /// <param name="token">Ends the work early.</param>
    public async Task<Result<PostVersion>> ExecuteAsync(Actor actor, Guid postId, string? reason, uint? version, CancellationToken token)
    {
        var done = await work.RunAsync<Post>(actor, async step =>
        {
            await step.LockPostAsync(postId);
            var found = await step.FindAsync(step.WithReview(), postId, Permission.WritePosts, version);
            if (!found.Succeeded)
            {
                return found;
            }

            var post = found.Value;
            if (!await step.Db.IsDesignatedAsync(step.Actor.PersonId, post.AgencyId, step.Now, step.Token))
            {
                return EmergencyErrors.NotDesignated;
            }

            var account = await step.AccountOfAsync(post);
            var revision = await step.NewestRevisionAsync(post);
            var declared = post.DeclareEmergency(account, revision, await step.PlanOfAsync(account, post), reason, step.Actor.PersonId, step.Now);
            if (declared.Succeeded && await step.ExpiredPicturesAsync(revision, step.Now) is { } expired)
            {
                return expired;
            }

            var passed = declared.Succeeded ? await gate.PassAsync(step, post, revision) : declared;
            return passed.Succeeded ? post : Result<Post>.Refuse(passed.Errors);
        }, token);
        return done.Map(PostVersion.Of);
    }
}
