using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Tests.Support;

namespace GovAccountConsole.Tests.Domain.Reviews;

public sealed class Deciding
{
    private readonly OfficialAccount _account = Some.ActiveAccount();

    [Fact]
    public void Three_different_people_approve_in_order()
    {
        var (post, _) = Some.Submitted(_account);
        Assert.Equal((1, 3, Role.Reviewer), (post.ReviewStep, post.ReviewSteps, post.ReviewRole));
        Approve(post, Some.Reviewer);
        Assert.Equal((2, Role.FinalReviewer), (post.ReviewStep, post.ReviewRole));
        Approve(post, Some.FinalReviewer);
        Assert.Equal((3, Role.Supervisor), (post.ReviewStep, post.ReviewRole));
        Approve(post, Some.Supervisor);
        Assert.Equal(PostStatus.Approved, post.Status);
        Assert.Equal(3, post.Review!.Decisions.Select(decision => decision.ById).Distinct().Count());
        Assert.All(post.Review.Decisions, decision => Assert.Equal(post.ContentHash, decision.ContentHash));
    }

    [Fact]
    public void Another_role_is_refused()
    {
        var (post, _) = Some.Submitted(_account);
        Assert.Equal("not-your-step", Decide(post, Some.FinalReviewer));
        Assert.Equal("not-your-step", Decide(post, Some.Person("别处", Role.Reviewer, Some.Court)));
        Assert.Equal("not-your-step", Decide(post, Some.Administrator));
    }

    [Fact]
    public void The_author_never_decides_whatever_roles_are_held()
    {
        var everything = new Actor(Guid.CreateVersion7(), "多面手", [.. Enum.GetValues<Role>().Select(role => new Grant(role, Some.Department))]);
        var (post, revision) = Post.Create(_account, Some.Content(_account), null, everything.PersonId, Some.Now).Value;
        post.Submit(_account, revision, ReviewPlan.Default, everything.PersonId, Some.Now);
        Assert.Equal("author-may-not-review", Decide(post, everything));
    }

    [Fact]
    public void Who_changed_the_post_in_between_may_not_decide_either()
    {
        var both = new Actor(Guid.CreateVersion7(), "编辑兼审核", [new Grant(Role.Editor, Some.Police), new Grant(Role.Reviewer, Some.Police)]);
        var (post, revision) = Some.Submitted(_account);
        post.Edit(revision, Some.Content(_account, Channel.Publish, Some.Article("改一字")), null, ReviewPlan.Default, both.PersonId, Some.Now);
        Assert.Equal("author-may-not-review", Decide(post, both));
    }

    [Fact]
    public void Nobody_decides_two_steps_of_one_submission()
    {
        var everything = new Actor(Guid.CreateVersion7(), "多面手", [.. Enum.GetValues<Role>().Select(role => new Grant(role, Some.Department))]);
        var (post, _) = Some.Submitted(_account);
        Approve(post, everything);
        Assert.Equal("already-reviewed", Decide(post, everything));
    }

    [Fact]
    public void A_decision_on_an_old_revision_is_refused()
    {
        var (post, revision) = Some.Submitted(_account);
        post.Edit(revision, Some.Content(_account, Channel.Publish, Some.Article("改一字")), null, ReviewPlan.Default, Some.Editor.PersonId, Some.Now);
        Assert.Equal("revision-changed", post.Decide(Some.Reviewer, Some.PoliceLineage, 1, DecisionKind.Approve, null, Some.Now).Error.Code);
        Assert.True(post.Decide(Some.Reviewer, Some.PoliceLineage, 2, DecisionKind.Approve, null, Some.Now).Succeeded);
    }

    [Fact]
    public void A_return_needs_its_reasons_and_goes_back_to_the_author()
    {
        var (post, _) = Some.Submitted(_account);
        Assert.Equal("comment", post.Decide(Some.Reviewer, Some.PoliceLineage, 1, DecisionKind.Return, " ", Some.Now).Error.Field);
        Assert.True(post.Decide(Some.Reviewer, Some.PoliceLineage, 1, DecisionKind.Return, "“视情”看不懂", Some.Now).Succeeded);
        Assert.Equal(PostStatus.Returned, post.Status);
        Assert.Equal(ReviewStatus.Returned, post.Review!.Status);
    }

    [Fact]
    public void Each_step_has_a_deadline_in_working_time()
    {
        var (post, _) = Some.Submitted(_account); // Wednesday 10:00 Shanghai: two hours before noon, two after 14:00
        Assert.Equal(new DateTimeOffset(2026, 11, 25, 16, 0, 0, TimeSpan.FromHours(8)), post.ReviewDueAt);
    }

    private static void Approve(Post post, Actor actor) =>
        Assert.True(post.Decide(actor, Some.PoliceLineage, post.RevisionNumber, DecisionKind.Approve, null, Some.Now).Succeeded);

    private static string Decide(Post post, Actor actor) =>
        post.Decide(actor, Some.PoliceLineage, post.RevisionNumber, DecisionKind.Approve, null, Some.Now).Error.Code;
}
