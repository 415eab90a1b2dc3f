using GovAccountConsole.Benchmarks.Chaos;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Publishing;

namespace GovAccountConsole.Tests.Publishing.Chaos;

/// <summary>The judge of chaos runs finds every wrong, and plans are the same for the same seed.</summary>
public sealed class ChaosJudgeTests
{
    private static readonly ChaosPost _post = new("第 1 号通告", 3, Channel.Publish, TimeSpan.Zero, null);
    private static readonly ChaosArticle _article = new(_post.Title, 3, IsPush: false);

    [Theory]
    [InlineData(PublicationStatus.Published, PostStatus.Published, null, false, 1)]
    [InlineData(PublicationStatus.Failed, PostStatus.Failed, "weixin-53503", false, 0)]
    [InlineData(PublicationStatus.Unconfirmed, PostStatus.Unconfirmed, "draft-remains", true, 0)]
    [InlineData(PublicationStatus.Unconfirmed, PostStatus.Unconfirmed, "result-missing", true, 1)]
    [InlineData(PublicationStatus.AwaitingAdmin, PostStatus.AwaitingAdmin, "weixin-89504", true, 0)]
    [InlineData(PublicationStatus.Waiting, PostStatus.Scheduled, "publish-late", false, 0)]
    public void What_may_be(PublicationStatus status, PostStatus post, string? reason, bool scheduled, int articles) =>
        Assert.Empty(Judge(status, post, reason, scheduled, articles));

    [Theory]
    [InlineData(PublicationStatus.Published, PostStatus.Published, null, false, 2, ChaosJudge.Duplicate)]
    [InlineData(PublicationStatus.Unconfirmed, PostStatus.Unconfirmed, "result-missing", true, 2, ChaosJudge.Duplicate)]
    [InlineData(PublicationStatus.Published, PostStatus.Published, null, false, 0, ChaosJudge.Empty)]
    [InlineData(PublicationStatus.Failed, PostStatus.Failed, "weixin-53503", false, 1, ChaosJudge.Denied)]
    [InlineData(PublicationStatus.Failed, PostStatus.Failed, null, false, 0, ChaosJudge.Silent)]
    [InlineData(PublicationStatus.Waiting, PostStatus.Scheduled, null, false, 0, ChaosJudge.Lost)]
    [InlineData(PublicationStatus.Publishing, PostStatus.Publishing, null, false, 1, ChaosJudge.Lost)]
    [InlineData(PublicationStatus.Unconfirmed, PostStatus.Unconfirmed, null, false, 0, ChaosJudge.Lost)]
    [InlineData(PublicationStatus.Publishing, PostStatus.Publishing, null, true, 0, ChaosJudge.NotAtRest)]
    [InlineData(PublicationStatus.Published, PostStatus.Publishing, null, false, 1, ChaosJudge.TwoStories)]
    public void What_must_not_be(PublicationStatus status, PostStatus post, string? reason, bool scheduled, int articles, string wrong) =>
        Assert.Equal([wrong], Judge(status, post, reason, scheduled, articles));

    [Fact]
    public void A_delivery_that_is_gone_is_lost() =>
        Assert.Equal([ChaosJudge.Lost], ChaosJudge.Judge([new(_post, null, null, null, false, null, "")], []).Findings.Select(finding => finding.What));

    [Fact]
    public void Another_account_and_a_stale_post_are_found()
    {
        var row = new ChaosRow(_post with { DueAfter = TimeSpan.FromHours(-2) }, PublicationStatus.Published, PostStatus.Published, null, false, null, "");
        Assert.Equal([ChaosJudge.Elsewhere, ChaosJudge.Stale], ChaosJudge.Judge([row], [_article with { Account = 4 }]).Findings.Select(finding => finding.What));
    }

    [Fact]
    public void A_seed_gives_the_same_day_again()
    {
        var options = new ChaosOptions(50, 10, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1), 7, 6);
        var (one, again, other) = (ChaosPlan.Draw(options), ChaosPlan.Draw(options), ChaosPlan.Draw(options with { Seed = 8 }));
        Assert.Equal(one.Posts, again.Posts);
        Assert.Equal(one.Kills, again.Kills);
        Assert.Equal(one.Faults.Select(fault => fault.Order.ToJsonString()), again.Faults.Select(fault => fault.Order.ToJsonString()));
        Assert.NotEqual(one.Posts, other.Posts);
        Assert.NotEqual(one.Faults.Select(fault => fault.Order.ToJsonString()), other.Faults.Select(fault => fault.Order.ToJsonString()));
        Assert.Equal(3, one.Kills.Select(kill => kill.Victim).Distinct().Count());
        Assert.Equal(50, one.Posts.Select(post => post.Title).Distinct().Count());
    }

    private static IEnumerable<string> Judge(PublicationStatus status, PostStatus post, string? reason, bool scheduled, int articles) =>
        ChaosJudge.Judge([new(_post, status, post, reason, scheduled, null, "")], [.. Enumerable.Repeat(_article, articles)]).Findings.Select(finding => finding.What);
}
