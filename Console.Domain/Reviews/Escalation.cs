using GovAccountConsole.Domain.Access;

namespace GovAccountConsole.Domain.Reviews;

/// <summary>超时上呈: to whom a step is offered as well once its time has run out (docs/decisions/0019). Nobody loses the step by it, and nothing is decided.</summary>
public static class Escalation
{
    /// <summary>The next reviewing role: Reviewer → FinalReviewer → Supervisor; above a supervisor's step only other supervisors of the line are left.</summary>
    public static Role Next(Role role) => role == Role.Reviewer ? Role.FinalReviewer : Role.Supervisor;
}
