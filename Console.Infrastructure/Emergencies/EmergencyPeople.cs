using GovAccountConsole.Domain.Access;
using GovAccountConsole.Infrastructure.Access;
using GovAccountConsole.Infrastructure.Data;

namespace GovAccountConsole.Infrastructure.Emergencies;

/// <summary>Who can be named: whoever may write for the agency.</summary>
internal static class EmergencyPeople
{
    private static readonly Role[] _writing = [.. Enum.GetValues<Role>().Where(role => PermissionTable.Allows(role, Permission.WritePosts))];

    public static IQueryable<Person> Of(ConsoleDb db, Guid agencyId) => db.Users.Where(person => (person.LockoutEnd == null || person.LockoutEnd != DateTimeOffset.MaxValue)
        && db.RoleGrants.Any(grant => grant.PersonId == person.Id && _writing.Contains(grant.Role)
            && db.AgencyLineage.Any(line => line.AgencyId == agencyId && line.AncestorId == grant.AgencyId)));
}
