using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Reviews;

/// <summary>Finds the plan of a post: the facts of the post against the plans of the department.</summary>
internal static class PlanLoading
{
    /// <summary>The plan that a submission of the post gets now.</summary>
    public static Task<ReviewPlan> PlanOfAsync(this WorkStep step, OfficialAccount account, Post post, Channel? channel = null) =>
        step.PlanOfAsync(account, channel ?? post.Channel, post.Topics, post.TemplateKey);

    /// <summary>The plan that a post with these facts gets.</summary>
    public static async Task<ReviewPlan> PlanOfAsync(this WorkStep step, OfficialAccount account, Channel channel, IReadOnlyList<PostTopic> topics, string? template)
    {
        var plans = await InForceAsync(step.Db, step.Token);
        // Most departments keep the one delivered plan: nothing has to be asked about the post.
        return plans is [var only] ? only : PlanChoice.For(plans, await FactsAsync(step.Db, account, channel, topics, template, step.Token)).Plan;
    }

    /// <summary>The plans in force, a handful.</summary>
    public static Task<List<ReviewPlan>> InForceAsync(ConsoleDb db, CancellationToken token) =>
        db.ReviewPlans.AsNoTracking().Where(plan => plan.RetiredAt == null).ToListAsync(token);

    /// <summary>What plans ask about a post of the account.</summary>
    public static async Task<PlanFacts> FactsAsync(
        ConsoleDb db, OfficialAccount account, Channel channel, IReadOnlyList<PostTopic> topics, string? template, CancellationToken token)
    {
        var lineage = await db.AgencyLineage.Where(line => line.AgencyId == account.AgencyId).Select(line => line.AncestorId).ToArrayAsync(token);
        var sector = await db.Agencies.Where(agency => agency.Id == account.AgencyId).Select(agency => agency.SectorCode).SingleAsync(token);
        return new PlanFacts(account.Id, channel, sector, lineage, topics, template, account.ReviewPlanId);
    }
}
