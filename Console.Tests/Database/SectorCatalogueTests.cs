using GovAccountConsole.Infrastructure.Data.Seeding;
using GovAccountConsole.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Tests.Database;

public sealed class SectorCatalogueTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sectors_are_filled_in_once_and_what_was_changed_stays()
    {
        await using var db = await database.OpenAsync();
        await SectorCatalogue.EnsureAsync(db, Token);
        var count = await db.Sectors.CountAsync(Token);
        Assert.True(count >= 20);
        await db.Sectors.Where(sector => sector.Code == "police").ExecuteUpdateAsync(set => set.SetProperty(sector => sector.Name, "公安局"), Token);

        await using var later = await database.OpenAsync();
        await SectorCatalogue.EnsureAsync(later, Token);
        Assert.Equal(count, await later.Sectors.CountAsync(Token));
        Assert.Equal("公安局", await later.Sectors.Where(sector => sector.Code == "police").Select(sector => sector.Name).SingleAsync(Token));
    }
}
