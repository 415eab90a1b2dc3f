using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Infrastructure.Posts;
using Microsoft.Extensions.Localization;

namespace GovAccountConsole.Web.Reviews;

/// <summary>What a review step is called: the three usual ones and the one of emergencies in the person's language, a department's own word as it is.</summary>
public static class StepWords
{
    /// <summary>The word of a step whose name is not at hand.</summary>
    public static string Of(Role? role, int number, IStringLocalizer<ReviewsText> words) => role switch
    {
        Role.Reviewer => words["Step.First"],
        Role.FinalReviewer => words["Step.Second"],
        Role.Supervisor => words["Step.Final"],
        _ => words["Step.Other", number],
    };

    /// <summary>The word of a step.</summary>
    public static string Of(ReviewStepDetail step, IStringLocalizer<ReviewsText> words) =>
        step.Name is "初审" or "复审" or "终审" ? Of(step.Role, step.Number, words) : step.Name == ReviewPlan.EmergencyStep ? words["Step.Emergency"] : step.Name;
}
