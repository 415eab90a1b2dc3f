using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace GovAccountConsole.Infrastructure.Changes;

/// <summary>
/// Hears the hints of all nodes (PostgreSQL LISTEN) on one connection of its own. After a lost connection it says "everything may have
/// changed". NOTIFY is a hint, never relied upon (docs/decisions/0007).
/// </summary>
public sealed class PostgresChangeListener(
    IDbContextFactory<ConsoleDb> factory, ChangeFeed feed, TimeProvider time, ILogger<PostgresChangeListener> logger) : BackgroundService
{
    /// <summary>The NOTIFY channel.</summary>
    public const string Channel = "changes";

    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        string? connectionString;
        await using (var db = await factory.CreateDbContextAsync(stoppingToken))
        {
            connectionString = db.Database.GetConnectionString();
        }

        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, KeepAlive = 30 }.ConnectionString, stoppingToken);
            }
            catch (Exception exception) when (exception is NpgsqlException or IOException or TimeoutException)
            {
                logger.LogWarning("Live updates are interrupted ({Reason}); trying again", exception.Message);
                await Task.Delay(_pause, time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task ListenAsync(string connectionString, CancellationToken token)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        connection.Notification += (_, notification) =>
        {
            foreach (var part in notification.Payload.Split(' '))
            {
                feed.Publish(Change.Parse(part) ?? Change.Everything);
            }
        };
        await connection.OpenAsync(token);
        await using (var listen = new NpgsqlCommand($"LISTEN {Channel}", connection))
        {
            await listen.ExecuteNonQueryAsync(token);
        }

        feed.Publish(Change.Everything);
        while (true)
        {
            await connection.WaitAsync(token);
        }
    }
}
