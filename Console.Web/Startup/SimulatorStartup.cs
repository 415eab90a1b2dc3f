using GovAccountConsole.Simulator;

namespace GovAccountConsole.Web.Startup;

/// <summary>Starts the bundled platform simulator with the console where <c>Weixin:Simulator</c> says so. It stays a real HTTP peer.</summary>
public static class SimulatorStartup
{
    /// <summary>The running simulator, or null where the console talks to the real platform.</summary>
    /// <param name="builder">Tells the settings.</param>
    /// <param name="database">An embedded database keeps the simulator's state beside it; otherwise it lives in memory.</param>
    public static async Task<WebApplication?> StartSimulatorAsync(this WebApplicationBuilder builder, DatabaseHandle database)
    {
        if (!builder.Configuration.GetValue<bool>("Weixin:Simulator"))
        {
            return null;
        }

        Launch.RequireFreePorts(builder.Configuration["Weixin:ApiBaseUrl"], "Weixin__ApiBaseUrl");
        var simulator = SimulatorHost.Build(new SimulatorOptions
        {
            Urls = builder.Configuration["Weixin:ApiBaseUrl"] ?? throw new LaunchRefusedException("Weixin:ApiBaseUrl must say where the simulator listens."),
            StatePath = database.Directory is { } folder ? Path.Combine(Path.GetDirectoryName(folder) ?? folder, "simulator.json") : null,
        });
        await simulator.StartAsync();
        return simulator;
    }
}
