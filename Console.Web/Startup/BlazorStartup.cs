using System.Text.Encodings.Web;
using System.Text.Unicode;
using GovAccountConsole.Web.Components;
using GovAccountConsole.Web.Components.Shared;
using GovAccountConsole.Web.Live;
using GovAccountConsole.Web.Posts;
using Microsoft.Extensions.WebEncoders;
using MudBlazor;
using MudBlazor.Services;

namespace GovAccountConsole.Web.Startup;

/// <summary>The pages: Blazor Server over one circuit per browser tab, MudBlazor for what floats.</summary>
public static class BlazorStartup
{
    /// <summary>Registers components, MudBlazor and the live updates.</summary>
    public static IServiceCollection AddConsolePages(this IServiceCollection services)
    {
        services.AddRazorComponents(options => options.DetailedErrors = false)
            .AddInteractiveServerComponents(options =>
            {
                options.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(3);
                options.DisconnectedCircuitMaxRetained = 200;
            })
            .AddHubOptions(options => options.MaximumReceiveMessageSize = 1024 * 1024);
        services.AddMudServices(options =>
        {
            options.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomLeft;
            options.SnackbarConfiguration.VisibleStateDuration = 6000;
            options.SnackbarConfiguration.ShowTransitionDuration = 120;
            options.SnackbarConfiguration.HideTransitionDuration = 120;
            options.SnackbarConfiguration.SnackbarVariant = Variant.Filled;
            options.SnackbarConfiguration.PreventDuplicates = true;
        });
        services.AddTransient<MudLocalizer, ConsoleMudLocalizer>();
        services.AddScoped<ErrorText>();
        services.AddSingleton<LiveUpdates>();
        services.AddSingleton<PostActs>();
        services.AddCascadingAuthenticationState();
        // Chinese as itself, not as character references four times as long.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        return services;
    }

    /// <summary>Maps static assets and pages.</summary>
    public static void MapConsolePages(this WebApplication app)
    {
        app.MapStaticAssets();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options =>
        {
            // The header is ours (SecurityHeaders); compression would cost each circuit a quarter of a megabyte.
            options.ContentSecurityFrameAncestorsPolicy = null;
            options.DisableWebSocketCompression = true;
        });
    }
}
