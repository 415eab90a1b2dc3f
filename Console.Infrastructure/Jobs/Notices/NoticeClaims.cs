using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Operations;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Jobs.Notices;

/// <summary>A cause that a worker holds.</summary>
/// <param name="Id">The cause.</param>
/// <param name="LeaseToken">Fences off whoever held it before.</param>
public sealed record ClaimedCause(long Id, Guid LeaseToken);

/// <summary>A mail that a worker holds.</summary>
/// <param name="Id">The mail.</param>
/// <param name="LeaseToken">Fences off whoever held it before.</param>
/// <param name="Interrupted">Somebody began to send it and did not come back: it may be out already.</param>
public sealed record ClaimedMail(Guid Id, Guid LeaseToken, bool Interrupted);

/// <summary>Takes causes and mails under a lease; committed when it returns.</summary>
public sealed class NoticeClaims(IDbContextFactory<ConsoleDb> factory, TimeProvider time, EnvironmentIdentity environment)
{
    /// <summary>How long a worker has for one cause or one mail.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    // What breaks every time must not stand in the way of the rest for ever; it stays in the table for somebody to look at.
    private const int MostAttempts = 8;

    private const string Causes =
        """
        UPDATE notice_causes SET lease_until = {1}, lease_token = gen_random_uuid(), attempts = attempts + 1
        WHERE id IN (
            SELECT id FROM notice_causes
            WHERE done_at IS NULL AND (lease_until IS NULL OR lease_until <= {0}) AND attempts < {3}
            ORDER BY id LIMIT {2} FOR UPDATE SKIP LOCKED)
        RETURNING id, lease_token
        """;

    // A copied database tells nobody anything.
    private const string NotMuted = "NOT EXISTS (SELECT 1 FROM matrix_state m WHERE m.environment_id <> {3})";

    private const string MailsBegun =
        $$"""
        UPDATE notice_mails SET lease_until = {1}, lease_token = gen_random_uuid(), attempts = attempts + 1
        WHERE id IN (
            SELECT id FROM notice_mails WHERE lease_until IS NOT NULL AND lease_until <= {0} AND {{NotMuted}}
            ORDER BY lease_until LIMIT {2} FOR UPDATE SKIP LOCKED)
        RETURNING id, lease_token, true AS interrupted
        """;

    private const string MailsDue =
        $$"""
        UPDATE notice_mails SET lease_until = {1}, lease_token = gen_random_uuid(), attempts = attempts + 1
        WHERE id IN (
            SELECT id FROM notice_mails WHERE next_attempt_at IS NOT NULL AND lease_until IS NULL AND next_attempt_at <= {0} AND {{NotMuted}}
            ORDER BY next_attempt_at LIMIT {2} FOR UPDATE SKIP LOCKED)
        RETURNING id, lease_token, false AS interrupted
        """;

    /// <summary>Takes up to <paramref name="most"/> causes.</summary>
    public async Task<IReadOnlyList<ClaimedCause>> TakeCausesAsync(int most, CancellationToken token)
    {
        await using var db = await factory.CreateDbContextAsync(token);
        var now = time.GetUtcNow();
        return await db.Database.SqlQueryRaw<ClaimedCause>(Causes, now, now + Lease, most, MostAttempts).ToListAsync(token);
    }

    /// <summary>Takes up to <paramref name="most"/> mails.</summary>
    public async Task<IReadOnlyList<ClaimedMail>> TakeMailsAsync(int most, CancellationToken token)
    {
        await using var db = await factory.CreateDbContextAsync(token);
        var now = time.GetUtcNow();
        var begun = await db.Database.SqlQueryRaw<ClaimedMail>(MailsBegun, now, now + Lease, most, environment.Value ?? string.Empty).ToListAsync(token);
        if (begun.Count >= most)
        {
            return begun;
        }

        var due = await db.Database.SqlQueryRaw<ClaimedMail>(MailsDue, now, now + Lease, most - begun.Count, environment.Value ?? string.Empty).ToListAsync(token);
        return [.. begun, .. due];
    }
}
