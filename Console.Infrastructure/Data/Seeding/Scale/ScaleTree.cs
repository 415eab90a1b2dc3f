using GovAccountConsole.Domain.Agencies;

namespace GovAccountConsole.Infrastructure.Data.Seeding.Scale;

/// <summary>A body of the load-test tree.</summary>
/// <param name="Number">Its number; parents come before children.</param>
/// <param name="Ancestors">Ids from itself up to the top, existing bodies above included.</param>
public sealed record ScaleAgency(int Number, Guid Id, Guid? ParentId, string Name, string Path, string Sector, string Region, int Level, Guid[] Ancestors);

/// <summary>The tree: the top, districts, in each a bureau of every sector, and the stations below the bureaus.</summary>
public sealed class ScaleTree
{
    private readonly List<ScaleAgency> _agencies = [];
    private readonly ScaleSize _size;
    private readonly Sector[] _sectors;

    /// <summary>Draws the tree.</summary>
    /// <param name="size">How big.</param>
    /// <param name="above">The top of an existing matrix to hang it under; null founds a top.</param>
    public ScaleTree(ScaleSize size, (Guid Id, string Path)? above)
    {
        _size = size;
        _sectors = [.. SectorCatalogue.All()];
        var top = Add(null, "云江市规模测试", "press", "530000", 0, above);
        var districts = Enumerable.Range(0, size.Districts)
            .Select(number => Add(top, ScaleWords.District(number), "publicity", $"5301{number:00}", 1)).ToList();
        var perDistrict = Math.Min(_sectors.Length, Math.Max(1, (size.Agencies - _agencies.Count) / size.Districts / 2));
        var bureaus = (from sector in Enumerable.Range(0, perDistrict)
                       from district in districts
                       select Add(district, $"{district.Name}{_sectors[sector].Name}局", _sectors[sector].Code, district.Region, 2)).ToList();
        for (var number = 0; _agencies.Count < size.Agencies; number++)
        {
            var bureau = bureaus[number % bureaus.Count];
            Add(bureau, $"{ScaleWords.Town(number / bureaus.Count)}{SectorName(bureau.Sector)}站{(number / bureaus.Count / 40 is var round and > 0 ? round + 1 : "")}", bureau.Sector, bureau.Region, 3);
        }
    }

    /// <summary>All bodies, the top first.</summary>
    public IReadOnlyList<ScaleAgency> Agencies => _agencies;

    /// <summary>The top of the load-test tree.</summary>
    public ScaleAgency Top => _agencies[0];

    /// <summary>Bodies that own accounts: bureaus and stations.</summary>
    public IReadOnlyList<ScaleAgency> Owners => _agencies.FindAll(agency => agency.Level >= 2);

    /// <summary>A station in the middle of the tree.</summary>
    public ScaleAgency Leaf => _agencies.FindAll(agency => agency.Level == 3) is { Count: > 0 } leaves ? leaves[leaves.Count / 3] : _agencies[^1];

    /// <summary>Three districts next to each other.</summary>
    public IReadOnlyList<ScaleAgency> ThreeDistricts => _agencies.FindAll(agency => agency.Level == 1).GetRange(1, Math.Min(3, _size.Districts - 1));

    private string SectorName(string code) => Array.Find(_sectors, sector => sector.Code == code)!.Name;

    private ScaleAgency Add(ScaleAgency? parent, string name, string sector, string region, int level, (Guid Id, string Path)? above = null)
    {
        var number = _agencies.Count;
        var id = ScaleIds.Of(ScaleIds.Kind.Agency, number);
        var path = parent is not null ? $"{parent.Path}/{name}" : above is { } top ? $"{top.Path}/{name}" : name;
        Guid[] ancestors = parent is not null ? [id, .. parent.Ancestors] : above is { } existing ? [id, existing.Id] : [id];
        var agency = new ScaleAgency(number, id, parent?.Id ?? above?.Id, name, path, sector, region, level, ancestors);
        _agencies.Add(agency);
        return agency;
    }
}
