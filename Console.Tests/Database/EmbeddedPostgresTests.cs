using System.Diagnostics;
using System.Globalization;
using GovAccountConsole.Infrastructure.Data.Embedded;
using GovAccountConsole.Tests.Support;
using Npgsql;

namespace GovAccountConsole.Tests.Database;

public sealed class EmbeddedPostgresTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _progress = [];

    private string DataDirectory => _folder.File("data folder/postgres");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_cluster_is_made_serves_stops_and_keeps_what_was_written()
    {
        await using (var server = await StartAsync())
        {
            Assert.Contains(_progress, line => line.Contains("making a PostgreSQL", StringComparison.Ordinal));
            Assert.Equal("C.UTF-8", await AskAsync(server, "select datcollate from pg_database where datname = current_database()"));
            await AskAsync(server, "create table kept as select 42 as answer");
            Assert.Equal("off", await AskAsync(server, "select case current_setting('listen_addresses') when '' then 'off' else 'on' end"));
        }

        Assert.False(File.Exists(Path.Combine(DataDirectory, "postmaster.pid")));
        _progress.Clear();
        await using var again = await StartAsync();
        Assert.Empty(_progress);
        Assert.Equal("42", await AskAsync(again, "select answer::text from kept"));
    }

    [Fact]
    public async Task A_second_copy_is_told_who_holds_the_folder_and_the_first_goes_on()
    {
        await using var first = await StartAsync();
        var refusal = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => StartAsync());
        Assert.Contains($"process {Environment.ProcessId}", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Embedded__DataDirectory", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("1", await AskAsync(first, "select '1'"));
    }

    [Fact]
    public async Task A_killed_server_recovers_over_its_stale_pid_file()
    {
        var server = await StartAsync(durable: true);
        await AskAsync(server, "create table kept as select 42 as answer");
        using (var postmaster = Process.GetProcessById(server.ProcessId))
            postmaster.Kill();
        await server.Exited.WaitAsync(TimeSpan.FromSeconds(20), Token);
        await server.DisposeAsync();
        Assert.True(File.Exists(Path.Combine(DataDirectory, "postmaster.pid")));

        await using var again = await StartAsync();
        Assert.Equal("42", await AskAsync(again, "select answer::text from kept"));
    }

    [Fact]
    public async Task A_pid_file_that_names_a_stranger_does_not_stop_the_start_nor_the_stranger()
    {
        await (await StartAsync()).DisposeAsync();
        using var stranger = Process.Start(new ProcessStartInfo("sleep", ["600"]))!;
        var lines = string.Create(CultureInfo.InvariantCulture, $"{stranger.Id}\n{DataDirectory}\n1700000000\n5432\n/tmp\n\n  1234567    1\nready   \n");
        await File.WriteAllTextAsync(Path.Combine(DataDirectory, "postmaster.pid"), lines, Token);

        await using (var server = await StartAsync())
            Assert.Equal("1", await AskAsync(server, "select '1'"));

        Assert.False(stranger.HasExited);
        stranger.Kill();
    }

    [Fact]
    public async Task A_server_left_running_by_a_killed_console_is_taken_over()
    {
        await using (var server = await StartAsync())
            await AskAsync(server, "create table kept as select 42 as answer");

        // Started by hand as a console without parent-death signal would have left it.
        var cluster = await Cluster.OpenAsync(DataDirectory, Token);
        var binaries = await PostgresBinaries.FindAsync(cluster.Major, Token);
        var prefix = cluster.Account?.Prefix() ?? [];
        var sockets = SocketFolder.For(DataDirectory);
        await SocketFolder.PrepareAsync(sockets, cluster.Account, Token);
        var command = cluster.CommandFor(binaries.Server, DataDirectory, prefix, "-k", sockets, "-c", "listen_addresses=");
        var orphan = await PostgresProcess.StartAsync(command, null);
        var pidFile = Path.Combine(DataDirectory, "postmaster.pid");
        await Until.TrueAsync(() => File.Exists(pidFile) && File.ReadAllText(pidFile).Contains("ready", StringComparison.Ordinal), Token);

        await using var taken = await StartAsync();
        Assert.NotEqual(orphan.Id, taken.ProcessId);
        Assert.True(orphan.Exited.IsCompleted);
        Assert.Equal("42", await AskAsync(taken, "select answer::text from kept"));
    }

    [Fact]
    public async Task A_folder_with_other_things_in_it_is_left_alone()
    {
        Directory.CreateDirectory(DataDirectory);
        await File.WriteAllTextAsync(Path.Combine(DataDirectory, "letters.txt"), "mine", Token);
        var refusal = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => StartAsync());
        Assert.Contains("is not empty", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(Path.Combine(DataDirectory, "letters.txt"), Token));
    }

    [Fact]
    public async Task A_place_that_cannot_be_written_is_named_with_the_remedy()
    {
        var options = new EmbeddedPostgresOptions("/proc/console/postgres", Durable: false);
        var refusal = await Assert.ThrowsAsync<EmbeddedPostgresException>(
            () => EmbeddedPostgres.StartAsync(options, _progress.Add, TimeProvider.System, Token));
        Assert.Contains("/proc/console", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Embedded__DataDirectory", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cluster_of_a_version_that_is_not_installed_is_refused_with_the_package_to_install()
    {
        Directory.CreateDirectory(DataDirectory);
        await File.WriteAllTextAsync(Path.Combine(DataDirectory, "PG_VERSION"), "9\n", Token);
        var refusal = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => StartAsync());
        Assert.Contains("postgresql-9", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FATAL:  could not write to file: No space left on device", "is full")]
    [InlineData("FATAL:  could not create lock file: Read-only file system", "read-only")]
    [InlineData("FATAL:  data directory has wrong ownership", "another user")]
    [InlineData("something else", "something else")]
    public void What_the_server_says_about_the_disk_becomes_a_sentence(string said, string expected) =>
        Assert.Contains(expected, DiskTrouble.ExplainText("/data", said).Message, StringComparison.Ordinal);

    private Task<EmbeddedPostgres> StartAsync(bool durable = false) =>
        EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions(DataDirectory, durable), _progress.Add, TimeProvider.System, Token);

    private static async Task<string?> AskAsync(EmbeddedPostgres server, string sql)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionString);
        await connection.OpenAsync(Token);
        await using var command = new NpgsqlCommand(sql, connection);
        return (await command.ExecuteScalarAsync(Token))?.ToString();
    }
}
