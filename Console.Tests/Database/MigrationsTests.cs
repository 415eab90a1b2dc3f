using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Tests.Database;

public sealed class MigrationsTests(PostgresFixture postgres)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task They_lead_from_an_empty_database_to_the_current_model_one_node_at_a_time()
    {
        var connection = await postgres.CreateEmptyDatabaseAsync();
        var factory = new Factory(connection);
        List<string> progress = [];
        var filled = 0;

        async Task NodeAsync() => await new DatabasePreparation(factory).RunAsync(
            line =>
            {
                lock (progress)
                    progress.Add(line);
            },
            async token =>
            {
                Assert.Equal(1, Interlocked.Increment(ref filled));
                await Task.Yield();
                Interlocked.Decrement(ref filled);
            },
            Token);
        await Task.WhenAll(NodeAsync(), NodeAsync(), NodeAsync());

        await using var db = factory.CreateDbContext();
        Assert.Equal(db.Database.GetMigrations().Select(name => $"migrating to {name}"), progress);
        Assert.Empty(await db.Database.GetPendingMigrationsAsync(Token));
        Assert.False(db.Database.HasPendingModelChanges(), "The model has changed since the last migration: add one.");
        await postgres.DropAsync(connection);
    }

    private sealed class Factory(string connection) : IDbContextFactory<ConsoleDb>
    {
        public ConsoleDb CreateDbContext() => new(new DbContextOptionsBuilder<ConsoleDb>().UseConsolePostgres(connection).Options);
    }
}
