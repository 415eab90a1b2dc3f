using GovAccountConsole.Domain.Access;

namespace GovAccountConsole.Domain.Reviews;

/// <summary>审核流程: the ordered steps that posts of an account go through.</summary>
public sealed class ReviewPlan
{
    /// <summary>Id of the plan that every new account starts with.</summary>
    public static readonly Guid DefaultId = new("00000000-0000-7000-8000-000000000001");

    private ReviewPlan()
    {
        Name = string.Empty;
    }

    /// <summary>A plan with at least one step.</summary>
    public ReviewPlan(Guid id, string name, IReadOnlyList<PlannedStep> steps)
    {
        ArgumentOutOfRangeException.ThrowIfZero(steps.Count, nameof(steps));
        Id = id;
        Name = name;
        Steps = steps;
    }

    /// <summary>
    /// 三审三校: 初审 by a reviewer and 复审 by a final reviewer of the account's agency, 终审 by a supervisor of the department
    /// (three distinct persons: rules.md R2, R3). Also what holds where no other plan matches.
    /// </summary>
    public static ReviewPlan Default { get; } = new(DefaultId, "三审三校",
    [
        new PlannedStep("初审", Role.Reviewer, TimeSpan.FromHours(4)) { Checklist = [Gate.Wording, Gate.Details, Gate.Pictures] },
        new PlannedStep("复审", Role.FinalReviewer, TimeSpan.FromHours(4)) { Checklist = [Gate.Facts, Gate.Basis, Gate.Form] },
        new PlannedStep("终审", Role.Supervisor, TimeSpan.FromHours(4)) { Checklist = Gate.Five },
    ]);

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>Name shown to administrators.</summary>
    public string Name { get; private set; }

    /// <summary>The steps in order.</summary>
    public IReadOnlyList<PlannedStep> Steps { get; private set; } = [];
}
