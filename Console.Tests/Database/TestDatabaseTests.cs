using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Tests.Database;

/// <summary>What every database test relies on.</summary>
public sealed class TestDatabaseTests(TestDatabase database, PostgresFixture postgres) : IClassFixture<TestDatabase>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_context_without_a_scope_sees_nothing()
    {
        await using var db = await database.Get<IDbContextFactory<ConsoleDb>>().CreateDbContextAsync(Token);
        Assert.Equal(0, await db.Agencies.CountAsync(Token));
        Assert.Empty(db.ScopeRoots);
    }

    [Fact]
    public async Task Each_class_has_a_database_of_its_own()
    {
        var other = await postgres.CreateDatabaseAsync();
        Assert.NotEqual(other, database.ConnectionString);
        await postgres.DropAsync(other);
    }
}
