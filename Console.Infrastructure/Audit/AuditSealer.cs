using GovAccountConsole.Domain.Audit;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Audit;

/// <summary>
/// Gives committed entries their place in the chain, batch by batch, one node at a time. Acts never wait for it (docs/decisions/0013): an entry is
/// unsealed for about a second and is shown as such.
/// </summary>
public sealed class AuditSealer(IDbContextFactory<ConsoleDb> factory, TimeProvider time)
{
    /// <summary>Entries of one transaction.</summary>
    public const int Batch = 1_000;

    // Any number of our own; it only has to be the same on every node.
    private const long LockKey = 0x474143_5345414C;

    /// <summary>Seals everything that is committed by now; how many entries that were.</summary>
    public async Task<int> SealAllAsync(CancellationToken token)
    {
        for (var total = 0; ;)
        {
            var count = await SealBatchAsync(token);
            total += count;
            if (count < Batch)
            {
                return total;
            }
        }
    }

    private async Task<int> SealBatchAsync(CancellationToken token)
    {
        await using var db = await factory.CreateDbContextAsync(token);
        if (!await db.Audit.IgnoreQueryFilters([ConsoleDb.ScopeFilter]).AnyAsync(entry => entry.Sequence == null, token))
        {
            return 0;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(token);
        if (!await db.Database.SqlQuery<bool>($"SELECT pg_try_advisory_xact_lock({LockKey}) AS \"Value\"").SingleAsync(token))
        {
            return 0;
        }

        // From the newest anchor, not from the table: a cut-off end leaves a gap and never gives a number twice.
        var head = await db.Set<AuditAnchor>().OrderByDescending(anchor => anchor.Sequence).FirstOrDefaultAsync(token);
        var entries = await db.Audit.AsNoTracking().IgnoreQueryFilters([ConsoleDb.ScopeFilter])
            .Where(entry => entry.Sequence == null).OrderBy(entry => entry.Id).Take(Batch).ToListAsync(token);
        if (entries.Count == 0)
        {
            return 0;
        }

        var (sequence, hash) = head is null ? (0L, AuditSeal.Start) : (head.Sequence, head.Hash);
        var count = entries.Count;
        var (ids, sequences, previous, hashes) = (new long[count], new long[count], new string[count], new string[count]);
        for (var index = 0; index < count; index++)
        {
            (ids[index], sequences[index], previous[index]) = (entries[index].Id, ++sequence, hash);
            hashes[index] = hash = AuditSeal.HashOf(sequence, hash, entries[index].Facts);
        }

        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE audit_entries entry SET sequence = seal.sequence, previous_hash = seal.previous_hash, hash = seal.hash
            FROM unnest({ids}, {sequences}, {previous}, {hashes}) AS seal(id, sequence, previous_hash, hash) WHERE entry.id = seal.id
            """,
            token);
        Anchor(db, head, sequence, hash);
        await db.SaveChangesAsync(token);
        await transaction.CommitAsync(token);
        return count;
    }

    private void Anchor(ConsoleDb db, AuditAnchor? head, long sequence, string hash)
    {
        var now = time.GetUtcNow();
        var today = BusinessTime.DayOf(now);
        // A clock that was set back must not move an older day's head.
        if (head is null || head.Day < today)
        {
            db.Add(new AuditAnchor(today, sequence, hash, now));
        }
        else
        {
            head.Move(sequence, hash, now);
        }
    }
}
