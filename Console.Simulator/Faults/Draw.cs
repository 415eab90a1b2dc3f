namespace GovAccountConsole.Simulator.Faults;

/// <summary>
/// Chance that can be replayed: a number in [0, 1) computed from the seed, the account, the interface and how many calls came before. It is
/// the same on every run, however the calls of different accounts mix.
/// </summary>
internal static class Draw
{
    private const double Range = 1UL << 53;

    public static double Of(int seed, string appId, string subject, long number)
    {
        var state = Mix((ulong)seed ^ Hash(appId)) ^ Hash(subject);
        return (Mix(state + ((ulong)number * 0x9E3779B97F4A7C15)) >> 11) / Range;
    }

    private static ulong Hash(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in text)
        {
            hash = (hash ^ letter) * 1099511628211UL;
        }
        return hash;
    }

    // The finaliser of SplitMix64.
    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
