using GovAccountConsole.Domain.Audit;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Audit;

/// <summary>How a walk along the whole chain ended.</summary>
/// <param name="Entries">Entries found continuous and unchanged.</param>
/// <param name="HeadHash">Hash of the last of them; null when there is none.</param>
/// <param name="Unsealed">Committed entries that have no place yet.</param>
/// <param name="Problem">The first bad place; null when all is well.</param>
public sealed record ChainReport(long Entries, string? HeadHash, long Unsealed, ChainProblem? Problem);

/// <summary>
/// Walks along the whole chain in the database: every entry recomputed, every noted head found at its place, every revision and decision that the
/// chain speaks of still what it was.
/// </summary>
public sealed class AuditVerifier(IDbContextFactory<ConsoleDb> factory, TimeProvider time)
{
    /// <summary>Whether the last check is older than <paramref name="age"/>, or there was none.</summary>
    public async Task<bool> IsDueAsync(TimeSpan age, CancellationToken token)
    {
        await using var db = await factory.CreateDbContextAsync(token);
        var before = time.GetUtcNow() - age;
        return await db.Set<AuditCheck>().AnyAsync(check => check.At == null || check.At < before, token);
    }

    /// <summary>Walks and keeps how it ended.</summary>
    public async Task<ChainReport> CheckAsync(CancellationToken token)
    {
        var report = await WalkAsync(null, token);
        await using var db = await factory.CreateDbContextAsync(token);
        (await db.Set<AuditCheck>().SingleAsync(token)).Note(report.Entries, report.Problem, time.GetUtcNow());
        await db.SaveChangesAsync(token);
        return report;
    }

    /// <summary>Walks along the chain; changes nothing.</summary>
    /// <param name="head">A head noted elsewhere that must be in the chain.</param>
    /// <param name="token">Ends the walk.</param>
    public async Task<ChainReport> WalkAsync(string? head, CancellationToken token)
    {
        await using var db = await factory.CreateDbContextAsync(token);
        db.Database.SetCommandTimeout(TimeSpan.FromHours(1));
        // The anchors are read first: what is sealed meanwhile only lies beyond them.
        var anchors = new Queue<AuditAnchor>(await db.Set<AuditAnchor>().AsNoTracking().OrderBy(anchor => anchor.Sequence).ToListAsync(token));
        var (walk, seen) = (new ChainWalk(), head is null);
        var sealedEntries = db.Audit.AsNoTracking().IgnoreQueryFilters([ConsoleDb.ScopeFilter]).Where(entry => entry.Sequence != null).OrderBy(entry => entry.Sequence);
        await foreach (var entry in sealedEntries.AsAsyncEnumerable().WithCancellation(token))
        {
            if (walk.Take(new ChainLink(entry.Sequence!.Value, entry.PreviousHash ?? string.Empty, entry.Hash ?? string.Empty, entry.Facts)) is { } bad)
            {
                return Report(bad);
            }

            seen |= string.Equals(head, walk.Head, StringComparison.OrdinalIgnoreCase);
            if (anchors.TryPeek(out var anchor) && anchor.Sequence == entry.Sequence)
            {
                anchors.Dequeue();
                if (anchor.Hash != walk.Head)
                {
                    return Report(new ChainProblem(ChainFault.HeadDiffers, anchor.Sequence, anchor.Hash, walk.Head!));
                }
            }
        }

        if (anchors.TryDequeue(out var beyond))
        {
            return Report(new ChainProblem(ChainFault.CutOff, walk.Next, beyond.Hash, walk.Head ?? AuditSeal.Start));
        }

        return Report(!seen ? new ChainProblem(ChainFault.CutOff, walk.Next, head!, walk.Head ?? AuditSeal.Start) : await SubjectProblemAsync(db, token))
            with { Unsealed = await db.Audit.IgnoreQueryFilters([ConsoleDb.ScopeFilter]).LongCountAsync(entry => entry.Sequence == null, token) };

        ChainReport Report(ChainProblem? problem) => new(walk.Count, walk.Head, 0, problem);
    }

    // From the hand-over on a revision is sealed: the chain names its hash, and the text must still give it.
    private static async Task<ChainProblem?> SubjectProblemAsync(ConsoleDb db, CancellationToken token)
    {
        var found = await db.Database.SqlQuery<BadSubject>(
            $"""
            SELECT entry.sequence, entry.content_hash AS expected, coalesce(encode(sha256(convert_to(revision.text, 'UTF8')), 'hex'), '-') AS found
            FROM audit_entries entry LEFT JOIN revisions revision ON revision.post_id = entry.subject_id AND revision.number = entry.revision
            WHERE entry.sequence IS NOT NULL AND entry.content_hash IS NOT NULL AND entry.action IN ('postSubmitted', 'postApproved', 'postReturned', 'postPublished')
              AND (revision.content_hash IS DISTINCT FROM entry.content_hash OR encode(sha256(convert_to(revision.text, 'UTF8')), 'hex') <> entry.content_hash)
            UNION ALL
            SELECT entry.sequence, entry.content_hash, '-'
            FROM audit_entries entry
            WHERE entry.sequence IS NOT NULL AND entry.content_hash IS NOT NULL AND entry.action IN ('postApproved', 'postReturned') AND NOT EXISTS (
              SELECT 1 FROM reviews review JOIN decisions decision ON decision.review_id = review.id
              WHERE review.post_id = entry.subject_id AND decision.by_id = entry.by_id AND decision.at = entry.at AND decision.revision = entry.revision
                AND decision.content_hash = entry.content_hash AND decision.comment IS NOT DISTINCT FROM entry.detail)
            ORDER BY 1 LIMIT 1
            """).ToListAsync(token);
        return found is not [var bad, ..] ? null : new ChainProblem(ChainFault.SubjectDiffers, bad.Sequence, bad.Expected, bad.Found);
    }

    private sealed record BadSubject(long Sequence, string Expected, string Found);
}
