using GovAccountConsole.Infrastructure.Jobs;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GovAccountConsole.Infrastructure.Checks.Links;

/// <summary>Tries links in the background; off by setting in a closed network.</summary>
internal sealed class LinkLane(LinkClaims claims, LinkProbe probe, IOptions<LinkOptions> options, TimeProvider time, ILogger<LinkLane> log)
    : LeaseWorker<ClaimedLink>(options.Value.Parallelism, time, log)
{
    /// <inheritdoc/>
    protected override Task<IReadOnlyList<ClaimedLink>> ClaimAsync(int most, CancellationToken token) =>
        options.Value.Links ? claims.TakeAsync(most, token) : Task.FromResult<IReadOnlyList<ClaimedLink>>([]);

    /// <inheritdoc/>
    protected override async Task WorkAsync(ClaimedLink item, CancellationToken token) => await claims.KeepAsync(item, await probe.TryAsync(item.Url, token), token);
}
