using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Operations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GovAccountConsole.Infrastructure.Jobs.Publishing;

/// <summary>A delivery that a worker holds.</summary>
/// <param name="Id">The publication.</param>
/// <param name="LeaseToken">Fences off whoever held it before.</param>
public sealed record ClaimedPublication(Guid Id, Guid LeaseToken);

/// <summary>
/// Takes deliveries under a lease. Two statements, each on its own partial index: due and free; leased and expired. Both read the
/// matrix-wide stop and the account's state where anything might still be sent, and keep each account's deliveries in order.
/// </summary>
public sealed class PublicationClaims(IDbContextFactory<ConsoleDb> factory, IOptions<PublishingOptions> options, TimeProvider time, EnvironmentIdentity environment)
{
    // What has a job id is only looked after; everything else may lead to a sending and needs a running matrix and an active account.
    // An earlier delivery of the account that is not handed over yet goes first, also while somebody else holds it.
    private const string MayGo =
        """
        (p.job_id IS NOT NULL OR p.status IN ('Unconfirmed', 'AwaitingAdmin')
            OR (a.status = 'Active' AND NOT EXISTS (SELECT 1 FROM matrix_state m WHERE m.stopped OR m.environment_id <> {3})))
        AND (p.job_id IS NOT NULL OR NOT EXISTS (
            SELECT 1 FROM publications e
            WHERE e.account_id = p.account_id AND e.id <> p.id AND e.job_id IS NULL AND e.next_attempt_at IS NOT NULL
              AND e.status IN ('Waiting', 'Publishing') AND (e.due_at, e.id) < (p.due_at, p.id)))
        """;

    private const string ClaimDue =
        $$"""
        UPDATE publications SET lease_until = {1}, lease_token = gen_random_uuid(), attempts = attempts + 1
        WHERE id IN (
            SELECT p.id FROM publications p JOIN accounts a ON a.id = p.account_id
            WHERE p.lease_until IS NULL AND p.next_attempt_at IS NOT NULL AND p.next_attempt_at <= {0} AND {{MayGo}}
            ORDER BY p.next_attempt_at LIMIT {2} FOR UPDATE OF p SKIP LOCKED)
        RETURNING id, lease_token
        """;

    private const string ClaimExpired =
        $$"""
        UPDATE publications SET lease_until = {1}, lease_token = gen_random_uuid(), attempts = attempts + 1
        WHERE id IN (
            SELECT p.id FROM publications p JOIN accounts a ON a.id = p.account_id
            WHERE p.lease_until IS NOT NULL AND p.lease_until <= {0} AND {{MayGo}}
            ORDER BY p.lease_until LIMIT {2} FOR UPDATE OF p SKIP LOCKED)
        RETURNING id, lease_token
        """;

    /// <summary>Takes up to <paramref name="most"/> deliveries; committed when it returns.</summary>
    public async Task<IReadOnlyList<ClaimedPublication>> TakeAsync(int most, CancellationToken token)
    {
        await using var db = await factory.CreateDbContextAsync(token);
        var now = time.GetUtcNow();
        var until = now + options.Value.Lease;
        var expired = await db.Database.SqlQueryRaw<ClaimedPublication>(ClaimExpired, now, until, most, environment.Value ?? string.Empty).ToListAsync(token);
        if (expired.Count >= most) return expired;
        var due = await db.Database.SqlQueryRaw<ClaimedPublication>(ClaimDue, now, until, most - expired.Count, environment.Value ?? string.Empty).ToListAsync(token);
        return [.. expired, .. due];
    }

    /// <summary>Keeps a delivery for another lease; false when somebody else has it.</summary>
    public async Task<bool> RenewAsync(ClaimedPublication claim, CancellationToken token)
    {
        await using var db = await factory.CreateDbContextAsync(token);
        var until = time.GetUtcNow() + options.Value.Lease;
        return await db.Database.ExecuteSqlAsync(
            $"UPDATE publications SET lease_until = {until} WHERE id = {claim.Id} AND lease_token = {claim.LeaseToken}", token) == 1;
    }

    /// <summary>Gives a delivery back for later, after something broke that is not the platform's doing.</summary>
    public async Task PostponeAsync(ClaimedPublication claim, TimeSpan pause, CancellationToken token)
    {
        await using var db = await factory.CreateDbContextAsync(token);
        var at = time.GetUtcNow() + pause;
        await db.Database.ExecuteSqlAsync(
            $"UPDATE publications SET lease_until = NULL, lease_token = NULL, next_attempt_at = {at} WHERE id = {claim.Id} AND lease_token = {claim.LeaseToken}", token);
    }

    /// <summary>Published posts to fetch and compare now; asked again after half an hour unless a look is kept before.</summary>
    public async Task<IReadOnlyList<Guid>> TakeReadBacksAsync(int most, CancellationToken token)
    {
        await using var db = await factory.CreateDbContextAsync(token);
        var now = time.GetUtcNow();
        return await db.Database.SqlQueryRaw<Guid>(
            """
            UPDATE publications SET read_back_due_at = {1}
            WHERE id IN (SELECT id FROM publications WHERE read_back_due_at <= {0} ORDER BY read_back_due_at LIMIT {2} FOR UPDATE SKIP LOCKED)
            RETURNING id
            """, now, now + TimeSpan.FromMinutes(30), most).ToListAsync(token);
    }
}
