using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Domain.Templates;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Templates;

/// <summary>Adds a template: one of an agency, or of the department for everybody below it.</summary>
public sealed class CreateTemplate(Work work)
{
    /// <summary>Adds it; texts can be begun by it at once.</summary>
    /// <param name="actor">Who keeps the templates of the owner.</param>
    /// <param name="agencyId">The owner; null takes the highest agency whose templates the actor keeps.</param>
    /// <param name="key">Stable name, unique in the matrix; empty gives one.</param>
    /// <param name="input">What it says.</param>
    /// <param name="token">Ends the work early.</param>
    public async Task<Result<TemplateStamp>> ExecuteAsync(Actor actor, Guid? agencyId, string? key, TemplateInput input, CancellationToken token)
    {
        var created = await work.RunAsync<PostTemplate>(actor, async step =>
        {
            if (!step.Actor.CanSomewhere(Permission.ManageTemplates))
            {
                return Error.Forbidden;
            }

            var owner = await OwnerAsync(step, agencyId);
            if (!owner.Succeeded)
            {
                return Result<PostTemplate>.Refuse(owner.Errors);
            }

            var name = string.IsNullOrWhiteSpace(key) ? "t-" + Guid.CreateVersion7().ToString("N")[^10..] : key.Trim();
            var made = PostTemplate.Create(owner.Value, name, input.Name ?? string.Empty, input.Purpose ?? string.Empty, input.ToVersion(step.Actor.PersonId, step.Now));
            if (!made.Succeeded)
            {
                return made;
            }

            if (await step.Db.Set<PostTemplate>().AnyAsync(template => template.Key == name, step.Token))
            {
                return TemplateErrors.KeyTaken;
            }

            step.Db.Add(made.Value);
            step.TemplatesChanged();
            return made;
        }, token);
        return created.Map(template => new TemplateStamp(template.Id, template.Version));
    }

    private static async Task<Result<Guid>> OwnerAsync(WorkStep step, Guid? agencyId)
    {
        if (agencyId is { } wanted)
        {
            return !await step.Db.Agencies.AnyAsync(agency => agency.Id == wanted, step.Token) ? Error.NotFound
                : await step.CanAsync(Permission.ManageTemplates, wanted) ? wanted
                : Error.Forbidden;
        }

        var roots = step.Actor.RootsWith(Permission.ManageTemplates);
        return await step.Db.Agencies.Where(agency => roots.Contains(agency.Id)).OrderByDescending(agency => agency.ParentId == null).ThenBy(agency => agency.Path)
            .Select(agency => (Guid?)agency.Id).FirstOrDefaultAsync(step.Token) is { } highest ? highest : Error.Required("agencyId");
    }
}
