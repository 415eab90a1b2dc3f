using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.People;

/// <summary>Takes a role away from a person.</summary>
public sealed class RevokeRole(Work work)
{
    /// <summary>Works at once on every node, also inside open pages. Nobody takes his own.</summary>
    public Task<Result> ExecuteAsync(Actor actor, Guid personId, Role role, Guid agencyId, CancellationToken token) =>
        work.RunAsync(actor, async step =>
        {
            var found = await PersonDesk.FindAsync(step, personId);
            if (!found.Succeeded)
            {
                return found;
            }

            if (personId == step.Actor.Id)
            {
                return PersonErrors.Oneself;
            }

            var grant = await step.Db.Agencies.AnyAsync(agency => agency.Id == agencyId, step.Token)
                ? await step.Db.RoleGrants.SingleOrDefaultAsync(row => row.PersonId == personId && row.Role == role && row.AgencyId == agencyId, step.Token)
                : null;
            if (grant is null)
            {
                return Error.NotFound;
            }

            step.Db.RoleGrants.Remove(grant);
            PersonDesk.Note(step, "roleRevoked", personId, agencyId, role.ToString());
            return Result.Success;
        }, token);
}
