using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Access;
using GovAccountConsole.Infrastructure.Changes;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.People;

/// <summary>
/// Which people an administrator sees and acts on. People are no scoped rows (a login may hold grants in several places), so the rule stands
/// here: seen are those who belong to or hold a grant in the administrator's part of the tree.
/// </summary>
internal static class PersonDesk
{
    /// <summary>The people seen from the roots the context is set to.</summary>
    public static async Task<IQueryable<Person>> SeenAsync(ConsoleDb db, CancellationToken token) =>
        await db.Agencies.AnyAsync(agency => agency.ParentId == null, token)
            ? db.Users
            : db.Users.Where(person => db.Agencies.Any(agency => agency.Id == person.AgencyId)
                || db.RoleGrants.Any(grant => grant.PersonId == person.Id && db.Agencies.Any(agency => agency.Id == grant.AgencyId)));

    /// <summary>Narrows the step to where the actor manages people and loads the person; NotFound and Forbidden as for scoped rows.</summary>
    public static async Task<Result<Person>> FindAsync(WorkStep step, Guid personId)
    {
        var seen = await (await SeenAsync(step.Db, step.Token)).AnyAsync(person => person.Id == personId, step.Token);
        step.Db.ScopeRoots = step.Actor.RootsWith(Permission.ManagePeople);
        var managed = await (await SeenAsync(step.Db, step.Token)).SingleOrDefaultAsync(person => person.Id == personId, step.Token);
        return managed is not null ? managed : seen ? Error.Forbidden : Error.NotFound;
    }

    /// <summary>Whether every grant and the home of the person lie where the actor manages people: else the login is not the actor's to touch.</summary>
    public static async Task<bool> IsWhollyManagedAsync(WorkStep step, Person person)
    {
        var places = await step.Db.RoleGrants.Where(grant => grant.PersonId == person.Id).Select(grant => grant.AgencyId).ToListAsync(step.Token);
        if (person.AgencyId is { } home)
        {
            places.Add(home);
        }

        var distinct = places.Distinct().ToArray();
        return await step.Db.Agencies.CountAsync(agency => distinct.Contains(agency.Id), step.Token) == distinct.Length;
    }

    /// <summary>Writes the audit entry; belongs to the person's agency, else to the top of where the actor manages.</summary>
    public static void Note(WorkStep step, string action, Guid personId, Guid agencyId, string? detail)
    {
        step.Record(new DomainEvent(action, "person", personId, agencyId, step.Actor.Id, step.Now, detail));
        step.Signal(new Change(ChangeKind.Grants, personId, agencyId));
    }
}
