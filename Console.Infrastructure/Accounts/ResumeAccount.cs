using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;

namespace GovAccountConsole.Infrastructure.Accounts;

/// <summary>Lifts the freeze of an account.</summary>
public sealed class ResumeAccount(Work work)
{
    /// <summary>Resumes; credentials changed meanwhile must be verified and approved anew.</summary>
    public Task<Result> ExecuteAsync(Actor actor, Guid id, uint? version, CancellationToken token) =>
        work.RunAsync(actor, async step =>
        {
            var found = await step.FindAsync(step.Db.Accounts, id, Permission.SuspendAccounts, version);
            return found.Succeeded ? found.Value.Resume(step.Actor.PersonId, step.Now) : found;
        }, token);
}
