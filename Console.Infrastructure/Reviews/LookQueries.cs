using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Reviews;

/// <summary>From which revision on a person has something new to read.</summary>
/// <param name="Revision">The revision known to the person.</param>
/// <param name="At">Since when, UTC.</param>
/// <param name="Approved">Whether the person approved it; then everything since that approval is shown, whatever was looked at in between.</param>
public sealed record Baseline(int Revision, DateTimeOffset At, bool Approved);

/// <summary>Reads who saw which revision.</summary>
public sealed class LookQueries(Work work)
{
    /// <summary>What the actor knows of a post before <paramref name="revision"/>: the approval that was voided, else the last look; null for a first reading.</summary>
    public Task<Baseline?> BaselineAsync(Actor actor, Guid postId, int revision, CancellationToken token) =>
        work.ReadAsync(actor, async (db, current) =>
        {
            var approved = await db.History
                .Where(entry => entry.PostId == postId && entry.ById == current.Id && entry.Action == "approved" && entry.Step != null && entry.Revision < revision)
                .OrderByDescending(entry => entry.Id).Select(entry => new Baseline(entry.Revision, entry.At, true)).FirstOrDefaultAsync(token);
            if (approved is not null)
            {
                return approved;
            }

            var look = await db.ReviewLooks.SingleOrDefaultAsync(row => row.PostId == postId && row.PersonId == current.Id, token);
            return look?.Before(revision) is { } seen ? new Baseline(seen.Revision, seen.At, false) : null;
        }, token);
}
