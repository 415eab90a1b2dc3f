using System.Reflection;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Operations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GovAccountConsole.Infrastructure.Jobs.Nodes;

/// <summary>Says every few seconds that this node lives and how its lanes do, and counts what the metrics show.</summary>
internal sealed class NodeBeats(
    IDbContextFactory<ConsoleDb> factory, IServiceProvider services, EnvironmentIdentity environment, TideMark mark, ConsoleMeters meters, TimeProvider time, ILogger<NodeBeats> log)
    : BackgroundService
{
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _betweenMarks = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan _remembered = TimeSpan.FromDays(1);
    private readonly Guid _id = Guid.CreateVersion7();
    private readonly DateTimeOffset _started = time.GetUtcNow();
    private DateTimeOffset _markedAt;

    /// <summary>Beats once.</summary>
    public async Task BeatAsync(CancellationToken token)
    {
        await using var db = await factory.CreateDbContextAsync(token);
        db.ScopeRoots = await Work.WholeMatrixAsync(db, token);
        var now = time.GetUtcNow();
        IReadOnlyList<LaneBeat> lanes = [.. services.GetServices<IHostedService>().OfType<IWatchedLane>().Select(lane => lane.Health.Read())];
        if (await db.Nodes.Where(node => node.Id == _id).ExecuteUpdateAsync(row => row.SetProperty(node => node.SeenAt, now).SetProperty(node => node.Lanes, lanes), token) == 0)
        {
            db.Nodes.Add(new ConsoleNode { Id = _id, Name = Environment.MachineName, EnvironmentId = environment.Value, Version = Version(), StartedAt = _started, SeenAt = now, Lanes = lanes });
            await db.SaveChangesAsync(token);
        }

        var matrix = await db.Matrix.AsNoTracking().SingleAsync(token);
        meters.Show(new EngineSnapshot(await EngineCounting.CountAsync(db, now, token), matrix.Stopped, matrix.IsMuted(environment.Value)));
        if (now - _markedAt >= _betweenMarks)
        {
            // After the database: what the mark says, the database knows.
            mark.Write(now);
            _markedAt = now;
            await db.Nodes.Where(node => node.SeenAt < now - _remembered).ExecuteDeleteAsync(token);
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_pause, time);
        do
        {
            try
            {
                await BeatAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                log.LogWarning(exception, "This node could not say that it lives; it is tried again in a moment");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private static string Version() =>
        typeof(NodeBeats).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion is { } version ? version[..Math.Min(50, version.Length)] : "-";
}
