using System.Collections.Concurrent;
using System.Net;
using GovAccountConsole.Infrastructure.Weixin;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GovAccountConsole.Tests.Weixin;

/// <summary>A bare HTTP server that answers what a test tells it to and keeps what it was sent.</summary>
internal sealed class PlatformDouble : IAsyncDisposable
{
    private readonly WebApplication _app;

    private PlatformDouble(WebApplication app) => _app = app;

    public Func<Received, HttpContext, Task> Handle { get; set; } = (_, context) => Json(context, "{\"errcode\":0,\"errmsg\":\"ok\"}");

    public ConcurrentQueue<Received> Calls { get; } = new();

    public Uri Address => new(_app.Urls.First());

    public static async Task<PlatformDouble> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var platform = new PlatformDouble(app);
        app.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            var call = new Received(
                context.Request.Path, context.Request.QueryString.Value ?? "", body.ToArray(), context.Request.ContentType, context.Request.ContentLength, context.Request.Headers.TransferEncoding.ToString());
            platform.Calls.Enqueue(call);
            await platform.Handle(call, context);
        });
        await app.StartAsync();
        return platform;
    }

    public static Task Json(HttpContext context, string json, string contentType = "application/json")
    {
        context.Response.ContentType = contentType;
        return context.Response.Body.WriteAsync(System.Text.Encoding.UTF8.GetBytes(json)).AsTask();
    }

    /// <summary>Answers the token call with the given tokens in turn, everything else as told.</summary>
    public void Serve(IEnumerable<string> tokens, Func<Received, HttpContext, Task> rest)
    {
        var next = new ConcurrentQueue<string>(tokens);
        Handle = (call, context) => call.Path == "/cgi-bin/stable_token"
            ? Json(context, $$"""{"access_token":"{{(next.TryDequeue(out var token) ? token : "exhausted")}}","expires_in":7200}""")
            : rest(call, context);
    }

    public ServiceProvider Client(TokenStore? store = null, TimeProvider? time = null, ILoggerProvider? logs = null, params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value))
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Weixin:ApiBaseUrl"] = Address.ToString() })
            .Build();
        var services = new ServiceCollection().AddLogging(logging =>
        {
            logging.SetMinimumLevel(LogLevel.Trace);
            if (logs is not null) logging.AddProvider(logs);
        });
        services.AddSingleton(time ?? TimeProvider.System);
        services.AddSingleton(store ?? new MemoryTokenStore());
        return services.AddWeixin(configuration).BuildServiceProvider();
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}

internal sealed record Received(string Path, string Query, byte[] Body, string? ContentType, long? ContentLength, string TransferEncoding)
{
    public string Text => System.Text.Encoding.UTF8.GetString(Body);
}

internal sealed class MemoryTokenStore : TokenStore
{
    public string? Secret { get; set; } = "secret";

    public AccessToken? Kept { get; set; }

    public int? Failed { get; private set; }

    public int Forces { get; private set; }

    public override Task<string?> ReadSecretAsync(string appId, CancellationToken token) => Task.FromResult(Secret);

    public override Task<AccessToken?> ReadAsync(string appId, CancellationToken token) => Task.FromResult(Kept);

    public override Task WriteAsync(string appId, AccessToken kept, CancellationToken token)
    {
        Kept = kept;
        return Task.CompletedTask;
    }

    public override Task MarkFailedAsync(string appId, int errorCode, CancellationToken token)
    {
        Failed = errorCode;
        return Task.CompletedTask;
    }

    public override Task ForgetAsync(string appId, CancellationToken token)
    {
        Kept = null;
        return Task.CompletedTask;
    }

    public override Task<bool> TryTakeForceAsync(string appId, DateTimeOffset notSince, CancellationToken token) => Task.FromResult(++Forces == 1);
}
