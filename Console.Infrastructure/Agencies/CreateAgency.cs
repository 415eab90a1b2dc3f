using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Agencies;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Agencies;

/// <summary>What a person fills in about an agency.</summary>
/// <param name="Name">Name within its parent.</param>
/// <param name="Sector">Code or name of its sector.</param>
/// <param name="RegionCode">GB/T 2260.</param>
/// <param name="ParentId">The body above.</param>
public sealed record AgencyInput(string? Name, string? Sector, string? RegionCode, Guid? ParentId);

/// <summary>Founds an agency below one within scope.</summary>
public sealed class CreateAgency(Work work)
{
    /// <summary>Creates the agency with its lineage, so that scope covers it at once.</summary>
    public Task<Result<Guid>> ExecuteAsync(Actor actor, AgencyInput input, CancellationToken token) =>
        work.RunAsync<Guid>(actor, async step =>
        {
            if (input.ParentId is not { } parentId)
            {
                return step.Actor.CanSomewhere(Permission.ManageAgencies) ? Error.Required("parentId") : Error.Forbidden;
            }

            if (await step.Db.Agencies.SingleOrDefaultAsync(agency => agency.Id == parentId, step.Token) is not { } parent)
            {
                return AgencyErrors.UnknownParent;
            }

            var above = await step.LineageAsync(parentId);
            if (!step.Actor.Can(Permission.ManageAgencies, above))
            {
                return Error.Forbidden;
            }

            var sector = input.Sector?.Trim();
            var code = await step.Db.Sectors.Where(row => row.Code == sector || row.Name == sector).Select(row => row.Code).FirstOrDefaultAsync(step.Token);
            var last = await step.Db.Agencies.Where(agency => agency.ParentId == parentId).MaxAsync(agency => (int?)agency.Order, step.Token) ?? 0;
            var created = Agency.Create(input.Name, code ?? string.Empty, input.RegionCode, parent, last + 1, step.Actor.Id, step.Now);
            if (code is null || !created.Succeeded)
            {
                return Result<Guid>.Refuse([.. created.Errors, .. code is null ? [AgencyErrors.UnknownSector] : Array.Empty<Error>()]);
            }

            var made = created.Value;
            step.Db.Agencies.Add(made);
            step.Db.AgencyLineage.AddRange(above.Append(made.Id).Select(ancestor => new AgencyLineage(made.Id, ancestor)));
            return made.Id;
        }, token);
}
