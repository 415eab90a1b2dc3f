using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Templates;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Posts;

/// <summary>Begins a post for an account within scope.</summary>
public sealed class CreatePost(Work work)
{
    /// <summary>Creates the post as a draft with revision 1.</summary>
    public async Task<Result<PostVersion>> ExecuteAsync(Actor actor, PostDraft draft, SaveMode mode, CancellationToken token)
    {
        var done = await work.RunAsync<Post>(actor, async step =>
        {
            if (await step.Db.Accounts.SingleOrDefaultAsync(row => row.Id == draft.AccountId, step.Token) is not { } account)
            {
                return PostErrors.UnknownAccount;
            }

            if (!await step.CanAsync(Permission.WritePosts, account.AgencyId))
            {
                return Error.Forbidden;
            }

            var content = await DraftContent.BuildAsync(step, account.Id, draft);
            if (!content.Succeeded)
            {
                return Result<Post>.Refuse(content.Errors);
            }

            var created = Post.Create(account, content.Value, draft.PlannedAt, step.Actor.PersonId, step.Now, mode);
            if (!created.Succeeded)
            {
                return Result<Post>.Refuse(created.Errors);
            }

            var (post, revision) = created.Value;
            var taken = await step.TakeTemplateAsync(post, account.AgencyId, draft.TemplateKey);
            if (!taken.Succeeded)
            {
                return Result<Post>.Refuse(taken.Errors);
            }

            step.Db.Posts.Add(post);
            step.Db.Revisions.Add(revision);
            return post;
        }, token);
        return done.Map(PostVersion.Of);
    }
}
