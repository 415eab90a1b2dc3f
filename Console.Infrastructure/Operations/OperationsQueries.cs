using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Publishing;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Operations;

/// <summary>Whether the matrix may send.</summary>
/// <param name="Stopped">Nothing is sent.</param>
/// <param name="Reason">Why.</param>
/// <param name="ByName">Who stopped or resumed last.</param>
/// <param name="At">When, UTC.</param>
/// <param name="MayOperate">Whether the actor may stop and resume.</param>
public sealed record MatrixStateView(bool Stopped, string? Reason, string? ByName, DateTimeOffset? At, bool MayOperate);

/// <summary>What the engine has before it, within the actor's scope.</summary>
/// <param name="Waiting">Deliveries whose time has not come.</param>
/// <param name="Overdue">Deliveries whose time has passed and that nobody has taken up.</param>
/// <param name="Held">Too late to go out without a person.</param>
/// <param name="UnderWay">Being sent.</param>
/// <param name="AwaitingAdmin">Waiting for a confirmation on the phone.</param>
/// <param name="Unconfirmed">Outcome unknown: a person must look.</param>
/// <param name="OldestDue">When the oldest overdue one was due, UTC.</param>
public sealed record EngineFigures(int Waiting, int Overdue, int Held, int UnderWay, int AwaitingAdmin, int Unconfirmed, DateTimeOffset? OldestDue);

/// <summary>Reads how sending stands.</summary>
public sealed class OperationsQueries(Work work, TimeProvider time)
{
    /// <summary>The matrix-wide stop; shown to everybody with a grant.</summary>
    public Task<MatrixStateView> StateAsync(Actor actor, CancellationToken token) =>
        work.ReadAsync(actor, async (db, current) =>
        {
            var state = await db.Matrix.SingleAsync(token);
            var name = await db.Users.Where(person => person.Id == state.ById).Select(person => person.Name).SingleOrDefaultAsync(token);
            var tops = await db.Agencies.Where(agency => agency.ParentId == null).Select(agency => agency.Id).ToArrayAsync(token);
            return new MatrixStateView(
                state.Stopped, state.Reason, name, state.At, tops.Length > 0 && current.Can(Permission.OperateMatrix, tops));
        }, token);

    /// <summary>What the engine has before it.</summary>
    public Task<EngineFigures> FiguresAsync(Actor actor, CancellationToken token) =>
        work.ReadAsync(actor, async (db, _) =>
        {
            var now = time.GetUtcNow();
            var byStatus = await db.Publications
                .Where(row => row.Status != PublicationStatus.Published && row.Status != PublicationStatus.Failed)
                .GroupBy(row => row.Status).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, token);
            var overdue = db.Publications.Where(row => row.Status == PublicationStatus.Waiting && row.NextAttemptAt != null && row.DueAt < now && row.LeaseUntil == null);
            var held = await db.Publications.CountAsync(
                row => row.Status == PublicationStatus.Waiting && row.NextAttemptAt == null
                    && db.Posts.Any(post => post.Id == row.PostId && post.Status == PostStatus.Scheduled),
                token);
            var late = await overdue.CountAsync(token);
            return new EngineFigures(
                Of(PublicationStatus.Waiting) - late - held, late, held, Of(PublicationStatus.Publishing), Of(PublicationStatus.AwaitingAdmin), Of(PublicationStatus.Unconfirmed),
                await overdue.MinAsync(row => (DateTimeOffset?)row.DueAt, token));

            int Of(PublicationStatus status) => byStatus.GetValueOrDefault(status);
        }, token);
}
