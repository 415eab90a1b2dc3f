using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;

namespace GovAccountConsole.Infrastructure.Posts;

/// <summary>Takes the slot of a scheduled post away; the approval stays.</summary>
public sealed class UnschedulePost(Work work)
{
    /// <summary>Unschedules.</summary>
    public async Task<Result<PostVersion>> ExecuteAsync(Actor actor, Guid postId, uint? version, CancellationToken token)
    {
        var done = await work.RunAsync<Post>(actor, async step =>
        {
            var found = await step.FindAsync(step.Db.Posts, postId, Permission.SchedulePosts, version);
            if (!found.Succeeded)
            {
                return found;
            }

            var post = found.Value;
            var unscheduled = post.Unschedule(step.Actor.PersonId, step.Now);
            if (!unscheduled.Succeeded)
            {
                return Result<Post>.Refuse(unscheduled.Errors);
            }

            await step.ShelveAsync(post, "unscheduled");
            return post;
        }, token);
        return done.Map(PostVersion.Of);
    }
}
