using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Emergencies;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Emergencies;

/// <summary>A naming as asked for.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="AgencyId">For which agency.</param>
/// <param name="Until">Until when.</param>
/// <param name="Reason">Why.</param>
public sealed record DesignationInput(Guid? PersonId, Guid? AgencyId, DateTimeOffset? Until, string? Reason);

/// <summary>Names a person for emergencies of an agency.</summary>
public sealed class DesignateEmergency(Work work)
{
    /// <summary>Names; the answer is the designation's id.</summary>
    public Task<Result<Guid>> ExecuteAsync(Actor actor, DesignationInput input, CancellationToken token) =>
        work.RunAsync<Guid>(actor, async step =>
        {
            if (!step.Actor.CanSomewhere(Permission.ManageRules))
            {
                return Error.Forbidden;
            }

            if (input.AgencyId is not { } agency)
            {
                return Error.Required("agencyId");
            }

            if (!await step.Db.Agencies.AnyAsync(row => row.Id == agency, step.Token))
            {
                return Error.NotFound;
            }

            if (!await step.CanAsync(Permission.ManageRules, agency))
            {
                return Error.Forbidden;
            }

            if (input.PersonId == step.Actor.Id)
            {
                return PersonErrors.Oneself;
            }

            var errors = new List<Error>();
            if (input.PersonId is not { } person)
            {
                errors.Add(Error.Required("personId"));
            }
            else if (!await EmergencyPeople.Of(step.Db, agency).AnyAsync(row => row.Id == person, step.Token))
            {
                errors.Add(EmergencyErrors.PersonNotAccepted);
            }

            var made = EmergencyDesignation.Create(input.PersonId ?? Guid.Empty, agency, input.Until, input.Reason, step.Actor.PersonId, step.Now);
            if (errors.Count > 0 || !made.Succeeded)
            {
                return Result<Guid>.Refuse([.. errors, .. made.Errors]);
            }

            var now = step.Now;
            if (await step.Db.Set<EmergencyDesignation>().AnyAsync(row => row.PersonId == input.PersonId && row.AgencyId == agency && row.RevokedAt == null && row.Until > now, step.Token))
            {
                return EmergencyErrors.AlreadyDesignated;
            }

            step.Db.Add(made.Value);
            return made.Value.Id;
        }, token);
}
