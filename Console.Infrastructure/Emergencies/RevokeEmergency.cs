using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Emergencies;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;

namespace GovAccountConsole.Infrastructure.Emergencies;

/// <summary>Takes a naming back; it ends at once, also for posts that wait for the short approval.</summary>
public sealed class RevokeEmergency(Work work)
{
    /// <summary>Revokes.</summary>
    public Task<Result<Guid>> ExecuteAsync(Actor actor, Guid id, CancellationToken token) =>
        work.RunAsync<Guid>(actor, async step =>
        {
            var found = await step.FindAsync(step.Db.Set<EmergencyDesignation>(), id, Permission.ManageRules);
            if (found.Succeeded)
            {
                found.Value.Revoke(step.Actor.PersonId, step.Now);
            }

            return found.Map(row => row.Id);
        }, token);
}
