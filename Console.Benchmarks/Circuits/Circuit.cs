using System.Globalization;
using GovAccountConsole.Benchmarks.Database;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection;

namespace GovAccountConsole.Benchmarks.Circuits;

/// <summary>One open page as the server sees it: speaks the hub protocol of Blazor's own script, acknowledges renders, answers calls to JavaScript.</summary>
internal sealed class Circuit : IAsyncDisposable
{
    private const int ReturnsObject = 1;

    private readonly HubConnection _connection;
    private readonly TaskCompletionSource _attached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _rendered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _objects;

    private Circuit(Uri address, System.Net.CookieContainer cookies, bool compress)
    {
        var builder = new HubConnectionBuilder().WithUrl(new Uri(address, "/_blazor"), options =>
        {
            options.Transports = HttpTransportType.WebSockets;
            options.SkipNegotiation = true;
            options.Cookies = cookies;
            // Browsers negotiate compression, and it costs the server memory that a plain client would not show.
            if (compress)
                options.WebSocketConfiguration = socket => socket.DangerousDeflateOptions = new();
        });
        builder.Services.AddSingleton<IHubProtocol, BlazorPackProtocol>();
        _connection = builder.Build();
        _connection.On<long, byte[]>("JS.RenderBatch", (batch, content) =>
        {
            ReceivedBytes += content.Length;
            return _connection.SendAsync("OnRenderCompleted", batch, (string?)null);
        });
        _connection.On<long, string, string, int, long, int>("JS.BeginInvokeJS", AnswerAsync);
        _connection.On<string, bool, object>("JS.EndInvokeDotNet", (_, _, _) => Task.CompletedTask);
        _connection.On<long>("JS.EndUpdateRootComponents", _ => _rendered.TrySetResult());
        _connection.On<string>("JS.Error", message => _attached.TrySetException(new BenchmarkException(message)));
        _connection.Closed += failure =>
        {
            var ended = new BenchmarkException($"The circuit ended: {failure?.Message}");
            _attached.TrySetException(ended);
            _rendered.TrySetException(ended);
            return Task.CompletedTask;
        };
    }

    /// <summary>Bytes of rendering the server sent.</summary>
    public long ReceivedBytes { get; private set; }

    /// <summary>Whether the server still keeps the page.</summary>
    public bool IsOpen => _connection.State == HubConnectionState.Connected;

    /// <summary>Loads the page as a browser does and keeps it open.</summary>
    public static async Task<Circuit> OpenAsync(Visitor visitor, string path, bool compress, CancellationToken token)
    {
        var markers = PageMarkers.Read(await visitor.GetAsync(path, token)) ?? throw new BenchmarkException($"{path} has no interactive part.");
        var circuit = new Circuit(visitor.Address, visitor.Cookies, compress);
        try
        {
            await circuit._connection.StartAsync(token);
            var uri = new Uri(visitor.Address, path).AbsoluteUri;
            await circuit._connection.InvokeAsync<string?>("StartCircuit", visitor.Address.AbsoluteUri, uri, "[]", markers.State, token);
            await circuit._attached.Task.WaitAsync(TimeSpan.FromSeconds(60), TimeProvider.System, token);
            await circuit._connection.SendAsync("UpdateRootComponents", markers.Operations, markers.State, token);
            await circuit._rendered.Task.WaitAsync(TimeSpan.FromSeconds(60), TimeProvider.System, token);
            return circuit;
        }
        catch
        {
            await circuit.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private Task AnswerAsync(long handle, string identifier, string arguments, int resultType, long target, int callType)
    {
        if (identifier == "Blazor._internal.attachWebRendererInterop")
            _attached.TrySetResult();
        if (handle == 0)
            return Task.CompletedTask;
        var value = resultType == ReturnsObject
            ? string.Create(CultureInfo.InvariantCulture, $$"""{"__jsObjectId":{{Interlocked.Increment(ref _objects)}}}""")
            : Known(identifier);
        return _connection.SendAsync("EndInvokeJSFromDotNet", handle, true, string.Create(CultureInfo.InvariantCulture, $"[{handle},true,{value}]"));
    }

    /// <summary>What the console's own scripts would answer; everything else answers nothing.</summary>
    private static string Known(string identifier) => identifier switch
    {
        "gacTheme.watch" => "false",
        _ => "null",
    };
}
