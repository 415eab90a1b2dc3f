using System.Collections.Frozen;
using GovAccountConsole.Domain.Agencies;
using GovAccountConsole.Infrastructure.Changes;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Agencies;

/// <summary>
/// The lines of government work by code, with their tags. A few dozen rows that every list shows and hardly anybody changes: kept in
/// memory, read again after a change of agencies. Sectors are no secret and carry no scope.
/// </summary>
public sealed class SectorDirectory : IDisposable
{
    private readonly IDbContextFactory<ConsoleDb> _factory;
    private readonly IDisposable _subscription;
    private volatile FrozenDictionary<string, Sector>? _sectors;

    /// <summary>Creates the directory.</summary>
    public SectorDirectory(IDbContextFactory<ConsoleDb> factory, ChangeFeed feed)
    {
        _factory = factory;
        _subscription = feed.Subscribe(change =>
        {
            if (change.Kind is ChangeKind.Agency or ChangeKind.Everything)
            {
                _sectors = null;
            }
        });
    }

    /// <summary>All sectors by code.</summary>
    public async ValueTask<IReadOnlyDictionary<string, Sector>> GetAsync(CancellationToken token)
    {
        if (_sectors is { } known)
        {
            return known;
        }

        await using var db = await _factory.CreateDbContextAsync(token);
        var rows = await db.Sectors.AsNoTracking().OrderBy(sector => sector.Order).ToListAsync(token);
        var sectors = rows.ToFrozenDictionary(sector => sector.Code);
        // Empty means "not yet filled": do not keep that.
        if (sectors.Count > 0)
        {
            _sectors = sectors;
        }

        return sectors;
    }

    /// <inheritdoc/>
    public void Dispose() => _subscription.Dispose();
}
