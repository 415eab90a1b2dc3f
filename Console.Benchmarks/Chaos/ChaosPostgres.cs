using System.Diagnostics;
using GovAccountConsole.Infrastructure.Data.Embedded;
using Npgsql;

namespace GovAccountConsole.Benchmarks.Chaos;

/// <summary>PostgreSQL as a process that is killed with everything it has in hand, and recovers from its log when it is started again.</summary>
internal sealed class ChaosPostgres(string folder) : IAsyncDisposable
{
    private const int Tries = 20;
    private EmbeddedPostgres? _server;

    public string ConnectionString => _server!.ConnectionString;

    /// <summary>Starts it; what a killed one left behind is recovered.</summary>
    public async Task StartAsync(CancellationToken token)
    {
        // What is committed must outlive a kill: the server waits for its disk as in production.
        var options = new EmbeddedPostgresOptions(Path.Combine(folder, "postgres"));
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                _server = await EmbeddedPostgres.StartAsync(options, _ => { }, TimeProvider.System, token);
                return;
            }
            catch (EmbeddedPostgresException) when (attempt < Tries)
            {
                // A killed server's last processes may hold its memory for a moment.
                await Task.Delay(TimeSpan.FromMilliseconds(250), TimeProvider.System, token);
            }
        }
    }

    /// <summary>SIGKILL to the postmaster and all its processes, so that none of them can finish anything.</summary>
    public async Task KillAsync()
    {
        if (_server is not { } server)
            return;
        _server = null;
        var children = File.ReadAllText($"/proc/{server.ProcessId}/task/{server.ProcessId}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Kill(server.ProcessId);
        foreach (var child in children)
            Kill(int.Parse(child, System.Globalization.CultureInfo.InvariantCulture));
        await server.Exited;
        await server.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is { } server)
            await server.DisposeAsync();
    }

    private static void Kill(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
        }
        catch (Exception failure) when (failure is ArgumentException or InvalidOperationException)
        {
            // Gone already.
        }
    }
}
