using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Checks;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Reviews;

namespace GovAccountConsole.Infrastructure.Posts;

/// <summary>Stores a changed content as a new revision; in review, approved or scheduled, review starts again and the slot is void.</summary>
public sealed class SaveDraft(Work work, CheckGate gate)
{
    /// <summary>Saves. The draft's account is ignored: a post stays with its account.</summary>
    /// <param name="actor">Who writes.</param>
    /// <param name="postId">The post.</param>
    /// <param name="version">The version the writer saw; a stale one is refused so that nobody's words are overwritten.</param>
    /// <param name="draft">What was typed.</param>
    /// <param name="mode">Typing or finished.</param>
    /// <param name="token">Ends the work early.</param>
    public async Task<Result<PostVersion>> ExecuteAsync(Actor actor, Guid postId, uint version, PostDraft draft, SaveMode mode, CancellationToken token)
    {
        var saved = await work.RunAsync<Post>(actor, async step =>
        {
            await step.LockPostAsync(postId);
            var found = await step.FindAsync(step.WithReview(), postId, Permission.WritePosts, version);
            if (!found.Succeeded)
            {
                return found;
            }

            var post = found.Value;
            if (!PostTransitions.Allow(PostAction.Edit, post.Status))
            {
                return PostErrors.WrongState(PostAction.Edit, post.Status);
            }

            return await gate.StoreAsync(step, post, draft, mode);
        }, token);
        return saved.Map(PostVersion.Of);
    }
}
