using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;

namespace GovAccountConsole.Infrastructure.People;

/// <summary>Shuts a person out: no login, no session, no act. Grants stay for the record and work again after <see cref="EnablePerson"/>.</summary>
public sealed class DisablePerson(Work work)
{
    /// <summary>Works at once on every node.</summary>
    public Task<Result> ExecuteAsync(Actor actor, Guid personId, CancellationToken token) =>
        work.RunAsync(actor, async step =>
        {
            var found = await PersonDesk.FindAsync(step, personId);
            if (!found.Succeeded)
            {
                return found;
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

            person.Disable();
            PersonDesk.Note(step, "personDisabled", personId, person.AgencyId ?? step.Db.ScopeRoots[0], null);
            return Result.Success;
        }, token);
}
