using System.Globalization;
using System.Net;
using GovAccountConsole.Web.Startup;

namespace GovAccountConsole.Benchmarks.Serving;

/// <summary>Runs the console in this process and answers on a port beside it how much memory it holds, so that the product needs no such address.</summary>
internal static class MemoryProbe
{
    /// <summary>Names the port of the probe.</summary>
    public const string PortVariable = "BENCHMARK_PROBE_PORT";

    /// <summary>Serves until the process is ended.</summary>
    public static int Serve()
    {
        using var listener = new HttpListener();
        listener.Prefixes.Add($"http://127.0.0.1:{Environment.GetEnvironmentVariable(PortVariable)}/");
        listener.Start();
        _ = AnswerAsync(listener);
        var entry = typeof(Launch).Assembly.EntryPoint!;
        string[] settings = ["--applicationName=Console.Web", $"--contentRoot={AppContext.BaseDirectory}"];
        return entry.Invoke(null, [settings]) is int status ? status : 0;
    }

    private static async Task AnswerAsync(HttpListener listener)
    {
        while (listener.IsListening)
        {
            var context = await listener.GetContextAsync();
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true);
            GC.WaitForPendingFinalizers();
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true);
            await using var writer = new StreamWriter(context.Response.OutputStream);
            await writer.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"{Environment.WorkingSet} {GC.GetTotalMemory(false)}"));
        }
    }
}
