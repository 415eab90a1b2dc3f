using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;

namespace GovAccountConsole.Infrastructure.Posts;

/// <summary>Removes a draft that never went anywhere; it stays in the record.</summary>
public sealed class DeletePost(Work work)
{
    /// <summary>Deletes.</summary>
    public async Task<Result<PostVersion>> ExecuteAsync(Actor actor, Guid postId, uint? version, CancellationToken token)
    {
        var done = await work.RunAsync<Post>(actor, async step =>
        {
            var found = await step.FindAsync(step.Db.Posts, postId, Permission.WritePosts, version);
            if (!found.Succeeded)
            {
                return found;
            }

            var post = found.Value;
            var deleted = post.Delete(step.Actor.PersonId, step.Now);
            return deleted.Succeeded ? post : Result<Post>.Refuse(deleted.Errors);
        }, token);
        return done.Map(PostVersion.Of);
    }
}
