using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Checks;
using GovAccountConsole.Infrastructure.Data;

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

            var content = await DraftContent.BuildAsync(step, post.AccountId, draft);
            if (!content.Succeeded)
            {
                return Result<Post>.Refuse(content.Errors);
            }

            var current = await step.NewestRevisionAsync(post);
            var plan = await step.PlanOfAsync(await step.AccountOfAsync(post));
            var edited = post.Edit(current, content.Value, draft.PlannedAt, plan, step.Actor.PersonId, step.Now, mode);
            if (!edited.Succeeded)
            {
                return Result<Post>.Refuse(edited.Errors);
            }

            if (edited.Value is { } revision)
            {
                if (revision.Number == current.Number)
                {
                    step.Db.Revisions.Remove(current);
                }

                step.Db.Revisions.Add(revision);
                await step.ShelveAsync(post, "content-changed");
                // A change that starts review again passes the same gate as a submission.
                if (post.Status == PostStatus.InReview && await gate.PassAsync(step, post, revision) is { Succeeded: false } open)
                {
                    return Result<Post>.Refuse(open.Errors);
                }
            }

            return post;
        }, token);
        return saved.Map(PostVersion.Of);
    }
}
