using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Changes;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Posts;

/// <summary>A page with a post was left: the visit is gone without a trace.</summary>
public sealed class LeavePost(Work work)
{
    /// <summary>Forgets the visit.</summary>
    public Task<Result> ExecuteAsync(Actor actor, Guid visitId, CancellationToken token) => work.RunAsync(actor, async step =>
    {
        if (await step.Db.PostVisits.SingleOrDefaultAsync(row => row.Id == visitId && row.PersonId == step.Actor.PersonId, step.Token) is { } visit)
        {
            step.Db.PostVisits.Remove(visit);
            step.Signal(new Change(ChangeKind.Visit, visit.PostId, visit.AgencyId));
        }

        return Result.Success;
    }, token);
}
