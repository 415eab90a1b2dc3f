using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Tests.Support;

namespace GovAccountConsole.Tests.Domain.Posts;

/// <summary>更正: a post of its own, chained to what it puts right.</summary>
public sealed class Corrections
{
    private static readonly DateTimeOffset _sentAt = new(2026, 11, 24, 1, 0, 0, TimeSpan.Zero);
    private static readonly string[] _one = ["https://mp.weixin.qq.com/s/one"];

    private readonly OfficialAccount _account = Some.ActiveAccount(AccountKind.Service);

    [Fact]
    public void Both_posts_keep_the_reason_and_the_correction_names_its_original()
    {
        var original = Some.In(PostStatus.Published, _account).Post;
        var (correction, revision) = original.Correct(_account, Some.Content(_account), " 地点写错 ", Some.Editor.PersonId, Some.Now).Value;

        Assert.Equal((original.Id, PostStatus.Draft, PostStatus.Published), (correction.CorrectionOf, correction.Status, original.Status));
        Assert.Equal(["created", "correctionBegun"], Events(correction).Select(happened => happened.Act));
        Assert.Equal("地点写错", Events(correction)[^1].Comment);
        Assert.Equal(("corrected", "地点写错"), (Events(original)[^1].Act, Events(original)[^1].Comment));
        Assert.Equal(1, revision.Number);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void A_correction_needs_a_reason(string? reason) =>
        Assert.Equal("required", Some.In(PostStatus.Published, _account).Post.Correct(_account, Some.Content(_account), reason, Some.Editor.PersonId, Some.Now).Error.Code);

    [Fact]
    public void The_text_links_to_what_citizens_can_still_read_and_says_what_is_gone()
    {
        var article = Some.Article("办理地点<新>");
        var standing = CorrectionText.Of([article], _one, _sentAt, null);
        Assert.Equal("【更正】办理地点<新>", standing.Title);
        Assert.Contains("2026年11月24日发布的<a href=\"https://mp.weixin.qq.com/s/one\">《办理地点&lt;新&gt;》</a>", standing.ContentHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("删除", standing.ContentHtml, StringComparison.Ordinal);

        var gone = CorrectionText.Of([article], _one, _sentAt, _sentAt.AddDays(1)).ContentHtml;
        Assert.DoesNotContain("<a ", gone, StringComparison.Ordinal);
        Assert.Contains("原文已于2026年11月25日删除", gone, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_title_is_cut_and_the_mark_stands_once()
    {
        Assert.Equal(Article.TitleLimit, Article.Count(CorrectionText.Of([Some.Article(new string('长', Article.TitleLimit))], [], _sentAt, null).Title));
        Assert.Equal("【更正】甲", CorrectionText.Of([Some.Article("【更正】甲")], [], _sentAt, null).Title);
    }

    [Fact]
    public void With_open_blanks_it_cannot_be_submitted()
    {
        var original = Some.In(PostStatus.Published, _account).Post;
        var prefilled = CorrectionText.Of([Some.Article()], [], _sentAt, null);
        var (correction, revision) = original.Correct(_account, Some.Content(_account, Channel.Publish, prefilled), "地点写错", Some.Editor.PersonId, Some.Now).Value;
        Assert.Contains(correction.Submit(_account, revision, ReviewPlan.Default, Some.Editor.PersonId, Some.Now).Errors, error => error.Code == "correction-blank");

        var filled = prefilled with { ContentHtml = prefilled.ContentHtml.Replace(CorrectionText.WrongBlank, "二楼", StringComparison.Ordinal).Replace(CorrectionText.RightBlank, "三楼", StringComparison.Ordinal) };
        var edited = correction.Edit(revision, Some.Content(_account, Channel.Publish, filled), null, ReviewPlan.Default, Some.Editor.PersonId, Some.Now).Value!;
        Assert.True(correction.Submit(_account, edited, ReviewPlan.Default, Some.Editor.PersonId, Some.Now).Succeeded);
    }

    private static PostEvent[] Events(Post post) => [.. post.Events.OfType<PostEvent>()];
}
