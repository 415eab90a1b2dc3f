using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Publishing;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Operations;

/// <summary>A post whose slot has passed and that has not gone out.</summary>
/// <param name="PostId">The post.</param>
/// <param name="Title">Of its first article.</param>
/// <param name="AccountId">The account.</param>
/// <param name="AccountName">Its name.</param>
/// <param name="AgencyId">Whose.</param>
/// <param name="AgencyName">Its name.</param>
/// <param name="DueAt">Its slot, UTC.</param>
/// <param name="Trouble">Why it waits for a person; null while only the stop holds it.</param>
/// <param name="WaitsForPerson">Whether it goes out only when somebody releases it; else it goes by itself once sending is on again.</param>
/// <param name="MayDecide">Whether the actor may release it or take its slot away.</param>
public sealed record HeldRow(
    Guid PostId, string Title, Guid AccountId, string AccountName, Guid AgencyId, string AgencyName, DateTimeOffset DueAt, Trouble? Trouble, bool WaitsForPerson, bool MayDecide);

/// <summary>Which posts are held, and who may decide about them.</summary>
internal static class HeldPosts
{
    /// <summary>Holding one of these for the post's agency is enough: those who give slots, and those who operate the matrix.</summary>
    public static readonly Permission[] Deciding = [Permission.SchedulePosts, Permission.OperateMatrix];

    /// <summary>Deliveries that wait for a person: their slot passed and the engine will not take them up by itself.</summary>
    public static IQueryable<Publication> Waiting(ConsoleDb db) =>
        db.Publications.Where(row => row.Status == PublicationStatus.Waiting && row.NextAttemptAt == null
            && db.Posts.Any(post => post.Id == row.PostId && post.Status == PostStatus.Scheduled && post.RevisionNumber == row.Revision));

    /// <summary>Deliveries whose slot has passed and that nothing but the stop holds back.</summary>
    public static IQueryable<Publication> Stopped(ConsoleDb db, DateTimeOffset now) =>
        db.Publications.Where(row => (row.Status == PublicationStatus.Waiting || row.Status == PublicationStatus.Publishing) && row.JobId == null
            && row.NextAttemptAt != null && row.DueAt <= now);

    /// <summary>Whether somebody may decide about the posts of the agency whose lineage is given.</summary>
    public static bool MayDecide(Actor actor, IReadOnlyCollection<Guid> lineage) => Deciding.Any(permission => actor.Can(permission, lineage));
}
