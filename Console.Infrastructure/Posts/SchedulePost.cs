using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Media;

namespace GovAccountConsole.Infrastructure.Posts;

/// <summary>Gives an approved post its slot.</summary>
public sealed class SchedulePost(Work work)
{
    /// <summary>Schedules, or moves the slot.</summary>
    public async Task<Result<PostVersion>> ExecuteAsync(Actor actor, Guid postId, DateTimeOffset publishAt, uint? version, CancellationToken token)
    {
        var done = await work.RunAsync<Post>(actor, async step =>
        {
            var found = await step.FindAsync(step.Db.Posts, postId, Permission.SchedulePosts, version);
            if (!found.Succeeded)
            {
                return found;
            }

            var post = found.Value;
            var account = await step.AccountOfAsync(post);
            var scheduled = post.Schedule(account, publishAt, await step.TakenAsync(post), step.Actor.PersonId, step.Now);
            if (!scheduled.Succeeded)
            {
                return Result<Post>.Refuse(scheduled.Errors);
            }

            if (await step.ExpiredPicturesAsync(await step.NewestRevisionAsync(post), post.PublishAt!.Value) is { } expired)
            {
                return expired;
            }

            await step.PlanDeliveryAsync(post);
            return post;
        }, token);
        return done.Map(PostVersion.Of);
    }
}
