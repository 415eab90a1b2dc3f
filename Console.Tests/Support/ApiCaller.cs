using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using GovAccountConsole.Infrastructure.Data.Seeding;

namespace GovAccountConsole.Tests.Support;

/// <summary>An answer of the API.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Text">The body.</param>
/// <param name="Type">Its media type.</param>
/// <param name="ETag">The concurrency version, with its quotes.</param>
public sealed record ApiAnswer(HttpStatusCode Status, string Text, string? Type, string? ETag)
{
    /// <summary>The body as JSON.</summary>
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    /// <summary>The items of a list.</summary>
    public JsonElement[] Items => [.. Json.GetProperty("items").EnumerateArray()];

    /// <summary>A member as text.</summary>
    public string? this[string member] => Json.GetProperty(member).GetString();

    /// <summary>The problem's code; fails when the answer is no problem.</summary>
    public string? Code
    {
        get
        {
            Assert.Equal("application/problem+json", Type);
            Assert.Equal((int)Status, Json.GetProperty("status").GetInt32());
            Assert.False(string.IsNullOrWhiteSpace(this["detail"]), "a problem says what to do");
            return this["code"];
        }
    }

    /// <summary>The answer, once its status is the expected one.</summary>
    public ApiAnswer Is(HttpStatusCode expected)
    {
        Assert.True(Status == expected, $"{(int)Status} instead of {(int)expected}: {Text}");
        return this;
    }
}

/// <summary>Calls the API as one of the demo people, or as nobody.</summary>
public sealed class ApiCaller : IDisposable
{
    private static readonly ConditionalWeakTable<ConsoleApp, ConcurrentDictionary<string, Task<string>>> _tokens = [];

    private readonly HttpClient _client;

    private ApiCaller(HttpClient client) => _client = client;

    /// <summary>Everything any caller was answered, for the search for secrets.</summary>
    public static ConcurrentBag<string> Heard { get; } = [];

    /// <summary>Nobody: no token.</summary>
    public static ApiCaller Nobody(ConsoleApp app) => new(new HttpClient { BaseAddress = app.Address });

    /// <summary>A demo person, in English so that sentences can be told from codes.</summary>
    public static async Task<ApiCaller> AsAsync(ConsoleApp app, string email)
    {
        var caller = Nobody(app);
        var token = await _tokens.GetValue(app, _ => new(StringComparer.Ordinal)).GetOrAdd(email, async _ => await caller.LogInAsync(email, DemoMatrix.Password));
        caller.UseToken(token);
        return caller;
    }

    public void UseToken(string token) => _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);

    public async Task<string> LogInAsync(string email, string password) =>
        (await PostAsync("auth/login", new { email, password })).Is(HttpStatusCode.OK)["accessToken"]!;

    public Task<ApiAnswer> GetAsync(string address) => SendAsync(HttpMethod.Get, address, null, null);

    public Task<ApiAnswer> PostAsync(string address, object? body = null) => SendAsync(HttpMethod.Post, address, body, null);

    public Task<ApiAnswer> PutAsync(string address, object body, string? ifMatch) => SendAsync(HttpMethod.Put, address, body, ifMatch);

    public Task<ApiAnswer> DeleteAsync(string address) => SendAsync(HttpMethod.Delete, address, null, null);

    public async Task<ApiAnswer> UploadAsync(string address, string fileName, byte[] bytes)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(bytes), "file", fileName } };
        return await SendAsync(HttpMethod.Post, address, form, null, null);
    }

    public Task<ApiAnswer> SendAsync(HttpMethod method, string address, object? body, string? ifMatch, string? language = "en") => SendAsync(
        method, address, body is null ? null : new StringContent(body as string ?? JsonSerializer.Serialize(body, JsonSerializerOptions.Web), Encoding.UTF8, "application/json"), ifMatch, language);

    public void Dispose() => _client.Dispose();

    private async Task<ApiAnswer> SendAsync(HttpMethod method, string address, HttpContent? content, string? ifMatch, string? language)
    {
        using var request = new HttpRequestMessage(method, address.StartsWith('/') ? address : "/api/v1/" + address) { Content = content };
        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        request.Headers.AcceptLanguage.ParseAdd(language ?? "en");
        using var answer = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        if (!address.StartsWith("auth/", StringComparison.Ordinal))
        {
            Heard.Add(text);
        }

        return new ApiAnswer(answer.StatusCode, text, answer.Content.Headers.ContentType?.MediaType, answer.Headers.ETag?.Tag);
    }
}
