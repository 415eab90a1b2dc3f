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
    /// After the short approval: opens the follow-up. Refuses when whoever declared the emergency is not named for it any more; the row is written
    /// again, so that of an approval and a revocation in the same moment one finds the other.
    /// </summary>
    public static async Task<Error?> OpenFollowUpAsync(this WorkStep step, Post post, IReadOnlyCollection<Guid> lineage)
    {
        if (FollowUpReview.Of(post, step.Actor, lineage, step.Now) is not { } opened)
        {
            return null;
        }

        var named = await step.Db.Set<EmergencyDesignation>()
            .FirstOrDefaultAsync(row => row.PersonId == opened.DeclaredById && row.AgencyId == post.AgencyId && row.RevokedAt == null && row.Until > step.Now, step.Token);
        if (named is null)
        {
            return EmergencyErrors.Lapsed;
        }

        step.Db.Entry(named).Property(row => row.Until).IsModified = true;
        step.Db.Add(opened);
        return null;
    }
}
