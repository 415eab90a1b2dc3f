using GovAccountConsole.Infrastructure.Changes;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GovAccountConsole.Infrastructure.Jobs.Publishing;

/// <summary>The lane that delivers posts to the platform.</summary>
internal sealed class PublicationLane : LeaseWorker<ClaimedPublication>
{
    private readonly PublicationClaims _claims;
    private readonly PublicationRunner _runner;
    private readonly TimeSpan _lease;
    private readonly TimeProvider _time;
    private readonly ILogger<PublicationLane> _log;
    private readonly IDisposable _subscription;

    public PublicationLane(
        PublicationClaims claims, PublicationRunner runner, ChangeFeed feed, IOptions<PublishingOptions> options, TimeProvider time, ILogger<PublicationLane> log)
        : base(options.Value.Parallelism, time, log)
    {
        (_claims, _runner, _lease, _time, _log) = (claims, runner, options.Value.Lease, time, log);
        _subscription = feed.Subscribe(change =>
        {
            // Not for publications: the lane itself changes most of them, and the poll finds a new one within a second.
            if (change.Kind is ChangeKind.Matrix or ChangeKind.Account) Nudge();
        });
    }

    public override void Dispose()
    {
        _subscription.Dispose();
        base.Dispose();
    }

    protected override Task<IReadOnlyList<ClaimedPublication>> ClaimAsync(int most, CancellationToken token) => _claims.TakeAsync(most, token);

    protected override async Task WorkAsync(ClaimedPublication item, CancellationToken token)
    {
        using var done = CancellationTokenSource.CreateLinkedTokenSource(token);
        var renewing = RenewAsync(item, done.Token);
        try
        {
            await _runner.RunAsync(item, token);
        }
        catch (LeaseLostException)
        {
            _log.LogInformation("Delivery {Delivery} is no longer ours", item.Id);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            _log.LogError(exception, "Delivery {Delivery} broke off; it is taken up again in a minute", item.Id);
            await _claims.PostponeAsync(item, TimeSpan.FromMinutes(1), token);
        }
        finally
        {
            await done.CancelAsync();
            await renewing;
        }
    }

    // Renewing changes the row's version; a step that meets it writes again.
    private async Task RenewAsync(ClaimedPublication item, CancellationToken token)
    {
        try
        {
            do
            {
                await Task.Delay(_lease / 3, _time, token);
            }
            while (await _claims.RenewAsync(item, token));
        }
        catch (OperationCanceledException)
        {
            // The work is done.
        }
        catch (Exception exception)
        {
            _log.LogWarning(exception, "The lease of {Delivery} could not be renewed", item.Id);
        }
    }
}
