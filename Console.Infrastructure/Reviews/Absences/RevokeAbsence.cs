using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Changes;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Reviews.Absences;

/// <summary>Ends an absence before its last day.</summary>
public sealed class RevokeAbsence(Work work)
{
    /// <summary>Works at once on every node, also inside open pages. The absent person ends it, or whoever notes absences at his agency or above.</summary>
    public Task<Result> ExecuteAsync(Actor actor, Guid id, CancellationToken token) =>
        work.RunAsync(actor, async step =>
        {
            if (await step.Db.SeenBy(step.Actor).SingleOrDefaultAsync(row => row.Id == id, step.Token) is not { } absence)
            {
                return Error.NotFound;
            }

            if (absence.PersonId != step.Actor.Id && !await step.CanAsync(Permission.ManageAbsences, absence.AgencyId))
            {
                return Error.Forbidden;
            }

            step.Signal(new Change(ChangeKind.Grants, absence.SubstituteId, absence.AgencyId));
            return absence.Revoke(step.Actor.PersonId, step.Now);
        }, token);
}
