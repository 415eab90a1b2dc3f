using GovAccountConsole.Infrastructure.Jobs.Nodes;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace GovAccountConsole.Web.Startup;

/// <summary>Metrics for a collector, over OTLP: only where OTEL_EXPORTER_OTLP_ENDPOINT names one. No traces: addresses of platform calls carry tokens.</summary>
public static class TelemetryStartup
{
    private const string EndpointKey = "OTEL_EXPORTER_OTLP_ENDPOINT";

    // The runtime's own meters: requests, connections, calls to the platform, memory and threads, the database's pool.
    private static readonly string[] _runtime =
    [
        "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Components.Server.Circuits", "System.Net.Http", "System.Runtime", "Npgsql",
    ];

    /// <summary>Registers the exporter; endpoint, headers and protocol are read from the standard OTEL_ variables.</summary>
    public static WebApplicationBuilder AddConsoleTelemetry(this WebApplicationBuilder builder)
    {
        if (!string.IsNullOrWhiteSpace(builder.Configuration[EndpointKey]))
        {
            builder.Services.AddOpenTelemetry()
                .ConfigureResource(resource => resource.AddService("govaccount-console"))
                .WithMetrics(metrics => metrics.AddMeter(ConsoleMeters.Name).AddMeter(_runtime).AddOtlpExporter());
        }

        return builder;
    }
}
