using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;

namespace GovAccountConsole.Infrastructure.Templates;

/// <summary>Takes a template out of use; what was begun by it keeps its rules.</summary>
public sealed class RetireTemplate(Work work)
{
    /// <summary>Retires it.</summary>
    public Task<Result> ExecuteAsync(Actor actor, Guid id, CancellationToken token) =>
        work.RunAsync(actor, async step =>
        {
            var found = await step.TemplateAsync(id, null);
            if (!found.Succeeded)
            {
                return Result.From(found.Errors);
            }

            step.TemplatesChanged();
            return found.Value.Retire(step.Actor.PersonId, step.Now);
        }, token);
}
