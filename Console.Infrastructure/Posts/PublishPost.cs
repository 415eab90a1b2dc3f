using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Media;

namespace GovAccountConsole.Infrastructure.Posts;

/// <summary>Sends an approved post now.</summary>
public sealed class PublishPost(Work work)
{
    /// <summary>Gives it this moment as its slot; the engine takes it up within a second.</summary>
    public async Task<Result<PostVersion>> ExecuteAsync(Actor actor, Guid postId, uint? version, CancellationToken token)
    {
        var done = await work.RunAsync<Post>(actor, async step =>
        {
            var found = await step.FindAsync(step.Db.Posts, postId, Permission.PublishPosts, version);
            if (!found.Succeeded)
            {
                return found;
            }

            var post = found.Value;
            var published = post.Publish(await step.AccountOfAsync(post), await step.TakenAsync(post), step.Actor.PersonId, step.Now);
            if (!published.Succeeded)
            {
                return Result<Post>.Refuse(published.Errors);
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
