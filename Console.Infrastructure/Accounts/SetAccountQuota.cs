using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;

namespace GovAccountConsole.Infrastructure.Accounts;

/// <summary>Sets how many mass sends an account has in its period, and how many of them wait for emergencies.</summary>
public sealed class SetAccountQuota(Work work)
{
    /// <summary>Sets both for a reason. What is scheduled already stays.</summary>
    /// <param name="actor">Who sets it.</param>
    /// <param name="id">The account.</param>
    /// <param name="limit">Sends per period; null for the rule of the account's kind.</param>
    /// <param name="reserved">Sends kept for the emergency lane.</param>
    /// <param name="reason">Why.</param>
    /// <param name="version">The version the person saw.</param>
    /// <param name="token">Ends the work early.</param>
    public Task<Result> ExecuteAsync(Actor actor, Guid id, int? limit, int reserved, string? reason, uint? version, CancellationToken token) =>
        work.RunAsync(actor, async step =>
        {
            var found = await step.FindAsync(step.Db.Accounts, id, Permission.ManageAccounts, version);
            if (!found.Succeeded)
            {
                return found;
            }

            // Whoever takes a slot in the same moment counts by the one or by the other.
            await step.LockAccountAsync(id);
            return found.Value.SetQuota(limit, reserved, reason, step.Actor.PersonId, step.Now);
        }, token);
}
