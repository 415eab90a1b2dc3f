using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Senparc.CO2NET.HttpUtility;

namespace GovAccountConsole.Infrastructure.Weixin;

/// <summary>
/// Puts Senparc.Weixin.MP behind the gateway (docs/decisions/0025). Its settings are static: they are set once, before anybody can ask
/// the gateway for anything.
/// </summary>
internal static class SenparcClient
{
    /// <summary>Milliseconds handed to the library as its time limit: our transport keeps the time, so the library must not.</summary>
    public const int NoLimit = int.MaxValue;

    private static readonly Lock Gate = new();
    private static ServiceProvider? _services;

    /// <summary>The gateway whose drafts, pictures, publishing, pushes and answers are put together by the library.</summary>
    public static WeixinGateway MakeGateway(IServiceProvider provider)
    {
        Prepare(provider.GetRequiredService<IOptions<WeixinOptions>>().Value.ApiBaseUrl);
        var accounts = provider.GetRequiredService<AccountCalls>();
        var calls = ActivatorUtilities.CreateInstance<SenparcCalls>(provider, accounts);
        return new(accounts, provider.GetRequiredService<TokenApi>())
        {
            Materials = new SenparcMaterialApi(accounts, calls),
            Drafts = new SenparcDraftApi(accounts, calls),
            Publishing = new SenparcPublishApi(accounts, calls),
            Mass = new SenparcMassApi(accounts, calls),
            Messages = new SenparcMessageApi(accounts, calls),
        };
    }

    private static void Prepare(Uri platform)
    {
        lock (Gate)
        {
            global::Senparc.Weixin.Config.ApiMpHost = platform.GetLeftPart(UriPartial.Authority);
            global::Senparc.Weixin.Config.IsDebug = false;
            // By default whatever has at most 32 characters is taken for an AppID and exchanged for a token of the library's own.
            global::Senparc.Weixin.Config.DefaultAppIdCheckFunc = (_, _) => false;
            if (_services is not null) return;
            var services = new ServiceCollection();
            services.AddHttpClient<SenparcHttpClient>().ConfigurePrimaryHttpMessageHandler(() => new SenparcWire()).RemoveAllLoggers();
            global::Senparc.Weixin.CommonDI.CommonSP = _services = services.BuildServiceProvider();
        }
    }
}
