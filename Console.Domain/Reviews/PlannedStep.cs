using System.Text.Json.Serialization;
using GovAccountConsole.Domain.Access;

namespace GovAccountConsole.Domain.Reviews;

/// <summary>Whether one approval moves a step on.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StepMode>))]
public enum StepMode
{
    /// <summary>任一人: the first approval is enough.</summary>
    AnyOf,

    /// <summary>会签: as many different people as the step names must approve; the first return ends the review.</summary>
    AllOf,
}

/// <summary>Where the role of a step must be held, seen from the account's agency.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StepLevel>))]
public enum StepLevel
{
    /// <summary>At the account's agency or any body above it.</summary>
    Anywhere,

    /// <summary>At the account's own agency.</summary>
    OwnAgency,

    /// <summary>At a body above the account's agency, up to the department.</summary>
    Above,
}

/// <summary>审核环节 as planned: who decides and within how much working time.</summary>
/// <param name="Name">初审, 复审, 终审 or the department's own word.</param>
/// <param name="Role">The role that decides.</param>
/// <param name="Deadline">Working time for the decision.</param>
public sealed record PlannedStep(string Name, Role Role, TimeSpan Deadline)
{
    /// <summary>Where the role must be held.</summary>
    public StepLevel Level { get; init; }

    /// <summary>Whether one approval is enough.</summary>
    public StepMode Mode { get; init; }

    /// <summary>How many different people must approve where <see cref="Mode"/> is <see cref="StepMode.AllOf"/>; else 1.</summary>
    public int Approvals { get; init; } = 1;

    /// <summary>
    /// What whoever approves confirms: words of <see cref="Gate"/> (shown in the reader's language) or the department's own sentences.
    /// </summary>
    public IReadOnlyList<string> Checklist { get; init; } = [];

    /// <summary>Approvals that move it on.</summary>
    [JsonIgnore]
    public int Needed => Mode == StepMode.AllOf ? Math.Max(2, Approvals) : 1;
}

/// <summary>What a level means for one agency.</summary>
public static class StepLevels
{
    /// <summary>The bodies at which the role counts.</summary>
    /// <param name="level">Where the role must be held.</param>
    /// <param name="agencyId">The account's agency.</param>
    /// <param name="lineage">The agency and all bodies above it.</param>
    public static IReadOnlyCollection<Guid> Within(this StepLevel level, Guid agencyId, IReadOnlyCollection<Guid> lineage) => level switch
    {
        StepLevel.OwnAgency => [agencyId],
        StepLevel.Above => [.. lineage.Where(agency => agency != agencyId)],
        _ => lineage,
    };
}
