using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Checks;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Media;
using GovAccountConsole.Infrastructure.Reviews;
using GovAccountConsole.Infrastructure.Templates;

namespace GovAccountConsole.Infrastructure.Posts;

/// <summary>The inside of every save of a post: cleaned content, a revision, and what a change voids.</summary>
internal static class DraftStoring
{
    public static async Task<Result<Post>> StoreAsync(this CheckGate gate, WorkStep step, Post post, PostDraft draft, SaveMode mode)
    {
        var content = await DraftContent.BuildAsync(step, post.AccountId, draft);
        if (!content.Succeeded)
        {
            return Result<Post>.Refuse(content.Errors);
        }

        var taken = await step.TakeTemplateAsync(post, post.AgencyId, draft.TemplateKey);
        if (!taken.Succeeded)
        {
            return Result<Post>.Refuse(taken.Errors);
        }

        var current = await step.NewestRevisionAsync(post);
        var plan = await step.PlanOfAsync(await step.AccountOfAsync(post), post, draft.Channel);
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

            if (post.Status == PostStatus.InReview && await step.ExpiredPicturesAsync(revision, step.Now) is { } expired)
            {
                return expired;
            }
        }

        return post;
    }
}
