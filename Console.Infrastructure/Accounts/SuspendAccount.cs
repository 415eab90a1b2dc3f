using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;

namespace GovAccountConsole.Infrastructure.Accounts;

/// <summary>Freezes an account at once (已停用); its scheduled posts wait, visibly.</summary>
public sealed class SuspendAccount(Work work)
{
    /// <summary>Suspends for a reason.</summary>
    public Task<Result> ExecuteAsync(Actor actor, Guid id, string? reason, uint? version, CancellationToken token) =>
        work.RunAsync(actor, async step =>
        {
            var found = await step.FindAsync(step.Db.Accounts, id, Permission.SuspendAccounts, version);
            return found.Succeeded ? found.Value.Suspend(reason, step.Actor.PersonId, step.Now) : found;
        }, token);
}
