using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Posts;

/// <summary>Begins a post for an account within scope.</summary>
public sealed class CreatePost(Work work)
{
    /// <summary>Creates the post as a draft with revision 1.</summary>
    public async Task<Result<PostVersion>> ExecuteAsync(Actor actor, PostDraft draft, SaveMode mode, CancellationToken token)
    {
        var created = await work.RunAsync<Post>(actor, async step =>
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

            return Post.Create(account, content.Value, draft.PlannedAt, step.Actor.PersonId, step.Now, mode).Map(made =>
            {
                step.Db.Posts.Add(made.Post);
                step.Db.Revisions.Add(made.Revision);
                return made.Post;
            });
        }, token);
        return created.Map(PostVersion.Of);
    }
}
