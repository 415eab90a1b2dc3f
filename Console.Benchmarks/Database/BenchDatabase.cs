using GovAccountConsole.Infrastructure.Data.Embedded;

namespace GovAccountConsole.Benchmarks.Database;

/// <summary>The seeded database that is measured: the one of ConnectionStrings__Console, else the embedded cluster in Embedded__DataDirectory or .data/postgres.</summary>
public sealed class BenchDatabase : IAsyncDisposable
{
    private readonly EmbeddedPostgres? _server;

    private BenchDatabase(string connectionString, EmbeddedPostgres? server)
    {
        ConnectionString = connectionString;
        _server = server;
    }

    public string ConnectionString { get; }

    public static async Task<BenchDatabase> OpenAsync(CancellationToken token)
    {
        if (Environment.GetEnvironmentVariable("ConnectionStrings__Console") is { Length: > 0 } given)
            return new BenchDatabase(given, null);
        var directory = Path.GetFullPath(Environment.GetEnvironmentVariable("Embedded__DataDirectory") ?? ".data/postgres");
        if (!Directory.Exists(directory))
            throw new BenchmarkException($"There is no cluster in {directory}. Seed one: dotnet Console.Web.dll seed --accounts 60000 --posts 1000000");
        var server = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions(directory), Console.Error.WriteLine, TimeProvider.System, token);
        return new BenchDatabase(server.ConnectionString, server);
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
    }
}

/// <summary>The benchmark cannot run here; the message says what is missing.</summary>
public sealed class BenchmarkException(string message) : Exception(message);
