using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Domain.Reviews;

/// <summary>Refusals about plans and decisions.</summary>
public static class ReviewErrors
{
    /// <summary>Who ticks the checklist ticks all of it before approving.</summary>
    /// <param name="open">How many entries are not ticked.</param>
    public static Error ChecklistIncomplete(int open) => new("checklist-incomplete", ErrorKind.Conflict, "ticks", open);
}
