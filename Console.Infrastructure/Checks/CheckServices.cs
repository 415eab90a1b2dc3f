using GovAccountConsole.Infrastructure.Checks.Links;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace GovAccountConsole.Infrastructure.Checks;

/// <summary>Registers what the checks are fed by.</summary>
public static class CheckServices
{
    /// <summary>Adds the compiled lists, the shelves of pictures and links, the gate before review and the parts of the link lane.</summary>
    public static IServiceCollection AddChecks(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<LinkOptions>().Bind(configuration.GetSection(LinkOptions.Section))
            .Validate(options => options.Parallelism > 0 && options.Timeout > TimeSpan.Zero, "Checks:Parallelism and Checks:Timeout must be positive.").ValidateOnStart();
        services.AddSingleton<RuleBooks>();
        services.AddSingleton<PictureShelf>();
        services.AddSingleton<LinkShelf>();
        services.AddSingleton<LinkProbe>();
        services.AddSingleton<LinkClaims>();
        services.AddSingleton<CheckScenes>();
        services.AddSingleton<CheckGate>();
        return services;
    }
}
