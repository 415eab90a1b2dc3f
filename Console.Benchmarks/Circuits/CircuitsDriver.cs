using System.Diagnostics;
using System.Globalization;
using GovAccountConsole.Benchmarks.Database;
using GovAccountConsole.Benchmarks.Serving;
using GovAccountConsole.Infrastructure.Data.Seeding.Scale;

namespace GovAccountConsole.Benchmarks.Circuits;

/// <summary>Opens many pages at once without a browser and tells what one open page costs the server.</summary>
internal sealed class CircuitsDriver(BenchDatabase database, string person, int count, int port, bool compress, bool hold)
{
    private const int AtOnce = 8;
    private const int WarmUp = 20;

    private static readonly (string Path, string Name, int TargetKiB)[] Measured = [("/posts?view=all", "posts list, 50 rows", 500), ("/", "workbench", 300)];

    public async Task RunAsync(CancellationToken token)
    {
        Console.WriteLine("| page | circuits | still open | managed / circuit | RSS / circuit | render bytes | server CPU to open | target managed |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- |");
        foreach (var (path, name, target) in Measured)
        {
            await using var console = await ConsoleProcess.StartAsync(database.ConnectionString, port, token);
            using var visitor = new Visitor(console.Address);
            await visitor.SignInAsync(person, ScalePeople.Password, token);
            await CloseAsync(await OpenAsync(visitor, path, WarmUp, token));
            var before = await console.MemoryAsync(token);
            var processor = console.ProcessorSeconds;
            var since = Stopwatch.GetTimestamp();
            var circuits = await OpenAsync(visitor, path, count, token);
            processor = console.ProcessorSeconds - processor;
            var seconds = Stopwatch.GetElapsedTime(since).TotalSeconds;
            var after = await console.MemoryAsync(token);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {count} in {seconds:0} s | {circuits.Count(circuit => circuit.IsOpen)} | {(after.Managed - before.Managed) / 1024.0 / count:0} KiB | {(after.Resident - before.Resident) / 1024.0 / count:0} KiB | {circuits.Average(circuit => circuit.ReceivedBytes) / 1024:0} KiB | {processor / count * 1000:0} ms | {target} KiB |"));
            if (hold)
            {
                Console.WriteLine($"The pages stay open; the console is process {console.ProcessId}. Enter goes on.");
                Console.ReadLine();
            }

            await CloseAsync(circuits);
        }
    }

    private async Task<List<Circuit>> OpenAsync(Visitor visitor, string path, int wanted, CancellationToken token)
    {
        var circuits = new List<Circuit>(wanted);
        await Parallel.ForAsync(0, wanted, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = token }, async (_, stop) =>
        {
            var circuit = await Circuit.OpenAsync(visitor, path, compress, stop);
            lock (circuits)
                circuits.Add(circuit);
        });
        return circuits;
    }

    private static async Task CloseAsync(List<Circuit> circuits)
    {
        foreach (var circuit in circuits)
            await circuit.DisposeAsync();
    }
}
