using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Access;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.People;

/// <summary>Which people a list shows.</summary>
/// <param name="Agency">Who belong to or hold a grant at this agency or below it.</param>
/// <param name="Query">Part of the name or the address.</param>
/// <param name="Role">Who hold this role.</param>
public sealed record PersonFilter(Guid? Agency = null, string? Query = null, Role? Role = null);

/// <summary>A grant as shown.</summary>
public sealed record GrantRow(Role Role, Guid AgencyId, string AgencyName);

/// <summary>A person as administrators see one. Grants outside their part of the tree are left out.</summary>
public sealed record PersonRow(
    Guid Id, string Name, string Email, Guid? AgencyId, string? AgencyName, bool Disabled, DateTimeOffset CreatedAt, IReadOnlyList<GrantRow> Grants);

/// <summary>Reads people and grants.</summary>
public sealed class PersonQueries(Work work)
{
    /// <summary>People, newest first; <paramref name="after"/> is the last id of the page before. For administrators and auditors.</summary>
    public Task<Result<Page<PersonRow>>> ListAsync(Actor actor, PersonFilter filter, Guid? after, int limit, CancellationToken token) =>
        work.ReadAsync<Result<Page<PersonRow>>>(actor, async (db, current) =>
        {
            if (!Narrow(db, current))
            {
                return Error.Forbidden;
            }

            var people = (await PersonDesk.SeenAsync(db, token)).Where(person => after == null || person.Id < after);
            if (filter.Agency is { } agency)
            {
                people = people.Where(person => db.AgencyLineage.Any(line => line.AncestorId == agency && (line.AgencyId == person.AgencyId
                    || db.RoleGrants.Any(grant => grant.PersonId == person.Id && grant.AgencyId == line.AgencyId))));
            }

            if (filter.Role is { } role)
            {
                people = people.Where(person => db.RoleGrants.Any(grant => grant.PersonId == person.Id && grant.Role == role));
            }

            if (!string.IsNullOrWhiteSpace(filter.Query))
            {
                var pattern = LikePattern.Containing(filter.Query);
                people = people.Where(person => EF.Functions.ILike(person.Name, pattern, LikePattern.Escape) || EF.Functions.ILike(person.Email!, pattern, LikePattern.Escape));
            }

            var found = await people.OrderByDescending(person => person.Id).Take(limit + 1).ToListAsync(token);
            return Cursor.Page(await RowsAsync(db, found, token), limit, row => Cursor.Of(row.Id));
        }, token);

    /// <summary>One person; NotFound when out of sight.</summary>
    public Task<Result<PersonRow>> GetAsync(Actor actor, Guid id, CancellationToken token) =>
        work.ReadAsync<Result<PersonRow>>(actor, async (db, current) =>
        {
            if (!Narrow(db, current))
            {
                return Error.Forbidden;
            }

            var found = await (await PersonDesk.SeenAsync(db, token)).Where(person => person.Id == id).ToListAsync(token);
            return found.Count == 0 ? Error.NotFound : (await RowsAsync(db, found, token))[0];
        }, token);

    private static bool Narrow(ConsoleDb db, Actor actor)
    {
        db.ScopeRoots = [.. actor.RootsWith(Permission.ManagePeople).Concat(actor.RootsWith(Permission.ReadAudit)).Distinct()];
        return db.ScopeRoots.Length > 0;
    }

    private static async Task<IReadOnlyList<PersonRow>> RowsAsync(ConsoleDb db, List<Person> people, CancellationToken token)
    {
        var ids = people.ConvertAll(person => person.Id);
        var homes = people.ConvertAll(person => person.AgencyId);
        var names = await db.Agencies.Where(agency => homes.Contains(agency.Id)).ToDictionaryAsync(agency => agency.Id, agency => agency.Name, token);
        var grants = (await db.RoleGrants.Where(grant => ids.Contains(grant.PersonId))
            .Join(db.Agencies, grant => grant.AgencyId, agency => agency.Id, (grant, agency) => new { grant.PersonId, grant.Role, agency.Id, agency.Name })
            .ToListAsync(token)).ToLookup(grant => grant.PersonId, grant => new GrantRow(grant.Role, grant.Id, grant.Name));
        return people.ConvertAll(person => new PersonRow(
            person.Id, person.Name, person.Email ?? string.Empty, person.AgencyId, person.AgencyId is { } home ? names.GetValueOrDefault(home) : null,
            person.IsDisabled, person.CreatedAt, [.. grants[person.Id].OrderBy(grant => grant.Role)]));
    }
}
