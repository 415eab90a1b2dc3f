namespace GovAccountConsole.Domain.Reviews;

/// <summary>A plan that fits, and what it fits by.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Grounds">What it was chosen by.</param>
public sealed record PlanMatch(ReviewPlan Plan, PlanGround Grounds);

/// <summary>
/// Chooses the plan of a post: the most specific one that fits (account, then kind of text, then topic, then agency, then sector, then channel);
/// between equals the stricter one. Where none fits, the strictest of all holds: a missing rule never opens a short way (rules.md F16).
/// </summary>
public static class PlanChoice
{
    /// <summary>The plan of a post.</summary>
    public static PlanMatch For(IReadOnlyCollection<ReviewPlan> plans, PlanFacts facts) =>
        Fitting(plans, facts) is [var best, ..] ? best : new PlanMatch(Strictest(plans), PlanGround.None);

    /// <summary>Every plan that fits, the chosen one first.</summary>
    public static IReadOnlyList<PlanMatch> Fitting(IReadOnlyCollection<ReviewPlan> plans, PlanFacts facts) =>
    [
        .. plans.Where(plan => plan.RetiredAt is null && (plan.Id == facts.AccountPlan || plan.When.Fit(facts)))
            .Select(plan => new PlanMatch(plan, plan.When.Grounds | (plan.Id == facts.AccountPlan && plan.Id != ReviewPlan.DefaultId ? PlanGround.Account : PlanGround.None)))
            .OrderByDescending(match => match.Grounds)
            .ThenByDescending(match => match.Plan.People)
            .ThenByDescending(match => match.Plan.Steps.Count)
            .ThenBy(match => match.Plan.Id),
    ];

    /// <summary>The plan that asks most people; the built-in one where there is none.</summary>
    public static ReviewPlan Strictest(IReadOnlyCollection<ReviewPlan> plans) =>
        plans.Where(plan => plan.RetiredAt is null).OrderByDescending(plan => plan.People).ThenByDescending(plan => plan.Steps.Count).ThenBy(plan => plan.Id).FirstOrDefault()
        ?? ReviewPlan.Default;
}
