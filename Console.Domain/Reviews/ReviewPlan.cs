using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Domain.Reviews;

/// <summary>
/// 审核流程: the ordered steps that the posts it is for go through. Kept by the department for the whole matrix; which plan a post gets says
/// <see cref="PlanChoice"/>. A review copies its steps when it begins, so a change of the plan touches later submissions only.
/// </summary>
public sealed class ReviewPlan : Aggregate
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

    private ReviewPlan(PlanInput input, DateTimeOffset now)
    {
        Name = input.Name!;
        Steps = input.Steps;
        When = input.When;
        ChangedAt = now;
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

    /// <summary>Name of the one step of <see cref="Emergency"/>; pages say it in the reader's language.</summary>
    public const string EmergencyStep = "应急终审";

    /// <summary>
    /// 应急审核: one approval by a final reviewer, or a supervisor, who had no hand in the text. Made in code: nobody can loosen it, and no account can have it
    /// as its plan (docs/decisions/0020).
    /// </summary>
    public static ReviewPlan Emergency { get; } = new(
        new Guid("00000000-0000-7000-8000-000000000002"), "应急审核",
        [new PlannedStep(EmergencyStep, Role.FinalReviewer, TimeSpan.FromHours(1)) { Checklist = Gate.Five }]);

    /// <summary>Name shown to administrators.</summary>
    public string Name { get; private set; }

    /// <summary>The steps in order.</summary>
    public IReadOnlyList<PlannedStep> Steps { get; private set; } = [];

    /// <summary>Which posts it is for.</summary>
    public PlanConditions When { get; private set; } = PlanConditions.Any;

    /// <summary>1, 2, 3 …: rises with every change.</summary>
    public int Number { get; private set; } = 1;

    /// <summary>When it was last changed, UTC; null as delivered.</summary>
    public DateTimeOffset? ChangedAt { get; private set; }

    /// <summary>Since when no post gets it any more, UTC.</summary>
    public DateTimeOffset? RetiredAt { get; private set; }

    /// <summary>How many different people it asks.</summary>
    public int People => Steps.Sum(step => step.Needed);

    /// <summary>A new plan.</summary>
    /// <param name="input">What is wanted.</param>
    /// <param name="top">The top of the tree: plans hold for the whole matrix.</param>
    /// <param name="by">Who makes it.</param>
    /// <param name="now">UTC.</param>
    public static Result<ReviewPlan> Create(PlanInput input, Guid top, Guid by, DateTimeOffset now)
    {
        input = input.Tidied();
        if (input.Errors() is { Count: > 0 } errors)
        {
            return Result<ReviewPlan>.Refuse([.. errors]);
        }

        var plan = new ReviewPlan(input, now);
        plan.Note("reviewPlanCreated", top, by, now, plan.Said());
        return plan;
    }

    /// <summary>Changes it for later submissions. The delivered plan stays the one for every post: it takes no conditions.</summary>
    public Result Change(PlanInput input, Guid top, Guid by, DateTimeOffset now)
    {
        input = input.Tidied();
        if (RetiredAt is not null)
        {
            return ReviewErrors.PlanRetired;
        }

        if (Id == DefaultId && input.When.Grounds != PlanGround.None)
        {
            return ReviewErrors.PlanForAll;
        }

        if (input.Errors() is { Count: > 0 } errors)
        {
            return Result.From([.. errors]);
        }

        var before = Said();
        (Name, Steps, When) = (input.Name!, input.Steps, input.When);
        Number++;
        ChangedAt = now;
        Note("reviewPlanChanged", top, by, now, $"{before} → {Said()}");
        return Result.Success;
    }

    /// <summary>No post gets it any more; reviews that began under it go on.</summary>
    public Result Retire(Guid top, Guid by, DateTimeOffset now)
    {
        if (Id == DefaultId)
        {
            return ReviewErrors.PlanForAll;
        }

        if (RetiredAt is not null)
        {
            return ReviewErrors.PlanRetired;
        }

        RetiredAt = ChangedAt = now;
        Note("reviewPlanRetired", top, by, now, Name);
        return Result.Success;
    }

    private string Said() => $"{Name}: " + string.Join(", ", Steps.Select(step =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{step.Name} {step.Role}/{step.Level} ×{step.Needed} {step.Deadline.TotalHours:0.##}h")));

    private void Note(string action, Guid top, Guid by, DateTimeOffset now, string detail) =>
        Record(new DomainEvent(action, "reviewPlan", Id, top, by, now, detail.Length <= 400 ? detail : detail[..400]));
}
