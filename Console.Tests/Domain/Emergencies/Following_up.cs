using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Emergencies;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Tests.Support;

namespace GovAccountConsole.Tests.Domain.Emergencies;

public sealed class Following_up
{
    private static readonly Actor _declarer = Some.Person("值班编辑", Role.Editor, Some.Police);
    private readonly OfficialAccount _account = Some.ActiveAccount();

    [Fact]
    public void Opens_with_the_short_approval_for_24_hours_on_the_same_bytes()
    {
        var (post, followUp) = Opened(Some.FinalReviewer);
        Assert.Equal((post.RevisionNumber, post.ContentHash, Some.Now.AddHours(24)), (followUp.Revision, followUp.ContentHash, followUp.DueAt));
        Assert.False(followUp.IsOverdue(Some.Now.AddHours(24).AddTicks(-1)));
        Assert.True(followUp.IsOverdue(Some.Now.AddHours(24)));
        Assert.Null(FollowUpReview.Of(Some.Approved(_account).Post, Some.Supervisor, Some.PoliceLineage, Some.Now));
    }

    [Fact]
    public void Leaves_the_places_of_the_others()
    {
        Assert.Equal([Role.Reviewer, Role.Supervisor], Opened(Some.FinalReviewer).FollowUp.Seats.Select(seat => seat.Role));
        Assert.Equal([Role.Reviewer, Role.FinalReviewer], Opened(Some.Supervisor).FollowUp.Seats.Select(seat => seat.Role));
    }

    [Fact]
    public void Asks_for_every_person_of_a_longer_plan_and_never_for_fewer_than_three()
    {
        PlannedStep[] both = [new("初审", Role.Reviewer, TimeSpan.FromHours(1)) { Mode = StepMode.AllOf, Approvals = 3 }, new("终审", Role.FinalReviewer, TimeSpan.FromHours(1))];
        Assert.Equal(3, FollowUpSeat.Left(both, Some.FinalReviewer, Some.Police, Some.PoliceLineage).Count);
        Assert.Equal(2, FollowUpSeat.Left(both[1..], Some.FinalReviewer, Some.Police, Some.PoliceLineage).Count);
        // Whoever could take no place of the plan takes none away.
        Assert.Equal(4, FollowUpSeat.Left(both, Some.Supervisor, Some.Police, Some.PoliceLineage).Count);
    }

    [Fact]
    public void Is_complete_once_three_different_people_have_read_it()
    {
        var (post, followUp) = Opened(Some.FinalReviewer);
        Assert.True(Say(followUp, post, Some.Supervisor).Succeeded);
        Assert.Equal(FollowUpStatus.Open, followUp.Status);
        Assert.True(Say(followUp, post, Some.Reviewer).Succeeded);
        Assert.Equal((FollowUpStatus.Complete, (DateTimeOffset?)Some.Now), (followUp.Status, followUp.EndedAt));
        Assert.Equal("follow-up-closed", Say(followUp, post, Some.Person("另一位", Role.Reviewer, Some.Police)).Error.Code);
    }

    [Fact]
    public void Refuses_writers_the_declarer_the_approver_and_everybody_twice()
    {
        var (post, followUp) = Opened(Some.FinalReviewer);
        Grant[] all = [new(Role.Reviewer, Some.Police), new(Role.Supervisor, Some.Department)];
        Assert.Equal("author-may-not-review", Say(followUp, post, Some.Editor with { Grants = all }).Error.Code);
        Assert.Equal("author-may-not-review", Say(followUp, post, _declarer with { Grants = all }).Error.Code);
        Assert.Equal("already-reviewed", Say(followUp, post, Some.FinalReviewer with { Grants = all }).Error.Code);
        Assert.Equal("not-your-step", Say(followUp, post, Some.Person("别处", Role.Reviewer, Some.Court)).Error.Code);
        Assert.True(Say(followUp, post, Some.Reviewer with { Grants = all }).Succeeded);
        Assert.Equal("already-reviewed", Say(followUp, post, Some.Reviewer with { Grants = all }).Error.Code);
    }

    [Fact]
    public void An_objection_needs_its_reason_is_kept_and_changes_nothing_by_itself()
    {
        var (post, followUp) = Opened(Some.FinalReviewer);
        Assert.Equal(("required", "comment"), (Say(followUp, post, Some.Reviewer, FollowUpVerdict.Contest).Error.Code, Say(followUp, post, Some.Reviewer, FollowUpVerdict.Contest).Error.Field));
        Assert.True(Say(followUp, post, Some.Reviewer, FollowUpVerdict.Contest, "路名写错").Succeeded);
        Assert.Equal((FollowUpStatus.Objected, PostStatus.Approved), (followUp.Status, post.Status));
        Assert.Equal("路名写错", Assert.Single(followUp.Decisions).Comment);
        Assert.Equal("follow-up-closed", Say(followUp, post, Some.Supervisor).Error.Code);
    }

    [Fact]
    public void Is_void_once_the_content_changed()
    {
        var (post, revision) = Some.Draft(_account);
        post.DeclareEmergency(_account, revision, ReviewPlan.Default, "塌陷", _declarer.PersonId, Some.Now);
        post.Decide(Some.FinalReviewer, Some.PoliceLineage, 1, DecisionKind.Approve, null, Some.Now);
        var followUp = FollowUpReview.Of(post, Some.FinalReviewer, Some.PoliceLineage, Some.Now)!;
        post.Edit(revision, Some.Content(_account, Channel.Publish, Some.Article("改一字")), null, ReviewPlan.Default, Some.Editor.PersonId, Some.Now);
        Assert.Equal("follow-up-closed", Say(followUp, post, Some.Reviewer).Error.Code);
    }

    [Fact]
    public void Naming_somebody_has_an_end_and_a_reason_and_is_taken_back_at_once()
    {
        static Result<EmergencyDesignation> Name(DateTimeOffset? until, string? reason = "夜间值班") =>
            EmergencyDesignation.Create(_declarer.PersonId, Some.Police, until, reason, Some.Administrator.PersonId, Some.Now);
        Assert.Equal("until", Name(null).Error.Field);
        Assert.Equal("until", Name(Some.Now).Error.Field);
        Assert.Equal("until", Name(Some.Now.AddYears(1).AddSeconds(1)).Error.Field);
        Assert.Equal("reason", Name(Some.Now.AddDays(1), " ").Error.Field);
        var named = Name(Some.Now.AddYears(1)).Value;
        Assert.True(named.Holds(Some.Now));
        Assert.False(named.Holds(Some.Now.AddYears(1)));
        named.Revoke(Some.Administrator.PersonId, Some.Now);
        Assert.False(named.Holds(Some.Now));
        Assert.Equal(["emergencyDesignated", "emergencyRevoked"], named.Events.Select(happened => happened.Action));
    }

    private (Post Post, FollowUpReview FollowUp) Opened(Actor approver)
    {
        var (post, revision) = Some.Draft(_account);
        post.DeclareEmergency(_account, revision, ReviewPlan.Default, "主干道塌陷", _declarer.PersonId, Some.Now);
        post.Decide(approver, Some.PoliceLineage, 1, DecisionKind.Approve, null, Some.Now);
        return (post, FollowUpReview.Of(post, approver, Some.PoliceLineage, Some.Now)!);
    }

    private static Result Say(FollowUpReview followUp, Post post, Actor actor, FollowUpVerdict verdict = FollowUpVerdict.Approve, string? comment = null) =>
        followUp.Decide(post, actor, Some.PoliceLineage, verdict, comment, Some.Now);
}
