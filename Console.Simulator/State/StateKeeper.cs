using GovAccountConsole.Simulator.Callbacks;

namespace GovAccountConsole.Simulator.State;

/// <summary>Restores the kept state before the first request, resumes its open jobs, saves changes, and ends deliveries at the stop.</summary>
internal sealed class StateKeeper(StateFile file, JobClock clock, CallbackSender callbacks) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await file.LoadAsync(cancellationToken);
        clock.Resume();
        callbacks.Resume();
        file.StartSaving();
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await callbacks.StopAsync();
        clock.Dispose();
        await file.StopSavingAsync();
    }
}
