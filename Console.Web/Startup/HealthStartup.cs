using GovAccountConsole.Infrastructure.Data;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GovAccountConsole.Web.Startup;

/// <summary><c>/health/live</c> says that the process answers, <c>/health/ready</c> that it can do its work: database prepared and reachable.</summary>
public static class HealthStartup
{
    private const string Ready = "ready";

    /// <summary>Registers the checks.</summary>
    public static IServiceCollection AddConsoleHealth(this IServiceCollection services)
    {
        services.AddSingleton<Readiness>();
        services.AddHealthChecks().AddCheck<DatabaseCheck>("database", tags: [Ready]);
        return services;
    }

    /// <summary>Maps both addresses, open to everybody.</summary>
    public static void MapConsoleHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready) }).AllowAnonymous();
    }

    private sealed class DatabaseCheck(Readiness readiness, IDbContextFactory<ConsoleDb> factory) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            if (!readiness.IsPrepared)
            {
                return HealthCheckResult.Unhealthy("the database is being prepared");
            }

            await using var db = await factory.CreateDbContextAsync(cancellationToken);
            return await db.Database.CanConnectAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("the database does not answer");
        }
    }
}

/// <summary>Whether migration and first contents are done.</summary>
public sealed class Readiness
{
    private volatile bool _prepared;

    /// <summary>Whether the database is as this version needs it.</summary>
    public bool IsPrepared => _prepared;

    /// <summary>Says that it is.</summary>
    public void Prepared() => _prepared = true;
}
