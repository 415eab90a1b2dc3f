using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;

namespace GovAccountConsole.Infrastructure.Reviews;

/// <summary>Identity and version of a plan after an act.</summary>
public sealed record PlanVersion(Guid Id, uint Version);

/// <summary>Adds a review plan of the department.</summary>
public sealed class CreateReviewPlan(Work work)
{
    /// <summary>Adds it; it holds for submissions from now on.</summary>
    public async Task<Result<PlanVersion>> ExecuteAsync(Actor actor, PlanInput input, CancellationToken token)
    {
        var created = await work.RunAsync<ReviewPlan>(actor, async step =>
        {
            var top = await step.TopForPlansAsync();
            if (!top.Succeeded)
            {
                return Result<ReviewPlan>.Refuse(top.Errors);
            }

            if (await step.KnownAsync(input.When) is { Succeeded: false } unknown)
            {
                return Result<ReviewPlan>.Refuse(unknown.Errors);
            }

            var plan = ReviewPlan.Create(input, top.Value, step.Actor.PersonId, step.Now);
            if (plan.Succeeded)
            {
                step.Db.ReviewPlans.Add(plan.Value);
                step.PlansChanged();
            }

            return plan;
        }, token);
        return created.Map(plan => new PlanVersion(plan.Id, plan.Version));
    }
}
