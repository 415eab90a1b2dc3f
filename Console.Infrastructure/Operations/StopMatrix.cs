using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;

namespace GovAccountConsole.Infrastructure.Operations;

/// <summary>Stops all sending to the platform, matrix-wide (急停).</summary>
public sealed class StopMatrix(Work work)
{
    /// <summary>
    /// Holds on every node from the commit on: no intent to send is written after it has answered. Answers within about a second, also while
    /// somebody's transaction hangs. Needs the role for the whole matrix.
    /// </summary>
    public async Task<Result> ExecuteAsync(Actor actor, string? reason, CancellationToken token)
    {
        var stopped = await work.RunAsync(actor, async step =>
        {
            var found = await MatrixOperation.LoadAsync(step);
            return found.Succeeded ? found.Value.State.Stop(reason, found.Value.Top, step.Actor.PersonId, step.Now) : found;
        }, token);
        if (stopped.Succeeded)
        {
            // The stop holds already; whoever looked before it is waited for, so that the answer is true.
            await work.RunAsync<bool>(actor, async step => await step.OutlastSendersAsync(), token);
        }

        return stopped;
    }
}
