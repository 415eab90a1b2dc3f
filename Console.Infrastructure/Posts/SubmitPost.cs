using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;

namespace GovAccountConsole.Infrastructure.Posts;

/// <summary>Hands a post to review.</summary>
public sealed class SubmitPost(Work work)
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
            var submitted = post.Submit(
                account, await step.NewestRevisionAsync(post), await step.PlanOfAsync(account), step.Actor.PersonId, step.Now);
            return submitted.Succeeded ? post : Result<Post>.Refuse(submitted.Errors);
        }, token);
        return done.Map(PostVersion.Of);
    }
}
