using System.Text.Json.Serialization;

namespace GovAccountConsole.Domain.Posts.Checks;

/// <summary>What a rule profile makes of a check; ordered by strictness.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CheckLevel>))]
public enum CheckLevel
{
    /// <summary>Not checked.</summary>
    Off,

    /// <summary>建议: shown, does not hold anything up.</summary>
    Advice,

    /// <summary>必须处理: a post does not go to review while one is open.</summary>
    Must,
}
