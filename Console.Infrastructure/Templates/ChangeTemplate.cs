using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Domain.Templates;
using GovAccountConsole.Infrastructure.Data;

namespace GovAccountConsole.Infrastructure.Templates;

/// <summary>Changes a template: makes its next version. What was written by an earlier one keeps to that.</summary>
public sealed class ChangeTemplate(Work work)
{
    /// <summary>Sets all of it; a retired one is in use again.</summary>
    public async Task<Result<TemplateStamp>> ExecuteAsync(Actor actor, Guid id, uint? version, TemplateInput input, CancellationToken token)
    {
        var changed = await work.RunAsync<PostTemplate>(actor, async step =>
        {
            var found = await step.TemplateAsync(id, version);
            if (!found.Succeeded)
            {
                return found;
            }

            step.TemplatesChanged();
            var done = found.Value.Change(input.Name ?? string.Empty, input.Purpose ?? string.Empty, input.ToVersion(step.Actor.PersonId, step.Now));
            return done.Succeeded ? found : Result<PostTemplate>.Refuse(done.Errors);
        }, token);
        return changed.Map(template => new TemplateStamp(template.Id, template.Version));
    }
}
