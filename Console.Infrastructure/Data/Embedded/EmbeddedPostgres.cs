using System.Globalization;
using Npgsql;

namespace GovAccountConsole.Infrastructure.Data.Embedded;

/// <summary>
/// A private PostgreSQL server that lives and dies with this process: found on the machine, its cluster made on first use, reached over a unix
/// socket. Start it before anything needs a connection, dispose it after everything that uses one.
/// </summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(40);

    private readonly ClusterLock _lock;
    private readonly PostgresProcess _process;
    private readonly string _sockets;
    private readonly TimeProvider _time;

    private EmbeddedPostgres(ClusterLock held, PostgresProcess process, string sockets, string connectionString, TimeProvider time)
    {
        _lock = held;
        _process = process;
        _sockets = sockets;
        _time = time;
        ConnectionString = connectionString;
    }

    /// <summary>Connection to the console's own database as the cluster's owner.</summary>
    public string ConnectionString { get; }

    /// <summary>Process id of the server.</summary>
    public int ProcessId => _process.Id;

    /// <summary>Ends when the server ends, by <see cref="StopAsync"/> or by accident.</summary>
    public Task Exited => _process.Exited;

    /// <summary>Starts the server and waits until it answers.</summary>
    /// <param name="options">Where the cluster is kept.</param>
    /// <param name="progress">Called with a short line for each step that takes long.</param>
    /// <param name="time">Clock for waiting.</param>
    /// <param name="token">Gives up the start.</param>
    /// <exception cref="EmbeddedPostgresException">It cannot serve; the message says why and what to do.</exception>
    public static async Task<EmbeddedPostgres> StartAsync(
        EmbeddedPostgresOptions options, Action<string> progress, TimeProvider time, CancellationToken token)
    {
        var parent = Path.GetDirectoryName(options.DataDirectory)!;
        try
        {
            Directory.CreateDirectory(parent);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw DiskTrouble.Explain(parent, failure);
        }

        var held = await ClusterLock.TakeAsync(options.DataDirectory, token);
        try
        {
            return await StartHeldAsync(options, held, progress, time, token);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>
    /// The connection to a server that another copy of the console keeps on the folder; null when none answers. For commands that only read beside a
    /// serving console.
    /// </summary>
    public static async Task<string?> JoinAsync(EmbeddedPostgresOptions options, CancellationToken token)
    {
        var connection = Connection(SocketFolder.For(options.DataDirectory));
        connection.Database = options.Database;
        try
        {
            await using var probe = new NpgsqlConnection(connection.ConnectionString + ";Pooling=false");
            await probe.OpenAsync(token);
            return connection.ConnectionString;
        }
        catch (NpgsqlException)
        {
            return null;
        }
    }

    /// <summary>Stops the server cleanly: sessions are ended, what was committed is on disk.</summary>
    public async Task StopAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (!_process.Exited.IsCompleted)
        {
            Signals.SendInterrupt(_process.Id);
            await _process.Exited.WaitAsync(TimeSpan.FromSeconds(60), _time);
        }

        SocketFolder.Remove(_sockets);
        _lock.Dispose();
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    private static NpgsqlConnectionStringBuilder Connection(string sockets) => new()
    {
        Host = sockets,
        Port = 5432,
        Username = "postgres",
        Database = "postgres",
        Timeout = 15,
        MaxPoolSize = ServerSettings.PoolSize,
        ApplicationName = "console",
    };

    private static async Task<EmbeddedPostgres> StartHeldAsync(
        EmbeddedPostgresOptions options, ClusterLock held, Action<string> progress, TimeProvider time, CancellationToken token)
    {
        var folder = options.DataDirectory;
        var cluster = await Cluster.OpenAsync(folder, token);
        DiskTrouble.RequireSpace(Directory.Exists(folder) ? folder : Path.GetDirectoryName(folder)!, cluster.Major is null);
        var binaries = await PostgresBinaries.FindAsync(cluster.Major, token);
        if (cluster.Major is null)
        {
            progress($"making a PostgreSQL {binaries.Major} cluster in {folder}");
            await cluster.CreateAsync(binaries, options.Durable, token);
        }
        else
        {
            await Postmaster.ClearAsync(folder, time, token);
        }

        var sockets = SocketFolder.For(folder);
        await SocketFolder.PrepareAsync(sockets, cluster.Account, token);

        List<string> arguments = ["-k", sockets, "-p", "5432", .. ServerSettings.For(options.Durable)];
        var command = cluster.CommandFor(binaries.Server, folder, Session(cluster.Account), arguments);
        var process = await PostgresProcess.StartAsync(command, options.Durable ? folder + ".log" : null);
        try
        {
            var connection = Connection(sockets);
            await WaitUntilReadyAsync(process, connection.ConnectionString, options, progress, time, token);
            await EnsureDatabaseAsync(connection.ConnectionString, options.Database, token);
            connection.Database = options.Database;
            return new EmbeddedPostgres(held, process, sockets, connection.ConnectionString, time);
        }
        catch
        {
            if (!process.Exited.IsCompleted)
            {
                Signals.SendInterrupt(process.Id);
                await process.Exited.WaitAsync(TimeSpan.FromSeconds(60), time, CancellationToken.None);
            }

            throw;
        }
    }

    /// <summary>
    /// Own session, so that Ctrl-C in the terminal reaches the console only and the server outlives it by its orderly end;
    /// parent-death signal, so that the server stops when the console is killed.
    /// </summary>
    private static IEnumerable<string> Session(ServerAccount? account)
    {
        var setsid = ChildCommand.Find("setsid");
        IEnumerable<string> session = setsid is null ? [] : [setsid];
        if (account is not null)
            return [.. session, .. account.Prefix(), "--pdeathsig", "INT", "--"];
        return ChildCommand.Find("setpriv") is { } setpriv ? [.. session, setpriv, "--pdeathsig", "INT", "--"] : session;
    }

    private static async Task WaitUntilReadyAsync(
        PostgresProcess process, string connectionString, EmbeddedPostgresOptions options, Action<string> progress, TimeProvider time, CancellationToken token)
    {
        var started = time.GetTimestamp();
        var told = false;
        while (true)
        {
            if (process.Exited.IsCompleted)
                throw DiskTrouble.ExplainText(options.DataDirectory, process.Printed);
            try
            {
                await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
                await connection.OpenAsync(token);
                return;
            }
            catch (NpgsqlException failure)
            {
                var waited = time.GetElapsedTime(started);
                if (waited > options.StartTimeout)
                {
                    throw new EmbeddedPostgresException(string.Create(
                        CultureInfo.InvariantCulture,
                        $"PostgreSQL did not answer within {options.StartTimeout.TotalSeconds:0} seconds. It said: {process.Printed}"), failure);
                }

                if (!told && waited > TimeSpan.FromSeconds(5))
                {
                    told = true;
                    progress("PostgreSQL is recovering after an unclean stop");
                }
            }

            await Task.Delay(Pause, time, token);
        }
    }

    private static async Task EnsureDatabaseAsync(string connectionString, string database, CancellationToken token)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync(token);
        await using var exists = new NpgsqlCommand("select 1 from pg_database where datname = $1", connection) { Parameters = { new() { Value = database } } };
        if (await exists.ExecuteScalarAsync(token) is not null)
            return;
        var quoted = new NpgsqlCommandBuilder().QuoteIdentifier(database);
        await using var create = new NpgsqlCommand($"create database {quoted}", connection);
        await create.ExecuteNonQueryAsync(token);
    }
}
