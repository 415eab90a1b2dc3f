using GovAccountConsole.Domain.Emergencies;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Emergencies;

/// <summary>What acts on posts ask of the emergency lane.</summary>
internal static class EmergencySteps
{
    /// <summary>Whether the person is named for that very agency at this moment.</summary>
    public static Task<bool> IsDesignatedAsync(this ConsoleDb db, Guid personId, Guid agencyId, DateTimeOffset now, CancellationToken token) =>
        db.Set<EmergencyDesignation>().AnyAsync(row => row.PersonId == personId && row.AgencyId == agencyId && row.RevokedAt == null && row.Until > now, token);

    /// <summary>
    /// After the short approval: opens the follow-up. Refuses when whoever declared the emergency is not named for it any more; the row is locked, so that a
    /// revocation in the same moment comes either before or after.
    /// </summary>
    public static async Task<Error?> OpenFollowUpAsync(this WorkStep step, Post post, IReadOnlyCollection<Guid> lineage)
    {
        if (FollowUpReview.Of(post, step.Actor, lineage, step.Now) is not { } opened)
        {
            return null;
        }

        var holds = await step.Db.Database.SqlQuery<Guid>(
            $"SELECT id AS \"Value\" FROM emergency_designations WHERE person_id = {opened.DeclaredById} AND agency_id = {post.AgencyId} AND revoked_at IS NULL AND until > {step.Now} FOR UPDATE")
            .ToListAsync(step.Token);
        if (holds.Count == 0)
        {
            return EmergencyErrors.Lapsed;
        }

        step.Db.Add(opened);
        return null;
    }
}
