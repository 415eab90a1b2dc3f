using GovAccountConsole.Domain.Posts.Checks;
using GovAccountConsole.Infrastructure.Changes;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GovAccountConsole.Infrastructure.Checks.Links;

/// <summary>A link that a worker holds.</summary>
/// <param name="UrlHash">Its key.</param>
/// <param name="Url">The address.</param>
public sealed record ClaimedLink(string UrlHash, string Url);

/// <summary>Takes in links that were seen, hands out those that are due, one per host with a pause between, and keeps the answers.</summary>
public sealed class LinkClaims(IDbContextFactory<ConsoleDb> factory, LinkShelf shelf, IOptions<LinkOptions> options, TimeProvider time)
{
    private static readonly TimeSpan _lease = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan _uncertain = TimeSpan.FromMinutes(15);

    // What nobody looked at for a week is left in peace.
    private static readonly TimeSpan _forgotten = TimeSpan.FromDays(7);

    private const string Claim =
        """
        UPDATE checked_links SET lease_until = {1}
        WHERE url_hash IN (
            SELECT l.url_hash FROM checked_links l
            WHERE l.url_hash IN (
                SELECT DISTINCT ON (d.host) d.url_hash FROM checked_links d
                WHERE d.next_at <= {0} AND d.seen_at > {2} AND (d.lease_until IS NULL OR d.lease_until <= {0})
                  AND NOT EXISTS (SELECT 1 FROM checked_links h WHERE h.host = d.host AND (h.lease_until > {0} OR h.checked_at > {3}))
                ORDER BY d.host, d.next_at)
              AND (l.lease_until IS NULL OR l.lease_until <= {0})
            ORDER BY l.next_at LIMIT {4} FOR UPDATE OF l SKIP LOCKED)
        RETURNING url_hash, url
        """;

    /// <summary>Takes up to <paramref name="most"/> links that are due; committed when it returns.</summary>
    public async Task<IReadOnlyList<ClaimedLink>> TakeAsync(int most, CancellationToken token)
    {
        await using var db = await factory.CreateDbContextAsync(token);
        var now = time.GetUtcNow();
        foreach (var address in shelf.TakeSeen())
        {
            var (hash, host) = (LinkShelf.HashOf(address), new Uri(address).IdnHost.ToLowerInvariant());
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO checked_links (url_hash, url, host, reason, status, next_at, seen_at) VALUES ({hash}, {address}, {host}, '', 0, {now}, {now})
                ON CONFLICT (url_hash) DO UPDATE SET seen_at = EXCLUDED.seen_at
                """, token);
        }

        return await db.Database.SqlQueryRaw<ClaimedLink>(Claim, now, now + _lease, now - _forgotten, now - options.Value.HostPause, most).ToListAsync(token);
    }

    /// <summary>Keeps an answer. One that could not be told is asked again sooner, and leaves what was known before.</summary>
    public async Task KeepAsync(ClaimedLink link, LinkFacts facts, CancellationToken token)
    {
        await using var db = await factory.CreateDbContextAsync(token);
        var next = facts.At + (facts.Alive is null ? _uncertain : options.Value.Age);
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE checked_links SET lease_until = NULL, alive = coalesce({facts.Alive}, alive), reason = CASE WHEN {facts.Alive}::boolean IS NULL THEN reason ELSE {facts.Reason} END,
                status = CASE WHEN {facts.Alive}::boolean IS NULL THEN status ELSE {facts.Status} END, checked_at = {facts.At}, next_at = {next}
            WHERE url_hash = {link.UrlHash}
            """, token);
        var hint = new Change(ChangeKind.Rules, Guid.Empty, Guid.Empty).ToString();
        await db.Database.ExecuteSqlAsync($"SELECT pg_notify({PostgresChangeListener.Channel}, {hint})", token);
    }
}
