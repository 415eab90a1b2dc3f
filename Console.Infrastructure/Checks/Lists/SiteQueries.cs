using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Posts.Checks;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Checks.Lists;

/// <summary>Which entries of the list of official sites are shown.</summary>
/// <param name="Query">Part of the words.</param>
/// <param name="Version">As the list was in that version; null: as it is.</param>
public sealed record SiteFilter(string? Query = null, int? Version = null);

/// <summary>An entry of the list of official sites as shown.</summary>
/// <param name="Id">Which one.</param>
/// <param name="Rule">What it says.</param>
/// <param name="Since">Version of the list since which it says so.</param>
public sealed record SiteRow(Guid Id, SiteRule Rule, int Since);

/// <summary>Reads the list of official sites; every signed-in person may.</summary>
public sealed class SiteQueries(Work work)
{
    private static readonly SiteTable _table = new();

    /// <summary>A page of entries, newest first; <paramref name="after"/> is the last id of the page before.</summary>
    public Task<Page<SiteRow>> ListAsync(Actor actor, SiteFilter filter, Guid? after, int limit, CancellationToken token) =>
        work.ReadAsync(actor, async (db, _) =>
        {
            var rows = await Filtered(db, filter).Where(row => after == null || row.Id < after).OrderByDescending(row => row.Id).Take(limit + 1).ToListAsync(token);
            return Cursor.Page([.. rows.Select(row => new SiteRow(row.Id, row.ToRule(), row.SinceVersion))], limit, row => Cursor.Of(row.Id));
        }, token);

    /// <summary>How many entries a filter finds.</summary>
    public Task<int> CountAsync(Actor actor, SiteFilter filter, CancellationToken token) => work.ReadAsync(actor, (db, _) => Filtered(db, filter).CountAsync(token), token);

    /// <summary>The whole list as a file that can be imported again: csv or xlsx.</summary>
    public Task<ListFile> ExportAsync(Actor actor, string format, int? version, CancellationToken token) =>
        work.ReadAsync(actor, async (db, _) =>
        {
            var entries = await Filtered(db, new SiteFilter(Version: version)).OrderBy(row => row.Kind).ThenBy(row => row.Address).ThenBy(row => row.Id).ToListAsync(token);
            var rows = entries.Select(entry => _table.Cells(entry.ToRule())).Prepend(_table.Headings);
            return format == "csv" ? ListFile.Csv(rows) : ListFile.Xlsx(rows);
        }, token);

    private static IQueryable<SiteEntry> Filtered(ConsoleDb db, SiteFilter filter)
    {
        var rows = db.Set<SiteEntry>().AsNoTracking();
        rows = filter.Version is { } version
            ? rows.Where(row => row.SinceVersion <= version && (row.EndedVersion == null || row.EndedVersion > version))
            : rows.Where(row => row.EndedVersion == null);
        if (!string.IsNullOrWhiteSpace(filter.Query))
        {
            var pattern = LikePattern.Containing(filter.Query);
            rows = rows.Where(row => EF.Functions.ILike(row.Name, pattern, LikePattern.Escape) || EF.Functions.ILike(row.Address, pattern, LikePattern.Escape));
        }

        return rows;
    }
}
