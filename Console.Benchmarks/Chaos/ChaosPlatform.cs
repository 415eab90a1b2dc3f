using System.Net.Http.Json;
using System.Text.Json.Nodes;
using GovAccountConsole.Benchmarks.Engine;
using GovAccountConsole.Simulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging.Abstractions;

namespace GovAccountConsole.Benchmarks.Chaos;

/// <summary>An article that citizens can see.</summary>
internal sealed record ChaosArticle(string Title, int Account, bool IsPush);

/// <summary>The simulated platform. It lives in the driver's process and is never killed: what it shows is the truth.</summary>
internal sealed class ChaosPlatform : IAsyncDisposable
{
    // Longer than the console waits before it looks for an unanswered submission, or takes over from a dead worker: a draft that is submitted
    // again in this time becomes a second article, so a console that repeats itself cannot hide behind a draft that is gone already.
    private static readonly TimeSpan _publishing = TimeSpan.FromSeconds(12);
    private readonly WebApplication _app;
    private readonly HttpClient _http;
    private readonly int _accounts;

    private ChaosPlatform(WebApplication app, int accounts)
    {
        (_app, _accounts) = (app, accounts);
        _http = new() { BaseAddress = SimulatorHost.AddressOf(app) };
    }

    public Uri Address => _http.BaseAddress!;

    /// <summary>Starts it with the accounts opened; their events go to one of <paramref name="nodes"/> each.</summary>
    public static async Task<ChaosPlatform> StartAsync(int accounts, IReadOnlyList<Uri> nodes, TimeSpan confirmation, CancellationToken token)
    {
        // The driver looks more often than an account may be asked in a day.
        string[] asked = ["/cgi-bin/freepublish/get", "/cgi-bin/freepublish/batchget", "/cgi-bin/freepublish/submit", "/cgi-bin/message/mass/sendall", "/cgi-bin/draft/get", "/cgi-bin/draft/add"];
        var app = SimulatorHost.Build(new SimulatorOptions
        {
            Urls = "http://127.0.0.1:0", PublishDelay = _publishing, MassSendDelay = TimeSpan.FromSeconds(2), AdminConfirmation = confirmation,
            Logging = NullLoggerFactory.Instance, DailyLimits = asked.ToDictionary(path => path, _ => 1_000_000, StringComparer.Ordinal),
        });
        await app.StartAsync(token);
        var platform = new ChaosPlatform(app, accounts);
        for (var number = 0; number < accounts; number++)
        {
            var appId = SceneMatrix.AppIdOf(number);
            await platform.OrderAsync("/sim/accounts", new JsonObject
            {
                ["appId"] = appId, ["appSecret"] = SceneMatrix.Secret, ["name"] = $"临江公安{number}", ["originalId"] = $"gh_{number:x12}", ["kind"] = "subscription", ["verified"] = true,
                ["token"] = SceneMatrix.CallbackToken, ["encodingAesKey"] = SceneMatrix.AesKey, ["massSendLimit"] = 1000, ["callbackMode"] = "safe",
                ["callbackUrl"] = new Uri(nodes[number % nodes.Count], $"/weixin/callback/{appId}").ToString(),
            }, token);
        }

        return platform;
    }

    public async Task BreakAsync(IEnumerable<ChaosFault> faults, CancellationToken token)
    {
        foreach (var fault in faults)
            await OrderAsync("/sim/faults", fault.Order, token);
    }

    /// <summary>Ends all faults and tells how often each struck.</summary>
    public async Task<IReadOnlyDictionary<string, long>> MendAsync(CancellationToken token)
    {
        var struck = (await ListAsync("/sim/faults", token)).ToDictionary(fault => (string)fault!["note"]!, fault => (long)fault!["taken"]!, StringComparer.Ordinal);
        using var answer = await _http.DeleteAsync(new Uri("/sim/faults", UriKind.Relative), token);
        answer.EnsureSuccessStatusCode();
        return struck;
    }

    /// <summary>Lets the administrators answer what waits for them; <paramref name="answers"/> says what of a title, null: nothing.</summary>
    public async Task AnswerAsync(Func<string, bool?> answers, CancellationToken token)
    {
        for (var number = 0; number < _accounts; number++)
        {
            var appId = SceneMatrix.AppIdOf(number);
            foreach (var send in (await ListAsync($"/sim/accounts/{appId}/sends", token)).Where(send => (string?)send!["state"] == "awaitingAdmin"))
            {
                if (answers((string)send!["titles"]![0]!) is not { } confirmed)
                    continue;
                using var answer = await _http.PostAsync(new Uri($"/sim/accounts/{appId}/sends/{send["msgId"]}/{(confirmed ? "confirm" : "refuse")}", UriKind.Relative), null, token);
            }
        }
    }

    /// <summary>Whether everything handed over has come out by now: until then a second sending may still show.</summary>
    public async Task<bool> IsQuietAsync(CancellationToken token)
    {
        var since = TimeProvider.System.GetUtcNow() - _publishing - TimeSpan.FromSeconds(1);
        for (var number = 0; number < _accounts; number++)
        {
            var calls = await ListAsync($"/sim/calls?appId={SceneMatrix.AppIdOf(number)}", token);
            if (calls.Any(call => (string?)call!["path"] is "/cgi-bin/freepublish/submit" or "/cgi-bin/message/mass/sendall" && (DateTimeOffset)call["at"]! > since))
                return false;
        }

        return true;
    }

    /// <summary>Everything that citizens can see.</summary>
    public async Task<IReadOnlyList<ChaosArticle>> ArticlesAsync(CancellationToken token)
    {
        var seen = new List<ChaosArticle>();
        for (var number = 0; number < _accounts; number++)
        {
            foreach (var article in await ListAsync($"/sim/accounts/{SceneMatrix.AppIdOf(number)}/articles", token))
                seen.Add(new((string)article!["title"]!, number, (string?)article["channel"] != "publish"));
        }

        return seen;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }

    private async Task<JsonArray> ListAsync(string path, CancellationToken token) =>
        (await _http.GetFromJsonAsync<JsonArray>(new Uri(path, UriKind.Relative), token))!;

    private async Task OrderAsync(string path, JsonObject order, CancellationToken token)
    {
        using var answer = await _http.PostAsJsonAsync(new Uri(path, UriKind.Relative), order, token);
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException($"The simulated platform refused {path}: {await answer.Content.ReadAsStringAsync(token)}");
    }
}
