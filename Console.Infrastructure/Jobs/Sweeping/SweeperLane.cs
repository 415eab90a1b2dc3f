using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GovAccountConsole.Infrastructure.Jobs.Sweeping;

/// <summary>Sweeps once a minute, on every node: what one has found the other meets again and leaves.</summary>
internal sealed class SweeperLane(Sweeper sweeper, TimeProvider time, ILogger<SweeperLane> log) : BackgroundService, IWatchedLane
{
    private static readonly TimeSpan _pause = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public LaneHealth Health { get; } = new("Sweeper", time);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_pause, time);
        do
        {
            try
            {
                await Health.MeasureAsync(() => sweeper.SweepAsync(stoppingToken));
                Health.Beat();
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                log.LogError(exception, "Sweeping failed; it is tried again in a minute");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
