using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Domain.Reviews;

/// <summary>How a step of a review stands.</summary>
public enum ReviewStepState
{
    /// <summary>Its turn has not come.</summary>
    Waiting,

    /// <summary>Its turn is now.</summary>
    Current,

    /// <summary>Approved.</summary>
    Approved,

    /// <summary>Returned to the author.</summary>
    Returned,
}

/// <summary>A planned step in the course of one review: a copy of the plan's, so that a later change of the plan changes nothing here.</summary>
public sealed class ReviewStep
{
    private ReviewStep()
    {
        Name = string.Empty;
    }

    internal ReviewStep(int number, PlannedStep planned)
    {
        Number = number;
        Name = planned.Name;
        Role = planned.Role;
        Level = planned.Level;
        Mode = planned.Mode;
        Approvals = planned.Needed;
        Checklist = planned.Checklist;
        Deadline = planned.Deadline;
    }

    /// <summary>1, 2, 3 … within the review.</summary>
    public int Number { get; private set; }

    /// <summary>初审, 复审, 终审 …</summary>
    public string Name { get; private set; }

    /// <summary>The role that decides.</summary>
    public Role Role { get; private set; }

    /// <summary>Where the role must be held.</summary>
    public StepLevel Level { get; private set; }

    /// <summary>Whether one approval is enough.</summary>
    public StepMode Mode { get; private set; }

    /// <summary>How many different people must approve.</summary>
    public int Approvals { get; private set; } = 1;

    /// <summary>What whoever approves confirms, point by point.</summary>
    public IReadOnlyList<string> Checklist { get; private set; } = [];

    /// <summary>Working time allowed.</summary>
    public TimeSpan Deadline { get; private set; }

    /// <summary>How it stands.</summary>
    public ReviewStepState State { get; internal set; }

    /// <summary>When its turn came.</summary>
    public DateTimeOffset? StartedAt { get; internal set; }

    /// <summary>When it should be decided.</summary>
    public DateTimeOffset? DueAt { get; internal set; }

    /// <summary>When its time ran out and it was offered to the next level as well, UTC; null while in time.</summary>
    public DateTimeOffset? EscalatedAt { get; private set; }

    /// <summary>Whose holders, anywhere in the agency's line, may decide it as well since then.</summary>
    public Role? EscalatedTo { get; private set; }

    /// <summary>Whether a holder of <paramref name="role"/> at <paramref name="at"/> may decide it.</summary>
    /// <param name="role">The role.</param>
    /// <param name="at">Where it is held.</param>
    /// <param name="agencyId">The account's agency.</param>
    /// <param name="lineage">That agency and all bodies above it.</param>
    public bool IsFor(Role role, Guid at, Guid agencyId, IReadOnlyCollection<Guid> lineage) =>
        role == Role && Level.Within(agencyId, lineage).Contains(at) || role == EscalatedTo && lineage.Contains(at);

    /// <summary>Whether it was the actor's before it was offered to the next level, by a role of his own or of whom he stands in for.</summary>
    public bool WasFor(Actor actor, Guid agencyId, IReadOnlyCollection<Guid> lineage) =>
        Level.Within(agencyId, lineage) is var places && (actor.Holds(Role, places)
            || actor.Substitutions.Any(substitution => substitution.Role == Role && places.Contains(substitution.AgencyId)));

    internal void Escalate(DateTimeOffset now) => (EscalatedAt, EscalatedTo) = (now, Escalation.Next(Role));

    internal void Enter(DateTimeOffset now)
    {
        State = ReviewStepState.Current;
        StartedAt = now;
        DueAt = BusinessTime.AddWorkingTime(now, Deadline);
    }
}
