using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;

namespace GovAccountConsole.Infrastructure.People;

/// <summary>Lets a person in again.</summary>
public sealed class EnablePerson(Work work)
{
    /// <summary>The old password works again; sessions do not.</summary>
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

            person.Enable();
            PersonDesk.Note(step, "personEnabled", personId, person.AgencyId ?? step.Db.ScopeRoots[0], null);
            return Result.Success;
        }, token);
}
