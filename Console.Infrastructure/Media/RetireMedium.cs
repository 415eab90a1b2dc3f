using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Media;

/// <summary>Takes a picture out of the library; its bytes stay for the record.</summary>
public sealed class RetireMedium(Work work)
{
    /// <summary>Retires it unless a post shows it.</summary>
    public Task<Result<Guid>> ExecuteAsync(Actor actor, Guid id, uint? version, CancellationToken token) =>
        work.RunAsync<Guid>(actor, async step =>
        {
            var found = await step.KeptAsync(id, version);
            if (!found.Succeeded)
            {
                return Result<Guid>.Refuse(found.Errors);
            }

            var posts = await step.Db.MediaUses.CountAsync(
                use => use.MediumId == id && step.Db.Posts.Any(post => post.Id == use.PostId && post.RevisionNumber == use.Revision), step.Token);
            var retired = found.Value.Retire(posts, step.Actor.PersonId, step.Now);
            return retired.Succeeded ? id : Result<Guid>.Refuse(retired.Errors);
        }, token);
}
