using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Posts.Merging;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Checks;
using GovAccountConsole.Infrastructure.Data;

namespace GovAccountConsole.Infrastructure.Posts;

/// <summary>What came of a save that met the changes of others.</summary>
/// <param name="Post">Identity and version after the save.</param>
/// <param name="ContentHash">Of the revision that holds it.</param>
/// <param name="Merge">Every place, with both texts where a person has to say.</param>
public sealed record MergedDraft(PostVersion Post, string ContentHash, MergedPost Merge);

/// <summary>
/// Stores what a person wrote together with what others stored since the text it was written over. Nothing is refused for being late; where
/// both changed the same words, what is stored stays and the person is asked. Whoever saves is a contributor.
/// </summary>
public sealed class MergeDraft(Work work, CheckGate gate)
{
    /// <summary>Merges and saves.</summary>
    /// <param name="actor">Who writes.</param>
    /// <param name="postId">The post.</param>
    /// <param name="origin">The text the person's changes are compared with.</param>
    /// <param name="draft">What the person has now. The account is ignored.</param>
    /// <param name="mode">Typing or finished.</param>
    /// <param name="mayVoid">Whether the person knows that this voids approvals; without, a post under review is left alone.</param>
    /// <param name="token">Ends the work early.</param>
    public async Task<Result<MergedDraft>> ExecuteAsync(Actor actor, Guid postId, PostText origin, PostDraft draft, SaveMode mode, bool mayVoid, CancellationToken token)
    {
        var mine = draft.Cleaned();
        MergedPost? merge = null;
        var saved = await work.RunAsync<Post>(actor, async step =>
        {
            await step.LockPostAsync(postId);
            var found = await step.FindAsync(step.WithReview(), postId, Permission.WritePosts);
            if (!found.Succeeded)
            {
                return found;
            }

            var post = found.Value;
            if (!PostTransitions.Allow(PostAction.Edit, post.Status))
            {
                return PostErrors.WrongState(PostAction.Edit, post.Status);
            }

            var content = (await step.NewestRevisionAsync(post)).Content;
            var theirs = new PostText(content.Channel, post.PlannedAt, content.Articles) { Window = content.Window };
            merge = MergedPost.Of(origin, mine, theirs);
            var text = merge.For(MergeView.Save);
            if (text.Says(theirs))
            {
                return post;
            }

            if (PostTransitions.VoidedByEdit.Contains(post.Status) && !mayVoid)
            {
                return PostErrors.WouldVoid;
            }

            return await gate.StoreAsync(step, post, new PostDraft(post.AccountId, text.Channel, text.PlannedAt, text.Articles) { Window = text.Window, TemplateKey = draft.TemplateKey }, mode);
        }, token);
        return saved.Map(post => new MergedDraft(PostVersion.Of(post), post.ContentHash, merge!));
    }
}
