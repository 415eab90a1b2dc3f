using System.Diagnostics;
using System.Globalization;
using GovAccountConsole.Benchmarks.Database;
using GovAccountConsole.Benchmarks.Pages;
using GovAccountConsole.Benchmarks.Serving;
using GovAccountConsole.Infrastructure;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Data.Embedded;
using GovAccountConsole.Infrastructure.Jobs.Publishing;
using Microsoft.Extensions.DependencyInjection;

namespace GovAccountConsole.Benchmarks.Engine;

/// <summary>Every account of the matrix publishes in the same minute: how long until the platform has taken all of it, what it costs, and what a claim costs on the way.</summary>
internal sealed class EngineDriver(int posts, int port)
{
    private const int ClaimRounds = 200;
    private const int ClaimSize = 8;
    private static readonly TimeSpan _sample = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(45);

    public async Task RunAsync(CancellationToken token)
    {
        var folder = Directory.CreateTempSubdirectory("gac-engine-").FullName;
        try
        {
            await using var server = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions(Path.Combine(folder, "postgres")), Console.Error.WriteLine, TimeProvider.System, token);
            await using var services = new ServiceCollection().AddLogging().AddLocalization().AddConsoleInfrastructure(server.ConnectionString).BuildServiceProvider();
            await ActivatorUtilities.CreateInstance<DatabasePreparation>(services).RunAsync(_ => { }, _ => Task.CompletedTask, token);
            Tell($"filling: {posts} accounts with a post each");
            var scene = await EngineScene.CreateAsync(services, posts, token);
            await ClaimsAsync(services, scene, token);
            await DeliverAsync(server.ConnectionString, scene, token);
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    // Taken and given back again, with the whole backlog due and with ever smaller parts of it.
    private async Task ClaimsAsync(ServiceProvider services, EngineScene scene, CancellationToken token)
    {
        var claims = services.GetRequiredService<PublicationClaims>();
        Console.WriteLine("| due | claim of 8: p50 ms | p95 ms |");
        Console.WriteLine("| --- | --- | --- |");
        foreach (var backlog in new[] { posts / 100, posts / 10, posts }.Where(size => size >= ClaimSize))
        {
            await scene.DueAsync(backlog, TimeProvider.System.GetUtcNow().AddSeconds(-1), token);
            var figures = new Figures();
            for (var round = 0; round < ClaimRounds; round++)
            {
                var since = Stopwatch.GetTimestamp();
                var taken = await claims.TakeAsync(ClaimSize, token);
                figures.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
                foreach (var claim in taken)
                    await claims.PostponeAsync(claim, TimeSpan.Zero, token);
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {backlog} | {figures.Percentile(50):0.0} | {figures.Percentile(95):0.0} |"));
        }

        await scene.ParkAsync(token);
    }

    private async Task DeliverAsync(string connectionString, EngineScene scene, CancellationToken token)
    {
        Tell($"opening {posts} accounts on the simulated platform");
        await using var platform = await SimulatedPlatform.StartAsync(posts, new Uri($"http://127.0.0.1:{port}"), token);
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Weixin__ApiBaseUrl"] = platform.Address.ToString(),
            ["Weixin__PublicBaseUrl"] = $"http://127.0.0.1:{port}",
            ["DOTNET_gcServer"] = "0",
        };
        await using var console = await ConsoleProcess.StartAsync(connectionString, port, token, settings);
        var before = console.ProcessorSeconds;
        await scene.DueAsync(posts, TimeProvider.System.GetUtcNow(), token);
        var since = Stopwatch.GetTimestamp();
        TimeSpan? submitted = null;
        EngineCount count;
        Console.WriteLine("| after s | submitted | published | asked a person | resident MiB |");
        Console.WriteLine("| --- | --- | --- | --- | --- |");
        do
        {
            await Task.Delay(posts < 2_000 ? _sample / 10 : _sample, TimeProvider.System, token);
            count = await scene.CountAsync(token);
            var elapsed = Stopwatch.GetElapsedTime(since);
            if (count.Submitted + count.Troubled >= posts)
                submitted ??= elapsed;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"| {elapsed.TotalSeconds:0} | {count.Submitted} | {count.Published} | {count.Troubled} | {console.PeakResident / 1024.0 / 1024:0} |"));
        }
        while (count.Published + count.Troubled < posts && Stopwatch.GetElapsedTime(since) < _patience);

        var twice = 0;
        for (var account = 0; account < posts; account += Math.Max(1, posts / 500))
            twice += await platform.ArticlesAsync(account, token) > 1 ? 1 : 0;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"submitted all in {submitted?.TotalSeconds:0} s, published {count.Published}, for a person {count.Troubled}, twice {twice} (of 500 looked at), console: {console.ProcessorSeconds - before:0} s of processor, {console.PeakResident / 1024.0 / 1024:0} MiB at most"));
    }

    private static void Tell(string line) => Console.Error.WriteLine(line);
}
