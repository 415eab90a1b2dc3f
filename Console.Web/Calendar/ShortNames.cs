namespace GovAccountConsole.Web.Calendar;

/// <summary>Names of accounts without the city that most of them begin with: 临江交警 → 交警. What is left has at least two characters.</summary>
public static class ShortNames
{
    private const int Prefix = 2;

    /// <summary>The short name of each name; a name stays whole where nothing is common to at least half of them.</summary>
    public static IReadOnlyDictionary<string, string> Of(IEnumerable<string> names)
    {
        var all = names.Distinct(StringComparer.Ordinal).ToList();
        var common = all.Where(name => name.Length >= 2 * Prefix).GroupBy(name => name[..Prefix]).OrderByDescending(group => group.Count()).FirstOrDefault();
        var prefix = common is not null && common.Count() * 2 >= all.Count && common.Count() > 1 ? common.Key : null;
        return all.ToDictionary(
            name => name,
            name => prefix is not null && name.Length >= 2 * Prefix && name.StartsWith(prefix, StringComparison.Ordinal) ? name[Prefix..] : name,
            StringComparer.Ordinal);
    }
}
