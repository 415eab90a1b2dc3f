using GovAccountConsole.Infrastructure.Data.Embedded;

namespace GovAccountConsole.Web.Startup;

/// <summary>Ends the embedded server after all other services have stopped, and ends the console when the server dies under it.</summary>
public sealed class EmbeddedPostgresLifetime(
    EmbeddedPostgres server, IHostApplicationLifetime application, ILogger<EmbeddedPostgresLifetime> logger) : IHostedLifecycleService
{
    private volatile bool _stopping;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        _ = WatchAsync();
        return Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        _stopping = true;
        await server.StopAsync();
    }

    private async Task WatchAsync()
    {
        await server.Exited;
        if (_stopping)
            return;
        logger.LogCritical("The embedded PostgreSQL server ended unexpectedly; the console stops. Start it again; the server recovers by itself");
        Environment.ExitCode = 1;
        application.StopApplication();
    }
}
