using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Data.Seeding;
using GovAccountConsole.Infrastructure.Data.Seeding.Rules;
using GovAccountConsole.Infrastructure.Weixin;

namespace GovAccountConsole.Web.Startup;

/// <summary>Brings the database to this version and puts first contents into an empty one, before anybody is let in.</summary>
public static class PreparationStartup
{
    /// <summary>Migrates, then fills; one node at a time.</summary>
    public static async Task PrepareAsync(this WebApplication app, CancellationToken token = default)
    {
        var preparation = ActivatorUtilities.CreateInstance<DatabasePreparation>(app.Services);
        await preparation.RunAsync(Launch.Say, stop => FillAsync(app, stop), token);
        app.Services.GetRequiredService<Readiness>().Prepared();
    }

    private static async Task FillAsync(WebApplication app, CancellationToken token)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await SectorCatalogue.EnsureAsync(scope.ServiceProvider.GetRequiredService<ConsoleDb>(), token);
        var demo = app.Configuration.GetValue<bool>("Demo:Seed");
        await RuleCatalogue.EnsureAsync(scope.ServiceProvider.GetRequiredService<ConsoleDb>(), app.Services.GetRequiredService<TimeProvider>().GetUtcNow(), demo, token);
        if (demo)
        {
            await DemoAsync(app, token);
        }

        await ActivatorUtilities.CreateInstance<FirstAdministrator>(scope.ServiceProvider).CreateAsync(token);
        await TemplateCatalogue.EnsureAsync(scope.ServiceProvider.GetRequiredService<ConsoleDb>(), app.Services.GetRequiredService<TimeProvider>().GetUtcNow(), token);
    }

    private static async Task DemoAsync(WebApplication app, CancellationToken token)
    {
        if (await app.Services.GetRequiredService<DemoMatrix>().CreateOnceAsync(token))
        {
            Launch.Say("created the demo matrix 临江市");
        }

        var weixin = app.Configuration.GetSection(WeixinOptions.Section).Get<WeixinOptions>() ?? new WeixinOptions();
        try
        {
            await app.Services.GetRequiredService<SimulatorSeeding>().RunAsync(weixin.ApiBaseUrl, weixin.PublicBaseUrl, token);
        }
        catch (HttpRequestException failure)
        {
            // The pages work without it; only sending does not.
            Launch.Say($"the platform simulator at {weixin.ApiBaseUrl} was not told of the demo accounts: {failure.Message}");
        }
    }
}
