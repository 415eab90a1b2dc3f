using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;

namespace GovAccountConsole.Infrastructure.Operations;

/// <summary>Lets sending to the platform go on.</summary>
public sealed class ResumeMatrix(Work work)
{
    /// <summary>Takes effect with the next claim of every worker; needs the role for the whole matrix, and somebody else than who stopped where the setting asks for it.</summary>
    public Task<Result> ExecuteAsync(Actor actor, string? reason, CancellationToken token) =>
        work.RunAsync(actor, async step =>
        {
            var found = await MatrixOperation.LoadAsync(step);
            return found.Succeeded ? found.Value.State.Resume(reason, found.Value.Top, step.Actor.PersonId, step.Now) : found;
        }, token);
}
