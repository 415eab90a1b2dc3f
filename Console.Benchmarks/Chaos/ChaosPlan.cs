using GovAccountConsole.Domain.Posts;

namespace GovAccountConsole.Benchmarks.Chaos;

/// <summary>How much is sent, for how long things go wrong, and what that is drawn from.</summary>
/// <param name="Posts">Posts to be delivered.</param>
/// <param name="Accounts">Accounts they are spread over.</param>
/// <param name="Trouble">How long faults and kills last; all posts come due in the first half of it.</param>
/// <param name="Rest">How long the console may take afterwards to come to rest.</param>
/// <param name="Seed">The same number gives the same posts, faults, kills and answers of administrators.</param>
/// <param name="Kills">SIGKILLs of a node or of PostgreSQL; from three on each of the three is met.</param>
internal sealed record ChaosOptions(int Posts, int Accounts, TimeSpan Trouble, TimeSpan Rest, int Seed, int Kills);

/// <summary>Who is killed.</summary>
internal enum ChaosVictim
{
    NodeA,
    NodeB,
    Postgres,
}

/// <summary>A post to be delivered; its title is its mark, on no other post.</summary>
/// <param name="Title">The mark.</param>
/// <param name="Account">Number of its account.</param>
/// <param name="Channel">Page or push.</param>
/// <param name="DueAfter">When it is due, after the start; long before the start for one that came too late.</param>
/// <param name="Answer">What the account's administrator does when the platform asks; null: nothing.</param>
internal sealed record ChaosPost(string Title, int Account, Channel Channel, TimeSpan DueAfter, bool? Answer)
{
    /// <summary>Due so long ago that it must not go out without a person.</summary>
    public bool IsStale => DueAfter < TimeSpan.Zero;
}

/// <summary>A SIGKILL, and when what was killed is started again.</summary>
internal sealed record ChaosKill(ChaosVictim Victim, TimeSpan After, TimeSpan DownFor);

/// <summary>Everything that will happen, drawn from the seed before anything happens.</summary>
internal sealed class ChaosPlan
{
    private const double StaleShare = 0.04;
    private const double PushShare = 0.4;
    private static readonly TimeSpan _stale = TimeSpan.FromHours(2);

    private ChaosPlan(IReadOnlyList<ChaosPost> posts, IReadOnlyList<ChaosKill> kills, IReadOnlyList<ChaosFault> faults) => (Posts, Kills, Faults) = (posts, kills, faults);

    public IReadOnlyList<ChaosPost> Posts { get; }

    public IReadOnlyList<ChaosKill> Kills { get; }

    public IReadOnlyList<ChaosFault> Faults { get; }

    public static ChaosPlan Draw(ChaosOptions options)
    {
        // Each part has a generator of its own: more posts do not change the kills.
        var random = new Random(options.Seed);
        List<ChaosPost> posts = [.. Enumerable.Range(0, options.Posts).Select(number => new ChaosPost(
            FormattableString.Invariant($"第 {number + 1} 号通告"), number % options.Accounts, random.NextDouble() < PushShare ? Channel.MassSend : Channel.Publish,
            random.NextDouble() < StaleShare ? -_stale : random.NextDouble() * options.Trouble / 2,
            random.Next(4) switch { 0 or 1 => true, 2 => false, _ => null }))];
        return new(posts, DrawKills(options, new Random(options.Seed + 1)), ChaosFault.Draw(new Random(options.Seed + 2), options.Trouble));
    }

    private static List<ChaosKill> DrawKills(ChaosOptions options, Random random)
    {
        var victims = Enum.GetValues<ChaosVictim>();
        random.Shuffle(victims);
        // Evenly with a quarter of play, so that what was killed is back before it is killed again.
        var apart = options.Trouble * 0.8 / Math.Max(1, options.Kills);
        return [.. Enumerable.Range(0, options.Kills).Select(number => new ChaosKill(
            number < victims.Length ? victims[number] : victims[random.Next(victims.Length)],
            options.Trouble * 0.1 + apart * (number + random.NextDouble() / 4),
            TimeSpan.FromSeconds(0.5 + 2.5 * random.NextDouble())))];
    }
}
