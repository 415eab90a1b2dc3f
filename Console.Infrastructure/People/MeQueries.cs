using GovAccountConsole.Domain.Access;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.People;

/// <summary>Oneself.</summary>
public sealed record MeView(Guid Id, string Name, string Email, Guid? AgencyId, string? Language, string Theme, IReadOnlyList<GrantRow> Grants);

/// <summary>Reads what a person may know of himself.</summary>
public sealed class MeQueries(Work work)
{
    /// <summary>The actor's name, address and grants; null when the login is gone.</summary>
    public Task<MeView?> GetAsync(Actor actor, CancellationToken token) =>
        work.ReadAsync(actor, async (db, current) =>
        {
            if (await db.Users.SingleOrDefaultAsync(row => row.Id == current.Id, token) is not { } person)
            {
                return null;
            }

            var grants = await db.RoleGrants.Where(grant => grant.PersonId == person.Id)
                .Join(db.Agencies, grant => grant.AgencyId, agency => agency.Id, (grant, agency) => new GrantRow(grant.Role, agency.Id, agency.Name))
                .ToListAsync(token);
            return new MeView(
                person.Id, person.Name, person.Email ?? string.Empty, person.AgencyId, person.Language, person.Theme, [.. grants.OrderBy(grant => grant.Role)]);
        }, token);
}
