namespace GovAccountConsole.Domain.Posts.Checks;

/// <summary>A profile as the console brings it along.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Sectors">Codes of the sectors it is for.</param>
/// <param name="Levels">Levels that differ from the catalogue's.</param>
public sealed record DefaultProfile(string Code, IReadOnlyList<string> Sectors, IReadOnlyDictionary<string, CheckLevel> Levels)
{
    /// <summary>As the checks use it.</summary>
    public CheckProfile ToProfile() => new(Code, 0, Levels, new Dictionary<string, int>(StringComparer.Ordinal));
}

/// <summary>
/// The five profiles every matrix starts with (rules.md A1): 行政机关 under the State Council's regime; 公安, 法院 and 检察院, whose texts
/// speak of persons, are stricter about plates and addresses; 党群. From then on they are data.
/// </summary>
public static class DefaultProfiles
{
    private static readonly Dictionary<string, CheckLevel> _aboutPersons = new(StringComparer.Ordinal)
    {
        ["personal-address"] = CheckLevel.Must,
        ["personal-plate"] = CheckLevel.Must,
    };

    /// <summary>The profiles in the order shown.</summary>
    public static IReadOnlyList<DefaultProfile> All { get; } =
    [
        new("administration",
            [
                "press", "justice", "education", "health", "insurance", "hr", "civil", "culture", "tax", "market", "housing", "transport", "emergency", "fire",
                "environment", "water", "agriculture", "weather", "archives",
            ],
            new Dictionary<string, CheckLevel>(StringComparer.Ordinal)),
        new("police", ["police"], _aboutPersons),
        new("court", ["court"], _aboutPersons),
        new("procuratorate", ["procuratorate"], _aboutPersons),
        new("party", ["publicity", "youth"], new Dictionary<string, CheckLevel>(StringComparer.Ordinal)),
    ];
}
