using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Domain.Posts.Checks;

/// <summary>规则档案: which checks bind the agencies of some sectors, and with which limits (rules.md A1). Data of the department.</summary>
public sealed class RuleProfile : Aggregate
{
    private RuleProfile()
    {
        Code = string.Empty;
        Levels = new Dictionary<string, CheckLevel>(StringComparer.Ordinal);
        Limits = new Dictionary<string, int>(StringComparer.Ordinal);
        Sectors = [];
    }

    /// <summary>Begins a profile from a default one.</summary>
    public RuleProfile(DefaultProfile profile)
    {
        Code = profile.Code;
        Levels = profile.Levels;
        Limits = new Dictionary<string, int>(StringComparer.Ordinal);
        Sectors = profile.Sectors;
    }

    /// <summary>Stable code; its name is worded at the edge.</summary>
    public string Code { get; private set; }

    /// <summary>Version of the list of profiles with which it last changed.</summary>
    public int Number { get; private set; }

    /// <summary>Levels that differ from the catalogue's.</summary>
    public IReadOnlyDictionary<string, CheckLevel> Levels { get; private set; }

    /// <summary>Limits that differ from the defaults.</summary>
    public IReadOnlyDictionary<string, int> Limits { get; private set; }

    /// <summary>Codes of the sectors it is for.</summary>
    public IReadOnlyList<string> Sectors { get; private set; }

    /// <summary>As the checks use it.</summary>
    public CheckProfile ToProfile() => new(Code, Number, Levels, Limits);

    /// <summary>Sets all of it. Limits of the platform are no part of it.</summary>
    public Result Change(IReadOnlyDictionary<string, CheckLevel> levels, IReadOnlyDictionary<string, int> limits, IReadOnlyList<string> sectors, int number)
    {
        var errors = new List<Error>();
        errors.AddRange(levels.Keys.Where(code => CheckCatalogue.Find(code) is not { IsFixed: false }).Select(code => Error.NotAccepted("levels." + code)));
        errors.AddRange(limits.Where(limit => !CheckLimits.Defaults.ContainsKey(limit.Key) || limit.Value is < 0 or > 1_000).Select(limit => Error.NotAccepted("limits." + limit.Key)));
        if (errors.Count > 0)
        {
            return Result.From(errors);
        }

        Levels = levels.Where(level => CheckCatalogue.Find(level.Key)!.Level != level.Value).ToDictionary(level => level.Key, level => level.Value, StringComparer.Ordinal);
        Limits = limits.Where(limit => CheckLimits.Defaults[limit.Key] != limit.Value).ToDictionary(limit => limit.Key, limit => limit.Value, StringComparer.Ordinal);
        Sectors = [.. sectors.Distinct(StringComparer.Ordinal)];
        Number = number;
        return Result.Success;
    }

    /// <summary>Hands a sector over to another profile.</summary>
    public void Release(IEnumerable<string> sectors, int number)
    {
        var rest = Sectors.Except(sectors, StringComparer.Ordinal).ToArray();
        if (rest.Length < Sectors.Count)
        {
            Sectors = rest;
            Number = number;
        }
    }
}
