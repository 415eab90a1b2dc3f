using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Reviews;

/// <summary>Takes a review plan out of use; reviews that began under it go on.</summary>
public sealed class RetireReviewPlan(Work work)
{
    /// <summary>Retires it.</summary>
    public Task<Result> ExecuteAsync(Actor actor, Guid planId, CancellationToken token) =>
        work.RunAsync(actor, async step =>
        {
            var top = await step.TopForPlansAsync();
            if (!top.Succeeded)
            {
                return Result.From(top.Errors);
            }

            if (await step.Db.ReviewPlans.SingleOrDefaultAsync(row => row.Id == planId, step.Token) is not { } plan)
            {
                return Error.NotFound;
            }

            step.PlansChanged();
            return plan.Retire(top.Value, step.Actor.PersonId, step.Now);
        }, token);
}
