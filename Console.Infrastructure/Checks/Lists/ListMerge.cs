namespace GovAccountConsole.Infrastructure.Checks.Lists;

/// <summary>What has to happen to a list so that it holds the rules of a file.</summary>
/// <param name="Begin">Rules that begin to hold.</param>
/// <param name="End">Entries that cease to hold.</param>
/// <param name="Added">Rules that are new.</param>
/// <param name="Changed">Rules that take the place of others.</param>
/// <param name="Unchanged">Rules that are there already.</param>
internal sealed record ListMerge<TRule, TEntry>(IReadOnlyList<TRule> Begin, IReadOnlyList<TEntry> End, int Added, int Changed, int Unchanged)
    where TRule : class
{
    /// <summary>Entries that go without another in their place.</summary>
    public int Removed => End.Count - Changed;

    /// <summary>Compares the rules of a file with the present entries.</summary>
    public static ListMerge<TRule, TEntry> Of(IReadOnlyList<TEntry> present, IReadOnlyList<TRule> wanted, Func<TEntry, TRule> ruleOf, Func<TRule, string> keyOf, bool replace)
    {
        var known = present.ToDictionary(entry => keyOf(ruleOf(entry)), StringComparer.Ordinal);
        var (begin, end) = (new List<TRule>(), new List<TEntry>());
        var (added, changed, unchanged) = (0, 0, 0);
        foreach (var rule in wanted)
        {
            if (!known.Remove(keyOf(rule), out var entry))
            {
                added++;
                begin.Add(rule);
            }
            else if (ruleOf(entry).Equals(rule))
            {
                unchanged++;
            }
            else
            {
                changed++;
                begin.Add(rule);
                end.Add(entry);
            }
        }

        end.AddRange(replace ? known.Values : []);
        return new(begin, end, added, changed, unchanged);
    }
}
