using System.Globalization;
using System.Net;
using System.Net.Sockets;
using GovAccountConsole.Benchmarks.Chaos;
using GovAccountConsole.Tests.Support;

namespace GovAccountConsole.Tests.Publishing.Chaos;

/// <summary>
/// Two nodes, each a process, and a PostgreSQL of their own deliver to a platform where everything goes wrong now and then, while all three are
/// killed with SIGKILL. <c>CHAOS_SEED</c> replays another sort of bad day.
/// </summary>
public sealed class ChaosTests(ITestOutputHelper output)
{
    private const int UsualSeed = 20261124;

    [Fact]
    public async Task Nothing_is_sent_twice_and_nothing_is_lost()
    {
        using var folder = new TemporaryFolder();
        var seed = Environment.GetEnvironmentVariable("CHAOS_SEED") is { Length: > 0 } given ? int.Parse(given, CultureInfo.InvariantCulture) : UsualSeed;
        var options = new ChaosOptions(Posts: 30, Accounts: 10, Trouble: TimeSpan.FromSeconds(14), Rest: TimeSpan.FromMinutes(3), seed, Kills: 3);
        var report = await new ChaosRun(options, folder.Path, FreePorts(), output.WriteLine).ExecuteAsync(TestContext.Current.CancellationToken);

        output.WriteLine($"published {report.Verdict.Published}, failed {report.Verdict.Failed}, for a person {report.Verdict.ForAPerson}, faults {report.Struck.Values.Sum()}, at rest after {report.Rested.TotalSeconds:0} s");
        Assert.True(report.IsClean, $"seed {seed}, {report.EndedByThemselves} nodes ended by themselves\n{string.Join('\n', report.Verdict.Findings)}");
        Assert.Equal(options.Posts, report.Verdict.Published + report.Verdict.Failed + report.Verdict.ForAPerson);
        Assert.Equal(3, report.Killed.Count);
        // A day on which nothing went wrong, or nothing went out, would prove nothing.
        Assert.True(report.Struck.Values.Sum() > 10, "too few faults struck");
        Assert.True(report.Verdict.Published > options.Posts / 3, $"only {report.Verdict.Published} published");
    }

    // Two neighbours that nobody listens on just now.
    private static int FreePorts()
    {
        for (; ;)
        {
            using var first = new TcpListener(IPAddress.Loopback, 0);
            first.Start();
            var port = ((IPEndPoint)first.LocalEndpoint).Port;
            try
            {
                using var second = new TcpListener(IPAddress.Loopback, port + 1);
                second.Start();
                return port;
            }
            catch (SocketException)
            {
                // Taken; the next free one has another neighbour.
            }
        }
    }
}
