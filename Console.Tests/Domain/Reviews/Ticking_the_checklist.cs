using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Tests.Support;

namespace GovAccountConsole.Tests.Domain.Reviews;

public sealed class Ticking_the_checklist
{
    private readonly OfficialAccount _account = Some.ActiveAccount();

    [Fact]
    public void The_last_step_has_the_five_gates()
    {
        var (post, _) = Some.Submitted(_account);
        Assert.Equal(["political", "legal", "policy", "secrecy", "wording"], post.Review!.Steps[2].Checklist);
        Assert.All(post.Review.Steps, step => Assert.NotEmpty(step.Checklist));
    }

    [Fact]
    public void Who_ticks_ticks_everything_before_approving()
    {
        var (post, _) = Some.Submitted(_account);
        var list = post.Review!.Current!.Checklist;
        var refused = Decide(post, new Verdict(DecisionKind.Approve, null, [list[0]]));
        Assert.Equal(("checklist-incomplete", list.Count - 1), (refused.Error.Code, Assert.Single(refused.Error.Args)));
        Assert.Empty(post.Review.Decisions);
        Assert.True(Decide(post, new Verdict(DecisionKind.Approve, null, [.. list, list[0]])).Succeeded);
        Assert.Equal(list, Assert.Single(post.Review.Decisions).Ticks);
    }

    [Fact]
    public void Without_ticks_a_decision_counts_and_says_that_nothing_was_ticked()
    {
        var (post, _) = Some.Submitted(_account);
        Assert.True(Decide(post, new Verdict(DecisionKind.Approve, "好")).Succeeded);
        Assert.Null(Assert.Single(post.Review!.Decisions).Ticks);
    }

    [Fact]
    public void An_entry_that_is_not_on_the_list_is_refused()
    {
        var (post, _) = Some.Submitted(_account);
        Assert.Equal("ticks", Decide(post, new Verdict(DecisionKind.Approve, null, [.. post.Review!.Current!.Checklist, "别的"])).Error.Field);
    }

    [Fact]
    public void A_return_may_rest_on_reasons_of_the_list_and_needs_no_ticks()
    {
        var (post, _) = Some.Submitted(_account);
        Assert.True(Decide(post, new Verdict(DecisionKind.Return, null, [], [" facts ", "facts", "basis"])).Succeeded);
        Assert.Equal(["facts", "basis"], Assert.Single(post.Review!.Decisions).Reasons);
        Assert.Equal(PostStatus.Returned, post.Status);
    }

    [Fact]
    public void A_step_for_several_waits_for_all_of_them()
    {
        var plan = new ReviewPlan(Guid.NewGuid(), "会签",
        [
            ReviewPlan.Default.Steps[0] with { Mode = StepMode.AllOf, Approvals = 2 }, .. ReviewPlan.Default.Steps.Skip(1),
        ]);
        var (post, revision) = Some.Draft(_account);
        post.Submit(_account, revision, plan, Some.Editor.PersonId, Some.Now);
        Assert.True(Decide(post, new Verdict(DecisionKind.Approve, null)).Succeeded);
        Assert.Equal((1, PostStatus.InReview), (post.ReviewStep, post.Status));
        Assert.Equal("already-reviewed", Decide(post, new Verdict(DecisionKind.Approve, null)).Error.Code);
        var second = Some.Person("另一位初审", GovAccountConsole.Domain.Access.Role.Reviewer, Some.Police);
        Assert.True(post.Decide(second, Some.PoliceLineage, 1, DecisionKind.Approve, null, Some.Now).Succeeded);
        Assert.Equal(2, post.ReviewStep);
    }

    [Theory]
    [InlineData(StepLevel.OwnAgency, true, false)]
    [InlineData(StepLevel.Above, false, true)]
    [InlineData(StepLevel.Anywhere, true, true)]
    public void A_role_counts_where_the_step_wants_it(StepLevel level, bool own, bool above)
    {
        Assert.Equal(own, MayDecide(Some.Police));
        Assert.Equal(above, MayDecide(Some.Department));
        Assert.False(MayDecide(Some.Court));

        bool MayDecide(Guid agency)
        {
            var plan = new ReviewPlan(Guid.NewGuid(), "级别", [ReviewPlan.Default.Steps[0] with { Level = level }, .. ReviewPlan.Default.Steps.Skip(1)]);
            var (post, revision) = Some.Draft(_account);
            post.Submit(_account, revision, plan, Some.Editor.PersonId, Some.Now);
            return post.ReviewRefusal(Some.Person("初审", GovAccountConsole.Domain.Access.Role.Reviewer, agency), Some.PoliceLineage) is null;
        }
    }

    private static Result Decide(Post post, Verdict verdict) => post.Decide(Some.Reviewer, Some.PoliceLineage, 1, verdict, Some.Now);
}
