using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Agencies;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Agencies;

/// <summary>Which agencies a list shows.</summary>
/// <param name="Parent">Directly below this one.</param>
/// <param name="Query">Part of the name.</param>
/// <param name="Sector">Code or name of the sector.</param>
public sealed record AgencyFilter(Guid? Parent = null, string? Query = null, string? Sector = null);

/// <summary>An agency as lists show it.</summary>
public sealed record AgencyRow(Guid Id, string Name, string Path, string SectorCode, string SectorName, string RegionCode, Guid? ParentId, int Accounts);

/// <summary>An agency in the tree of the scope switcher.</summary>
/// <param name="Id">Which one.</param>
/// <param name="Name">Its name.</param>
/// <param name="ParentId">The body above; may lie outside the scope.</param>
/// <param name="SectorCode">Its sector.</param>
/// <param name="Depth">0 for the tops of the scope.</param>
public sealed record AgencyNode(Guid Id, string Name, Guid? ParentId, string SectorCode, int Depth);

/// <summary>A line of government work as lists show it.</summary>
public sealed record SectorRow(string Code, string Name, string Letter, string Color);

/// <summary>Reads the tree of agencies within the actor's scope.</summary>
public sealed class AgencyQueries(Work work)
{
    private const int MostNodes = 600;

    /// <summary>Agencies, newest first; <paramref name="after"/> is the last id of the page before.</summary>
    public Task<Page<AgencyRow>> ListAsync(Actor actor, AgencyFilter filter, Guid? after, int limit, CancellationToken token) =>
        work.ReadAsync(actor, async (db, _) =>
        {
            var agencies = Filtered(db, filter);
            if (after is { } last)
            {
                agencies = agencies.Where(agency => agency.Id < last);
            }

            var rows = await Rows(db, agencies.OrderByDescending(agency => agency.Id).Take(limit + 1)).ToListAsync(token);
            return Cursor.Page(rows, limit, row => Cursor.Of(row.Id));
        }, token);

    /// <summary>One agency; null when absent or out of scope.</summary>
    public Task<AgencyRow?> GetAsync(Actor actor, Guid id, CancellationToken token) =>
        work.ReadAsync(actor, (db, _) => Rows(db, db.Agencies.Where(agency => agency.Id == id)).SingleOrDefaultAsync(token), token);

    /// <summary>How many agencies a filter finds.</summary>
    public Task<int> CountAsync(Actor actor, AgencyFilter filter, CancellationToken token) =>
        work.ReadAsync(actor, (db, _) => Filtered(db, filter).CountAsync(token), token);

    /// <summary>The scope as a tree, parents before children in directory order; of a large scope the upper levels, read level by level.</summary>
    /// <param name="actor">Who looks.</param>
    /// <param name="token">Ends the work early.</param>
    /// <param name="limit">Nodes at most.</param>
    public Task<IReadOnlyList<AgencyNode>> TreeAsync(Actor actor, CancellationToken token, int limit = MostNodes) =>
        work.ReadAsync<IReadOnlyList<AgencyNode>>(actor, async (db, current) =>
        {
            var roots = current.Roots;
            var found = new Dictionary<Guid, AgencyNode>();
            var level = await NodesAsync(db.Agencies.Where(agency => roots.Contains(agency.Id)), limit, token);
            while (level.Count > 0 && found.Count < limit)
            {
                Guid?[] parents = [.. level.Where(node => found.TryAdd(node.Id, node)).Select(node => (Guid?)node.Id)];
                level = await NodesAsync(db.Agencies.Where(agency => parents.Contains(agency.ParentId)), limit - found.Count, token);
            }

            var children = found.Values.ToLookup(node => node.ParentId is { } parent && found.ContainsKey(parent) ? parent : Guid.Empty);
            var tree = new List<AgencyNode>(found.Count);
            Add(Guid.Empty, 0);
            return tree;

            void Add(Guid parent, int depth)
            {
                foreach (var node in children[parent])
                {
                    tree.Add(node with { Depth = depth });
                    Add(node.Id, depth + 1);
                }
            }
        }, token);

    /// <summary>Agencies of the scope with this in their name, in directory order.</summary>
    public Task<IReadOnlyList<AgencyNode>> FindAsync(Actor actor, string name, int limit, CancellationToken token) =>
        work.ReadAsync<IReadOnlyList<AgencyNode>>(
            actor, async (db, _) => await NodesAsync(Filtered(db, new AgencyFilter(Query: name)), limit, token), token);

    /// <summary>The lines of government work, in directory order.</summary>
    public Task<IReadOnlyList<SectorRow>> SectorsAsync(Actor actor, CancellationToken token) =>
        work.ReadAsync<IReadOnlyList<SectorRow>>(actor, async (db, _) => await db.Sectors.OrderBy(sector => sector.Order)
            .Select(sector => new SectorRow(sector.Code, sector.Name, sector.Letter, sector.Color)).ToListAsync(token), token);

    private static Task<List<AgencyNode>> NodesAsync(IQueryable<Agency> agencies, int limit, CancellationToken token) => agencies
        .OrderBy(agency => agency.Order).ThenBy(agency => agency.Id).Take(limit)
        .Select(agency => new AgencyNode(agency.Id, agency.Name, agency.ParentId, agency.SectorCode, 0)).ToListAsync(token);

    private static IQueryable<Agency> Filtered(ConsoleDb db, AgencyFilter filter)
    {
        IQueryable<Agency> agencies = db.Agencies;
        if (filter.Parent is { } parent)
        {
            agencies = agencies.Where(agency => agency.ParentId == parent);
        }

        if (!string.IsNullOrWhiteSpace(filter.Query))
        {
            var pattern = LikePattern.Containing(filter.Query);
            agencies = agencies.Where(agency => EF.Functions.ILike(agency.Name, pattern, LikePattern.Escape));
        }

        if (!string.IsNullOrWhiteSpace(filter.Sector))
        {
            var wanted = filter.Sector.Trim();
            agencies = agencies.Where(agency => db.Sectors.Any(sector => sector.Code == agency.SectorCode && (sector.Code == wanted || sector.Name == wanted)));
        }

        return agencies;
    }

    private static IQueryable<AgencyRow> Rows(ConsoleDb db, IQueryable<Agency> agencies) => agencies.Select(agency => new AgencyRow(
        agency.Id, agency.Name, agency.Path, agency.SectorCode, db.Sectors.First(sector => sector.Code == agency.SectorCode).Name, agency.RegionCode,
        agency.ParentId, db.Accounts.Count(account => account.AgencyId == agency.Id)));
}
