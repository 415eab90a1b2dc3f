using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Emergencies;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Tests.Support;

namespace GovAccountConsole.Tests.Domain.Emergencies;

public sealed class The_short_chain
{
    private static readonly Actor _declarer = Some.Person("值班编辑", Role.Editor, Some.Police);
    private readonly OfficialAccount _account = Some.ActiveAccount();

    [Theory]
    [InlineData(PostStatus.Draft, true)]
    [InlineData(PostStatus.Returned, true)]
    [InlineData(PostStatus.Withdrawn, true)]
    [InlineData(PostStatus.InReview, true)]
    [InlineData(PostStatus.Approved, false)]
    [InlineData(PostStatus.Scheduled, false)]
    [InlineData(PostStatus.Published, false)]
    [InlineData(PostStatus.Failed, false)]
    [InlineData(PostStatus.Expired, false)]
    public void Begins_only_before_the_last_approval(PostStatus status, bool allowed)
    {
        var (post, revision) = Some.In(status, _account);
        Assert.Equal(allowed, post.DeclareEmergency(_account, revision, ReviewPlan.Default, "主干道塌陷", _declarer.PersonId, Some.Now).Succeeded);
        Assert.Equal(allowed, post.Emergency is not null);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("   ")]
    public void Needs_its_reason(string? reason)
    {
        var (post, revision) = Some.Draft(_account);
        Assert.Equal("emergency-reason-missing", post.DeclareEmergency(_account, revision, ReviewPlan.Default, reason, _declarer.PersonId, Some.Now).Error.Code);
    }

    [Fact]
    public void Is_held_back_by_what_holds_back_every_submission()
    {
        var (post, revision) = Post.Create(_account, Some.Content(_account, Channel.Publish, Some.Article() with { CoverMediaId = null }), null, Some.Editor.PersonId, Some.Now).Value;
        Assert.NotEmpty(post.DeclareEmergency(_account, revision, ReviewPlan.Default, "塌陷", _declarer.PersonId, Some.Now).Errors);
        Assert.Equal(PostStatus.Draft, post.Status);
    }

    [Fact]
    public void Is_one_approval_on_the_same_hash_and_then_approved()
    {
        var post = Declared();
        Assert.Equal((1, 1), (post.ReviewStep, post.ReviewSteps));
        Assert.True(Approve(post, Some.FinalReviewer).Succeeded);
        Assert.Equal(PostStatus.Approved, post.Status);
        Assert.Equal(post.ContentHash, Assert.Single(post.Review!.Decisions).ContentHash);
    }

    [Fact]
    public void Is_approved_by_a_final_reviewer_or_a_supervisor_and_nobody_else()
    {
        Assert.Equal("not-your-step", Approve(Declared(), Some.Reviewer).Error.Code);
        Assert.Equal("not-your-step", Approve(Declared(), Some.Person("别处", Role.FinalReviewer, Some.Court)).Error.Code);
        Assert.Equal("not-your-step", Approve(Declared(), Some.Administrator).Error.Code);
        Assert.True(Approve(Declared(), Some.Supervisor).Succeeded);
    }

    [Fact]
    public void Is_never_approved_by_who_wrote_or_declared_it()
    {
        var writer = new Actor(Some.Editor.PersonId, "编辑兼终审", [new Grant(Role.FinalReviewer, Some.Police)]);
        var declarer = new Actor(_declarer.PersonId, "值班兼终审", [new Grant(Role.FinalReviewer, Some.Police)]);
        Assert.Equal("author-may-not-review", Approve(Declared(), writer).Error.Code);
        Assert.Equal("author-may-not-review", Approve(Declared(), declarer).Error.Code);
    }

    [Fact]
    public void A_change_of_content_brings_the_normal_plan_back()
    {
        var (post, revision) = Some.Draft(_account);
        post.DeclareEmergency(_account, revision, ReviewPlan.Default, "塌陷", _declarer.PersonId, Some.Now);
        Approve(post, Some.FinalReviewer);
        post.Edit(revision, Some.Content(_account, Channel.Publish, Some.Article("改一字")), null, ReviewPlan.Default, Some.Editor.PersonId, Some.Now);
        Assert.Equal((PostStatus.InReview, 3, (EmergencyDeclaration?)null), (post.Status, post.ReviewSteps, post.Emergency));
        Assert.Equal("not-your-step", Approve(post, Some.FinalReviewer).Error.Code);
    }

    [Fact]
    public void Ends_with_a_return_or_a_withdrawal()
    {
        var returned = Declared();
        Assert.True(returned.Decide(Some.Supervisor, Some.PoliceLineage, 1, DecisionKind.Return, "不急", Some.Now).Succeeded);
        Assert.Null(returned.Emergency);
        var withdrawn = Declared();
        withdrawn.Withdraw(Some.Editor.PersonId, Some.Now);
        Assert.Null(withdrawn.Emergency);
    }

    private Post Declared()
    {
        var (post, revision) = Some.Draft(_account);
        Assert.True(post.DeclareEmergency(_account, revision, ReviewPlan.Default, "主干道塌陷", _declarer.PersonId, Some.Now).Succeeded);
        return post;
    }

    private static GovAccountConsole.Domain.Shared.Result Approve(Post post, Actor actor) => post.Decide(actor, Some.PoliceLineage, post.RevisionNumber, DecisionKind.Approve, null, Some.Now);
}
