using GovAccountConsole.Web.Startup;

return await Launch.GuardAsync(async () =>
{
    var command = ConsoleCommand.Parse(args);
    if (command is VerifyAuditFile offline)
        return await offline.CheckAsync(Launch.Say, CancellationToken.None);
    var builder = WebApplication.CreateBuilder(args);
    builder.AddConsoleConfiguration();
    if (command is ConsoleCommand.Serve)
        Launch.RequireFreePorts(builder.Configuration[WebHostDefaults.ServerUrlsKey]);
    await using var database = await Database.StartAsync(builder, command.Joins);
    if (command is ConsoleCommand.Serve)
        builder.AddEnvironmentIdentity(database);
    builder.AddConsole(database.ConnectionString);
    await using var simulator = command is ConsoleCommand.Serve ? await builder.StartSimulatorAsync(database) : null;
    await using var app = builder.Build();
    app.UseConsole();
    return await command.RunAsync(app);
}, args is ["verify-audit", ..] ? VerifyAudit.NotChecked : 1);
