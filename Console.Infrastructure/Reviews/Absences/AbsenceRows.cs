using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Reviews.Absences;
using GovAccountConsole.Infrastructure.Access;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Reviews.Absences;

/// <summary>
/// Which absences hold, who sees which, who can stand in for whom. An absence is no scoped row: it concerns two people who may sit at different agencies,
/// and its reason is not for everybody there. So the rule stands here: the two, whoever notes absences at the agency or above, and whoever reads the audit.
/// </summary>
internal static class AbsenceRows
{
    /// <summary>The roles that decide review steps.</summary>
    public static Role[] Reviewing { get; } = [.. Enum.GetValues<Role>().Where(role => PermissionTable.Allows(role, Permission.ReviewPosts))];

    /// <summary>Absences that last today, of people who may still sign in.</summary>
    public static IQueryable<Absence> Holding(this ConsoleDb db, DateOnly today) => db.Set<Absence>().Where(absence =>
        absence.RevokedAt == null && absence.From <= today && absence.Until >= today
        && db.Users.Any(person => person.Id == absence.PersonId && (person.LockoutEnd == null || person.LockoutEnd < DateTimeOffset.MaxValue)));

    /// <summary>Absences that somebody may see.</summary>
    public static IQueryable<Absence> SeenBy(this ConsoleDb db, Actor actor)
    {
        Guid[] roots = [.. actor.RootsWith(Permission.ManageAbsences).Concat(actor.RootsWith(Permission.ReadAudit)).Distinct()];
        return db.Set<Absence>().Where(absence => absence.PersonId == actor.Id || absence.SubstituteId == actor.Id
            || db.AgencyLineage.Any(line => line.AgencyId == absence.AgencyId && roots.Contains(line.AncestorId)));
    }

    /// <summary>
    /// Active people who could stand in for somebody: at every agency that person reviews for they hold a role themselves, there or above, that is more than
    /// looking on. An absence lends the decision, never the sight.
    /// </summary>
    public static IQueryable<Person> Substitutes(this ConsoleDb db, Guid absent) => db.Users.Where(person =>
        person.Id != absent && (person.LockoutEnd == null || person.LockoutEnd < DateTimeOffset.MaxValue)
        && db.RoleGrants.Where(grant => grant.PersonId == absent && Reviewing.Contains(grant.Role)).All(grant =>
            db.RoleGrants.Any(own => own.PersonId == person.Id && own.Role != Role.Auditor
                && db.AgencyLineage.Any(line => line.AgencyId == grant.AgencyId && line.AncestorId == own.AgencyId))));

    /// <summary>Whom each of these people stands in for today: reviewing roles of absent people at agencies where he holds a working role himself.</summary>
    /// <param name="db">The database.</param>
    /// <param name="substitutes">The people; null asks for everybody.</param>
    /// <param name="today">Asia/Shanghai.</param>
    /// <param name="token">Ends the work early.</param>
    public static async Task<ILookup<Guid, Substitution>> SubstitutionsAsync(this ConsoleDb db, IReadOnlyCollection<Guid>? substitutes, DateOnly today, CancellationToken token)
    {
        var holding = db.Holding(today);
        var found = await (substitutes is null ? holding : holding.Where(absence => substitutes.Contains(absence.SubstituteId)))
            .Join(db.RoleGrants.Where(grant => Reviewing.Contains(grant.Role)), absence => absence.PersonId, grant => grant.PersonId, (absence, grant) => new { absence, grant })
            .Where(row => db.RoleGrants.Any(own => own.PersonId == row.absence.SubstituteId && own.Role != Role.Auditor
                && db.AgencyLineage.Any(line => line.AgencyId == row.grant.AgencyId && line.AncestorId == own.AgencyId)))
            .OrderBy(row => row.absence.Id).ThenBy(row => row.grant.Role)
            .Select(row => new
            {
                row.absence.SubstituteId, row.absence.PersonId, row.grant.Role, row.grant.AgencyId,
                Name = db.Users.Where(person => person.Id == row.absence.PersonId).Select(person => person.Name).First(),
            })
            .ToListAsync(token);
        return found.ToLookup(row => row.SubstituteId, row => new Substitution(row.PersonId, row.Name, row.Role, row.AgencyId));
    }
}
