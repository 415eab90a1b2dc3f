using GovAccountConsole.Simulator.State;

namespace GovAccountConsole.Simulator.Gateway;

/// <summary>What an interface was called on one Beijing day, and within the current minute.</summary>
internal sealed class DayUsage
{
    public DateOnly Day { get; set; }
    public int Count { get; set; }
    public DateTimeOffset MinuteStart { get; set; }
    public int MinuteCount { get; set; }
}

/// <summary>Counts calls per interface and day: 45009 beyond the day's limit, 45011 beyond the minute's.</summary>
internal sealed class DailyQuota(SimulatorOptions options)
{
    private readonly Dictionary<string, int> _limits = new(StringComparer.Ordinal);

    public void Register(ApiRoute route)
    {
        if (options.DailyLimits.TryGetValue(route.Path, out var configured))
        {
            _limits[route.Path] = configured;
        }
        else if (route.DailyLimit is { } limit)
        {
            _limits[route.Path] = limit;
        }
    }

    public int? LimitOf(string path) => _limits.TryGetValue(path, out var limit) ? limit : null;

    public static int UsedToday(Account account, string path, DateTimeOffset now) =>
        account.Usage.TryGetValue(path, out var usage) && usage.Day == BeijingTime.DayOf(now) ? usage.Count : 0;

    public void Spend(Account account, ApiRoute route, DateTimeOffset now)
    {
        if (!account.Usage.TryGetValue(route.Path, out var usage))
        {
            account.Usage[route.Path] = usage = new DayUsage();
        }
        var today = BeijingTime.DayOf(now);
        if (usage.Day != today)
        {
            (usage.Day, usage.Count) = (today, 0);
        }
        if (now - usage.MinuteStart >= TimeSpan.FromMinutes(1) || now < usage.MinuteStart)
        {
            (usage.MinuteStart, usage.MinuteCount) = (now, 0);
        }
        if (usage.Count >= LimitOf(route.Path))
        {
            throw new Refusal(45009);
        }
        if (usage.MinuteCount >= route.MinuteLimit)
        {
            throw new Refusal(45011);
        }
        usage.Count++;
        usage.MinuteCount++;
    }
}
