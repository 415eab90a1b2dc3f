using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Data.Seeding;

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
        await ActivatorUtilities.CreateInstance<FirstAdministrator>(scope.ServiceProvider).CreateAsync(token);
    }
}
