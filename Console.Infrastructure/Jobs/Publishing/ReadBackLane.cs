using Microsoft.Extensions.Logging;

namespace GovAccountConsole.Infrastructure.Jobs.Publishing;

/// <summary>The lane that fetches and compares what was published; of its own, so that it never holds up a delivery.</summary>
internal sealed class ReadBackLane(PublicationClaims claims, PublicationReadBack readBack, TimeProvider time, ILogger<ReadBackLane> log)
    : LeaseWorker<Guid>(parallelism: 2, time, log)
{
    protected override Task<IReadOnlyList<Guid>> ClaimAsync(int most, CancellationToken token) => claims.TakeReadBacksAsync(most, token);

    protected override Task WorkAsync(Guid item, CancellationToken token) => readBack.LookAsync(item, token);
}
