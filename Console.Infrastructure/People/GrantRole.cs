using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Access;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.People;

/// <summary>Gives a person a role for an agency and everything below it.</summary>
public sealed class GrantRole(Work work)
{
    /// <summary>Works at once on every node. Nobody gives a role to himself.</summary>
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

            if (!await step.Db.Agencies.AnyAsync(agency => agency.Id == agencyId, step.Token))
            {
                return PersonErrors.UnknownAgency;
            }

            if (await step.Db.RoleGrants.AnyAsync(grant => grant.PersonId == personId && grant.Role == role && grant.AgencyId == agencyId, step.Token))
            {
                return PersonErrors.GrantExists;
            }

            step.Db.RoleGrants.Add(new RoleGrant(personId, role, agencyId, step.Actor.Id, step.Now));
            PersonDesk.Note(step, "roleGranted", personId, agencyId, role.ToString());
            return Result.Success;
        }, token);
}
