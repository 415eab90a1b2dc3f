namespace GovAccountConsole.Domain.Posts.Checks;

/// <summary>规则档案 as the checks use it: which level each check has and which limits hold.</summary>
/// <param name="Code">Stable code of the profile.</param>
/// <param name="Number">Version of it.</param>
/// <param name="Levels">Levels that differ from the catalogue's, by code of the check.</param>
/// <param name="Limits">Limits that differ from the defaults, by name.</param>
public sealed record CheckProfile(string Code, int Number, IReadOnlyDictionary<string, CheckLevel> Levels, IReadOnlyDictionary<string, int> Limits)
{
    /// <summary>The code of the profile for agencies whose sector no profile names.</summary>
    public const string StrictestCode = "strictest";

    /// <summary>What holds where nothing is known: every check of the default profiles at its strictest.</summary>
    public static CheckProfile Strictest { get; } = StrictestOf(DefaultProfiles.All.Select(profile => profile.ToProfile()));

    /// <summary>The level of a check. Limits of the platform are always a must.</summary>
    public CheckLevel LevelOf(CheckRule rule) => rule.IsFixed ? CheckLevel.Must : Levels.TryGetValue(rule.Code, out var level) ? level : rule.Level;

    /// <summary>A limit.</summary>
    public int LimitOf(string name) => Limits.TryGetValue(name, out var limit) ? limit : CheckLimits.Defaults[name];

    /// <summary>For every check the strictest level, for every limit the smallest number: an unknown agency is never let off.</summary>
    public static CheckProfile StrictestOf(IEnumerable<CheckProfile> profiles)
    {
        var all = profiles.ToArray();
        return new CheckProfile(
            StrictestCode, all.Length == 0 ? 0 : all.Max(profile => profile.Number),
            CheckCatalogue.All.ToDictionary(rule => rule.Code, rule => all.Length == 0 ? rule.Level : all.Max(profile => profile.LevelOf(rule)), StringComparer.Ordinal),
            CheckLimits.Defaults.Keys.ToDictionary(name => name, name => all.Length == 0 ? CheckLimits.Defaults[name] : all.Min(profile => profile.LimitOf(name)), StringComparer.Ordinal));
    }
}
