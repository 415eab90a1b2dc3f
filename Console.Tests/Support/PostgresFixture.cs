using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Data.Embedded;
using Microsoft.EntityFrameworkCore;
using Npgsql;

[assembly: AssemblyFixture(typeof(GovAccountConsole.Tests.Support.PostgresFixture))]

namespace GovAccountConsole.Tests.Support;

/// <summary>
/// One private server for the whole run and one migrated template in it, both made when the first test asks. A database of one's own is then
/// a file copy of a few dozen milliseconds.
/// </summary>
public sealed class PostgresFixture : IAsyncDisposable
{
    private const string Template = "template_console";

    private readonly TemporaryFolder _folder = new();
    private readonly SemaphoreSlim _cloning = new(1);
    private readonly Lazy<Task<EmbeddedPostgres>> _server;
    private int _databases;

    public PostgresFixture() => _server = new(StartAsync);

    /// <summary>Makes an empty database with the current schema. Its owner drops it.</summary>
    public Task<string> CreateDatabaseAsync() => CreateAsync(Template);

    /// <summary>Makes a database without any schema.</summary>
    public Task<string> CreateEmptyDatabaseAsync() => CreateAsync("template0");

    /// <summary>Copies a database as it stands, as a backup restored elsewhere would be; sessions on it are ended.</summary>
    public async Task<string> CopyAsync(string connectionString)
    {
        var source = new NpgsqlConnectionStringBuilder(connectionString).Database;
        await using (var connection = new NpgsqlConnection(connectionString))
            NpgsqlConnection.ClearPool(connection);
        await ExecuteAsync($"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{source}'");
        return await CreateAsync(source!);
    }

    /// <summary>Removes a database with all sessions that still hang on it.</summary>
    public async Task DropAsync(string connectionString)
    {
        await using (var connection = new NpgsqlConnection(connectionString))
            NpgsqlConnection.ClearPool(connection);
        var name = new NpgsqlConnectionStringBuilder(connectionString).Database;
        await ExecuteAsync($"drop database if exists {name} with (force)");
    }

    public async ValueTask DisposeAsync()
    {
        if (_server.IsValueCreated)
            await (await _server.Value).DisposeAsync();
        _folder.Dispose();
        _cloning.Dispose();
    }

    private async Task<string> CreateAsync(string template)
    {
        var server = await _server.Value;
        var name = $"test_{Interlocked.Increment(ref _databases)}";
        // PostgreSQL copies one at a time anyway, and refuses while another copy holds the template.
        await _cloning.WaitAsync();
        try
        {
            await ExecuteAsync($"create database {name} template {template}");
        }
        finally
        {
            _cloning.Release();
        }

        // A pool each: idle sessions must not use up the server.
        return new NpgsqlConnectionStringBuilder(server.ConnectionString)
        {
            Database = name,
            MaxPoolSize = 20,
            ConnectionIdleLifetime = 5,
            ConnectionPruningInterval = 2,
            IncludeErrorDetail = true,
        }.ConnectionString;
    }

    private async Task<EmbeddedPostgres> StartAsync()
    {
        var options = new EmbeddedPostgresOptions(_folder.File("postgres"), Durable: false) { Database = Template };
        var server = await EmbeddedPostgres.StartAsync(options, _ => { }, TimeProvider.System, CancellationToken.None);
        var connection = server.ConnectionString + ";Pooling=false";
        await using (var db = new ConsoleDb(new DbContextOptionsBuilder<ConsoleDb>().UseConsolePostgres(connection).Options))
            await db.Database.MigrateAsync();
        return server;
    }

    private async Task ExecuteAsync(string sql)
    {
        var server = await _server.Value;
        var maintenance = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = "postgres", Pooling = false };
        await using var connection = new NpgsqlConnection(maintenance.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
