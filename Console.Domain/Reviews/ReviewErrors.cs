using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Domain.Reviews;

/// <summary>Refusals about plans and decisions.</summary>
public static class ReviewErrors
{
    /// <summary>A plan has three steps at least, decided by three different people (rules.md R2, R3).</summary>
    public static readonly Error PlanTooShort = new("plan-too-short", ErrorKind.Invalid, "steps", PlanInput.FewestSteps);

    /// <summary>The delivered plan holds for every post: it takes no conditions and is never retired.</summary>
    public static readonly Error PlanForAll = new("plan-for-all", ErrorKind.Conflict);

    /// <summary>The plan was retired.</summary>
    public static readonly Error PlanRetired = new("plan-retired", ErrorKind.Conflict);

    /// <summary>Who ticks the checklist ticks all of it before approving.</summary>
    /// <param name="open">How many entries are not ticked.</param>
    public static Error ChecklistIncomplete(int open) => new("checklist-incomplete", ErrorKind.Conflict, "ticks", open);
}
