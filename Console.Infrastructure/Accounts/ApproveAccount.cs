using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;

namespace GovAccountConsole.Infrastructure.Accounts;

/// <summary>Lets a verified account go live (运行中).</summary>
public sealed class ApproveAccount(Work work)
{
    /// <summary>Approves; never by the person who applied, and only with working credentials.</summary>
    public Task<Result> ExecuteAsync(Actor actor, Guid id, uint? version, CancellationToken token) =>
        work.RunAsync(actor, async step =>
        {
            var found = await step.FindAsync(step.Db.Accounts, id, Permission.ApproveAccounts, version);
            return found.Succeeded ? found.Value.Approve(step.Actor.PersonId, step.Now) : found;
        }, token);
}
