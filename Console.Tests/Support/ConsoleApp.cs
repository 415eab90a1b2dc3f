using System.Net;
using System.Net.Sockets;
using GovAccountConsole.Simulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Logging;

namespace GovAccountConsole.Tests.Support;

/// <summary>
/// The whole console on real ports with a database and a simulated platform of its own (<c>IClassFixture&lt;ConsoleApp&gt;</c>): for the API ring
/// and for the browser. Derive from it to seed the demo matrix or to replace settings.
/// </summary>
public class ConsoleApp(PostgresFixture postgres) : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly int _port = FreePort();
    private string? _connectionString;
    private WebApplication? _simulator;

    /// <summary>Where the console listens.</summary>
    public Uri Address => new($"http://localhost:{_port}/");

    /// <summary>Where the simulated platform listens.</summary>
    public Uri Platform => SimulatorHost.AddressOf(_simulator ?? throw new InvalidOperationException("The platform starts before the first test of the class."));

    /// <summary>The database of this console.</summary>
    public string ConnectionString => _connectionString ?? throw new InvalidOperationException("The database is made before the first test of the class.");

    /// <summary>Whether the demo matrix is seeded; off unless a derived class says so.</summary>
    protected virtual bool Demo => false;

    public async ValueTask InitializeAsync()
    {
        _connectionString = await postgres.CreateDatabaseAsync();
        _simulator = SimulatorHost.Build(SimulatorOptions());
        await _simulator.StartAsync();
        UseKestrel(_port);
        StartServer();
    }

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await base.DisposeAsync();
        if (_simulator is not null)
            await _simulator.DisposeAsync();
        if (_connectionString is not null)
            await postgres.DropAsync(_connectionString);
    }

    /// <summary>How the simulated platform behaves for these tests.</summary>
    protected virtual SimulatorOptions SimulatorOptions() => new()
    {
        Urls = "http://127.0.0.1:0",
        PublishDelay = TimeSpan.FromMilliseconds(200),
        MassSendDelay = TimeSpan.FromMilliseconds(200),
        CallbackRetryDelay = TimeSpan.FromMilliseconds(200),
    };

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        // Read before the host is built, so they must come as settings; ConfigureAppConfiguration would be too late.
        builder.UseEnvironment("Development");
        builder.UseSetting("urls", Address.AbsoluteUri.TrimEnd('/'));
        builder.UseSetting("ConnectionStrings:Console", ConnectionString);
        builder.UseSetting("Environment:Identity", "the tests");
        builder.UseSetting("Weixin:Simulator", "false");
        builder.UseSetting("Weixin:ApiBaseUrl", Platform.AbsoluteUri.TrimEnd('/'));
        builder.UseSetting("Weixin:PublicBaseUrl", Address.AbsoluteUri.TrimEnd('/'));
        builder.UseSetting("Demo:Seed", Demo ? "true" : "false");
        builder.ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
    }

    // The platform calls the console back, so its address must be known before it listens.
    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
