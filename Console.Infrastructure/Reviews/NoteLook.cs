using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Reviews;

/// <summary>Notes which revision of a post a person has on the screen, so that the next visit can show what changed since.</summary>
public sealed class NoteLook(Work work)
{
    /// <summary>Notes it; the value tells whether there was something new to note.</summary>
    public Task<Result<bool>> ExecuteAsync(Actor actor, Guid postId, int revision, CancellationToken token) =>
        work.RunAsync<bool>(actor, async step =>
        {
            var found = await step.FindAsync(step.Db.Posts.AsNoTracking(), postId, Permission.View);
            if (!found.Succeeded)
            {
                return Result<bool>.Refuse(found.Errors);
            }

            if (revision < 1 || revision > found.Value.RevisionNumber)
            {
                return Error.NotAccepted("revision");
            }

            var person = step.Actor.PersonId;
            if (await step.Db.ReviewLooks.SingleOrDefaultAsync(look => look.PostId == postId && look.PersonId == person, step.Token) is { } known)
            {
                return known.See(revision, step.Now);
            }

            step.Db.ReviewLooks.Add(new ReviewLook(person, postId, found.Value.AgencyId, revision, step.Now));
            return true;
        }, token);
}
