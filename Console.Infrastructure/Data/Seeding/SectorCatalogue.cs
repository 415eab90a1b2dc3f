using GovAccountConsole.Domain.Agencies;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Data.Seeding;

/// <summary>
/// The lines of government work every new database starts with. They are data from then on: a matrix may rename, recolour or add;
/// this list only fills in what is missing.
/// </summary>
public static class SectorCatalogue
{
    /// <summary>The sectors in directory order. Colours have a contrast of at least 4.5:1 on white.</summary>
    public static IEnumerable<Sector> All() => List().Select((sector, index) => new Sector(sector.Code, sector.Name, sector.Letter, sector.Color, index + 1));

    /// <summary>Adds the sectors whose code is not there yet.</summary>
    public static async Task EnsureAsync(ConsoleDb db, CancellationToken token)
    {
        var known = await db.Sectors.Select(sector => sector.Code).ToListAsync(token);
        db.Sectors.AddRange(All().Where(sector => !known.Contains(sector.Code)));
        await db.SaveChangesAsync(token);
    }

    private static (string Code, string Name, string Letter, string Color)[] List() =>
    [
        ("publicity", "宣传", "宣", "#5B4B8A"),
        ("press", "新闻办", "新", "#44525F"),
        ("police", "公安", "警", "#1F4FA3"),
        ("court", "法院", "法", "#6A3FA0"),
        ("procuratorate", "检察", "检", "#0B7480"),
        ("justice", "司法", "司", "#4A55B0"),
        ("education", "教育", "教", "#2F7A3A"),
        ("health", "卫健", "健", "#B03A6E"),
        ("insurance", "医保", "保", "#2A6F78"),
        ("hr", "人社", "社", "#1D6F8C"),
        ("civil", "民政", "民", "#7A4A7C"),
        ("culture", "文旅", "旅", "#A8500F"),
        ("tax", "税务", "税", "#6B6010"),
        ("market", "市监", "市", "#5A6B1E"),
        ("housing", "住建", "建", "#7A5230"),
        ("transport", "交通", "交", "#2B5F8C"),
        ("emergency", "应急", "急", "#8A4B12"),
        ("fire", "消防", "消", "#8F5A00"),
        ("environment", "环境", "环", "#1F6F55"),
        ("water", "水务", "水", "#22648F"),
        ("agriculture", "农业", "农", "#56662A"),
        ("weather", "气象", "象", "#3A649C"),
        ("youth", "共青团", "团", "#98368A"),
        ("archives", "档案", "档", "#6A5A48"),
    ];
}
