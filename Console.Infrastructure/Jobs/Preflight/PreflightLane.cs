using Microsoft.Extensions.Logging;

namespace GovAccountConsole.Infrastructure.Jobs.Preflight;

/// <summary>The lane that looks ahead: its own workers, so that it can never keep a delivery waiting.</summary>
internal sealed class PreflightLane(PreflightClaims claims, PreflightRunner runner, TimeProvider time, ILogger<PreflightLane> log) : LeaseWorker<ClaimedPreflights>(Parallelism, time, log)
{
    private const int Parallelism = 2;

    protected override Task<IReadOnlyList<ClaimedPreflights>> ClaimAsync(int most, CancellationToken token) => claims.TakeAsync(most, token);

    protected override Task WorkAsync(ClaimedPreflights item, CancellationToken token) => runner.RunAsync(item, token);
}
