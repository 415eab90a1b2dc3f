using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Reviews.Absences;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Access;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Posts;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Reviews.Absences;

/// <summary>Reads absences and what a new one can be made of.</summary>
public sealed class AbsenceQueries(Work work, TimeProvider time)
{
    private const int MostChoices = 400;

    /// <summary>Absences the actor sees, newest first; <paramref name="after"/> is the last id of the page before.</summary>
    public Task<Page<AbsenceRow>> ListAsync(Actor actor, Guid? after, int limit, CancellationToken token) =>
        work.ReadAsync(actor, async (db, current) =>
        {
            var found = await db.SeenBy(current).Where(row => after == null || row.Id < after).OrderByDescending(row => row.Id).Take(limit + 1).ToListAsync(token);
            return Cursor.Page(await RowsAsync(db, current, found, token), limit, row => Cursor.Of(row.Id));
        }, token);

    /// <summary>One absence; null when the actor does not see it.</summary>
    public Task<AbsenceRow?> GetAsync(Actor actor, Guid id, CancellationToken token) =>
        work.ReadAsync(actor, async (db, current) =>
            (await RowsAsync(db, current, await db.SeenBy(current).Where(row => row.Id == id).ToListAsync(token), token)).SingleOrDefault(), token);

    /// <summary>For whom the actor may note an absence: himself first if he reviews, then the reviewers where he notes absences.</summary>
    public Task<IReadOnlyList<AbsencePerson>> ReviewersAsync(Actor actor, CancellationToken token) =>
        work.ReadAsync<IReadOnlyList<AbsencePerson>>(actor, async (db, current) =>
        {
            var roots = current.RootsWith(Permission.ManageAbsences);
            var people = db.Users.Where(person => person.LockoutEnd == null || person.LockoutEnd < DateTimeOffset.MaxValue)
                .Where(person => db.RoleGrants.Any(grant => grant.PersonId == person.Id && AbsenceRows.Reviewing.Contains(grant.Role))
                    && (person.Id == current.Id || db.RoleGrants.Where(grant => grant.PersonId == person.Id && AbsenceRows.Reviewing.Contains(grant.Role))
                        .All(grant => db.AgencyLineage.Any(line => line.AgencyId == grant.AgencyId && roots.Contains(line.AncestorId)))));
            return [.. (await ChoicesAsync(db, people, null, token)).OrderBy(person => person.Id == current.Id ? 0 : 1)];
        }, token);

    /// <summary>Who could stand in for somebody; nobody for who may not note it.</summary>
    public async Task<IReadOnlyList<AbsencePerson>> SubstitutesAsync(Actor actor, Guid absent, CancellationToken token) =>
        !(await ReviewersAsync(actor, token)).Any(person => person.Id == absent) ? []
        : await work.ReadAsync<IReadOnlyList<AbsencePerson>>(
            actor, async (db, current) => await ChoicesAsync(db, db.Substitutes(absent).Where(person => absent == current.Id || person.Id != current.Id), absent, token), token);

    /// <summary>Whether somebody may note absences at all, for himself or for others.</summary>
    public static bool MayNote(Actor actor) =>
        actor.Grants.Any(grant => PermissionTable.Allows(grant.Role, Permission.ReviewPosts) || PermissionTable.Allows(grant.Role, Permission.ManageAbsences));

    private static async Task<List<AbsencePerson>> ChoicesAsync(ConsoleDb db, IQueryable<Person> people, Guid? colleaguesOf, CancellationToken token) =>
        await people.GroupJoin(db.Agencies.IgnoreQueryFilters(), person => person.AgencyId, agency => agency.Id, (person, homes) => new { person, homes })
            .SelectMany(row => row.homes.DefaultIfEmpty(), (row, home) => new { row.person, home })
            .OrderBy(row => db.Users.Any(person => person.Id == colleaguesOf && person.AgencyId == row.person.AgencyId) ? 0 : 1).ThenBy(row => row.home!.Order).ThenBy(row => row.home!.Id).ThenBy(row => row.person.Name).ThenBy(row => row.person.Id).Take(MostChoices)
            .Select(row => new AbsencePerson(row.person.Id, row.person.Name, row.home == null ? string.Empty : row.home.Name)).ToListAsync(token);

    private async Task<IReadOnlyList<AbsenceRow>> RowsAsync(ConsoleDb db, Actor actor, List<Absence> found, CancellationToken token)
    {
        var today = BusinessTime.DayOf(time.GetUtcNow());
        var people = await PostNames.OfPeopleAsync(
            db, found.SelectMany(row => new[] { row.PersonId, row.SubstituteId, row.NotedById }.Concat(row.RevokedById is { } revoker ? [revoker] : [])), token);
        var agencyIds = found.Select(row => row.AgencyId).Distinct().ToArray();
        var agencies = await db.Agencies.IgnoreQueryFilters().Where(agency => agencyIds.Contains(agency.Id)).ToDictionaryAsync(agency => agency.Id, agency => agency.Name, token);
        var lineages = (await db.AgencyLineage.Where(line => agencyIds.Contains(line.AgencyId)).ToListAsync(token)).ToLookup(line => line.AgencyId, line => line.AncestorId);
        var current = found.FindAll(row => row.Touches(today, today));
        var acting = current.Count == 0 ? null : await db.SubstitutionsAsync([.. current.Select(row => row.SubstituteId)], today, token);
        return found.ConvertAll(row =>
        {
            var state = row.RevokedAt is not null ? AbsenceState.Revoked
                : row.Until < today ? AbsenceState.Over
                : row.From > today ? AbsenceState.Coming
                : acting![row.SubstituteId].Any(substitution => substitution.ForId == row.PersonId) ? AbsenceState.Current : AbsenceState.Idle;
            return new AbsenceRow(
                row.Id, people[row.PersonId], people[row.SubstituteId], row.AgencyId, agencies[row.AgencyId], row.From, row.Until, row.Reason, state,
                people[row.NotedById], row.NotedAt, row.RevokedById is { } revoker ? people[revoker] : null, row.RevokedAt,
                state is not AbsenceState.Revoked and not AbsenceState.Over
                    && (row.PersonId == actor.Id || actor.Can(Permission.ManageAbsences, [.. lineages[row.AgencyId]])));
        });
    }
}
