using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Inbox;
using GovAccountConsole.Domain.Operations;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Reviews;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Workbench;

/// <summary>Live counts of the navigation and the state of the matrix, for the frame of every page.</summary>
/// <param name="Reviews">Posts that wait for my decision.</param>
/// <param name="Threads">Conversations in which a citizen waits; 0 for those who may not read them.</param>
/// <param name="Stopped">Whether all sending is stopped.</param>
/// <param name="StopReason">Why.</param>
public sealed record NavigationCounts(int Reviews, int Threads, bool Stopped, string? StopReason);

/// <summary>Reads what the frame shows.</summary>
public sealed class NavigationQueries(Work work)
{
    private const int Most = 1000;

    /// <summary>The counts of a person.</summary>
    public Task<NavigationCounts> CountsAsync(Actor actor, CancellationToken token) => work.ReadAsync(actor, async (db, current) =>
    {
        var reviews = current.CanSomewhere(Permission.ReviewPosts) ? await ReviewQueries.Queue(db, current).Take(Most).CountAsync(token) : 0;
        var threads = current.CanSomewhere(Permission.ReadThreads)
            ? await db.Threads.Where(thread => thread.Status == ThreadStatus.Waiting).Take(Most).CountAsync(token)
            : 0;
        var matrix = await db.Matrix.SingleAsync(state => state.Id == MatrixState.TheId, token);
        return new NavigationCounts(reviews, threads, matrix.Stopped, matrix.Stopped ? matrix.Reason : null);
    }, token);
}
