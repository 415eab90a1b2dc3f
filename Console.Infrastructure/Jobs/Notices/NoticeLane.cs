using GovAccountConsole.Infrastructure.Changes;
using Microsoft.Extensions.Logging;

namespace GovAccountConsole.Infrastructure.Jobs.Notices;

/// <summary>The lane that tells people what happened.</summary>
internal sealed class NoticeLane : LeaseWorker<ClaimedCause>
{
    private const int Parallelism = 2;

    private readonly NoticeClaims _claims;
    private readonly NoticeMaker _maker;
    private readonly IDisposable _subscription;

    public NoticeLane(NoticeClaims claims, NoticeMaker maker, ChangeFeed feed, TimeProvider time, ILogger<NoticeLane> log)
        : base(Parallelism, time, log)
    {
        (_claims, _maker) = (claims, maker);
        _subscription = feed.Subscribe(change =>
        {
            if (change.Kind is ChangeKind.Post or ChangeKind.Account or ChangeKind.Matrix) Nudge();
        });
    }

    public override void Dispose()
    {
        _subscription.Dispose();
        base.Dispose();
    }

    protected override Task<IReadOnlyList<ClaimedCause>> ClaimAsync(int most, CancellationToken token) => _claims.TakeCausesAsync(most, token);

    protected override Task WorkAsync(ClaimedCause item, CancellationToken token) => _maker.TellAsync(item, token);
}
