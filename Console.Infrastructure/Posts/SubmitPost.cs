using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Checks;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Reviews;
using GovAccountConsole.Infrastructure.Media;

namespace GovAccountConsole.Infrastructure.Posts;

/// <summary>Hands a post to review.</summary>
public sealed class SubmitPost(Work work, CheckGate gate)
{
    /// <summary>Submits the newest revision; names everything that is missing at once.</summary>
    public async Task<Result<PostVersion>> ExecuteAsync(Actor actor, Guid postId, uint? version, CancellationToken token)
    {
        var done = await work.RunAsync<Post>(actor, async step =>
        {
            var found = await step.FindAsync(step.WithReview(), postId, Permission.WritePosts, version);
            if (!found.Succeeded)
            {
                return found;
            }

            var post = found.Value;
            var account = await step.AccountOfAsync(post);
            var revision = await step.NewestRevisionAsync(post);
            var submitted = post.Submit(account, revision, await step.PlanOfAsync(account, post), step.Actor.PersonId, step.Now);
            if (submitted.Succeeded && await step.ExpiredPicturesAsync(revision, step.Now) is { } expired)
            {
                return expired;
            }

            var passed = submitted.Succeeded ? await gate.PassAsync(step, post, revision) : submitted;
            return passed.Succeeded ? post : Result<Post>.Refuse(passed.Errors);
        }, token);
        return done.Map(PostVersion.Of);
    }
}
