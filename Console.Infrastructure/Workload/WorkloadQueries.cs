using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Workload;

/// <summary>What was done in a period and what waits now. Load, so that help can be sent: never points, never an order of people.</summary>
/// <param name="Written">Posts begun.</param>
/// <param name="Submitted">Submissions to review.</param>
/// <param name="Reviewed">Decisions of both kinds.</param>
/// <param name="Returned">Decisions that returned.</param>
/// <param name="Published">Posts that went out.</param>
/// <param name="Waiting">Decisions that wait now.</param>
/// <param name="Overdue">Of these, past their deadline.</param>
public sealed record WorkFigures(int Written, int Submitted, int Reviewed, int Returned, int Published, int Waiting, int Overdue);

/// <summary>An agency's figures: about its posts.</summary>
public sealed record AgencyWorkload(Guid Id, string Name, string SectorCode, WorkFigures Figures);

/// <summary>A person's figures: the person's own acts.</summary>
public sealed record PersonWorkload(Guid Id, string Name, Guid AgencyId, string AgencyName, WorkFigures Figures);

/// <summary>Workload of a period.</summary>
public sealed record WorkloadReport(IReadOnlyList<AgencyWorkload> Agencies, IReadOnlyList<PersonWorkload> People);

/// <summary>Counts acts from the history of posts, so that figures and history can never disagree.</summary>
public sealed class WorkloadQueries(Work work, TimeProvider time)
{
    private const int MostAgencies = 500;

    /// <summary>The workload of a period, in directory order. A person is shown only to himself, to final reviewers of his own agency and to those with a grant there.</summary>
    /// <param name="actor">Who looks.</param>
    /// <param name="from">Inclusive, UTC.</param>
    /// <param name="to">Exclusive, UTC.</param>
    /// <param name="agency">That agency and all below; null = the whole scope.</param>
    /// <param name="token">Ends the work early.</param>
    public Task<WorkloadReport> ReportAsync(Actor actor, DateTimeOffset from, DateTimeOffset to, Guid? agency, CancellationToken token) =>
        work.ReadAsync(actor, async (db, current) =>
        {
            var agencies = await db.Agencies
                .Where(row => agency == null || db.AgencyLineage.Any(line => line.AgencyId == row.Id && line.AncestorId == agency))
                .OrderBy(row => row.Order).ThenBy(row => row.Path).Take(MostAgencies)
                .Select(row => new { row.Id, row.Name, row.SectorCode }).ToListAsync(token);
            var ids = agencies.Select(row => row.Id).ToArray();
            var acts = await db.History.Where(entry => entry.At >= from && entry.At < to && ids.Contains(entry.AgencyId))
                .GroupBy(entry => new { entry.AgencyId, entry.ById, entry.Action })
                .Select(group => new Act(group.Key.AgencyId, group.Key.ById, group.Key.Action, group.Count())).ToListAsync(token);
            var now = time.GetUtcNow();
            var waiting = await db.Posts.Where(post => post.Status == PostStatus.InReview && ids.Contains(post.AgencyId))
                .GroupBy(post => new { post.AgencyId, post.ReviewRole })
                .Select(group => new Wait(group.Key.AgencyId, group.Key.ReviewRole, group.Count(), group.Count(post => post.ReviewDueAt < now))).ToListAsync(token);

            var actsOfAgency = acts.ToLookup(act => act.AgencyId);
            var waitsOfAgency = waiting.ToLookup(wait => wait.AgencyId);
            return new WorkloadReport(
                [.. agencies.Select(row => new AgencyWorkload(row.Id, row.Name, row.SectorCode, Figures(actsOfAgency[row.Id], waitsOfAgency[row.Id])))],
                await PeopleAsync(db, current, acts, waiting, ids, token));
        }, token);

    private static async Task<IReadOnlyList<PersonWorkload>> PeopleAsync(
        ConsoleDb db, Actor actor, List<Act> acts, List<Wait> waiting, Guid[] agencyIds, CancellationToken token)
    {
        var people = await db.Users
            .Where(person => person.AgencyId != null && agencyIds.Contains(person.AgencyId.Value)
                && db.RoleGrants.Any(grant => grant.PersonId == person.Id && (grant.Role == Role.Editor || grant.Role == Role.Reviewer || grant.Role == Role.FinalReviewer || grant.Role == Role.Supervisor)))
            .Select(person => new { person.Id, person.Name, AgencyId = person.AgencyId!.Value })
            .ToListAsync(token);
        var visible = people.Where(person => person.Id == actor.Id || MaySee(actor, person.AgencyId)).ToList();
        var shownIds = visible.Select(person => person.Id).ToArray();
        var grants = (await db.RoleGrants.AsNoTracking().Where(grant => shownIds.Contains(grant.PersonId)).ToListAsync(token)).ToLookup(grant => grant.PersonId);
        var names = await db.Agencies.Where(row => agencyIds.Contains(row.Id)).Select(row => new { row.Id, row.Name, row.Order, row.Path }).ToDictionaryAsync(row => row.Id, token);
        var lineage = (await db.AgencyLineage.Where(line => agencyIds.Contains(line.AgencyId)).ToListAsync(token)).ToLookup(line => line.AgencyId, line => line.AncestorId);
        var actsOfPerson = acts.ToLookup(act => act.ById);
        return
        [
            .. visible.OrderBy(person => names[person.AgencyId].Order).ThenBy(person => names[person.AgencyId].Path, StringComparer.Ordinal)
                .ThenBy(person => person.Name, StringComparer.Ordinal)
                .Select(person => new PersonWorkload(
                    person.Id, person.Name, person.AgencyId, names[person.AgencyId].Name,
                    Figures(
                        actsOfPerson[person.Id],
                        waiting.Where(wait => grants[person.Id].Any(grant => grant.Role == wait.Role && lineage[wait.AgencyId].Contains(grant.AgencyId)))))),
        ];

        // His own agency's final reviewer, or whoever holds a grant at that very agency.
        static bool MaySee(Actor viewer, Guid agencyId) => viewer.Grants.Any(grant => grant.AgencyId == agencyId && grant.Role is not Role.Editor and not Role.Reviewer and not Role.Responder);
    }

    private static WorkFigures Figures(IEnumerable<Act> acts, IEnumerable<Wait> waits)
    {
        var counts = acts.GroupBy(act => act.Action, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Sum(act => act.Count), StringComparer.Ordinal);
        int Count(string action) => counts.GetValueOrDefault(action);
        var list = waits.ToList();
        return new WorkFigures(
            Count("created"), Count("submitted"), Count("approved") + Count("returned"), Count("returned"), Count("published") + Count("confirmedPublished"),
            list.Sum(wait => wait.Count), list.Sum(wait => wait.Overdue));
    }

    private sealed record Act(Guid AgencyId, Guid? ById, string Action, int Count);

    private sealed record Wait(Guid AgencyId, Role? Role, int Count, int Overdue);
}
