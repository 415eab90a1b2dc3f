using System.Diagnostics;
using System.Globalization;
using GovAccountConsole.Benchmarks.Circuits;
using GovAccountConsole.Benchmarks.Database;
using GovAccountConsole.Benchmarks.Pages;
using GovAccountConsole.Benchmarks.Serving;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Infrastructure.Checks;
using GovAccountConsole.Infrastructure.Data.Embedded;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Notices;
using GovAccountConsole.Infrastructure.Posts;
using GovAccountConsole.Infrastructure.Reviews;
using GovAccountConsole.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace GovAccountConsole.Benchmarks.Writing;

/// <summary>What writers and reviewers wait for, on a database of its own: a long post, its checks, its differences, a long queue, many notices.</summary>
internal sealed class WritingDriver(int rounds, int port)
{
    private const int WarmUp = 8;

    public async Task RunAsync(CancellationToken token)
    {
        var folder = Directory.CreateTempSubdirectory("gac-writing-").FullName;
        try
        {
            await using var server = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions(folder), Console.Error.WriteLine, TimeProvider.System, token);
            var services = new ServiceCollection();
            services.AddLogging();
            services.AddLocalization();
            services.AddConsoleInfrastructure(server.ConnectionString);
            await using var provider = services.BuildServiceProvider();
            await ActivatorUtilities.CreateInstance<DatabasePreparation>(provider).RunAsync(_ => { }, _ => Task.CompletedTask, token);
            var scene = await WritingScene.CreateAsync(provider, token);
            Console.WriteLine("| what | target | p50 | p95 | |");
            Console.WriteLine("| --- | --- | --- | --- | --- |");
            await QueriesAsync(provider, scene, token);
            await using var console = await ConsoleProcess.StartAsync(server.ConnectionString, port, token);
            await PagesAsync(console, scene, token);
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    private async Task QueriesAsync(ServiceProvider services, WritingScene scene, CancellationToken token)
    {
        var posts = services.GetRequiredService<PostQueries>();
        var checks = services.GetRequiredService<CheckQueries>();
        var reviews = services.GetRequiredService<ReviewQueries>();
        var notices = services.GetRequiredService<NoticeQueries>();
        var page = await reviews.QueueAsync(scene.Reviewer, null, WritingScene.Waiting, token);
        if (page.Items.Count != WritingScene.Waiting || await notices.UnreadAsync(scene.Reviewer, token) == 0)
            throw new BenchmarkException($"The scene is not what it should be: {page.Items.Count} posts wait.");
        var (before, after) = (Content(scene.Articles), Content(scene.Changed));
        await MeasureAsync("open the long post: query", 300, () => posts.GetAsync(scene.Editor, scene.LongPost, token));
        await MeasureAsync("checks of the long post", 200, () => checks.OfPostAsync(scene.Editor, scene.LongPost, token));
        await MeasureAsync("differences of two versions of the long post", 200, () => Task.FromResult(PostComparison.Of(before, after)));
        await MeasureAsync("queue of 500: first 50", 100, () => reviews.QueueAsync(scene.Reviewer, null, 50, token));
        await MeasureAsync("queue of 500: all", 100, () => reviews.QueueAsync(scene.Reviewer, null, WritingScene.Waiting, token));
        await MeasureAsync("bell at 100,000 notices: count", 50, () => notices.UnreadAsync(scene.Reviewer, token));
        await MeasureAsync("bell at 100,000 notices: list", 50, () => notices.ListAsync(scene.Reviewer, false, null, 20, token));
    }

    private static PostContent Content(IReadOnlyList<Article> articles) => new(Guid.Empty, Channel.Publish, articles, []);

    private async Task PagesAsync(ConsoleProcess console, WritingScene scene, CancellationToken token)
    {
        foreach (var (email, what, path, target) in new[]
        {
            (WritingScene.EditorEmail, "open the long post: page", $"/posts/{scene.LongPost}", 300),
            (WritingScene.ReviewerEmail, "queue of 500: page", "/reviews", 100),
            (WritingScene.ReviewerEmail, "notices: page", "/notices", 100),
        })
        {
            using var visitor = new Visitor(console.Address);
            await visitor.SignInAsync(email, WritingScene.Password, token);
            // Processor time tells what a page costs also where others use the cores; the wall clock tells what a person waited.
            await visitor.GetAsync(path, token);
            var before = console.ProcessorSeconds;
            await MeasureAsync(what, target, () => visitor.GetAsync(path, token));
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {(console.ProcessorSeconds - before) * 1000 / (rounds + WarmUp):0.0} ms of processor each"));
        }
    }

    private async Task MeasureAsync<T>(string what, int target, Func<Task<T>> act)
    {
        var figures = new Figures();
        for (var round = 0; round < WarmUp + rounds; round++)
        {
            var since = Stopwatch.GetTimestamp();
            await act();
            if (round >= WarmUp)
                figures.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"| {what} | {target} ms | {figures.Percentile(50):0.0} | {figures.Percentile(95):0.0} | {(figures.Percentile(95) <= target ? "met" : "missed")} |"));
    }
}
