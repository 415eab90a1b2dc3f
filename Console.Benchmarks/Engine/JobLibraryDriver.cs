using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using GovAccountConsole.Benchmarks.Database;
using GovAccountConsole.Infrastructure.Data.Embedded;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;
using SkiaSharp;

namespace GovAccountConsole.Benchmarks.Engine;

/// <summary>
/// The same platform calls for the same number of posts as jobs of a plain job library (Quartz.NET, its tables in PostgreSQL): no review, no content check, no look
/// for lost answers, nothing that keeps a post from going out twice. What the engine is compared with.
/// </summary>
internal sealed class JobLibraryDriver(int posts)
{
    private const int Batch = 500;
    private const int Threads = 8;

    public async Task RunAsync(CancellationToken token)
    {
        var folder = Directory.CreateTempSubdirectory("gac-jobs-").FullName;
        try
        {
            await using var server = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions(Path.Combine(folder, "postgres")), Console.Error.WriteLine, TimeProvider.System, token);
            await using var platform = await SimulatedPlatform.StartAsync(posts, null, token);
            using var http = new HttpClient { BaseAddress = platform.Address };
            var builder = Host.CreateApplicationBuilder();
            builder.Logging.SetMinimumLevel(LogLevel.Warning);
            var count = new Countdown(posts);
            builder.Services.AddSingleton(http).AddSingleton(count).AddSingleton(Cover());
            builder.Services.AddQuartz(quartz =>
            {
                quartz.ConfigureScheduler(options => (options.InstanceId, options.MaxBatchSize) = ("bench", Threads));
                quartz.UseDefaultThreadPool(Threads);
                quartz.UsePersistentStore(store =>
                {
                    store.UsePostgres(server.ConnectionString);
                    store.ProvisionSchema();
                    store.UseSystemTextJsonSerializer();
                });
            });
            using var host = builder.Build();
            var scheduler = await host.Services.GetRequiredService<ISchedulerFactory>().GetScheduler(token);
            var since = Stopwatch.GetTimestamp();
            for (var first = 0; first < posts; first += Batch)
                await scheduler.ScheduleJobs(Jobs(first, Math.Min(Batch, posts - first)), default, token);
            var scheduled = Stopwatch.GetElapsedTime(since);
            since = Stopwatch.GetTimestamp();
            await scheduler.Start(token);
            await count.Reached.WaitAsync(TimeSpan.FromHours(1), TimeProvider.System, token);
            var drained = Stopwatch.GetElapsedTime(since);
            await scheduler.Shutdown(waitForJobsToComplete: true, token);
            Console.WriteLine("| posts | scheduling s | submitting all s | a second | refused |");
            Console.WriteLine("| --- | --- | --- | --- | --- |");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {posts} | {scheduled.TotalSeconds:0} | {drained.TotalSeconds:0} | {posts / drained.TotalSeconds:0} | {count.Refused} |"));
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    private static Dictionary<IJobDetail, IReadOnlyCollection<ITrigger>> Jobs(int first, int count) => Enumerable.Range(first, count).ToDictionary(
        number => JobBuilder.Create<PublishJob>().WithIdentity(SceneMatrix.AppIdOf(number)).RequestRecovery().Build(),
        number => (IReadOnlyCollection<ITrigger>)[TriggerBuilder.Create().WithIdentity(SceneMatrix.AppIdOf(number)).StartNow().Build()]);

    private static CoverFile Cover()
    {
        using var bitmap = new SKBitmap(900, 383);
        bitmap.Erase(new SKColor(29, 95, 191));
        return new CoverFile(bitmap.Encode(SKEncodedImageFormat.Jpeg, 80).ToArray());
    }
}

/// <summary>The picture every post has as its cover.</summary>
internal sealed record CoverFile(byte[] Bytes);

/// <summary>Tells when all are done.</summary>
internal sealed class Countdown(int from)
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _left = from;
    private int _refused;

    public Task Reached => _reached.Task;

    public int Refused => _refused;

    public void Done(bool taken)
    {
        if (!taken) Interlocked.Increment(ref _refused);
        if (Interlocked.Decrement(ref _left) == 0) _reached.TrySetResult();
    }
}

/// <summary>Token, cover, draft, submit: what a script would do.</summary>
internal sealed class PublishJob(HttpClient platform, CoverFile cover, Countdown count) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var appId = context.JobDetail.Key.Name;
        var token = await PostAsync("/cgi-bin/stable_token", new { grant_type = "client_credential", appid = appId, secret = SceneMatrix.Secret, force_refresh = false }, "access_token", cancellationToken);
        using var form = new MultipartFormDataContent();
        using var file = new ByteArrayContent(cover.Bytes);
        file.Headers.ContentType = new("image/jpeg");
        form.Add(file, "media", "cover.jpg");
        await form.LoadIntoBufferAsync(cancellationToken);
        using var uploaded = await platform.PostAsync(new Uri($"/cgi-bin/material/add_material?access_token={token}&type=image", UriKind.Relative), form, cancellationToken);
        var thumb = Member(await uploaded.Content.ReadFromJsonAsync<JsonElement>(cancellationToken), "media_id");
        var article = new { title = "今晚大雾，绕城高速北段可能临时管制", author = "临江公安", digest = "22:00 起可能封闭", content = "<p>去机场：走滨江大道。</p>", thumb_media_id = thumb, need_open_comment = 1, only_fans_can_comment = 0 };
        var draft = await PostAsync($"/cgi-bin/draft/add?access_token={token}", new { articles = new[] { article } }, "media_id", cancellationToken);
        count.Done(await PostAsync($"/cgi-bin/freepublish/submit?access_token={token}", new { media_id = draft }, "publish_id", cancellationToken) is not null);
    }

    private async Task<string?> PostAsync(string path, object body, string member, CancellationToken token)
    {
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body));
        content.Headers.ContentType = new("application/json");
        using var answer = await platform.PostAsync(new Uri(path, UriKind.Relative), content, token);
        return Member(await answer.Content.ReadFromJsonAsync<JsonElement>(token), member);
    }

    private static string? Member(JsonElement answer, string name) => answer.TryGetProperty(name, out var value) ? value.ToString() : null;
}
