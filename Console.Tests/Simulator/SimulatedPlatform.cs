using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using GovAccountConsole.Simulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Time.Testing;

namespace GovAccountConsole.Tests.Simulator;

/// <summary>A simulator on a free port under a clock of its own, with one account and a plain HTTP client.</summary>
public sealed class SimulatedPlatform : IAsyncDisposable
{
    public const string AppId = "wx0123456789abcdef";
    public const string AppSecret = "0123456789abcdef0123456789abcdef";
    public const string CallbackToken = "GovConsoleToken2026";
    public const string AesKey = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";

    /// <summary>A 1×1 picture.</summary>
    public static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private readonly WebApplication _app;

    private SimulatedPlatform(WebApplication app, FakeTimeProvider time, Uri address)
    {
        (_app, Time, Address) = (app, time, address);
        Http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };
    }

    public FakeTimeProvider Time { get; }

    public Uri Address { get; }

    public HttpClient Http { get; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<SimulatedPlatform> StartAsync(object? account = null, SimulatorOptions? options = null, string now = "2026-03-10T10:00:00+08:00")
    {
        var time = new FakeTimeProvider(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture));
        var app = SimulatorHost.Build((options ?? new SimulatorOptions()) with { Urls = "http://127.0.0.1:0", Time = time });
        await app.StartAsync(Stop);
        var platform = new SimulatedPlatform(app, time, SimulatorHost.AddressOf(app));
        await platform.OpenAccountAsync(AppId, account);
        return platform;
    }

    public async Task OpenAccountAsync(string appId, object? differences = null)
    {
        var settings = new JsonObject
        {
            ["appId"] = appId,
            ["appSecret"] = AppSecret,
            ["name"] = "临江公安",
            ["originalId"] = "gh_0123456789ab",
            ["kind"] = "subscription",
            ["verified"] = true,
            ["token"] = CallbackToken,
            ["encodingAesKey"] = AesKey,
        };
        foreach (var (name, value) in differences is null ? [] : JsonSerializer.SerializeToNode(differences)!.AsObject())
        {
            settings[name] = value?.DeepClone();
        }
        using var response = await Http.PutAsync($"/sim/accounts/{appId}", Json(settings.ToJsonString()), Stop);
        response.EnsureSuccessStatusCode();
    }

    public async Task<JsonObject> GetAsync(string path)
    {
        using var response = await Http.GetAsync(path, Stop);
        return await ReadAsync(response);
    }

    public Task<JsonObject> PostAsync(string path, object body) => PostTextAsync(path, JsonSerializer.Serialize(body, Raw));

    public async Task<JsonObject> PostTextAsync(string path, string body)
    {
        using var content = Json(body);
        using var response = await Http.PostAsync(path, content, Stop);
        return await ReadAsync(response);
    }

    public async Task<string> TokenAsync(string appId = AppId, bool force = false)
    {
        var reply = await StableTokenAsync(appId, force);
        return (string?)reply["access_token"] ?? throw new InvalidOperationException(reply.ToJsonString());
    }

    public Task<JsonObject> StableTokenAsync(string appId = AppId, bool force = false, string secret = AppSecret) =>
        PostAsync("/cgi-bin/stable_token", new { grant_type = "client_credential", appid = appId, secret, force_refresh = force });

    /// <summary>A business call with a fresh token.</summary>
    public async Task<JsonObject> CallAsync(string path, object body) => await PostAsync(await WithTokenAsync(path), body);

    public async Task<string> WithTokenAsync(string path) => $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}access_token={await TokenAsync()}";

    public async Task<JsonObject> UploadAsync(string path, byte[] bytes, string fileName = "cover.png", string partName = "media")
    {
        using var form = new MultipartFormDataContent();
        using var part = new ByteArrayContent(bytes);
        part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(part, partName, fileName);
        using var buffered = new ByteArrayContent(await form.ReadAsByteArrayAsync(Stop));
        buffered.Headers.ContentType = form.Headers.ContentType;
        using var response = await Http.PostAsync(await WithTokenAsync(path), buffered, Stop);
        return await ReadAsync(response);
    }

    public async Task<string> CoverAsync() => (string)(await UploadAsync("/cgi-bin/material/add_material?type=image", Png))["media_id"]!;

    public async Task<JsonObject> AddDraftAsync(object? differences = null)
    {
        var article = await ArticleAsync(differences);
        return await CallAsync("/cgi-bin/draft/add", new { articles = new[] { article } });
    }

    public async Task<JsonObject> ArticleAsync(object? differences = null)
    {
        var article = new JsonObject
        {
            ["title"] = "早高峰绕行提示",
            ["author"] = "临江公安",
            ["digest"] = "三条路线",
            ["content"] = "<p>明早七点起，江滨路封闭施工。</p>",
            ["thumb_media_id"] = await CoverAsync(),
        };
        foreach (var (name, value) in differences is null ? [] : JsonSerializer.SerializeToNode(differences)!.AsObject())
        {
            article[name] = value?.DeepClone();
        }
        return article;
    }

    public async Task<string> DraftAsync(object? differences = null)
    {
        var reply = await AddDraftAsync(differences);
        return (string?)reply["media_id"] ?? throw new InvalidOperationException(reply.ToJsonString());
    }

    /// <summary>What the account's draft holds after the platform's filter.</summary>
    public async Task<JsonObject> FirstItemAsync(string mediaId) =>
        (await CallAsync("/cgi-bin/draft/get", new { media_id = mediaId }))["news_item"]![0]!.AsObject();

    /// <summary>A call of the simulator's own interface that must succeed.</summary>
    public async Task PostStatusAsync(string path, object body) => Assert.InRange((int)await StatusOfPostAsync(path, body), 200, 299);

    public async Task<System.Net.HttpStatusCode> StatusOfPostAsync(string path, object body)
    {
        using var content = Json(JsonSerializer.Serialize(body, Raw));
        using var response = await Http.PostAsync(path, content, Stop);
        return response.StatusCode;
    }

    /// <summary>A call of the simulator's own interface that answers 201 and what it made.</summary>
    public async Task<JsonObject> PostCreatingAsync(string path, object body)
    {
        using var content = Json(JsonSerializer.Serialize(body, Raw));
        using var response = await Http.PostAsync(path, content, Stop);
        Assert.Equal(System.Net.HttpStatusCode.Created, response.StatusCode);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(Stop))!.AsObject();
    }

    public async Task<JsonArray> ListAsync(string path) => JsonNode.Parse(await Http.GetStringAsync(path, Stop))!.AsArray();

    /// <summary>Waits, by the real clock, until something holds that another task brings about.</summary>
    public static async Task EventuallyAsync(Func<Task<bool>> holds)
    {
        var deadline = System.Diagnostics.Stopwatch.StartNew();
        while (!await holds())
        {
            Assert.True(deadline.Elapsed < TimeSpan.FromSeconds(20), "It did not come about within 20 s.");
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Stop);
        }
    }

    public Task StopAsync() => _app.StopAsync(Stop);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }

    public static async Task<JsonObject> ReadAsync(HttpResponseMessage response)
    {
        Assert.Equal(System.Net.HttpStatusCode.OK, response.StatusCode);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(Stop))!.AsObject();
    }

    private static readonly JsonSerializerOptions Raw = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");
}
