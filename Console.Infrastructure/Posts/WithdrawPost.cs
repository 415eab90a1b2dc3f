using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;

namespace GovAccountConsole.Infrastructure.Posts;

/// <summary>Takes a post back from review.</summary>
public sealed class WithdrawPost(Work work)
{
    /// <summary>Withdraws.</summary>
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
            var withdrawn = post.Withdraw(step.Actor.PersonId, step.Now);
            return withdrawn.Succeeded ? post : Result<Post>.Refuse(withdrawn.Errors);
        }, token);
        return done.Map(PostVersion.Of);
    }
}
