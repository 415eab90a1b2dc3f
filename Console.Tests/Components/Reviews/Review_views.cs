using AngleSharp.Dom;
using Bunit;
using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Infrastructure.Posts;
using GovAccountConsole.Web.Reviews;

namespace GovAccountConsole.Tests.Components.Reviews;

public sealed class Review_views : PageTest
{
    [Fact]
    public void The_queue_shows_deadlines_and_marks_the_open_post()
    {
        var rows = new[] { Sample.Row(due: Now.AddMinutes(36)), Sample.Row("未成年人文身", Now.AddMinutes(-10)) };

        var cut = Render<ReviewQueue>(view => view.Add(v => v.Rows, rows).Add(v => v.Now, Now).Add(v => v.SelectedId, rows[0].Id));

        var items = cut.FindAll("[data-testid=queue-item]");
        Assert.Contains("还剩 36 分", items[0].TextContent);
        Assert.Equal("true", items[0].GetAttribute("aria-current"));
        Assert.Contains("过了 10 分", items[1].TextContent);
        Assert.NotNull(items[1].QuerySelector(".gac-red"));
    }

    [Fact]
    public void The_queue_is_links_that_the_keys_follow()
    {
        var rows = new[] { Sample.Row(), Sample.Row("第二件") };
        var cut = Render<ReviewQueue>(view => view.Add(v => v.Rows, rows).Add(v => v.Now, Now));

        Assert.NotNull(cut.Find("ol[data-list][data-follow]"));
        Assert.Equal($"reviews?post={rows[1].Id}", cut.FindAll("a[data-row]")[1].GetAttribute("href"));
    }

    [Fact]
    public void An_empty_queue_says_that_all_is_well() =>
        Assert.Contains("没有等您审的稿件", Render<ReviewQueue>(view => view.Add(v => v.Rows, []).Add(v => v.Now, Now)).Markup);

    [Fact]
    public void Changes_are_inserted_and_deleted_text_and_the_rest_is_folded()
    {
        var before = Sample.Article("<p>一样的第一段。</p><p>一样的第二段。</p><p>绕城高速北段将视情管制。</p><p>结尾。</p><p>再一段。</p>");
        var after = Sample.Article("<p>一样的第一段。</p><p>一样的第二段。</p><p>绕城高速北段今晚管制。</p><p>结尾。</p><p>再一段。</p>");
        var compared = ArticleComparison.Of([before], [after]);

        var cut = Render<ReviewText>(view => view.Add(v => v.Compared, compared).Add(v => v.OnlyChanges, true));

        Assert.Equal("将视情", cut.Find("del").TextContent);
        Assert.Equal("今晚", cut.Find("ins").TextContent);
        Assert.Contains("其余 2 段没有改动", cut.Markup);
        Assert.DoesNotContain("一样的第一段", cut.Markup);
    }

    [Fact]
    public void What_was_written_never_becomes_markup()
    {
        var compared = ArticleComparison.Of([Sample.Article("<p>旧</p>")], [Sample.Article("<p>&lt;img src=x onerror=alert(1)&gt;</p>", "<b>标题</b>")]);

        var cut = Render<ReviewText>(view => view.Add(v => v.Compared, compared));

        Assert.Empty(cut.FindAll("img, b"));
        Assert.Contains("<b>标题</b>", cut.Find("h2").TextContent);
    }

    [Fact]
    public void A_whole_text_has_no_marks()
    {
        var article = Sample.Article("<h2>要出门的</h2><p>慢行。</p><p><img src=\"/media/1\"></p>");

        var cut = Render<ReviewText>(view => view.Add(v => v.Compared, ArticleComparison.Of([article], [article])));

        Assert.Empty(cut.FindAll("ins, del"));
        Assert.Equal("/media/1", cut.Find("img").GetAttribute("src"));
    }

    [Fact]
    public void An_article_moved_is_not_an_article_changed()
    {
        var (one, two) = (Sample.Article("<p>甲</p>", "甲"), Sample.Article("<p>乙</p>", "乙"));

        Assert.Equal(0, ArticleComparison.Of([one, two], [two, one]).Sum(article => article.Changes));
        Assert.True(ArticleComparison.Of([one, two], [one])[1].Gone);
    }

    [Fact]
    public void The_track_says_who_when_and_how_long()
    {
        var review = new ReviewDetail(2, ReviewStatus.Open, 3,
        [
            Sample.Step(1, Role.Reviewer, ReviewStepState.Approved, "周岚"), Sample.Step(2, Role.FinalReviewer, ReviewStepState.Current), Sample.Step(3, Role.Supervisor, ReviewStepState.Waiting),
        ]);

        var steps = Render<ReviewTrack>(view => view.Add(v => v.Review, review).Add(v => v.Mine, true).Add(v => v.Now, Now)).FindAll("li");

        Assert.Contains("周岚", steps[0].TextContent);
        Assert.Contains("用 32 分", steps[0].TextContent);
        Assert.Contains("您", steps[1].TextContent);
        Assert.Equal("step", steps[1].GetAttribute("aria-current"));
        Assert.Contains("还没轮到", steps[2].TextContent);
    }

    [Fact]
    public async Task A_return_without_reasons_is_not_sent()
    {
        var returned = new List<(IReadOnlyList<string> Reasons, string Comment)>();
        var cut = Render<ReviewBar>(view => view.Add(v => v.StepName, "终审").Add(v => v.Allowed, true).Add(v => v.OnReturn, said => returned.Add(said)));

        await cut.InvokeAsync(() => cut.Find("[data-testid=return]").Click());
        await cut.InvokeAsync(() => cut.Find("[data-testid=return-send]").Click());
        Assert.Contains("退回要写明原因", cut.Markup);
        Assert.Empty(returned);

        await cut.InvokeAsync(() => cut.Find("[data-testid=return-reason]").Input("  第二段写清几点  "));
        await cut.InvokeAsync(() => cut.Find("[data-testid=return-send]").Click());
        Assert.Equal("第二段写清几点", Assert.Single(returned).Comment);
    }

    [Fact]
    public async Task A_return_names_reasons_from_the_list_and_the_remarks_that_wait()
    {
        var returned = new List<(IReadOnlyList<string> Reasons, string Comment)>();
        var cut = Render<ReviewBar>(view => view.Add(v => v.StepName, "终审").Add(v => v.Allowed, true).Add(v => v.Waiting, [1, 3]).Add(v => v.OnReturn, said => returned.Add(said)));

        await cut.InvokeAsync(() => cut.Find("[data-testid=return]").Click());
        await cut.InvokeAsync(() => cut.Find("[data-testid=reason-typos]").Change(true));
        await cut.InvokeAsync(() => cut.Find("[data-testid=reason-facts]").Change(true));
        await cut.InvokeAsync(() => cut.Find("[data-testid=return-send]").Click());

        var said = Assert.Single(returned);
        Assert.Equal(["facts", "typos"], said.Reasons);
        Assert.Equal("错别字；事实不准；请看意见 1、3", said.Comment);
    }

    [Fact]
    public async Task Another_reason_needs_words()
    {
        var cut = Render<ReviewBar>(view => view.Add(v => v.StepName, "终审").Add(v => v.Allowed, true));
        await cut.InvokeAsync(() => cut.Find("[data-testid=return]").Click());
        await cut.InvokeAsync(() => cut.Find("[data-testid=reason-other]").Change(true));
        await cut.InvokeAsync(() => cut.Find("[data-testid=return-send]").Click());
        Assert.Contains("退回要写明原因", cut.Markup);
    }

    [Theory]
    [InlineData(true, "先标为已解决")]
    [InlineData(false, "通过会一并记下")]
    public void Remarks_that_wait_hold_only_the_last_step(bool last, string said)
    {
        var cut = Render<ReviewBar>(view => view.Add(v => v.StepName, "终审").Add(v => v.Allowed, true).Add(v => v.Waiting, [1]).Add(v => v.IsLast, last));
        Assert.Contains(said, cut.Find("[data-testid=waiting]").TextContent);
        Assert.Equal(last, cut.Find("[data-testid=approve]").HasAttribute("disabled"));
        Assert.False(cut.Find("[data-testid=return]").HasAttribute("disabled"));
    }

    [Fact]
    public async Task The_gates_are_unticked_and_have_digits()
    {
        var ticked = new List<string>();
        var cut = Render<ReviewGates>(view => view.Add(v => v.StepName, "终审").Add(v => v.Checklist, Gate.Five).Add(v => v.Ticked, new HashSet<string>()).Add(v => v.Allowed, true)
            .Add(v => v.OnToggle, entry => ticked.Add(entry)));
        var boxes = cut.FindAll("input[type=checkbox]");
        Assert.Equal(["1", "2", "3", "4", "5"], boxes.Select(box => box.GetAttribute("data-key")));
        Assert.All(boxes, box => Assert.False(box.HasAttribute("checked")));
        await cut.InvokeAsync(() => cut.FindAll("input[type=checkbox]")[1].Change(true));
        Assert.Equal([Gate.Legal], ticked);
    }

    [Fact]
    public async Task Approving_carries_the_remark()
    {
        var approved = new List<string>();
        var cut = Render<ReviewBar>(view => view.Add(v => v.StepName, "终审").Add(v => v.Allowed, true).Add(v => v.OnApprove, remark => approved.Add(remark)));

        await cut.InvokeAsync(() => cut.Find("[data-testid=remark]").Input("可以发"));
        await cut.InvokeAsync(() => cut.Find("[data-testid=approve]").Click());

        Assert.Equal(["可以发"], approved);
        Assert.Contains("终审通过", cut.Find("[data-testid=approve]").TextContent);
    }

    [Fact]
    public void Who_may_not_decide_sees_the_reason_beside_disabled_buttons()
    {
        var cut = Render<ReviewBar>(view => view.Add(v => v.StepName, "终审").Add(v => v.Refusal, "写过、改过这篇稿件的人不能审它。"));

        Assert.True(cut.Find("[data-testid=approve]").HasAttribute("disabled"));
        Assert.True(cut.Find("[data-testid=return]").HasAttribute("disabled"));
        Assert.Contains("不能审它", cut.Find("[data-testid=refusal]").TextContent);
    }

    [Fact]
    public void Remarks_come_newest_first_with_their_version()
    {
        var history = new[]
        {
            new HistoryRow(Now.AddHours(-5), new PersonName(Guid.NewGuid(), "李知远"), "submitted", PostStatus.Draft, PostStatus.InReview, 2, null, null),
            new HistoryRow(Now.AddHours(-4), new PersonName(Guid.NewGuid(), "周岚"), "returned", PostStatus.InReview, PostStatus.Returned, 2, 1, "“视情”市民看不懂"),
            new HistoryRow(Now.AddHours(-1), new PersonName(Guid.NewGuid(), "郑怀安"), "approved", PostStatus.InReview, PostStatus.InReview, 3, 1, null),
        };

        var cut = Render<ReviewTalk>(view => view.Add(v => v.Revision, 3).Add(v => v.ContentHash, new string('a', 64)).Add(v => v.History, history).Add(v => v.Now, Now));

        var items = cut.FindAll(".gac-rv-talk li");
        Assert.Equal(2, items.Count);
        Assert.Contains("郑怀安", items[0].TextContent);
        Assert.Contains("“视情”市民看不懂", items[1].TextContent);
        Assert.Contains("第 2 版", items[1].TextContent);
    }
}
