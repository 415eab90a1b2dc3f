using System.Globalization;
using GovAccountConsole.Infrastructure;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.Extensions.DependencyInjection;

namespace GovAccountConsole.Benchmarks.Chaos;

/// <summary>What a run has shown.</summary>
/// <param name="Verdict">What became of the posts.</param>
/// <param name="Struck">How often each fault struck.</param>
/// <param name="Killed">Who was killed how often.</param>
/// <param name="EndedByThemselves">Nodes that ended though nobody killed them.</param>
/// <param name="Rested">How long after the troubles all was at rest.</param>
/// <param name="Rows">Every post.</param>
internal sealed record ChaosReport(
    ChaosVerdict Verdict, IReadOnlyDictionary<string, long> Struck, IReadOnlyDictionary<ChaosVictim, int> Killed, int EndedByThemselves, TimeSpan Rested, IReadOnlyList<ChaosRow> Rows)
{
    public bool IsClean => Verdict.Findings.Count == 0 && EndedByThemselves == 0;
}

/// <summary>Two nodes on one PostgreSQL deliver to a platform that misbehaves, while all three are killed; then they may come to rest, and are judged.</summary>
internal sealed class ChaosRun(ChaosOptions options, string folder, int firstPort, Action<string> tell)
{
    private static readonly TimeSpan _look = TimeSpan.FromSeconds(1);
    private readonly ChaosPlan _plan = ChaosPlan.Draw(options);
    private readonly Dictionary<ChaosVictim, int> _killed = [];
    private readonly Dictionary<ChaosVictim, Task> _revivals = [];
    private int _ended;

    public async Task<ChaosReport> ExecuteAsync(CancellationToken token)
    {
        tell(string.Create(CultureInfo.InvariantCulture, $"seed {options.Seed}: {options.Posts} posts, {options.Accounts} accounts, {options.Trouble.TotalSeconds:0} s of trouble, {options.Kills} kills"));
        await using var postgres = new ChaosPostgres(folder);
        await postgres.StartAsync(token);
        var connection = postgres.ConnectionString + ";Maximum Pool Size=30";
        await using var services = new ServiceCollection().AddLogging().AddLocalization().AddConsoleInfrastructure(connection).BuildServiceProvider();
        await ActivatorUtilities.CreateInstance<DatabasePreparation>(services).RunAsync(_ => { }, _ => Task.CompletedTask, token);
        var scene = await ChaosScene.CreateAsync(services, _plan, token);
        Uri[] addresses = [new($"http://127.0.0.1:{firstPort}"), new($"http://127.0.0.1:{firstPort + 1}")];
        await using var platform = await ChaosPlatform.StartAsync(options.Accounts, addresses, TimeSpan.FromSeconds(Math.Clamp(options.Trouble.TotalSeconds / 4, 5, 60)), token);
        var settings = Settings(connection, platform.Address);
        await using var first = new ChaosNode("node-a", addresses[0], folder, settings);
        await using var second = new ChaosNode("node-b", addresses[1], folder, settings);
        await Task.WhenAll(first.StartAsync(token), second.StartAsync(token));

        tell("both nodes are ready; trouble begins");
        await platform.BreakAsync(_plan.Faults, token);
        await scene.DueAsync(TimeProvider.System.GetUtcNow(), token);
        await TroubleAsync(postgres, first, second, platform, token);
        var struck = await platform.MendAsync(token);
        tell("faults and kills are over; waiting for rest");
        var rested = await RestAsync(scene, platform, [first, second], token);
        var rows = await scene.RowsAsync(token);
        return new(ChaosJudge.Judge(rows, await platform.ArticlesAsync(token)), struck, _killed, _ended, rested, rows);
    }

    private static Dictionary<string, string> Settings(string connection, Uri platform) => new(StringComparer.Ordinal)
    {
        ["ConnectionStrings__Console"] = connection,
        ["Environment__Identity"] = "chaos",
        ["Weixin__ApiBaseUrl"] = platform.ToString(),
        ["Publishing__Lease"] = "00:00:08",
        ["Publishing__SettleAfter"] = "00:00:10",
    };

    private async Task TroubleAsync(ChaosPostgres postgres, ChaosNode first, ChaosNode second, ChaosPlatform platform, CancellationToken token)
    {
        var kills = new Queue<ChaosKill>(_plan.Kills);
        for (var since = TimeProvider.System.GetTimestamp(); TimeProvider.System.GetElapsedTime(since) < options.Trouble;)
        {
            while (kills.TryPeek(out var kill) && kill.After <= TimeProvider.System.GetElapsedTime(since))
                await StrikeAsync(kills.Dequeue());
            NoteEnded(first, second);
            await platform.AnswerAsync(AnswerOf, token);
            await Task.Delay(_look / 4, TimeProvider.System, token);
        }

        await Task.WhenAll(_revivals.Values);

        async Task StrikeAsync(ChaosKill kill)
        {
            // On a slow machine what was killed may not be back yet.
            if (_revivals.Remove(kill.Victim, out var revival))
                await revival;
            tell(string.Create(CultureInfo.InvariantCulture, $"kill -9 {kill.Victim} at {kill.After.TotalSeconds:0.0} s, for {kill.DownFor.TotalSeconds:0.0} s"));
            _killed[kill.Victim] = _killed.GetValueOrDefault(kill.Victim) + 1;
            switch (kill.Victim)
            {
                case ChaosVictim.Postgres:
                    await postgres.KillAsync();
                    _revivals[kill.Victim] = LaterAsync(kill.DownFor, () => postgres.StartAsync(token), token);
                    break;
                default:
                    var node = kill.Victim == ChaosVictim.NodeA ? first : second;
                    await node.KillAsync();
                    _revivals[kill.Victim] = LaterAsync(kill.DownFor, () => node.StartAsync(token), token);
                    break;
            }
        }
    }

    private async Task<TimeSpan> RestAsync(ChaosScene scene, ChaosPlatform platform, ChaosNode[] nodes, CancellationToken token)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (await scene.HurryAsync(token) > 0 && TimeProvider.System.GetElapsedTime(since) < options.Rest)
        {
            NoteEnded(nodes);
            await platform.AnswerAsync(AnswerOf, token);
            await Task.Delay(2 * _look, TimeProvider.System, token);
        }

        var rested = TimeProvider.System.GetElapsedTime(since);
        while (!await platform.IsQuietAsync(token))
            await Task.Delay(_look / 2, TimeProvider.System, token);
        return rested;
    }

    private void NoteEnded(params ChaosNode[] nodes)
    {
        foreach (var node in nodes.Where(node => node.EndedByItself))
        {
            if (_revivals.Values.Any(revival => !revival.IsCompleted))
                continue;
            _ended++;
            tell($"a node ended by itself; see {node.Log}");
            _revivals[node == nodes[0] ? ChaosVictim.NodeA : ChaosVictim.NodeB] = node.StartAsync(CancellationToken.None);
        }
    }

    private bool? AnswerOf(string title) => _plan.Posts.FirstOrDefault(post => post.Title == title)?.Answer;

    private static async Task LaterAsync(TimeSpan pause, Func<Task> act, CancellationToken token)
    {
        await Task.Delay(pause, TimeProvider.System, token);
        await act();
    }
}
