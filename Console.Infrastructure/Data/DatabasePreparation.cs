using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;

namespace GovAccountConsole.Infrastructure.Data;

/// <summary>
/// Brings the database to this version's schema and lets first contents be put into it, one node at a time: the others wait at an
/// advisory lock and then find nothing left to do.
/// </summary>
public sealed class DatabasePreparation(IDbContextFactory<ConsoleDb> factory)
{
    // Any number of our own; it only has to be the same on every node.
    private const long LockKey = 0x474143_6D696772;

    /// <summary>Applies migrations, then runs <paramref name="fill"/> still under the lock.</summary>
    /// <param name="progress">Called with a line for each migration.</param>
    /// <param name="fill">Puts first contents into the database; must do nothing when they are there.</param>
    /// <param name="token">Gives up.</param>
    public async Task RunAsync(Action<string> progress, Func<CancellationToken, Task> fill, CancellationToken token)
    {
        await using var db = await factory.CreateDbContextAsync(token);
        var connectionString = new NpgsqlConnectionStringBuilder(db.Database.GetConnectionString()) { Pooling = false, KeepAlive = 30 }.ConnectionString;
        await using var guard = new NpgsqlConnection(connectionString);
        await guard.OpenAsync(token);
        await using (var take = new NpgsqlCommand("select pg_advisory_lock($1)", guard) { CommandTimeout = 0, Parameters = { new() { Value = LockKey } } })
            await take.ExecuteNonQueryAsync(token);

        // The lock ends with the guard's session, also when this process dies.
        await MigrateAsync(db, progress, token);
        await fill(token);
    }

    private static async Task MigrateAsync(ConsoleDb db, Action<string> progress, CancellationToken token)
    {
        // Building an index over a million posts takes longer than a question may.
        db.Database.SetCommandTimeout(TimeSpan.FromHours(1));
        // Asked for migrations without its table, EF would log an error that is none.
        await db.GetService<IHistoryRepository>().CreateIfNotExistsAsync(token);
        var pending = await db.Database.GetPendingMigrationsAsync(token);
        foreach (var migration in pending)
            progress($"migrating to {migration}");
        if (pending.Any())
            await db.Database.MigrateAsync(token);
    }
}
