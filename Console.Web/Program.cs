using GovAccountConsole.Web.Startup;

return await Launch.GuardAsync(async () =>
{
    var builder = WebApplication.CreateBuilder(args);
    builder.AddConsoleConfiguration();
    Launch.RequireFreePorts(builder.Configuration[WebHostDefaults.ServerUrlsKey]);
    await using var database = await Database.StartAsync(builder);
    builder.AddConsole(database.ConnectionString);
    await using var simulator = await builder.StartSimulatorAsync(database);
    await using var app = builder.Build();
    app.UseConsole();
    await app.PrepareAsync();
    await app.RunAsync();
    return 0;
});
