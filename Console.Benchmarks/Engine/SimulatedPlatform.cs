using System.Net.Http.Json;
using GovAccountConsole.Benchmarks.Database;
using GovAccountConsole.Simulator;
using Microsoft.AspNetCore.Builder;

namespace GovAccountConsole.Benchmarks.Engine;

/// <summary>The simulated platform at zero latency, with the accounts of the scene opened on it.</summary>
internal sealed class SimulatedPlatform : IAsyncDisposable
{
    private readonly WebApplication _app;

    private SimulatedPlatform(WebApplication app) => _app = app;

    public Uri Address => SimulatorHost.AddressOf(_app);

    /// <summary>Starts it; it pushes its events to <paramref name="console"/>, or to nobody.</summary>
    public static async Task<SimulatedPlatform> StartAsync(int accounts, Uri? console, CancellationToken token)
    {
        var app = SimulatorHost.Build(new SimulatorOptions { Urls = "http://127.0.0.1:0", PublishDelay = TimeSpan.Zero, MassSendDelay = TimeSpan.Zero });
        await app.StartAsync(token);
        var platform = new SimulatedPlatform(app);
        using var http = new HttpClient { BaseAddress = platform.Address };
        await Parallel.ForEachAsync(Enumerable.Range(0, accounts), new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = token }, async (number, cancel) =>
        {
            var appId = SceneMatrix.AppIdOf(number);
            using var answer = await http.PostAsJsonAsync(
                new Uri("/sim/accounts", UriKind.Relative),
                new
                {
                    appId, appSecret = SceneMatrix.Secret, name = $"临江公安{number}", originalId = $"gh_{number:x12}", kind = "subscription", verified = true,
                    token = SceneMatrix.CallbackToken, encodingAesKey = SceneMatrix.AesKey, callbackUrl = console is null ? null : new Uri(console, $"/weixin/callback/{appId}").ToString(), callbackMode = "safe",
                }, cancel);
            if (!answer.IsSuccessStatusCode)
                throw new BenchmarkException($"The simulator refused {appId}: {await answer.Content.ReadAsStringAsync(cancel)}");
        });
        return platform;
    }

    /// <summary>Articles citizens see of an account.</summary>
    public async Task<int> ArticlesAsync(int account, CancellationToken token)
    {
        using var http = new HttpClient { BaseAddress = Address };
        return (await http.GetFromJsonAsync<List<object>>(new Uri($"/sim/accounts/{SceneMatrix.AppIdOf(account)}/articles", UriKind.Relative), token))!.Count;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
