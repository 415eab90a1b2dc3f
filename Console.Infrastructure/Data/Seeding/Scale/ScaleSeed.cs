using System.Globalization;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace GovAccountConsole.Infrastructure.Data.Seeding.Scale;

/// <summary>Fills a database with a load-test matrix: the <c>seed</c> command. Reproducible, streamed, with progress.</summary>
public sealed class ScaleSeed(IDbContextFactory<ConsoleDb> factory, TimeProvider time)
{
    private const int BatchSize = 2_000;
    private const int BatchesAhead = 8;
    private static readonly string[] Measured = ["agencies", "agency_lineage", "people", "role_grants", "accounts", .. ScalePostTables.Names];

    /// <summary>Fills the database; an existing matrix stays, the load-test tree hangs below its top.</summary>
    /// <param name="size">How much.</param>
    /// <param name="progress">Called about once a second.</param>
    /// <param name="token">Ends early; the database must then be dropped.</param>
    /// <exception cref="ScaleSeedException">It was filled before, or an earlier run was cut short.</exception>
    public async Task RunAsync(ScaleSize size, Action<string> progress, CancellationToken token)
    {
        var started = time.GetTimestamp();
        string connectionString;
        await using (var db = await factory.CreateDbContextAsync(token))
            connectionString = new NpgsqlConnectionStringBuilder(db.Database.GetConnectionString()) { Pooling = false, CommandTimeout = 0 }.ConnectionString;

        await using var connection = await ConnectAsync();
        var aside = new SetAside(connection);
        if (await aside.IsPendingAsync(token))
            throw new ScaleSeedException("An earlier seed of this database was cut short. Drop the database and start with an empty one.");
        var tree = new ScaleTree(size, await TopAsync(connection, token));
        if (await ExistsAsync(connection, tree.Top.Id, token))
            throw new ScaleSeedException("This database holds a load-test matrix already. Start with an empty database for another one.");

        var now = time.GetUtcNow();
        Tell($"{tree.Agencies.Count} agencies, {size.Accounts} accounts");
        await aside.TakeAsync(Measured, token);
        await new ScaleMatrix(connection, tree, size, now).WriteAsync(token);
        await PostsAsync(new ScalePosts(size, tree, now), size.Posts, ConnectAsync, Tell, token);
        await aside.ReturnAsync(ConnectAsync, Tell, token);
        Tell("last posts of the accounts, statistics");
        await RunAsync(connection, "update accounts set last_published_at = last from (select account_id, max(published_at) as last from posts group by account_id) posts where posts.account_id = accounts.id", token);
        await RunAsync(connection, $"vacuum (analyze) {string.Join(", ", Measured)}", token);
        Tell($"done: {size.Accounts} accounts, {size.Posts} posts");

        void Tell(string line) => progress(string.Create(CultureInfo.InvariantCulture, $"[{time.GetElapsedTime(started).TotalSeconds,6:0.0} s] {line}"));

        async Task<NpgsqlConnection> ConnectAsync()
        {
            var opened = new NpgsqlConnection(connectionString);
            await opened.OpenAsync(token);
            // A load test's data may be lost in a power cut; it is made again.
            await RunAsync(opened, "set synchronous_commit = off; set maintenance_work_mem = '768MB'; set max_parallel_maintenance_workers = 0", token);
            return opened;
        }
    }

    private async Task PostsAsync(
        ScalePosts posts, int count, Func<Task<NpgsqlConnection>> connect, Action<string> tell, CancellationToken token)
    {
        await using var tables = await ScalePostTables.OpenAsync(connect, token);
        var batches = Channel.CreateBounded<ScalePost[]>(BatchesAhead);
        var making = Task.Run(() => MakeAsync(posts, count, batches.Writer, token), token);
        var told = time.GetTimestamp();
        var written = 0;
        await foreach (var batch in batches.Reader.ReadAllAsync(token))
        {
            foreach (var post in batch)
                tables.Write(post);
            written += batch.Length;
            if (time.GetElapsedTime(told) > TimeSpan.FromSeconds(1))
            {
                told = time.GetTimestamp();
                tell(string.Create(CultureInfo.InvariantCulture, $"posts: {written} of {count} ({100.0 * written / count:0} %)"));
            }
        }

        await making;
        await tables.CompleteAsync(token);
        tell($"posts: {count} of {count}");
    }

    private static async Task MakeAsync(ScalePosts posts, int count, ChannelWriter<ScalePost[]> batches, CancellationToken token)
    {
        Exception? failure = null;
        try
        {
            for (var first = 0; first < count; first += BatchSize)
            {
                var batch = new ScalePost[Math.Min(BatchSize, count - first)];
                for (var index = 0; index < batch.Length; index++)
                    batch[index] = posts.Make(first + index);
                await batches.WriteAsync(batch, token);
            }
        }
        catch (Exception thrown)
        {
            failure = thrown;
            throw;
        }
        finally
        {
            batches.Complete(failure);
        }
    }

    private static async Task<(Guid Id, string Path)?> TopAsync(NpgsqlConnection connection, CancellationToken token)
    {
        await using var command = new NpgsqlCommand("select id, path from agencies where parent_id is null order by position, id limit 1", connection);
        await using var reader = await command.ExecuteReaderAsync(token);
        return await reader.ReadAsync(token) ? (reader.GetGuid(0), reader.GetString(1)) : null;
    }

    private static async Task<bool> ExistsAsync(NpgsqlConnection connection, Guid agency, CancellationToken token)
    {
        await using var command = new NpgsqlCommand("select 1 from agencies where id = $1", connection) { Parameters = { new() { Value = agency } } };
        return await command.ExecuteScalarAsync(token) is not null;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken token)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(token);
    }
}

/// <summary>The database cannot be filled; the message is a sentence for the operator.</summary>
public sealed class ScaleSeedException : Exception
{
    public ScaleSeedException()
    {
    }

    public ScaleSeedException(string message)
        : base(message)
    {
    }

    public ScaleSeedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
