using System.Globalization;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Changes;
using GovAccountConsole.Infrastructure.Posts;
using GovAccountConsole.Infrastructure.Weixin;
using GovAccountConsole.Web.Components.Shared;
using GovAccountConsole.Web.Live;
using GovAccountConsole.Web.Posts;
using GovAccountConsole.Web.Startup;
using GovAccountConsole.Web.Workbench;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace GovAccountConsole.Tests.Components;

/// <summary>Small rules of the frame, the workbench and the posts list.</summary>
public sealed class FrameRulesTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.Parse("2026-11-25T10:24:00+08:00", CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("/posts?view=mine", "/posts?view=mine")]
    [InlineData(null, "/")]
    [InlineData("", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("/\t/evil.example", "/")]
    [InlineData("posts", "/")]
    public void A_redirect_stays_in_the_console(string? address, string expected) => Assert.Equal(expected, LocalAddress.OrHome(address));

    [Theory]
    [InlineData("2026-11-25T09:00:00+08:00", "Group.Overdue")]
    [InlineData("2026-11-25T12:00:00+08:00", "Group.Before")]
    [InlineData("2026-11-25T12:01:00+08:00", "Group.Today")]
    [InlineData("2026-11-29T23:00:00+08:00", "Group.Week")]
    [InlineData("2026-11-30T00:00:00+08:00", "Group.Later")]
    public void What_waits_is_grouped_by_the_working_day(string due, string key) =>
        Assert.Equal(key, DueGroup.Of(DateTimeOffset.Parse(due, CultureInfo.InvariantCulture), Now).Key);

    [Fact]
    public void The_week_of_the_posts_list_runs_from_Monday_in_Shanghai()
    {
        var filter = PostView.Of("week").Apply(new PostFilter(), Guid.NewGuid(), Now);
        Assert.Equal(BusinessTime.StartOf(new DateOnly(2026, 11, 23)), filter.From);
        Assert.Equal(BusinessTime.StartOf(new DateOnly(2026, 11, 30)), filter.To);
    }

    [Fact]
    public void A_state_the_person_chose_wins_over_the_views() =>
        Assert.Equal([PostStatus.Failed], PostView.Of("mine").Apply(new PostFilter { Statuses = [PostStatus.Failed] }, Guid.NewGuid(), Now).Statuses);

    [Fact]
    public void A_refusal_is_said_in_a_sentence_with_its_field()
    {
        using (Words.In("zh-CN"))
        {
            var say = new ErrorText(Words.Of<ErrorWords>(), Words.Of<WeixinText>(), Words.Common);
            Assert.Equal("请填写原因。", say.Say(Error.Required("reason")));
            Assert.Equal("标题最多 64 字。", say.Say(Error.TooLong("articles[2].title", 64)));
            Assert.Equal("今日接口调用次数已用完，请明天再试或申请清零。", say.Say(new Error("weixin-45009", ErrorKind.Conflict, null, 45009, "quota", "-")));
            Assert.Contains("strange-code", say.Say(new Error("strange-code", ErrorKind.Conflict)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Many_changes_at_once_refresh_a_page_once_and_strange_ones_never()
    {
        var clock = new FakeTimeProvider(Now);
        var feed = new ChangeFeed();
        using var live = new LiveUpdates(feed, clock, NullLogger<LiveUpdates>.Instance);
        var calls = 0;
        var subscription = live.Subscribe([ChangeKind.Post], () =>
        {
            calls++;
            return Task.CompletedTask;
        });
        for (var change = 0; change < 50; change++)
            feed.Publish(new Change(ChangeKind.Post, Guid.NewGuid(), Guid.NewGuid()));
        feed.Publish(new Change(ChangeKind.Account, Guid.NewGuid(), Guid.NewGuid()));
        Assert.Equal(0, calls);
        clock.Advance(LiveUpdates.Gathering);
        Assert.Equal(1, calls);

        feed.Publish(Change.Everything);
        clock.Advance(LiveUpdates.Gathering);
        Assert.Equal(2, calls);

        subscription.Dispose();
        feed.Publish(Change.Everything);
        clock.Advance(LiveUpdates.Gathering);
        Assert.Equal(2, calls);
        Assert.Equal(0, live.Count);
    }
}
