using System.Diagnostics;
using System.Runtime.InteropServices;

namespace GovAccountConsole.Benchmarks.Chaos;

/// <summary>One node: the console as a process of its own, as it is installed, started again whenever it ended, as a service manager does.</summary>
internal sealed class ChaosNode(string name, Uri address, string folder, IReadOnlyDictionary<string, string> settings) : IAsyncDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(200);
    private readonly HttpClient _http = new() { BaseAddress = address, Timeout = TimeSpan.FromSeconds(5) };
    private Process? _process;

    /// <summary>Where its output is.</summary>
    public string Log { get; } = Path.Combine(folder, name + ".log");

    /// <summary>Whether it ended though nobody killed it.</summary>
    public bool EndedByItself => _process is { HasExited: true };

    /// <summary>Starts it, again and again while the database does not answer, until it is ready.</summary>
    public async Task StartAsync(CancellationToken token)
    {
        var since = TimeProvider.System.GetTimestamp();
        Launch();
        while (!await IsReadyAsync(token))
        {
            if (TimeProvider.System.GetElapsedTime(since) > _patience)
                throw new InvalidOperationException($"{name} did not become ready; see {Log}: {Tail()}");
            await Task.Delay(_pause, TimeProvider.System, token);
            if (_process!.HasExited)
                Launch();
        }
    }

    /// <summary>SIGKILL: nothing is finished, nothing is told to anybody.</summary>
    public async Task KillAsync()
    {
        if (_process is not { } process)
            return;
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        _process = null;
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _http.Dispose();
    }

    private void Launch()
    {
        _process?.Dispose();
        var dotnet = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" >>\"$CHAOS_LOG\" 2>&1", "sh", dotnet, Path.Combine(AppContext.BaseDirectory, "Console.Web.dll")])
        {
            UseShellExecute = false,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.Environment["CHAOS_LOG"] = Log;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["ASPNETCORE_URLS"] = address.GetLeftPart(UriPartial.Authority);
        start.Environment["Weixin__PublicBaseUrl"] = address.GetLeftPart(UriPartial.Authority);
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        foreach (var (key, value) in settings)
            start.Environment[key] = value;
        _process = Process.Start(start)!;
    }

    private async Task<bool> IsReadyAsync(CancellationToken token)
    {
        try
        {
            using var answer = await _http.GetAsync(new Uri("/health/ready", UriKind.Relative), token);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException && !token.IsCancellationRequested)
        {
            return false;
        }
    }

    private string Tail() => File.Exists(Log) ? string.Join('\n', File.ReadLines(Log).TakeLast(20)) : "";
}
