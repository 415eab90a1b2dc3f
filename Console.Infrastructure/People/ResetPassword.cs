using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;

namespace GovAccountConsole.Infrastructure.People;

/// <summary>Gives a person a new temporary password, shown once, and ends the sessions.</summary>
public sealed class ResetPassword(Work work)
{
    /// <summary>The answer holds the password, which is not kept.</summary>
    public Task<Result<NewLogin>> ExecuteAsync(Actor actor, Guid personId, CancellationToken token) =>
        work.RunAsync<NewLogin>(actor, async step =>
        {
            var found = await PersonDesk.FindAsync(step, personId);
            if (!found.Succeeded)
            {
                return Result<NewLogin>.Refuse(found.Errors);
            }

            if (personId == step.Actor.Id)
            {
                return PersonErrors.Oneself;
            }

            var person = found.Value;
            if (!await PersonDesk.IsWhollyManagedAsync(step, person))
            {
                return PersonErrors.HeldElsewhere;
            }

            var password = TemporaryPassword.Set(person);
            PersonDesk.Note(step, "passwordReset", personId, person.AgencyId ?? step.Db.ScopeRoots[0], null);
            return new NewLogin(person.Id, person.Email ?? string.Empty, password);
        }, token);
}
