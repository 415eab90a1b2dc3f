using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Tests.Support;

namespace GovAccountConsole.Tests.Domain.Posts;

public sealed class The_life_of_a_post
{
    private readonly OfficialAccount _account = Some.ActiveAccount(AccountKind.Service);

    public static TheoryData<PostAction, PostStatus> EveryActInEveryState()
    {
        var rows = new TheoryData<PostAction, PostStatus>();
        foreach (var action in Enum.GetValues<PostAction>())
        {
            foreach (var status in Enum.GetValues<PostStatus>())
            {
                rows.Add(action, status);
            }
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(EveryActInEveryState))]
    public void Acts_start_only_from_the_states_of_the_table(PostAction action, PostStatus status)
    {
        var (post, revision) = Some.In(status, _account);
        var later = Some.Now.AddDays(40);
        var result = action switch
        {
            PostAction.Edit => post.Edit(revision, Some.Content(_account, Channel.Publish, Some.Article("另一个标题")), null, ReviewPlan.Default, Some.Editor.PersonId, later),
            PostAction.Delete => post.Delete(Some.Editor.PersonId, later),
            PostAction.Submit => post.Submit(_account, revision, ReviewPlan.Default, Some.Editor.PersonId, later),
            PostAction.Withdraw => post.Withdraw(Some.Editor.PersonId, later),
            PostAction.Approve => post.Decide(Some.Reviewer, Some.PoliceLineage, post.RevisionNumber, DecisionKind.Approve, null, later),
            PostAction.Return => post.Decide(Some.Reviewer, Some.PoliceLineage, post.RevisionNumber, DecisionKind.Return, "改", later),
            PostAction.Schedule => post.Schedule(_account, later.AddHours(1), [], Some.Editor.PersonId, later),
            PostAction.Unschedule => post.Unschedule(Some.Editor.PersonId, later),
            PostAction.Publish => post.Publish(_account, [], Some.Editor.PersonId, later),
            PostAction.Recall => post.CheckRecall("地点写错"),
            PostAction.Resolve => post.Resolve(true, Some.Editor.PersonId, later),
            PostAction.Correct => post.Correct(_account, Some.Content(_account, Channel.Publish, Some.Article("更正")), "地点写错", Some.Editor.PersonId, later) is { Succeeded: false } no ? Result.From(no.Errors) : Result.Success,
            PostAction.SendAgain => post.SendAgain(_account, [], "手机上没有", Some.Editor.PersonId, later),
            _ => throw new InvalidOperationException(action.ToString()),
        };
        Assert.Equal(PostTransitions.Allow(action, status), result.Succeeded);
        if (!result.Succeeded)
        {
            Assert.Equal(ErrorKind.Conflict, result.Error.Kind);
        }
    }

    [Theory]
    [InlineData(PostStatus.Publishing)]
    [InlineData(PostStatus.Published)]
    [InlineData(PostStatus.AwaitingAdmin)]
    [InlineData(PostStatus.Unconfirmed)]
    [InlineData(PostStatus.Recalled)]
    public void From_publishing_on_a_change_is_refused_as_already_sent(PostStatus status)
    {
        var (post, revision) = Some.In(status, _account);
        var edited = post.Edit(revision, Some.Content(_account, Channel.Publish, Some.Article("改后")), null, ReviewPlan.Default, Some.Editor.PersonId, Some.Now);
        Assert.Equal("already-sent", edited.Error.Code);
        Assert.Equal(1, post.RevisionNumber);
    }

    [Theory]
    [InlineData(PostStatus.InReview)]
    [InlineData(PostStatus.Approved)]
    [InlineData(PostStatus.Scheduled)]
    [InlineData(PostStatus.Failed)]
    public void A_change_voids_approvals_and_slot_and_review_starts_again_at_step_one(PostStatus status)
    {
        var (post, revision) = Some.In(status, _account);
        var before = post.Review!;
        var edited = post.Edit(revision, Some.Content(_account, Channel.Publish, Some.Article("改后的标题")), null, ReviewPlan.Default, Some.Editor.PersonId, Some.Now);

        Assert.Equal(2, edited.Value!.Number);
        Assert.Equal(PostStatus.InReview, post.Status);
        Assert.Equal(1, post.ReviewStep);
        Assert.Null(post.PublishAt);
        Assert.NotSame(before, post.Review);
        Assert.Equal(ReviewStatus.Voided, before.Status);
        Assert.Empty(post.Review!.Decisions);
        Assert.Equal(2, post.Review.Revision);
    }

    [Fact]
    public void A_save_that_changes_nothing_makes_no_revision_and_voids_nothing()
    {
        var (post, revision) = Some.Scheduled(_account);
        var edited = post.Edit(revision, Some.Content(_account), null, ReviewPlan.Default, Some.Editor.PersonId, Some.Now);
        Assert.Null(edited.Value);
        Assert.Equal(PostStatus.Scheduled, post.Status);
        Assert.NotNull(post.PublishAt);
    }

    [Fact]
    public void A_change_in_review_may_not_take_away_what_a_submission_needs()
    {
        var (post, revision) = Some.Submitted(_account);
        var edited = post.Edit(revision, Some.Content(_account, Channel.Publish, Some.Article() with { CoverMediaId = null }), null, ReviewPlan.Default, Some.Editor.PersonId, Some.Now);
        Assert.Equal("post-no-cover", edited.Error.Code);
        Assert.Equal(1, post.RevisionNumber);
    }

    [Fact]
    public void Autosaves_of_one_writer_share_a_number_until_the_submission_seals_it()
    {
        var account = _account;
        var (post, first) = Post.Create(account, Some.Content(account), null, Some.Editor.PersonId, Some.Now, SaveMode.Autosave).Value;
        var second = Save("二", first);
        var third = Save("三", second);
        Assert.Equal(1, third.Number);

        Assert.True(post.Submit(account, third, ReviewPlan.Default, Some.Editor.PersonId, Some.Now).Succeeded);
        Assert.False(third.Autosaved);
        post.Decide(Some.Reviewer, Some.PoliceLineage, 1, DecisionKind.Return, "改", Some.Now);
        Assert.Equal(2, Save("四", third).Number);

        Revision Save(string title, Revision current) => post.Edit(
            current, Some.Content(account, Channel.Publish, Some.Article(title)), null, ReviewPlan.Default, Some.Editor.PersonId, Some.Now, SaveMode.Autosave).Value!;
    }

    [Fact]
    public void Autosave_keeps_an_overlong_title_that_a_finished_save_and_a_submission_refuse()
    {
        var tooLong = Some.Content(_account, Channel.Publish, Some.Article(new string('长', 65)));
        Assert.Equal("too-long", Post.Create(_account, tooLong, null, Some.Editor.PersonId, Some.Now).Error.Code);

        var (post, revision) = Post.Create(_account, tooLong, null, Some.Editor.PersonId, Some.Now, SaveMode.Autosave).Value;
        Assert.Equal(65, post.Title.Length);
        Assert.Equal("articles[0].title", post.Submit(_account, revision, ReviewPlan.Default, Some.Editor.PersonId, Some.Now).Error.Field);
    }

    [Fact]
    public void A_submission_names_everything_that_is_missing_at_once()
    {
        var empty = Some.Article() with { Title = " ", CoverMediaId = null, ContentHtml = "<p>&nbsp;</p>" };
        var (post, revision) = Post.Create(_account, Some.Content(_account, Channel.Publish, Some.Article(), empty), null, Some.Editor.PersonId, Some.Now).Value;
        var submitted = post.Submit(_account, revision, ReviewPlan.Default, Some.Editor.PersonId, Some.Now);
        Assert.Equal(["required", "post-no-cover", "post-empty-body"], submitted.Errors.Select(error => error.Code));
        Assert.All(submitted.Errors, error => Assert.StartsWith("articles[1].", error.Field, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0, "post-no-article")]
    [InlineData(9, "post-too-many-articles")]
    public void A_post_has_one_to_eight_articles(int count, string code)
    {
        var content = new PostContent(_account.Id, Channel.Publish, [.. Enumerable.Range(0, count).Select(_ => Some.Article())], []);
        Assert.Equal(code, Post.Create(_account, content, null, Some.Editor.PersonId, Some.Now).Error.Code);
    }

    [Fact]
    public void A_time_in_the_past_is_refused()
    {
        var (post, _) = Some.Approved(_account);
        Assert.Equal("time-in-past", post.Schedule(_account, Some.Now, [], Some.Editor.PersonId, Some.Now).Error.Code);
        Assert.Equal("time-in-past", Post.Create(_account, Some.Content(_account), Some.Now.AddMinutes(-1), Some.Editor.PersonId, Some.Now).Error.Code);
    }

    [Fact]
    public void Nothing_is_scheduled_for_an_account_that_is_not_active()
    {
        var (post, _) = Some.Approved(_account);
        _account.Suspend("自查", Some.Supervisor.PersonId, Some.Now);
        Assert.Equal("account-not-active", post.Schedule(_account, Some.Now.AddHours(1), [], Some.Editor.PersonId, Some.Now).Error.Code);
        Assert.Equal("account-not-active", post.Publish(_account, [], Some.Editor.PersonId, Some.Now).Error.Code);
    }

    [Fact]
    public void A_full_period_refuses_a_mass_send_and_offers_free_slots()
    {
        var account = Some.ActiveAccount();
        var (post, _) = Some.Approved(account, Channel.MassSend);
        DateTimeOffset[] taken = [Some.Now.AddHours(5)];
        var scheduled = post.Schedule(account, Some.Now.AddHours(2), taken, Some.Editor.PersonId, Some.Now);
        Assert.Equal("quota-exceeded", scheduled.Error.Code);
        Assert.All(scheduled.Error.Args.Cast<DateTimeOffset>(), slot => Assert.NotEqual(BusinessTime.DayOf(Some.Now), BusinessTime.DayOf(slot)));

        var (page, _) = Some.Approved(account);
        Assert.True(page.Schedule(account, Some.Now.AddHours(2), taken, Some.Editor.PersonId, Some.Now).Succeeded);
    }

    [Fact]
    public void An_approval_that_nobody_uses_lapses_after_thirty_days()
    {
        var (post, _) = Some.Approved(_account);
        Assert.False(post.Expire(Some.Now.AddDays(30).AddSeconds(-1)));
        Assert.True(post.Expire(Some.Now.AddDays(30)));
        Assert.Equal(PostStatus.Expired, post.Status);
        Assert.Equal(ReviewStatus.Voided, post.Review!.Status);
    }

    [Fact]
    public void A_person_settles_an_unknown_outcome_either_way()
    {
        var (sent, _) = Some.In(PostStatus.Unconfirmed, _account);
        Assert.True(sent.Resolve(true, Some.Editor.PersonId, Some.Now).Succeeded);
        Assert.Equal(PostStatus.Published, sent.Status);

        var (notSent, _) = Some.In(PostStatus.Unconfirmed, _account);
        Assert.True(notSent.Resolve(false, Some.Editor.PersonId, Some.Now).Succeeded);
        Assert.Equal(PostStatus.Failed, notSent.Status);
        Assert.Equal("confirmed-not-sent", notSent.Trouble!.Code);
    }

    [Fact]
    public void Every_transition_leaves_a_line_of_history()
    {
        var (post, _) = Some.Scheduled(_account);
        post.BeginPublishing(Some.Now);
        post.NotePublished(Some.Now, Some.Now);
        var acts = post.TakeEvents().Cast<PostEvent>().ToList();
        Assert.Equal(
            ["created", "submitted", "approved", "approved", "approved", "scheduled", "publishing", "published"], acts.Select(happened => happened.Act));
        Assert.Equal([1, 2, 3], acts.Where(happened => happened.Act == "approved").Select(happened => happened.Step!.Value));
        Assert.Null(acts[0].From);
        Assert.Equal(PostStatus.Draft, acts[1].From);
        Assert.Empty(post.Events);
    }

    [Fact]
    public void Buttons_follow_state_role_and_scope()
    {
        Assert.Equal(
            [PostAction.Edit, PostAction.Delete, PostAction.Submit], AllowedActions.For(PostStatus.Draft, Some.Editor, Some.PoliceLineage, false));
        Assert.Empty(AllowedActions.For(PostStatus.Draft, Some.Reviewer, Some.PoliceLineage, false));
        Assert.Empty(AllowedActions.For(PostStatus.Draft, Some.Editor, [Some.Court, Some.Department], false));
        Assert.Equal([PostAction.Approve, PostAction.Return], AllowedActions.For(PostStatus.InReview, Some.Reviewer, Some.PoliceLineage, true));
        Assert.Equal([PostAction.Schedule, PostAction.Unschedule], AllowedActions.For(PostStatus.Scheduled, Some.Supervisor, Some.PoliceLineage, false));
        Assert.Empty(AllowedActions.For(PostStatus.Scheduled, Some.Person("审计", Role.Auditor, Some.Department), Some.PoliceLineage, false));
    }
}
