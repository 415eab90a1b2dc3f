using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;

namespace GovAccountConsole.Infrastructure.Operations;

/// <summary>Chooses whether somebody else than who stopped must resume.</summary>
public sealed class AskSecondPerson(Work work)
{
    /// <summary>Chooses; an administrator of the whole matrix, and not while it is stopped.</summary>
    public Task<Result> ExecuteAsync(Actor actor, bool needed, CancellationToken token) =>
        work.RunAsync(actor, async step =>
        {
            var found = await MatrixOperation.LoadAsync(step);
            if (!found.Succeeded || !step.Actor.Holds(Role.Administrator, [found.Value.Top]))
            {
                return Error.Forbidden;
            }

            var (state, top) = found.Value;
            return state.AskSecondPerson(needed, await MatrixOperation.OperatorsAsync(step, top), top, step.Actor.PersonId, step.Now);
        }, token);
}
