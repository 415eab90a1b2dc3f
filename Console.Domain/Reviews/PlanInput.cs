using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Domain.Reviews;

/// <summary>A plan as somebody wants it.</summary>
/// <param name="Name">Name shown to people.</param>
/// <param name="Steps">The steps in order.</param>
/// <param name="When">Which posts it is for.</param>
public sealed record PlanInput(string? Name, IReadOnlyList<PlannedStep> Steps, PlanConditions When)
{
    /// <summary>Longest name of a plan, in characters.</summary>
    public const int NameLimit = 60;

    /// <summary>Longest name of a step, in characters.</summary>
    public const int StepNameLimit = 20;

    /// <summary>Most steps.</summary>
    public const int MostSteps = 8;

    /// <summary>Fewest steps and fewest people: three reviews by three different people (rules.md R2, R3).</summary>
    public const int FewestSteps = 3;

    /// <summary>Most people that one step may ask together.</summary>
    public const int MostApprovals = 5;

    /// <summary>Most entries of a checklist.</summary>
    public const int MostEntries = 12;

    /// <summary>Longest entry of a checklist, in characters.</summary>
    public const int EntryLimit = 60;

    /// <summary>Longest deadline.</summary>
    public static readonly TimeSpan LongestDeadline = TimeSpan.FromHours(80);

    private static readonly Role[] _deciders = [Role.Reviewer, Role.FinalReviewer, Role.Supervisor];

    /// <summary>Everything against it, each with its field.</summary>
    public IReadOnlyList<Error> Errors() => [.. OfPlan(), .. Steps.SelectMany(OfStep)];

    /// <summary>Without spaces at the ends, checklists without empty lines.</summary>
    public PlanInput Tidied() => this with
    {
        Name = Name?.Trim(),
        Steps = [.. Steps.Select(step => step with
        {
            Name = (step.Name ?? string.Empty).Trim(),
            Approvals = step.Mode == StepMode.AllOf ? Math.Max(2, step.Approvals) : 1,
            Checklist = [.. step.Checklist.Select(entry => entry.Trim()).Where(entry => entry.Length > 0).Distinct(StringComparer.Ordinal)],
        })],
    };

    private IEnumerable<Error> OfPlan()
    {
        if (string.IsNullOrWhiteSpace(Name))
        {
            yield return Error.Required("name");
        }
        else if (Name.Length > NameLimit)
        {
            yield return Error.TooLong("name", NameLimit);
        }

        if (Steps.Count < FewestSteps)
        {
            yield return ReviewErrors.PlanTooShort;
        }
        else if (Steps.Count > MostSteps)
        {
            yield return Error.NotAccepted("steps");
        }
    }

    private static IEnumerable<Error> OfStep(PlannedStep step, int index)
    {
        if (string.IsNullOrWhiteSpace(step.Name))
        {
            yield return Error.Required($"steps[{index}].name");
        }
        else if (step.Name.Length > StepNameLimit)
        {
            yield return Error.TooLong($"steps[{index}].name", StepNameLimit);
        }

        if (!_deciders.Contains(step.Role))
        {
            yield return Error.NotAccepted($"steps[{index}].role");
        }

        if (step.Deadline <= TimeSpan.Zero || step.Deadline > LongestDeadline)
        {
            yield return Error.NotAccepted($"steps[{index}].deadlineHours");
        }

        if (step.Approvals is < 1 or > MostApprovals)
        {
            yield return Error.NotAccepted($"steps[{index}].approvals");
        }

        if (step.Checklist.Count > MostEntries || step.Checklist.Any(entry => entry.Length > EntryLimit))
        {
            yield return Error.NotAccepted($"steps[{index}].checklist");
        }
    }
}
