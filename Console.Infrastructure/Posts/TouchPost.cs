using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Reviews;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Posts;

/// <summary>Says what a post touches (涉及事项); the review plan follows from it.</summary>
public sealed class TouchPost(Work work)
{
    /// <summary>Sets the topics.</summary>
    public async Task<Result<PostVersion>> ExecuteAsync(Actor actor, Guid postId, uint? version, IReadOnlyList<PostTopic> topics, CancellationToken token)
    {
        var touched = await work.RunAsync<Post>(actor, async step =>
        {
            var found = await step.FindAsync(step.WithReview(), postId, Permission.WritePosts, version);
            if (!found.Succeeded)
            {
                return found;
            }

            var post = found.Value;
            var plan = await step.PlanOfAsync(await step.AccountOfAsync(post), post.Channel, topics, post.TemplateKey);
            var done = post.Touch(topics, plan, step.Actor.PersonId, step.Now);
            if (done is { Succeeded: true, Value: true })
            {
                await step.ShelveAsync(post, "content-changed");
            }

            return done.Map(_ => post);
        }, token);
        return touched.Map(PostVersion.Of);
    }
}
