using System.Diagnostics;
using System.Globalization;
using GovAccountConsole.Benchmarks.Database;
using GovAccountConsole.Domain.Access;
using GovAccountConsole.Infrastructure;
using GovAccountConsole.Infrastructure.Access;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Data.Seeding.Scale;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GovAccountConsole.Benchmarks.Pages;

/// <summary>Measures what four people wait for, in the database and in the console's query classes, at the size of the seeded matrix.</summary>
public sealed class PagesDriver(BenchDatabase database, int rounds, string? only, bool explain)
{
    private const double DatabaseTarget = 50;
    private const int WarmUp = 5;

    /// <summary>The four people of the load-test matrix.</summary>
    public static IReadOnlyList<(string Email, string Name)> People { get; } =
    [
        (ScalePeople.Leaf, "leaf editor"), (ScalePeople.Districts, "three districts"), (ScalePeople.Everything, "everything"), (ScalePeople.Stranger, "stranger"),
    ];

    public async Task RunAsync(CancellationToken token)
    {
        var timer = new CommandTimer();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddConsoleInfrastructure(database.ConnectionString);
        services.ConfigureDbContext<ConsoleDb>(options => options.AddInterceptors(timer));
        await using var provider = services.BuildServiceProvider();
        var now = TimeProvider.System.GetUtcNow();

        Console.WriteLine("| what | who | rows | database p50 | p95 | query class p50 | p95 |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- |");
        foreach (var scenario in Scenarios.All.Where(scenario => only is null || scenario.Name.Contains(only, StringComparison.OrdinalIgnoreCase)))
        {
            foreach (var (email, name) in People)
                await MeasureAsync(scenario, name, await ActorAsync(provider, email, token), provider, timer, now, token);
        }
    }

    private async Task MeasureAsync(
        Scenario scenario, string name, Actor actor, ServiceProvider provider, CommandTimer timer, DateTimeOffset now, CancellationToken token)
    {
        var (inDatabase, inServer) = (new Figures(), new Figures());
        var rows = 0;
        CommandTimer.Spent spent = timer.Begin();
        for (var round = 0; round < WarmUp + rounds; round++)
        {
            spent = timer.Begin();
            var since = Stopwatch.GetTimestamp();
            rows = await scenario.Run(provider, actor, now, token);
            var whole = Stopwatch.GetElapsedTime(since).TotalMilliseconds;
            if (round < WarmUp)
                continue;
            inDatabase.Add(spent.Milliseconds);
            inServer.Add(whole);
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {scenario.Name} | {name} | {rows} | {inDatabase.Percentile(50):0.0} | {inDatabase.Percentile(95):0.0} | {inServer.Percentile(50):0.0} | {inServer.Percentile(95):0.0} |"));
        if (explain && inDatabase.Percentile(95) > DatabaseTarget)
            await Explanation.PrintAsync(database.ConnectionString, spent, token);
    }

    private static async Task<Actor> ActorAsync(ServiceProvider provider, string email, CancellationToken token)
    {
        await using var db = await provider.GetRequiredService<IDbContextFactory<ConsoleDb>>().CreateDbContextAsync(token);
        var id = await db.Users.Where(person => person.Email == email).Select(person => (Guid?)person.Id).SingleOrDefaultAsync(token)
            ?? throw new BenchmarkException($"{email} is not there: this database was not filled by the seed command.");
        return await provider.GetRequiredService<ActorSource>().GetAsync(id, token);
    }
}
