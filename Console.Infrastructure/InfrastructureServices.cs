using GovAccountConsole.Infrastructure.Access;
using GovAccountConsole.Infrastructure.Accounts;
using GovAccountConsole.Infrastructure.Changes;
using GovAccountConsole.Infrastructure.Checks;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Data.Seeding;
using GovAccountConsole.Infrastructure.Jobs;
using GovAccountConsole.Infrastructure.Operations;
using GovAccountConsole.Infrastructure.Weixin;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace GovAccountConsole.Infrastructure;

/// <summary>Everything of this project that the console needs, in one place.</summary>
public static class InfrastructureServices
{
    /// <summary>Registers the database, use cases and queries. Every use case and query class is a stateless singleton found by its name's place.</summary>
    /// <param name="services">Where to register.</param>
    /// <param name="connectionString">The PostgreSQL to use.</param>
    /// <param name="configuration">Settings of the platform and the lanes; absent, their defaults.</param>
    public static IServiceCollection AddConsoleInfrastructure(this IServiceCollection services, string connectionString, IConfiguration? configuration = null)
    {
        configuration ??= new ConfigurationBuilder().Build();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(EnvironmentIdentity.None);
        services.TryAddSingleton(new TideMark(null));
        services.AddSingleton<FirstClaim>();
        services.AddDbContextFactory<ConsoleDb>(options => options.UseConsolePostgres(connectionString));
        services.AddDataProtection().SetApplicationName("GovAccountConsole").PersistKeysToDbContext<ConsoleDb>();
        services.AddSingleton<ChangeFeed>();
        services.AddHostedService<PostgresChangeListener>();
        services.AddSingleton<ActorSource>();
        services.AddSingleton<Work>();
        services.AddSingleton<SecretSealer>();
        services.AddSingleton<Agencies.SectorDirectory>();
        services.AddSingleton<Audit.AuditSealer>();
        services.AddSingleton<Audit.AuditVerifier>();
        services.AddChecks(configuration);
        services.AddSingleton<DemoMatrix>();
        services.AddSingleton<SimulatorSeeding>();
        foreach (var type in UseCases.AllTypes())
        {
            services.AddSingleton(type);
        }

        return services.AddWeixin(configuration).AddJobs(configuration);
    }
}
