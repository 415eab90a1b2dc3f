using System.Diagnostics;
using System.Globalization;
using System.Text;
using GovAccountConsole.Benchmarks.Database;
using GovAccountConsole.Benchmarks.Pages;
using GovAccountConsole.Benchmarks.Serving;
using GovAccountConsole.Infrastructure;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Data.Embedded;
using GovAccountConsole.Infrastructure.Weixin;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GovAccountConsole.Benchmarks.Engine;

/// <summary>A storm of encrypted messages of citizens at a steady rate: how long until each is stored and answered, counted from the moment it should have been sent.</summary>
internal sealed class CallbacksDriver(int rate, int seconds, int port)
{
    private const int Accounts = 2_000;
    private const int Citizens = 20_000;
    private const int WarmUpSeconds = 5;
    private const int Connections = 64;

    public async Task RunAsync(CancellationToken token)
    {
        var folder = Directory.CreateTempSubdirectory("gac-callbacks-").FullName;
        try
        {
            await using var server = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions(Path.Combine(folder, "postgres")), Console.Error.WriteLine, TimeProvider.System, token);
            await using var services = new ServiceCollection().AddLogging().AddLocalization().AddConsoleInfrastructure(server.ConnectionString).BuildServiceProvider();
            await ActivatorUtilities.CreateInstance<DatabasePreparation>(services).RunAsync(_ => { }, _ => Task.CompletedTask, token);
            await EngineScene.CreateAsync(services, Accounts, token);
            await using var console = await ConsoleProcess.StartAsync(server.ConnectionString, port, token, new Dictionary<string, string>(StringComparer.Ordinal) { ["DOTNET_gcServer"] = "0" });
            using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Connections }) { BaseAddress = console.Address };
            await StormAsync(client, Make(0, rate / 4 * WarmUpSeconds), rate / 4, token);
            var storm = Make(rate / 4 * WarmUpSeconds, rate * seconds);
            var (figures, accepted, elapsed) = await StormAsync(client, storm, rate, token);
            await using var db = await services.GetRequiredService<IDbContextFactory<ConsoleDb>>().CreateDbContextAsync(token);
            var stored = await db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM messages").SingleAsync(token);
            Console.WriteLine("| sent a second | accepted a second | p50 ms | p95 ms | p99 ms | accepted | stored |");
            Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- |");
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {rate} | {accepted / elapsed.TotalSeconds:0} | {figures.Percentile(50):0.0} | {figures.Percentile(95):0.0} | {figures.Percentile(99):0.0} | {accepted} of {storm.Count} | {stored - (rate / 4 * WarmUpSeconds)} |"));
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    private static async Task<(Figures Figures, int Accepted, TimeSpan Elapsed)> StormAsync(HttpClient client, List<(string Path, byte[] Body)> storm, int rate, CancellationToken token)
    {
        var figures = new Figures();
        var accepted = 0;
        var next = -1;
        var since = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(SendAsync, token)));
        return (figures, accepted, Stopwatch.GetElapsedTime(since));

        async Task SendAsync()
        {
            for (var number = Interlocked.Increment(ref next); number < storm.Count; number = Interlocked.Increment(ref next))
            {
                // Its moment on the timetable: a slow answer makes the following ones late, and that is counted.
                var due = TimeSpan.FromSeconds((double)number / rate);
                if (due - Stopwatch.GetElapsedTime(since) is { TotalMilliseconds: > 1 } early)
                    await Task.Delay(early, TimeProvider.System, token);
                using var content = new ByteArrayContent(storm[number].Body);
                content.Headers.ContentType = new("text/xml");
                using var answer = await client.PostAsync(new Uri(storm[number].Path, UriKind.Relative), content, token);
                var took = (Stopwatch.GetElapsedTime(since) - due).TotalMilliseconds;
                lock (figures)
                {
                    figures.Add(took);
                    accepted += answer.IsSuccessStatusCode ? 1 : 0;
                }
            }
        }
    }

    // Made before the storm: encrypting must not take the processor from what is measured.
    private static List<(string Path, byte[] Body)> Make(int first, int count)
    {
        var cipher = CallbackCipher.From(SceneMatrix.AesKey)!;
        var at = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        return [.. Enumerable.Range(first, count).AsParallel().AsOrdered().Select(number =>
        {
            var appId = SceneMatrix.AppIdOf(number % Accounts);
            var xml = string.Create(CultureInfo.InvariantCulture, $"<xml><ToUserName><![CDATA[gh_{number % Accounts:x12}]]></ToUserName><FromUserName><![CDATA[oCITIZEN{number % Citizens:00000000}]]></FromUserName><CreateTime>{at}</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[第 {number} 问：今晚高速封闭吗？]]></Content><MsgId>{24_000_000_000_000_000 + number}</MsgId></xml>");
            var encrypted = cipher.Encrypt(new CallbackSecret(xml, appId));
            var timestamp = at.ToString(CultureInfo.InvariantCulture);
            var nonce = number.ToString(CultureInfo.InvariantCulture);
            var signature = CallbackSignature.Sign(SceneMatrix.CallbackToken, timestamp, nonce);
            var signed = CallbackSignature.Sign(SceneMatrix.CallbackToken, timestamp, nonce, encrypted);
            var body = $"<xml><ToUserName><![CDATA[gh_{number % Accounts:x12}]]></ToUserName><Encrypt><![CDATA[{encrypted}]]></Encrypt></xml>";
            return ($"/weixin/callback/{appId}?signature={signature}&timestamp={timestamp}&nonce={nonce}&encrypt_type=aes&msg_signature={signed}", Encoding.UTF8.GetBytes(body));
        })];
    }
}
