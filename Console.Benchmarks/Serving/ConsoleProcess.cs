using System.Diagnostics;
using System.Globalization;
using GovAccountConsole.Benchmarks.Database;

namespace GovAccountConsole.Benchmarks.Serving;

/// <summary>The console as a process of its own, with the garbage collector it has in production and a probe that tells its memory.</summary>
internal sealed class ConsoleProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly HttpClient _probe;

    private ConsoleProcess(Process process, Uri address, Uri probe)
    {
        _process = process;
        Address = address;
        _probe = new HttpClient { BaseAddress = probe };
    }

    public Uri Address { get; }

    public int ProcessId => _process.Id;

    /// <summary>Seconds of processor the console has used.</summary>
    public double ProcessorSeconds
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime.TotalSeconds;
        }
    }

    /// <summary>The most memory it ever held resident, in bytes, as Linux counts it.</summary>
    public long PeakResident
    {
        get
        {
            var line = File.ReadLines($"/proc/{_process.Id}/status").First(row => row.StartsWith("VmHWM:", StringComparison.Ordinal));
            return long.Parse(line.AsSpan(6, line.Length - 8).Trim(), CultureInfo.InvariantCulture) * 1024;
        }
    }

    /// <summary>Starts it on <paramref name="port"/> (and the probe on the next) and waits until it is ready.</summary>
    public static async Task<ConsoleProcess> StartAsync(string connectionString, int port, CancellationToken token, IReadOnlyDictionary<string, string>? settings = null)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [.. OwnAssembly(), "serve"])
        {
            UseShellExecute = false,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.Environment["ConnectionStrings__Console"] = connectionString + ";Maximum Pool Size=80";
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["ASPNETCORE_URLS"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
        start.Environment[MemoryProbe.PortVariable] = (port + 1).ToString(CultureInfo.InvariantCulture);
        start.Environment["DOTNET_gcServer"] = "1";
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        foreach (var (name, value) in settings ?? new Dictionary<string, string>(StringComparer.Ordinal))
            start.Environment[name] = value;
        var process = Process.Start(start)!;
        var console = new ConsoleProcess(process, new Uri($"http://127.0.0.1:{port}"), new Uri($"http://127.0.0.1:{port + 1}"));
        using var client = new HttpClient { BaseAddress = console.Address };
        var since = TimeProvider.System.GetTimestamp();
        while (!await AnswersAsync(client, token))
        {
            if (process.HasExited || TimeProvider.System.GetElapsedTime(since) > TimeSpan.FromMinutes(2))
                throw new BenchmarkException("The console did not start; see its output above.");
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, token);
        }

        return console;
    }

    /// <summary>Resident and managed bytes after a full collection.</summary>
    public async Task<(long Resident, long Managed)> MemoryAsync(CancellationToken token)
    {
        var parts = (await _probe.GetStringAsync(new Uri("/", UriKind.Relative), token)).Split(' ');
        return (long.Parse(parts[0], CultureInfo.InvariantCulture), long.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    public async ValueTask DisposeAsync()
    {
        _probe.Dispose();
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static IEnumerable<string> OwnAssembly() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(ConsoleProcess).Assembly.Location] : [];

    private static async Task<bool> AnswersAsync(HttpClient client, CancellationToken token)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), token);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
