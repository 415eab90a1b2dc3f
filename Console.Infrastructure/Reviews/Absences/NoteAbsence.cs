using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Reviews.Absences;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Changes;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Reviews.Absences;

/// <summary>Names who decides in a reviewer's place while he is away.</summary>
public sealed class NoteAbsence(Work work)
{
    // One for all: notings are rare, and each must see every other one.
    private const long Turn = 0x4162736E;

    /// <summary>Notes it; the answer is its id. A reviewer does it for himself; whoever notes absences at every agency he reviews for does it on his behalf.</summary>
    public Task<Result<Guid>> ExecuteAsync(Actor actor, AbsencePlan plan, CancellationToken token) =>
        work.RunAsync<Guid>(actor, async step =>
        {
            var grants = await step.Db.RoleGrants.AsNoTracking().Where(grant => grant.PersonId == plan.PersonId).ToListAsync(step.Token);
            var oneself = plan.PersonId == step.Actor.Id;
            var home = await step.Db.Users.Where(person => person.Id == plan.PersonId).Select(person => person.AgencyId).SingleOrDefaultAsync(step.Token);
            if (!oneself && !await SeesAsync(step, [.. grants.Select(grant => grant.AgencyId), .. home is { } agency ? [agency] : Array.Empty<Guid>()]))
            {
                return step.Actor.CanSomewhere(Permission.ManageAbsences) ? Error.NotFound : Error.Forbidden;
            }

            var reviewing = grants.FindAll(grant => AbsenceRows.Reviewing.Contains(grant.Role));
            if (oneself ? reviewing.Count == 0 : !step.Actor.CanSomewhere(Permission.ManageAbsences))
            {
                return Error.Forbidden;
            }

            if (reviewing.Count == 0)
            {
                return AbsenceErrors.NothingToHandOver;
            }

            foreach (var place in oneself ? [] : reviewing.Select(grant => grant.AgencyId).Distinct())
            {
                if (!await step.CanAsync(Permission.ManageAbsences, place))
                {
                    return Error.Forbidden;
                }
            }

            var noted = Absence.Note(plan, home ?? reviewing[0].AgencyId, step.Actor.PersonId, step.Now);
            if (!noted.Succeeded)
            {
                return Result<Guid>.Refuse(noted.Errors);
            }

            var absence = noted.Value;
            if (!await step.Db.Substitutes(absence.PersonId).AnyAsync(person => person.Id == absence.SubstituteId, step.Token))
            {
                return AbsenceErrors.OutOfSight;
            }

            await step.Db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Turn})", step.Token);
            Guid[] people = [absence.PersonId, absence.SubstituteId];
            var others = await step.Db.Set<Absence>().AsNoTracking().Where(row => row.RevokedAt == null && row.Until >= absence.From
                && (people.Contains(row.PersonId) || people.Contains(row.SubstituteId))).OrderBy(row => row.From).ToListAsync(step.Token);
            if (others.Select(absence.Collides).FirstOrDefault(error => error is not null) is { } collision)
            {
                return collision;
            }

            step.Db.Add(absence);
            step.Signal(new Change(ChangeKind.Grants, absence.SubstituteId, absence.AgencyId));
            return absence.Id;
        }, token);

    private static Task<bool> SeesAsync(WorkStep step, Guid[] agencies) => step.Db.Agencies.AnyAsync(agency => agencies.Contains(agency.Id), step.Token);
}
