using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Domain.Templates;
using GovAccountConsole.Infrastructure.Changes;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Templates;

/// <summary>What every change of a template does first and last.</summary>
internal static class TemplateStep
{
    /// <summary>Templates of agencies within scope, and of the bodies above them.</summary>
    public static IQueryable<PostTemplate> VisibleTemplates(this ConsoleDb db) =>
        db.Set<PostTemplate>().Where(template => db.Agencies.Any(agency => db.AgencyLineage.Any(line => line.AgencyId == agency.Id && line.AncestorId == template.AgencyId)));

    /// <summary>
    /// Loads a template for a change: out of sight NotFound, then Forbidden for who does not keep the templates of its owner (an agency does not
    /// change the department's), then Stale.
    /// </summary>
    public static async Task<Result<PostTemplate>> TemplateAsync(this WorkStep step, Guid id, uint? version)
    {
        if (await step.Db.VisibleTemplates().SingleOrDefaultAsync(template => template.Id == id, step.Token) is not { } found)
        {
            return Error.NotFound;
        }

        if (!await step.CanAsync(Permission.ManageTemplates, found.AgencyId))
        {
            return Error.Forbidden;
        }

        return version is not null && version != found.Version ? Error.Stale : found;
    }

    /// <summary>Tells open pages that templates changed.</summary>
    public static void TemplatesChanged(this WorkStep step) => step.Signal(new Change(ChangeKind.Rules, Guid.Empty, Guid.Empty));
}
