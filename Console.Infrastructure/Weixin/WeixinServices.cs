using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace GovAccountConsole.Infrastructure.Weixin;

/// <summary>Registers the platform's client.</summary>
public static class WeixinServices
{
    /// <summary>Adds <see cref="WeixinGateway"/>, <see cref="TokenKeeper"/>, <see cref="AccountProbe"/> and <see cref="PlatformWords"/>.</summary>
    public static IServiceCollection AddWeixin(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<WeixinOptions>().Bind(configuration.GetSection(WeixinOptions.Section))
            .Validate(options => options.ApiBaseUrl is { IsAbsoluteUri: true, Scheme: "http" or "https" }, "Weixin:ApiBaseUrl must be an absolute address.")
            .ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddHttpClient(WeixinTransport.ClientName)
            // The default handlers log addresses, which hold the access token.
            .RemoveAllLoggers()
            .UseSocketsHttpHandler((handler, _) =>
            {
                handler.AllowAutoRedirect = false;
                handler.UseCookies = false;
                handler.ConnectTimeout = TimeSpan.FromSeconds(5);
                handler.PooledConnectionLifetime = TimeSpan.FromMinutes(5);
                handler.AutomaticDecompression = System.Net.DecompressionMethods.All;
            });
        services.AddSingleton<WeixinTransport>();
        services.AddSingleton(provider => new TokenApi(provider.GetRequiredService<WeixinTransport>()));
        services.AddSingleton(provider => new TokenKeeper(
            provider.GetRequiredService<TokenApi>(), provider.GetRequiredService<TokenStore>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<CircuitBreakers>();
        services.AddSingleton(provider => new AccountCalls(
            provider.GetRequiredService<WeixinTransport>(), provider.GetRequiredService<TokenKeeper>(), provider.GetRequiredService<CircuitBreakers>()));
#if WEIXIN_SENPARC
        services.AddSingleton(SenparcClient.MakeGateway);
#else
        services.AddSingleton(provider => new WeixinGateway(provider.GetRequiredService<AccountCalls>(), provider.GetRequiredService<TokenApi>()));
#endif
        services.AddSingleton<PlatformAccounts>();
        services.TryAddSingleton<TokenStore>(provider => ActivatorUtilities.CreateInstance<DatabaseTokenStore>(provider));
        services.AddSingleton<AccountProbe>();
        services.AddLocalization();
        services.AddSingleton<PlatformWords>();
        return services;
    }
}
