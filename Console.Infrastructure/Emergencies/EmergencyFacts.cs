using GovAccountConsole.Domain.Emergencies;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Posts;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Emergencies;

/// <summary>Loads what is known of the emergencies of some posts: nothing at all is asked for where there is none.</summary>
internal static class EmergencyFacts
{
    public static async Task<Dictionary<Guid, EmergencyDetail>> LoadAsync(ConsoleDb db, IEnumerable<Post> posts, CancellationToken token)
    {
        var declared = posts.Where(post => post.Emergency is not null).ToList();
        if (declared.Count == 0)
        {
            return [];
        }

        var ids = declared.Select(post => post.Id).ToArray();
        var followUps = (await db.Set<FollowUpReview>().AsNoTracking().Where(row => ids.Contains(row.PostId)).ToListAsync(token)).ToLookup(row => row.PostId);
        var people = await PostNames.OfPeopleAsync(
            db,
            [
                .. declared.Select(post => post.Emergency!.ById),
                .. followUps.SelectMany(group => group).SelectMany(row => row.Decisions.Select(decision => decision.ById).Append(row.ApprovedById)),
            ],
            token);
        return declared.ToDictionary(
            post => post.Id,
            post => Of(post.Emergency!, followUps[post.Id].OrderByDescending(row => row.OpenedAt).FirstOrDefault(row => post.Review is null || row.ReviewId == post.Review.Id), people));
    }

    /// <summary>Who holds a role that an open place of the post's follow-up asks for.</summary>
    public static async Task<List<Guid>> ReadersAsync(ConsoleDb db, Post post, CancellationToken token)
    {
        if (await db.Set<FollowUpReview>().AsNoTracking().Where(row => row.PostId == post.Id).OrderByDescending(row => row.OpenedAt).FirstOrDefaultAsync(token) is not { Status: FollowUpStatus.Open } followUp)
        {
            return [];
        }

        var lineage = await db.AgencyLineage.Where(line => line.AgencyId == post.AgencyId).Select(line => line.AncestorId).ToArrayAsync(token);
        var grants = await db.RoleGrants.AsNoTracking().Where(grant => lineage.Contains(grant.AgencyId)).ToListAsync(token);
        return
        [
            .. grants.Where(grant => followUp.Seats.Any(seat => seat.TakenBy is null && seat.Role == grant.Role && seat.Level.Within(post.AgencyId, lineage).Contains(grant.AgencyId)))
                .Select(grant => grant.PersonId).Where(person => !post.IsWrittenBy(person) && person != followUp.DeclaredById && person != followUp.ApprovedById).Distinct(),
        ];
    }

    private static EmergencyDetail Of(EmergencyDeclaration declared, FollowUpReview? followUp, Dictionary<Guid, PersonName> people)
    {
        var detail = new EmergencyDetail(people[declared.ById], declared.Reason, declared.At);
        return followUp is null ? detail : detail with
        {
            ApprovedBy = people[followUp.ApprovedById],
            FollowUpDueAt = followUp.DueAt,
            FollowUpStatus = followUp.Status,
            Seats = [.. followUp.Seats.Select(seat => new FollowUpPlace(seat.Name, seat.Role, seat.TakenBy is { } person ? people[person] : null))],
            Decisions = [.. followUp.Decisions.OrderBy(said => said.At).Select(said => new FollowUpSaid(people[said.ById], said.Verdict, said.Comment, said.At, said.Seat, said.ContentHash))],
        };
    }
}
