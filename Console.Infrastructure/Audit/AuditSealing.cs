using GovAccountConsole.Infrastructure.Jobs;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GovAccountConsole.Infrastructure.Audit;

/// <summary>Seals new entries every second, and walks along the whole chain a few times a day.</summary>
internal sealed class AuditSealing(AuditSealer sealer, AuditVerifier verifier, TimeProvider time, ILogger<AuditSealing> log) : BackgroundService, IWatchedLane
{
    /// <inheritdoc/>
    public LaneHealth Health { get; } = new("AuditSealing", time);


    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _betweenChecks = TimeSpan.FromHours(4);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_pause, time);
        do
        {
            try
            {
                await sealer.SealAllAsync(stoppingToken);
                Health.Beat();
                if (await verifier.IsDueAsync(_betweenChecks, stoppingToken) && await verifier.CheckAsync(stoppingToken) is { Problem: { } problem })
                {
                    log.LogCritical("The audit chain is broken at entry {Sequence}: {Fault}", problem.Sequence, problem.Fault);
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                Health.Break();
                log.LogError(exception, "Sealing the audit failed; it is tried again in a second");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
