using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Accounts;

/// <summary>Registers an account of an agency within scope (已申请).</summary>
public sealed class ApplyAccount(Work work, SecretSealer sealer)
{
    /// <summary>Registers it with encrypted secrets.</summary>
    public Task<Result<Guid>> ExecuteAsync(Actor actor, AccountInput input, CancellationToken token) =>
        work.RunAsync<Guid>(actor, async step =>
        {
            if (!await step.Db.Agencies.AnyAsync(agency => agency.Id == input.AgencyId, step.Token))
            {
                return AccountErrors.UnknownAgency;
            }

            if (!await step.CanAsync(Permission.ManageAccounts, input.AgencyId))
            {
                return Error.Forbidden;
            }

            var applied = OfficialAccount.Apply(input.AgencyId, input.Details, input.Secrets, input.Seal(sealer), step.Actor.Id, step.Now);
            if (!applied.Succeeded)
            {
                return Result<Guid>.Refuse(applied.Errors);
            }

            step.Db.Accounts.Add(applied.Value);
            return applied.Value.Id;
        }, token);
}
