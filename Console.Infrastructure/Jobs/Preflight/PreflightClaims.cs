using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Operations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GovAccountConsole.Infrastructure.Jobs.Preflight;

/// <summary>Deliveries that a worker looks at together.</summary>
/// <param name="LeaseToken">Fences off whoever held them before.</param>
/// <param name="Ids">Which deliveries.</param>
public sealed record ClaimedPreflights(Guid LeaseToken, IReadOnlyList<Guid> Ids);

/// <summary>
/// Follows the deliveries (what is planned within a day is looked at, a moved slot starts anew) and hands them out in batches under a lease.
/// A muted installation looks at nothing.
/// </summary>
public sealed class PreflightClaims(IDbContextFactory<ConsoleDb> factory, IOptions<PreflightOptions> options, TimeProvider time, EnvironmentIdentity environment)
{
    private static readonly TimeSpan _lease = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan _kept = TimeSpan.FromDays(7);

    // The publications are the truth; a row of a look that is missing or out of date is made from them, whoever planned the delivery.
    private const string Follow =
        """
        INSERT INTO post_preflights (publication_id, post_id, agency_id, due_at, next_at, findings, open_count)
        SELECT p.id, p.post_id, p.agency_id, p.due_at, {0}, '[]', 0 FROM publications p
        WHERE p.status = 'Waiting' AND p.next_attempt_at IS NOT NULL AND p.due_at > {0} AND p.due_at <= {1}
          AND NOT EXISTS (SELECT 1 FROM post_preflights f WHERE f.publication_id = p.id AND f.due_at = p.due_at)
        ON CONFLICT (publication_id) DO UPDATE SET due_at = EXCLUDED.due_at, next_at = EXCLUDED.next_at, lease_until = NULL, lease_token = NULL
        """;

    private const string Claim =
        """
        UPDATE post_preflights SET lease_until = {1}, lease_token = {2}
        WHERE publication_id IN (
            SELECT f.publication_id FROM post_preflights f
            WHERE f.next_at <= {0} AND (f.lease_until IS NULL OR f.lease_until <= {0})
              AND NOT EXISTS (SELECT 1 FROM matrix_state m WHERE m.environment_id <> {4})
            ORDER BY f.next_at LIMIT {3} FOR UPDATE SKIP LOCKED)
        RETURNING publication_id
        """;

    private DateTimeOffset _followed;

    /// <summary>Takes up to <paramref name="most"/> batches; committed when it returns.</summary>
    public async Task<IReadOnlyList<ClaimedPreflights>> TakeAsync(int most, CancellationToken token)
    {
        await using var db = await factory.CreateDbContextAsync(token);
        var now = time.GetUtcNow();
        if (now - _followed >= FollowEvery)
        {
            _followed = now;
            await FollowAsync(db, now, token);
        }

        var taken = new List<ClaimedPreflights>();
        while (taken.Count < most)
        {
            var lease = Guid.CreateVersion7();
            var ids = await db.Database.SqlQueryRaw<Guid>(Claim, now, now + _lease, lease, options.Value.Batch, environment.Value ?? string.Empty).ToListAsync(token);
            if (ids.Count > 0) taken.Add(new ClaimedPreflights(lease, ids));
            if (ids.Count < options.Value.Batch) break;
        }

        return taken;
    }

    /// <summary>How often the deliveries are followed by one node.</summary>
    internal static TimeSpan FollowEvery { get; } = TimeSpan.FromSeconds(20);

    private async Task FollowAsync(ConsoleDb db, DateTimeOffset now, CancellationToken token)
    {
        await db.Database.ExecuteSqlRawAsync(Follow, [now, now + options.Value.First], token);
        await db.Database.ExecuteSqlAsync($"DELETE FROM post_preflights WHERE due_at < {now - _kept}", token);
    }
}
