using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using GovAccountConsole.Benchmarks.Circuits;
using GovAccountConsole.Benchmarks.Database;
using GovAccountConsole.Benchmarks.Serving;
using GovAccountConsole.Infrastructure.Data.Seeding.Scale;

namespace GovAccountConsole.Benchmarks.Pages;

/// <summary>Measures the same waits over HTTP, from request to last byte: the pages as first drawn by the server, and the API.</summary>
internal sealed class HttpDriver(BenchDatabase database, int rounds, int port)
{
    private const int WarmUp = 8;

    public async Task RunAsync(CancellationToken token)
    {
        await using var console = await ConsoleProcess.StartAsync(database.ConnectionString, port, token);
        var month = TimeProvider.System.GetUtcNow().ToString("yyyy-MM", CultureInfo.InvariantCulture);
        var next = TimeProvider.System.GetUtcNow().AddMonths(1).ToString("yyyy-MM", CultureInfo.InvariantCulture);
        var frequent = Uri.EscapeDataString(ScaleWords.Frequent);
        var absent = Uri.EscapeDataString(ScaleWords.Absent);
        string[] pages = ["/posts", $"/posts?q={frequent}", "/calendar", "/"];
        string[] calls = ["/api/v1/posts?limit=50", $"/api/v1/posts?limit=50&q={frequent}", $"/api/v1/posts?limit=50&q={absent}", $"/api/v1/calendar?from={month}-01&to={next}-01&limit=200"];

        Console.WriteLine("| address | who | status | KiB | p50 | p95 |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- |");
        foreach (var (email, name) in PagesDriver.People)
        {
            using var visitor = new Visitor(console.Address);
            await visitor.SignInAsync(email, ScalePeople.Password, token);
            foreach (var page in pages)
                await MeasureAsync(visitor.Client, page, name, token);
            using var client = new HttpClient { BaseAddress = console.Address };
            if (!await SignInAsync(client, email, token))
                continue;
            foreach (var call in calls)
                await MeasureAsync(client, call, name, token);
        }
    }

    private static async Task<bool> SignInAsync(HttpClient client, string email, CancellationToken token)
    {
        using var answer = await client.PostAsJsonAsync("/api/v1/auth/login", new { email, password = ScalePeople.Password }, token);
        if (answer.StatusCode == HttpStatusCode.NotFound)
            return false;
        var body = await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonObject>(token);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", body!["accessToken"]!.GetValue<string>());
        return true;
    }

    private async Task MeasureAsync(HttpClient client, string address, string name, CancellationToken token)
    {
        var figures = new Figures();
        var bytes = 0;
        var status = HttpStatusCode.OK;
        for (var round = 0; round < WarmUp + rounds; round++)
        {
            var since = Stopwatch.GetTimestamp();
            using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), token);
            bytes = (await answer.Content.ReadAsByteArrayAsync(token)).Length;
            status = answer.StatusCode;
            if (round >= WarmUp)
                figures.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"| {Uri.UnescapeDataString(address)} | {name} | {(int)status} | {bytes / 1024} | {figures.Percentile(50):0.0} | {figures.Percentile(95):0.0} |"));
    }
}
