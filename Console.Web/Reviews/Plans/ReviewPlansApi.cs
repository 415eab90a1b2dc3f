using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Reviews;
using GovAccountConsole.Web.Api;

namespace GovAccountConsole.Web.Reviews.Plans;

/// <summary>A step of a plan on the wire; <c>deadlineHours</c> are working hours.</summary>
public sealed record PlannedStepJson(string? Name, Role Role, StepLevel Level, int Approvals, double DeadlineHours, IReadOnlyList<string>? Checklist)
{
    /// <summary>Puts a step on the wire.</summary>
    public static PlannedStepJson Of(PlannedStep step) => new(step.Name, step.Role, step.Level, step.Needed, step.Deadline.TotalHours, step.Checklist);

    /// <summary>In the domain's form.</summary>
    public PlannedStep ToStep() => new(Name ?? string.Empty, Role, TimeSpan.FromHours(double.IsFinite(DeadlineHours) ? Math.Clamp(DeadlineHours, 0, 10_000) : 0))
    {
        Level = Level,
        Approvals = Approvals,
        Mode = Approvals > 1 ? StepMode.AllOf : StepMode.AnyOf,
        Checklist = Checklist ?? [],
    };
}

/// <summary>A plan as the caller sends it.</summary>
public sealed record PlanBody(string? Name, IReadOnlyList<PlannedStepJson>? Steps, PlanConditions? When)
{
    /// <summary>In the domain's form.</summary>
    public PlanInput ToInput() => new(Name, [.. (Steps ?? []).Select(step => step.ToStep())], When ?? PlanConditions.Any);
}

/// <summary>A plan on the wire.</summary>
public sealed record PlanJson(Guid Id, string Name, int Number, IReadOnlyList<PlannedStepJson> Steps, PlanConditions When, DateTimeOffset? ChangedAt, DateTimeOffset? RetiredAt)
{
    /// <summary>Puts a plan on the wire.</summary>
    public static PlanJson Of(PlanRow plan) => new(plan.Id, plan.Name, plan.Number, [.. plan.Steps.Select(PlannedStepJson.Of)], plan.When, plan.ChangedAt, plan.RetiredAt);
}

/// <summary>For which post a plan is looked up: a post, or an account with what the post would be like.</summary>
public sealed record TryBody(Guid? PostId, Guid? AccountId, Channel Channel, IReadOnlyList<PostTopic>? Topics, string? Template);

/// <summary>A step that would be asked, on the wire; <c>problem</c> is null, <c>nobody</c> or <c>tooFew</c>.</summary>
public sealed record TriedStepJson(string Name, IReadOnlyList<PersonJson> People, string? Problem);

/// <summary>What would happen to a post, on the wire; <c>because</c> names what the plan was chosen by.</summary>
public sealed record TrialJson(PlanJson Plan, IReadOnlyList<string> Because, IReadOnlyList<TriedStepJson> Steps);

/// <summary><c>/api/v1/review-plans</c>: the plans that posts go through.</summary>
public static class ReviewPlansApi
{
    /// <summary>Maps the addresses.</summary>
    public static void MapReviewPlans(this IEndpointRouteBuilder api)
    {
        var plans = api.MapGroup("/review-plans").WithTags("review-plans");
        plans.MapGet("", async (HttpContext context, ReviewPlanQueries queries, CancellationToken token) =>
            Results.Ok(new ListJson<PlanJson>([.. (await queries.ListAsync(context.Actor(), token)).Select(PlanJson.Of)], null))).Says("The review plans.").Answers<ListJson<PlanJson>>();
        plans.MapGet("/{id:guid}", (Guid id, HttpContext context, ReviewPlanQueries queries, CancellationToken token) => SendAsync(context, queries, id, token))
            .Says("A review plan.").Answers<PlanJson>();
        plans.MapPost("", CreateAsync).Says("Adds a review plan for submissions from now on.").Answers<PlanJson>(StatusCodes.Status201Created);
        plans.MapPut("/{id:guid}", ChangeAsync).Says("Changes a review plan; needs If-Match. Open reviews keep the steps they began with.").NeedsIfMatch().Answers<PlanJson>();
        plans.MapPost("/{id:guid}/retire", RetireAsync).Says("Takes a review plan out of use.").Answers<PlanJson>();
        plans.MapPost("/try", TryAsync).Says("Which plan a post would get, why, and who would be asked.").Answers<TrialJson>();
    }

    private static async Task<IResult> SendAsync(HttpContext context, ReviewPlanQueries queries, Guid id, CancellationToken token, int status = StatusCodes.Status200OK)
    {
        if (await queries.GetAsync(context.Actor(), id, token) is not { } plan)
        {
            return Problems.From(context, Error.NotFound);
        }

        context.SetETag(plan.Version);
        return Results.Json(PlanJson.Of(plan), statusCode: status);
    }

    private static async Task<IResult> CreateAsync(PlanBody? body, HttpContext context, CreateReviewPlan create, ReviewPlanQueries queries, CancellationToken token)
    {
        var created = await create.ExecuteAsync(context.Actor(), (body ?? new PlanBody(null, null, null)).ToInput(), token);
        return created.Succeeded ? await SendAsync(context, queries, created.Value.Id, token, StatusCodes.Status201Created) : Problems.From(context, created);
    }

    private static async Task<IResult> ChangeAsync(Guid id, PlanBody? body, HttpContext context, ChangeReviewPlan change, ReviewPlanQueries queries, CancellationToken token)
    {
        if (!context.TryRequireVersion(out var version, out var refusal))
        {
            // Role and absence come before the missing header; version 0 matches nothing.
            var refused = await change.ExecuteAsync(context.Actor(), id, 0, new PlanInput(null, [], PlanConditions.Any), token);
            return refused.Error.Kind != ErrorKind.Stale ? Problems.From(context, refused) : refusal!;
        }

        var changed = await change.ExecuteAsync(context.Actor(), id, version, (body ?? new PlanBody(null, null, null)).ToInput(), token);
        return changed.Succeeded ? await SendAsync(context, queries, id, token) : Problems.From(context, changed);
    }

    private static async Task<IResult> RetireAsync(Guid id, HttpContext context, RetireReviewPlan retire, ReviewPlanQueries queries, CancellationToken token)
    {
        var retired = await retire.ExecuteAsync(context.Actor(), id, token);
        return retired.Succeeded ? await SendAsync(context, queries, id, token) : Problems.From(context, retired);
    }

    private static async Task<IResult> TryAsync(TryBody? body, HttpContext context, ReviewPlanQueries queries, CancellationToken token)
    {
        var trial = await queries.TryAsync(
            context.Actor(), new PlanQuestion(body?.PostId, body?.AccountId, body?.Channel ?? default, body?.Topics ?? [], body?.Template), token);
        return trial is null
            ? Problems.From(context, Error.NotFound)
            : Results.Ok(new TrialJson(
                PlanJson.Of(trial.Plan),
                [.. Enum.GetValues<PlanGround>().Where(ground => ground != PlanGround.None && trial.Grounds.HasFlag(ground)).Select(ground => char.ToLowerInvariant(ground.ToString()[0]) + ground.ToString()[1..])],
                [.. trial.Steps.Select(step => new TriedStepJson(
                    step.Step.Name, [.. step.People.Select(person => new PersonJson(person.Id, person.Name))], step.People.Count == 0 ? "nobody" : step.Unfilled ? "tooFew" : null))]));
    }
}
