using System.Runtime.CompilerServices;
using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Audit;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Audit;

/// <summary>
/// Writes a stretch of the chain as JSON Lines that <see cref="AuditFile"/> checks anywhere. It is always continuous: entries that the person may
/// not read, or that lie outside the time asked for, keep their place with hashes only.
/// </summary>
public sealed class AuditExportQueries(Work work, IDbContextFactory<ConsoleDb> factory, TimeProvider time)
{
    /// <summary>The lines for a person; Forbidden to who may read the audit nowhere.</summary>
    public Task<Result<IAsyncEnumerable<string>>> LinesAsync(Actor actor, DateTimeOffset? from, DateTimeOffset? to, CancellationToken token) =>
        work.ReadAsync<Result<IAsyncEnumerable<string>>>(actor, (_, current) =>
            Task.FromResult(current.CanSomewhere(Permission.ReadAudit)
                ? Result<IAsyncEnumerable<string>>.Of(StreamAsync(current.RootsWith(Permission.ReadAudit), from, to))
                : Error.Forbidden), token);

    /// <summary>The lines for the operator at the server.</summary>
    public async IAsyncEnumerable<string> AllAsync(DateTimeOffset? from, DateTimeOffset? to, [EnumeratorCancellation] CancellationToken token = default)
    {
        Guid[] roots;
        await using (var db = await factory.CreateDbContextAsync(token))
        {
            roots = await Work.WholeMatrixAsync(db, token);
        }

        await foreach (var line in StreamAsync(roots, from, to, token))
        {
            yield return line;
        }
    }

    private async IAsyncEnumerable<string> StreamAsync(Guid[] roots, DateTimeOffset? from, DateTimeOffset? to, [EnumeratorCancellation] CancellationToken token = default)
    {
        await using var db = await factory.CreateDbContextAsync(token);
        db.ScopeRoots = roots;
        db.Database.SetCommandTimeout(TimeSpan.FromHours(1));
        var chain = db.Audit.AsNoTracking().IgnoreQueryFilters([ConsoleDb.ScopeFilter]).Where(entry => entry.Sequence != null);
        var asked = chain.Where(entry => (from == null || entry.At >= from) && (to == null || entry.At < to));
        var bounds = await asked.GroupBy(_ => 1).Select(all => new { First = all.Min(entry => entry.Sequence), Last = all.Max(entry => entry.Sequence) }).SingleOrDefaultAsync(token);
        var (first, last) = (bounds?.First ?? 1, bounds?.Last ?? 0);
        var head = await chain.Where(entry => entry.Sequence == last).Select(entry => entry.Hash).SingleOrDefaultAsync(token);
        yield return AuditLine.Write(new AuditFileHead(AuditSeal.Form, AuditSeal.Time(time.GetUtcNow()), first, last, head ?? AuditSeal.Start));

        // The scope is asked once per agency, not once per entry.
        var readable = (await db.Agencies.Select(agency => agency.Id).ToListAsync(token)).ToHashSet();
        await foreach (var entry in chain.Where(entry => entry.Sequence >= first && entry.Sequence <= last).OrderBy(entry => entry.Sequence).AsAsyncEnumerable().WithCancellation(token))
        {
            var shown = readable.Contains(entry.AgencyId) && (from is null || entry.At >= from) && (to is null || entry.At < to);
            yield return (shown ? AuditLine.Of(entry) : AuditLine.PlaceOf(entry)).ToString();
        }
    }
}
