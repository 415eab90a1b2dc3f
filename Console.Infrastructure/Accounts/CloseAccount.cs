using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;

namespace GovAccountConsole.Infrastructure.Accounts;

/// <summary>Ends an account for good (已注销).</summary>
public sealed class CloseAccount(Work work)
{
    /// <summary>Closes for a reason.</summary>
    public Task<Result> ExecuteAsync(Actor actor, Guid id, string? reason, uint? version, CancellationToken token) =>
        work.RunAsync(actor, async step =>
        {
            var found = await step.FindAsync(step.Db.Accounts, id, Permission.ManageAccounts, version);
            return found.Succeeded ? found.Value.Close(reason, step.Actor.PersonId, step.Now) : found;
        }, token);
}
