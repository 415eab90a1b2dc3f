using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Tests.Support;

namespace GovAccountConsole.Tests.Domain.Posts;

public sealed class The_time_window
{
    private readonly GovAccountConsole.Domain.Accounts.OfficialAccount _account = Some.ActiveAccount();

    private static TimeWindow Tomorrow => TimeWindow.Of(Some.Now.AddHours(20), Some.Now.AddHours(30))!;

    [Theory]
    [InlineData(19.99, false)]
    [InlineData(20, true)]
    [InlineData(30, true)]
    [InlineData(30.01, false)]
    public void Both_ends_belong_to_it(double hours, bool within) => Assert.Equal(within, Tomorrow.Contains(Some.Now.AddHours(hours)));

    [Fact]
    public void It_is_kept_in_whole_seconds_so_that_every_store_gives_it_back_the_same() =>
        Assert.Equal(Some.Now, TimeWindow.Of(Some.Now.AddMilliseconds(999), null)!.NotBefore);

    [Fact]
    public void A_slot_outside_is_refused_and_names_the_window()
    {
        var post = Approved(Tomorrow);
        var refused = post.Schedule(_account, Some.Now.AddHours(2), [], Some.Editor.PersonId, Some.Now);
        Assert.Equal("outside-window", refused.Error.Code);
        Assert.Equal(ErrorKind.Conflict, refused.Error.Kind);
        Assert.Equal([Tomorrow.NotBefore!.Value, Tomorrow.NotAfter!.Value], refused.Error.Args);
        Assert.Equal("outside-window", post.Publish(_account, [], Some.Editor.PersonId, Some.Now).Error.Code);
        Assert.True(post.Schedule(_account, Some.Now.AddHours(20), [], Some.Editor.PersonId, Some.Now).Succeeded);
    }

    [Fact]
    public void Another_window_is_another_content_approvals_and_slot_are_void()
    {
        var account = _account;
        var (post, revision) = Written(Tomorrow);
        Approve(post, revision);
        Assert.True(post.Schedule(account, Some.Now.AddHours(21), [], Some.Editor.PersonId, Some.Now).Succeeded);
        var edited = post.Edit(
            revision, Some.Content(account) with { Window = TimeWindow.Of(null, Some.Now.AddHours(31)) }, null, ReviewPlan.Default, Some.Editor.PersonId, Some.Now);
        Assert.Equal(2, edited.Value!.Number);
        Assert.Equal((PostStatus.InReview, 1, null), (post.Status, post.ReviewStep, post.PublishAt));
        Assert.Equal(Some.Now.AddHours(31), post.Window!.NotAfter);
        Assert.Null(post.Window.NotBefore);
    }

    [Theory]
    [InlineData(PostStatus.Approved)]
    [InlineData(PostStatus.Scheduled)]
    public void Once_it_is_over_the_post_is_over_and_its_slot_free(PostStatus status)
    {
        var post = Approved(Tomorrow);
        if (status == PostStatus.Scheduled)
        {
            Assert.True(post.Schedule(_account, Some.Now.AddHours(29), [], Some.Editor.PersonId, Some.Now).Succeeded);
        }

        Assert.False(post.Expire(Some.Now.AddHours(30)));
        Assert.True(post.Expire(Some.Now.AddHours(30).AddSeconds(1)));
        Assert.Equal((PostStatus.Expired, null, "window-over"), (post.Status, post.PublishAt, post.Trouble!.Code));
        Assert.Equal(ReviewStatus.Voided, post.Review!.Status);
        Assert.DoesNotContain(post.Status, PostTransitions.UsesQuota.AsEnumerable());
    }

    [Fact]
    public void An_expired_post_can_be_given_another_window_and_go_through_review_again()
    {
        var (post, revision) = Written(Tomorrow);
        Approve(post, revision);
        Assert.True(post.Expire(Some.Now.AddHours(31)));
        var again = post.Edit(
            revision, Some.Content(_account) with { Window = TimeWindow.Of(null, Some.Now.AddHours(60)) }, null, ReviewPlan.Default, Some.Editor.PersonId, Some.Now.AddHours(32));
        Assert.Equal((PostStatus.Draft, null), (post.Status, post.Trouble));
        Assert.True(post.Submit(_account, again.Value!, ReviewPlan.Default, Some.Editor.PersonId, Some.Now.AddHours(32)).Succeeded);
    }

    [Fact]
    public void A_window_that_ends_before_it_begins_or_has_passed_is_not_handed_to_review()
    {
        var empty = TimeWindow.Of(Some.Now.AddHours(2), Some.Now.AddHours(1));
        Assert.Equal("window-empty", Post.Create(_account, Some.Content(_account) with { Window = empty }, null, Some.Editor.PersonId, Some.Now).Error.Code);
        var typed = Post.Create(_account, Some.Content(_account) with { Window = empty }, null, Some.Editor.PersonId, Some.Now, SaveMode.Autosave).Value;
        Assert.Equal("window-empty", typed.Post.Submit(_account, typed.Revision, ReviewPlan.Default, Some.Editor.PersonId, Some.Now).Error.Code);
        var (post, revision) = Written(Tomorrow);
        Assert.Equal("window-over", post.Submit(_account, revision, ReviewPlan.Default, Some.Editor.PersonId, Some.Now.AddDays(2)).Error.Code);
    }

    private static void Approve(Post post, Revision revision)
    {
        Assert.True(post.Submit(Some.ActiveAccount(), revision, ReviewPlan.Default, Some.Editor.PersonId, Some.Now).Succeeded);
        foreach (var reviewer in new[] { Some.Reviewer, Some.FinalReviewer, Some.Supervisor })
        {
            Assert.True(post.Decide(reviewer, Some.PoliceLineage, post.RevisionNumber, DecisionKind.Approve, null, Some.Now).Succeeded);
        }
    }

    private (Post Post, Revision Revision) Written(TimeWindow window) =>
        Post.Create(_account, Some.Content(_account) with { Window = window }, null, Some.Editor.PersonId, Some.Now).Value;

    private Post Approved(TimeWindow window)
    {
        var (post, revision) = Written(window);
        Approve(post, revision);
        return post;
    }
}
