using System.Globalization;
using GovAccountConsole.Benchmarks.Chaos;
using GovAccountConsole.Benchmarks.Checks;
using GovAccountConsole.Benchmarks.Circuits;
using GovAccountConsole.Benchmarks.Database;
using GovAccountConsole.Benchmarks.Engine;
using GovAccountConsole.Benchmarks.Pages;
using GovAccountConsole.Benchmarks.Records;
using GovAccountConsole.Benchmarks.Reviews;
using GovAccountConsole.Benchmarks.Serving;
using GovAccountConsole.Benchmarks.Writing;
using GovAccountConsole.Infrastructure.Data.Embedded;

const string Usage =
    """
    Console.Benchmarks pages [--rounds N] [--only TEXT] [--explain]   what four people wait for, in the database and in the query classes
    Console.Benchmarks http [--rounds N] [--port P]     the same over HTTP: pages as first drawn, and the API
    Console.Benchmarks checks                           all checks of a post of 20,000 characters (BenchmarkDotNet; run in Release)
    Console.Benchmarks review                           comparison and remarks of a post of 20,000 characters (BenchmarkDotNet; run in Release)
    Console.Benchmarks circuits [--count N] [--person EMAIL] [--port P] [--plain] [--hold]
                                                        what an open page costs the server (--plain: without compression; --hold: wait with all open)
    Console.Benchmarks engine [--posts N] [--port P]    N posts of N accounts due in the same minute, delivered to a simulated platform (its own database)
    Console.Benchmarks chaos [--posts N] [--accounts M] [--minutes T] [--seed S] [--kills K] [--port P]
                                                        deliveries under faults and kill -9 of two nodes and PostgreSQL (its own database); fails if anything is sent twice or lost
    Console.Benchmarks jobs [--posts N]                 the same platform calls as jobs of Quartz.NET, for comparison
    Console.Benchmarks callbacks [--rate N] [--seconds N] [--port P]
                                                        encrypted messages of citizens at a steady rate until each is stored and answered (its own database)
    Console.Benchmarks writing [--rounds N] [--port P]  what writers and reviewers wait for: a long post, checks, differences, a long queue, the bell
    Console.Benchmarks records [--rounds N] [--port P] [--revisions N]
                                                        sentence search, the sealer and verifier of the audit chain, a library of 5,000 pictures
    """;

try
{
    switch (args)
    {
        case ["pages", .. var rest]:
            await using (var database = await BenchDatabase.OpenAsync(CancellationToken.None))
                await new PagesDriver(database, Option(rest, "--rounds", 40), Text(rest, "--only"), rest.Contains("--explain")).RunAsync(CancellationToken.None);
            return 0;
        case ["http", .. var rest]:
            await using (var database = await BenchDatabase.OpenAsync(CancellationToken.None))
                await new HttpDriver(database, Option(rest, "--rounds", 40), Option(rest, "--port", 5225)).RunAsync(CancellationToken.None);
            return 0;
        case ["circuits", .. var rest]:
            await using (var database = await BenchDatabase.OpenAsync(CancellationToken.None))
                await new CircuitsDriver(database, Text(rest, "--person") ?? GovAccountConsole.Infrastructure.Data.Seeding.Scale.ScalePeople.Districts, Option(rest, "--count", 300), Option(rest, "--port", 5225), !rest.Contains("--plain"), rest.Contains("--hold")).RunAsync(CancellationToken.None);
            return 0;
        case ["checks", .. var rest]:
            BenchmarkDotNet.Running.BenchmarkRunner.Run<CheckBenchmarks>(null, rest);
            return 0;
        case ["writing", .. var rest]:
            await new WritingDriver(Option(rest, "--rounds", 40), Option(rest, "--port", 5225)).RunAsync(CancellationToken.None);
            return 0;
        case ["engine", .. var rest]:
            await new EngineDriver(Option(rest, "--posts", 60_000), Option(rest, "--port", 5225)).RunAsync(CancellationToken.None);
            return 0;
        case ["chaos", .. var rest]:
            var trouble = TimeSpan.FromMinutes(Option(rest, "--minutes", 5)) * 0.7;
            return await new ChaosDriver(
                new(Option(rest, "--posts", 300), Option(rest, "--accounts", 60), trouble, TimeSpan.FromMinutes(5), Option(rest, "--seed", Random.Shared.Next(1, 1_000_000)), Option(rest, "--kills", 12)),
                Option(rest, "--port", 5225)).RunAsync(CancellationToken.None);
        case ["records", .. var rest]:
            await new RecordsDriver(Option(rest, "--rounds", 40), Option(rest, "--port", 5225), Option(rest, "--revisions", 100_000)).RunAsync(CancellationToken.None);
            return 0;
        case ["jobs", .. var rest]:
            await new JobLibraryDriver(Option(rest, "--posts", 60_000)).RunAsync(CancellationToken.None);
            return 0;
        case ["callbacks", .. var rest]:
            await new CallbacksDriver(Option(rest, "--rate", 2_000), Option(rest, "--seconds", 30), Option(rest, "--port", 5225)).RunAsync(CancellationToken.None);
            return 0;
        case ["review", .. var rest]:
            BenchmarkDotNet.Running.BenchmarkRunner.Run<ReviewBenchmarks>(null, rest);
            return 0;
        case ["serve"]:
            return MemoryProbe.Serve();
        default:
            Console.Error.WriteLine(Usage);
            return 2;
    }
}
catch (Exception failure) when (failure is BenchmarkException or EmbeddedPostgresException)
{
    Console.Error.WriteLine(failure.Message);
    return 1;
}

static int Option(string[] arguments, string name, int otherwise) =>
    Text(arguments, name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

static string? Text(string[] arguments, string name) =>
    Array.IndexOf(arguments, name) is var at and >= 0 && at + 1 < arguments.Length ? arguments[at + 1] : null;
