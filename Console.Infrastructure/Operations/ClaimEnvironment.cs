using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;

namespace GovAccountConsole.Infrastructure.Operations;

/// <summary>Says that this installation is the one that sends from now on (认领): for a muted one, after a restore or a move.</summary>
public sealed class ClaimEnvironment(Work work)
{
    /// <summary>Claims; an administrator of the whole matrix, with a reason. Every other installation on the same database is muted by it.</summary>
    public Task<Result> ExecuteAsync(Actor actor, string? reason, CancellationToken token) =>
        work.RunAsync(actor, async step =>
        {
            var found = await MatrixOperation.LoadAsync(step);
            return !found.Succeeded || !step.Actor.Holds(Role.Administrator, [found.Value.Top])
                ? Error.Forbidden
                : found.Value.State.Claim(step.Environment, reason, found.Value.Top, step.Actor.PersonId, step.Now);
        }, token);
}
