using System.Globalization;
using GovAccountConsole.Benchmarks.Pages;

namespace GovAccountConsole.Benchmarks.Chaos;

/// <summary>A run by command, with its figures.</summary>
internal sealed class ChaosDriver(ChaosOptions options, int port)
{
    /// <summary>The exit code: 0 only if nothing was wrong.</summary>
    public async Task<int> RunAsync(CancellationToken token)
    {
        var folder = Directory.CreateTempSubdirectory("gac-chaos-").FullName;
        var report = await new ChaosRun(options, folder, port, line => Console.Error.WriteLine(line)).ExecuteAsync(token);
        Print(report);
        if (!report.IsClean)
        {
            Console.WriteLine($"what the nodes said is kept in {folder}");
            return 1;
        }

        Directory.Delete(folder, true);
        return 0;
    }

    private void Print(ChaosReport report)
    {
        var (verdict, figures) = (report.Verdict, new Figures());
        foreach (var row in report.Rows.Where(row => row is { Status: Domain.Publishing.PublicationStatus.Published, Took: not null }))
            figures.Add(row.Took!.Value.TotalSeconds);
        Line($"| seed | posts | accounts | kills of node A, B, PostgreSQL | faults | published | failed with a reason | for a person | twice | lost | other findings | at rest after s | slot to end p50 s | p95 s |");
        Line($"| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        Line($"| {options.Seed} | {options.Posts} | {options.Accounts} | {Killed(ChaosVictim.NodeA)}, {Killed(ChaosVictim.NodeB)}, {Killed(ChaosVictim.Postgres)} | {report.Struck.Values.Sum()} | {verdict.Published} | {verdict.Failed} | {verdict.ForAPerson} | {verdict.Duplicates} | {verdict.Lost} | {verdict.Findings.Count - verdict.Duplicates - verdict.Lost + report.EndedByThemselves} | {report.Rested.TotalSeconds:0} | {figures.Percentile(50):0.0} | {figures.Percentile(95):0.0} |");
        Line($"faults: {string.Join(", ", report.Struck.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => FormattableString.Invariant($"{pair.Key} {pair.Value}")))}");
        Line($"reasons: {string.Join(", ", report.Rows.Where(row => row.Status != Domain.Publishing.PublicationStatus.Published).GroupBy(row => $"{row.Status} {row.Reason}", StringComparer.Ordinal).OrderByDescending(group => group.Count()).Select(group => FormattableString.Invariant($"{group.Key} {group.Count()}")))}");
        foreach (var finding in verdict.Findings)
            Line($"{finding}");

        int Killed(ChaosVictim victim) => report.Killed.GetValueOrDefault(victim);
    }

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
