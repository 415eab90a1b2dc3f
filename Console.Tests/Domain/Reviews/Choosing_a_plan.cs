using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Tests.Support;

namespace GovAccountConsole.Tests.Domain.Reviews;

/// <summary>Which plan a post gets: the most specific, between equals the stricter, the strictest where none fits (rules.md F16).</summary>
public sealed class Choosing_a_plan
{
    private static readonly Guid _account = Guid.CreateVersion7();
    private static readonly PlanFacts _facts = new(_account, Channel.MassSend, "police", Some.PoliceLineage, [PostTopic.Incident], "refute");

    public static TheoryData<string, string> Orders => new()
    {
        { "account", "template" }, { "template", "topic" }, { "topic", "agency" }, { "agency", "sector" }, { "sector", "channel" }, { "channel", "any" }, { "account", "rest" },
    };

    [Theory]
    [MemberData(nameof(Orders))]
    public void A_closer_ground_outweighs_a_wider_one(string closer, string wider)
    {
        var (first, second) = (Plan(closer), Plan(wider, steps: 5));
        Assert.Equal(first.Id, PlanChoice.For([second, first], _facts).Plan.Id);
        Assert.Equal(first.Id, PlanChoice.For([first, second], _facts).Plan.Id);
    }

    [Theory]
    [InlineData("other-account")]
    [InlineData("other-template")]
    [InlineData("other-topic")]
    [InlineData("other-agency")]
    [InlineData("other-sector")]
    [InlineData("other-channel")]
    public void A_plan_that_asks_something_else_does_not_fit(string when) =>
        Assert.Equal(ReviewPlan.DefaultId, PlanChoice.For([Plan(when, steps: 6), ReviewPlan.Default], _facts).Plan.Id);

    [Fact]
    public void Between_equals_the_stricter_one_holds()
    {
        var (loose, strict) = (Plan("topic"), Plan("topic", steps: 4));
        Assert.Equal(strict.Id, PlanChoice.For([loose, strict], _facts).Plan.Id);
    }

    [Fact]
    public void Where_none_fits_the_strictest_of_all_holds_never_a_short_way()
    {
        var (loose, strict) = (Plan("other-topic"), Plan("other-account", steps: 5));
        Assert.Equal(strict.Id, PlanChoice.For([loose, strict], _facts).Plan.Id);
        Assert.Equal(3, PlanChoice.For([], _facts).Plan.Steps.Count);
    }

    [Fact]
    public void A_retired_plan_holds_for_nothing()
    {
        var retired = Plan("account");
        Assert.True(retired.Retire(Some.Department, Some.Supervisor.PersonId, Some.Now).Succeeded);
        Assert.Equal(ReviewPlan.DefaultId, PlanChoice.For([retired, ReviewPlan.Default], _facts).Plan.Id);
        Assert.Equal("plan-retired", retired.Retire(Some.Department, Some.Supervisor.PersonId, Some.Now).Error.Code);
    }

    [Fact]
    public void The_plan_given_to_the_account_itself_is_the_closest()
    {
        var (given, topical) = (Plan("other-channel"), Plan("template"));
        Assert.Equal(given.Id, PlanChoice.For([topical, given, ReviewPlan.Default], _facts with { AccountPlan = given.Id }).Plan.Id);
        // The delivered plan, given to every new account, is no choice of its own.
        Assert.Equal(topical.Id, PlanChoice.For([topical, ReviewPlan.Default], _facts with { AccountPlan = ReviewPlan.DefaultId }).Plan.Id);
    }

    [Fact]
    public void A_plan_is_refused_with_every_reason_at_once()
    {
        var refused = ReviewPlan.Create(
            new PlanInput(" ", [new PlannedStep("", Role.Editor, TimeSpan.Zero) { Approvals = 9, Mode = StepMode.AllOf, Checklist = [new string('字', 61)] }], PlanConditions.Any),
            Some.Department, Some.Supervisor.PersonId, Some.Now);
        Assert.Equal(
            ["name", "steps", "steps[0].name", "steps[0].role", "steps[0].deadlineHours", "steps[0].approvals", "steps[0].checklist"],
            refused.Errors.Select(error => error.Field));
        Assert.Contains(refused.Errors, error => error.Code == "plan-too-short");
    }

    [Fact]
    public void The_delivered_plan_takes_no_conditions_and_is_never_retired()
    {
        var plan = new ReviewPlan(ReviewPlan.DefaultId, "三审三校", ReviewPlan.Default.Steps);
        Assert.Equal("plan-for-all", plan.Retire(Some.Department, Some.Supervisor.PersonId, Some.Now).Error.Code);
        Assert.Equal("plan-for-all", plan.Change(Input("topic"), Some.Department, Some.Supervisor.PersonId, Some.Now).Error.Code);
        Assert.True(plan.Change(Input("any", 4), Some.Department, Some.Supervisor.PersonId, Some.Now).Succeeded);
        Assert.Equal((2, 4), (plan.Number, plan.Steps.Count));
    }

    [Fact]
    public void A_person_can_fill_one_place_and_moves_where_that_helps()
    {
        var (a, b, c) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        Assert.Empty(Staffing.Shortages([1, 1, 1], [[a, b], [a], [b, c]]));
        Assert.Equal([1], Staffing.Shortages([1, 1], [[a], [a]]));
        Assert.Equal([0], Staffing.Shortages([2, 1], [[a], [b]]));
        Assert.Equal([0], Staffing.Shortages([1], [[]]));
    }

    [Fact]
    public void Naming_a_topic_in_review_starts_review_again_under_the_stricter_plan()
    {
        var account = Some.ActiveAccount();
        var (post, _) = Some.Submitted(account);
        Assert.True(post.Decide(Some.Reviewer, Some.PoliceLineage, 1, DecisionKind.Approve, null, Some.Now).Succeeded);
        Assert.True(post.Touch([PostTopic.Minors, PostTopic.Minors], Plan("topic", steps: 4), Some.Editor.PersonId, Some.Now).Value);
        Assert.Equal((PostStatus.InReview, 1, 4), (post.Status, post.ReviewStep, post.ReviewSteps));
        Assert.Equal([PostTopic.Minors], post.Topics);
        Assert.False(post.Touch([PostTopic.Minors], ReviewPlan.Default, Some.Editor.PersonId, Some.Now).Value);
        Assert.Equal(4, post.ReviewSteps);
    }

    [Fact]
    public void Nothing_can_be_named_once_it_is_being_sent()
    {
        var (post, _) = Some.In(PostStatus.Published, Some.ActiveAccount());
        Assert.Equal("already-sent", post.Touch([PostTopic.Case], ReviewPlan.Default, Some.Editor.PersonId, Some.Now).Error.Code);
    }

    private static ReviewPlan Plan(string when, int steps = 3) => ReviewPlan.Create(Input(when, steps), Some.Department, Some.Supervisor.PersonId, Some.Now).Value;

    private static PlanInput Input(string when, int steps = 3) => new(
        when, [.. Enumerable.Range(1, steps).Select(number => new PlannedStep($"第{number}审", Role.Supervisor, TimeSpan.FromHours(4)))], When(when));

    private static PlanConditions When(string when) => when switch
    {
        "account" => new() { Accounts = [_account] },
        "template" => new() { Templates = ["refute"] },
        "topic" => new() { Topics = [PostTopic.Incident] },
        "agency" => new() { Agencies = [Some.Department] },
        "sector" => new() { Sectors = ["police"] },
        "channel" => new() { Channels = [Channel.MassSend] },
        "rest" => new() { Templates = ["refute"], Topics = [PostTopic.Incident], Agencies = [Some.Police], Sectors = ["police"], Channels = [Channel.MassSend] },
        "other-account" => new() { Accounts = [Guid.NewGuid()] },
        "other-template" => new() { Templates = ["recruit"] },
        "other-topic" => new() { Topics = [PostTopic.Recruitment] },
        "other-agency" => new() { Agencies = [Some.Court] },
        "other-sector" => new() { Sectors = ["court"] },
        "other-channel" => new() { Channels = [Channel.Publish] },
        _ => PlanConditions.Any,
    };
}
