using GovAccountConsole.Simulator.Admin;
using GovAccountConsole.Simulator.Callbacks;
using GovAccountConsole.Simulator.Drafts;
using GovAccountConsole.Simulator.Faults;
using GovAccountConsole.Simulator.Gateway;
using GovAccountConsole.Simulator.Mass;
using GovAccountConsole.Simulator.Materials;
using GovAccountConsole.Simulator.Menus;
using GovAccountConsole.Simulator.Messages;
using GovAccountConsole.Simulator.Pages;
using GovAccountConsole.Simulator.Publishing;
using GovAccountConsole.Simulator.State;
using GovAccountConsole.Simulator.Tokens;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace GovAccountConsole.Simulator;

/// <summary>Builds the simulated platform as a web server of its own: alone, beside the console in one process, or in a test.</summary>
public static class SimulatorHost
{
    // Well above every limit of the platform: a picture that is too large gets the platform's code, not a broken connection.
    private const long LargestRequest = 64 * 1024 * 1024;

    /// <summary>
    /// Builds the server without starting it. It reads no configuration of the process it lives in, so a console's own addresses and
    /// settings cannot reach it.
    /// </summary>
    public static WebApplication Build(SimulatorOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "Console.Simulator" });
        builder.WebHost.UseKestrelCore().UseUrls(options.Urls);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestRequest;
        });
        if (options.Logging is not null)
        {
            builder.Services.Replace(ServiceDescriptor.Singleton(options.Logging));
        }
        else
        {
            builder.Logging.AddSimpleConsole().SetMinimumLevel(LogLevel.Warning);
        }
        builder.Services.AddRouting();
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(options.Time);
        builder.Services.AddSingleton<PlatformState>();
        builder.Services.AddSingleton<PublicAddress>();
        builder.Services.AddSingleton<StateFile>();
        builder.Services.AddSingleton<FaultBook>();
        builder.Services.AddSingleton<DailyQuota>();
        builder.Services.AddSingleton<ContentFilter>();
        builder.Services.AddSingleton<ArticleRules>();
        builder.Services.AddSingleton<CallbackSender>();
        builder.Services.AddSingleton<CallbackUrlCheck>();
        builder.Services.AddSingleton<ArticleShelf>();
        builder.Services.AddSingleton<IFinishesJobs, PublishingJobs>();
        builder.Services.AddSingleton<MassJobs>();
        builder.Services.AddSingleton<IFinishesJobs>(services => services.GetRequiredService<MassJobs>());
        builder.Services.AddSingleton<JobClock>();
        builder.Services.AddSingleton<MassApi>();
        builder.Services.AddSingleton<SentMessagesApi>();
        builder.Services.AddSingleton<Citizens>();
        builder.Services.AddSingleton<SendsAdmin>();
        builder.Services.AddSingleton<EventsAdmin>();
        builder.Services.AddSingleton<BackOffice>();
        builder.Services.AddSingleton<ArticlesAdmin>();
        builder.Services.AddSingleton<PushedCards>();
        builder.Services.AddSingleton<ListPage>();
        builder.Services.AddSingleton<PhonePage>();
        builder.Services.AddSingleton<ArticlePage>();
        builder.Services.AddSingleton<AdminPage>();
        builder.Services.AddSingleton<FaultsPage>();
        builder.Services.AddSingleton<OfficeForms>();
        builder.Services.AddSingleton<PublishingApi>();
        builder.Services.AddSingleton<ApiGateway>();
        builder.Services.AddHostedService<StateKeeper>();

        var app = builder.Build();
        app.UseRouting();
        MapPlatform(app, app.Services.GetRequiredService<ApiGateway>());
        MapAdmin(app);
        MapPages(app);
        return app;
    }

    private static void MapPlatform(WebApplication app, ApiGateway gateway)
    {
        TokensApi.Map(app, gateway);
        QuotaApi.Map(app, gateway);
        MaterialsApi.Map(app, gateway);
        DraftsApi.Map(app, gateway);
        app.Services.GetRequiredService<PublishingApi>().Map(app, gateway);
        app.Services.GetRequiredService<MassApi>().Map(app, gateway);
        app.Services.GetRequiredService<SentMessagesApi>().Map(app, gateway);
        CustomMessagesApi.Map(app, gateway);
        UsersApi.Map(app, gateway);
        CommentsApi.Map(app, gateway);
        MenusApi.Map(app, gateway);
        ImagesEndpoint.Map(app);
        gateway.MapUnknownCalls(app);
    }

    private static void MapAdmin(WebApplication app)
    {
        AccountsAdmin.Map(app);
        CallsAdmin.Map(app);
        FaultsAdmin.Map(app);
        BackOfficeAdmin.Map(app);
        app.Services.GetRequiredService<EventsAdmin>().Map(app);
        CitizensAdmin.Map(app);
        app.Services.GetRequiredService<SendsAdmin>().Map(app);
        app.Services.GetRequiredService<ArticlesAdmin>().Map(app);
    }

    private static void MapPages(WebApplication app)
    {
        Assets.Map(app);
        app.Services.GetRequiredService<ListPage>().Map(app);
        app.Services.GetRequiredService<PhonePage>().Map(app);
        app.Services.GetRequiredService<ArticlePage>().Map(app);
        app.Services.GetRequiredService<AdminPage>().Map(app);
        app.Services.GetRequiredService<FaultsPage>().Map(app);
        app.Services.GetRequiredService<OfficeForms>().Map(app);
    }

    /// <summary>The first address a started simulator listens on.</summary>
    public static Uri AddressOf(WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses;
        return new Uri(addresses?.FirstOrDefault() ?? throw new InvalidOperationException("The simulator has not been started."));
    }
}
