using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Posts.Checks;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Checks;

/// <summary>Takes a dismissal back: the finding is open again. The record of it stays.</summary>
public sealed class WithdrawDismissal(Work work)
{
    /// <summary>Takes it back; who writes posts of that agency may.</summary>
    public Task<Result> ExecuteAsync(Actor actor, Guid postId, Guid dismissalId, CancellationToken token) =>
        work.RunAsync(actor, async step =>
        {
            var found = await step.FindAsync(step.Db.Posts, postId, Permission.WritePosts);
            if (!found.Succeeded)
            {
                return found;
            }

            if (await step.Db.Set<CheckDismissal>().SingleOrDefaultAsync(row => row.PostId == postId && row.Id == dismissalId, step.Token) is not { } dismissal)
            {
                return Error.NotFound;
            }

            dismissal.Withdraw(step.Actor.PersonId, step.Now);
            return Result.Success;
        }, token);
}
