using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Reviews;

/// <summary>Changes a review plan; open reviews keep the steps they began with.</summary>
public sealed class ChangeReviewPlan(Work work)
{
    /// <summary>Sets all of it.</summary>
    public async Task<Result<PlanVersion>> ExecuteAsync(Actor actor, Guid planId, uint? version, PlanInput input, CancellationToken token)
    {
        var changed = await work.RunAsync<ReviewPlan>(actor, async step =>
        {
            var top = await step.TopForPlansAsync();
            if (!top.Succeeded)
            {
                return Result<ReviewPlan>.Refuse(top.Errors);
            }

            if (await step.Db.ReviewPlans.SingleOrDefaultAsync(row => row.Id == planId, step.Token) is not { } plan)
            {
                return Error.NotFound;
            }

            if (version is not null && version != plan.Version)
            {
                return Error.Stale;
            }

            var known = await step.KnownAsync(input.When);
            var done = known.Succeeded ? plan.Change(input, top.Value, step.Actor.PersonId, step.Now) : known;
            step.PlansChanged();
            return done.Succeeded ? plan : Result<ReviewPlan>.Refuse(done.Errors);
        }, token);
        return changed.Map(plan => new PlanVersion(plan.Id, plan.Version));
    }
}
