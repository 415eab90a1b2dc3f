namespace GovAccountConsole.Simulator;

/// <summary>
/// Runs the simulated platform alone. Settings come from the command line (<c>--urls</c>, <c>--publicBaseUrl</c>, <c>--statePath</c>,
/// <c>--publishDelay</c>, <c>--massSendDelay</c>) or from the environment with the prefix <c>SIMULATOR_</c>.
/// </summary>
internal static class SimulatorProgram
{
    private static async Task Main(string[] args)
    {
        var settings = new ConfigurationBuilder().AddEnvironmentVariables("SIMULATOR_").AddCommandLine(args).Build();
        var defaults = new SimulatorOptions();
        var options = new SimulatorOptions
        {
            Urls = settings["urls"] ?? "http://localhost:5081",
            PublicBaseUrl = settings["publicBaseUrl"] is { Length: > 0 } address ? new Uri(address) : null,
            StatePath = settings["statePath"],
            PublishDelay = settings.GetValue("publishDelay", defaults.PublishDelay),
            MassSendDelay = settings.GetValue("massSendDelay", defaults.MassSendDelay),
        };
        await using var app = SimulatorHost.Build(options);
        await app.StartAsync();
        await System.Console.Out.WriteLineAsync($"Simulated platform: {SimulatorHost.AddressOf(app)}");
        await app.WaitForShutdownAsync();
    }
}
