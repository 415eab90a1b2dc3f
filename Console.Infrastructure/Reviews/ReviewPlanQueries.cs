using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Posts;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Reviews;

/// <summary>A plan as shown, with the names of what it is for.</summary>
public sealed record PlanRow(
    Guid Id, string Name, int Number, IReadOnlyList<PlannedStep> Steps, PlanConditions When, DateTimeOffset? ChangedAt, DateTimeOffset? RetiredAt, uint Version,
    IReadOnlyDictionary<Guid, string> Names)
{
    /// <summary>Whether it is the delivered plan, which holds for every post.</summary>
    public bool IsDefault => Id == ReviewPlan.DefaultId;
}

/// <summary>For which post a plan is looked up.</summary>
/// <param name="PostId">A post; or the rest.</param>
/// <param name="AccountId">The account of a post to be.</param>
/// <param name="Channel">Its way of publishing.</param>
/// <param name="Topics">What it touches.</param>
/// <param name="Template">The kind of text.</param>
public sealed record PlanQuestion(Guid? PostId, Guid? AccountId, Channel Channel, IReadOnlyList<PostTopic> Topics, string? Template = null);

/// <summary>A step of the plan found: who would be asked.</summary>
/// <param name="Step">As planned.</param>
/// <param name="People">Who may decide it, writers left out.</param>
/// <param name="Unfilled">Whether it cannot be filled when everybody decides once at most.</param>
public sealed record TriedStep(PlannedStep Step, IReadOnlyList<PersonName> People, bool Unfilled);

/// <summary>What would happen to a post.</summary>
/// <param name="Plan">The plan it gets.</param>
/// <param name="Grounds">What that plan was chosen by.</param>
/// <param name="Others">Plans that fit as well but weigh less.</param>
/// <param name="Steps">The steps with the people who would be asked.</param>
public sealed record PlanTrial(PlanRow Plan, PlanGround Grounds, IReadOnlyList<PlanRow> Others, IReadOnlyList<TriedStep> Steps);

/// <summary>Reads review plans; every signed-in person may.</summary>
public sealed class ReviewPlanQueries(Work work)
{
    /// <summary>All plans, the delivered one first, then by name; retired ones last.</summary>
    public Task<IReadOnlyList<PlanRow>> ListAsync(Actor actor, CancellationToken token) =>
        work.ReadAsync<IReadOnlyList<PlanRow>>(actor, async (db, _) =>
        {
            var plans = await db.ReviewPlans.ToListAsync(token);
            var rows = await RowsAsync(db, plans, token);
            return [.. rows.OrderBy(row => row.RetiredAt is not null).ThenByDescending(row => row.IsDefault).ThenBy(row => row.Name, StringComparer.Ordinal)];
        }, token);

    /// <summary>One plan; null when there is none.</summary>
    public Task<PlanRow?> GetAsync(Actor actor, Guid id, CancellationToken token) =>
        work.ReadAsync(actor, async (db, _) => (await RowsAsync(db, await db.ReviewPlans.Where(plan => plan.Id == id).ToListAsync(token), token)).FirstOrDefault(), token);

    /// <summary>Whether the actor maintains the plans of the whole matrix.</summary>
    public Task<bool> MayManageAsync(Actor actor, CancellationToken token) =>
        work.ReadAsync(actor, async (db, current) =>
            await db.Agencies.Where(agency => agency.ParentId == null).Select(agency => (Guid?)agency.Id).FirstOrDefaultAsync(token) is { } top
            && current.Can(Permission.ManageRules, [top]), token);

    /// <summary>Which plan a post gets, why, and who would be asked; null when the post or the account is not in scope.</summary>
    public Task<PlanTrial?> TryAsync(Actor actor, PlanQuestion question, CancellationToken token) =>
        work.ReadAsync(actor, async (db, _) =>
        {
            var post = question.PostId is { } postId ? await db.Posts.SingleOrDefaultAsync(row => row.Id == postId, token) : null;
            var accountId = post?.AccountId ?? question.AccountId;
            if ((question.PostId is not null && post is null) || await db.Accounts.SingleOrDefaultAsync(row => row.Id == accountId, token) is not { } account)
            {
                return null;
            }

            var facts = await PlanLoading.FactsAsync(
                db, account, post?.Channel ?? question.Channel, post?.Topics ?? question.Topics, post is null ? question.Template : post.TemplateKey, token);
            var plans = await PlanLoading.InForceAsync(db, token);
            var chosen = PlanChoice.For(plans, facts);
            var others = PlanChoice.Fitting(plans, facts).Select(match => match.Plan).Where(plan => plan.Id != chosen.Plan.Id).ToList();
            var rows = (await RowsAsync(db, [chosen.Plan, .. others], token)).ToDictionary(row => row.Id);
            var writers = post is null ? [] : post.Contributors.Select(contributor => contributor.PersonId).Append(post.AuthorId).ToArray();
            return new PlanTrial(
                rows[chosen.Plan.Id], chosen.Grounds, [.. others.Select(plan => rows[plan.Id])],
                await StepsAsync(db, chosen.Plan, account.AgencyId, facts.Lineage, writers, token));
        }, token);

    private static async Task<IReadOnlyList<TriedStep>> StepsAsync(
        ConsoleDb db, ReviewPlan plan, Guid agencyId, IReadOnlyCollection<Guid> lineage, Guid[] writers, CancellationToken token)
    {
        var asked = new List<IReadOnlyList<PersonName>>();
        foreach (var planned in plan.Steps)
        {
            var within = planned.Level.Within(agencyId, lineage).ToArray();
            var holders = await (from grant in db.RoleGrants
                                 join person in db.Users on grant.PersonId equals person.Id
                                 where grant.Role == planned.Role && within.Contains(grant.AgencyId) && !writers.Contains(person.Id) && person.LockoutEnd != DateTimeOffset.MaxValue
                                 select new { person.Id, person.Name }).Distinct().OrderBy(person => person.Name).ThenBy(person => person.Id).ToListAsync(token);
            asked.Add([.. holders.Select(person => new PersonName(person.Id, person.Name))]);
        }

        var missing = Staffing.Shortages([.. plan.Steps.Select(step => step.Needed)], [.. asked.Select(people => people.Select(person => person.Id).ToArray())]);
        return [.. plan.Steps.Select((step, index) => new TriedStep(step, asked[index], missing.Contains(index)))];
    }

    private static async Task<List<PlanRow>> RowsAsync(ConsoleDb db, IReadOnlyCollection<ReviewPlan> plans, CancellationToken token)
    {
        var agencies = plans.SelectMany(plan => plan.When.Agencies).Distinct().ToArray();
        var accounts = plans.SelectMany(plan => plan.When.Accounts).Distinct().ToArray();
        var names = agencies.Length == 0 ? [] : await db.Agencies.Where(agency => agencies.Contains(agency.Id)).ToDictionaryAsync(agency => agency.Id, agency => agency.Name, token);
        foreach (var account in accounts.Length == 0 ? [] : await db.Accounts.Where(row => accounts.Contains(row.Id)).Select(row => new { row.Id, row.Name }).ToListAsync(token))
        {
            names[account.Id] = account.Name;
        }

        return [.. plans.Select(plan => new PlanRow(plan.Id, plan.Name, plan.Number, plan.Steps, plan.When, plan.ChangedAt, plan.RetiredAt, plan.Version, names))];
    }
}
