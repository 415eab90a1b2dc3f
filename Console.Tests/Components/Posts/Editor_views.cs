using Bunit;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Posts.Merging;
using GovAccountConsole.Web.Posts;
using Microsoft.AspNetCore.Components.Web;

namespace GovAccountConsole.Tests.Components.Posts;

public sealed class Editor_views : PageTest
{
    [Fact]
    public void A_title_over_the_limit_is_kept_and_says_by_how_much()
    {
        var article = new ArticleEdit { Title = new string('题', 66) };

        var cut = Render<ArticleFields>(view => view.Add(v => v.Article, article));

        var title = cut.Find("[data-testid=title]");
        Assert.Equal(66, title.GetAttribute("value")!.Length);
        Assert.Equal("true", title.GetAttribute("aria-invalid"));
        Assert.Contains("66 / 64，超 2 字", cut.Markup);
        Assert.Contains("已替您保存，没有丢", cut.Markup);
    }

    [Fact]
    public async Task Typing_reaches_the_article_and_is_announced()
    {
        var article = new ArticleEdit();
        var told = 0;
        var cut = Render<ArticleFields>(view => view.Add(v => v.Article, article).Add(v => v.Changed, () => told++));

        await cut.InvokeAsync(() => cut.Find("[data-testid=digest]").Input("三步查头盔"));

        Assert.Equal(("三步查头盔", 1), (article.Digest, told));
    }

    [Fact]
    public void A_missing_cover_is_marked_on_its_card()
    {
        var articles = Articles(2);
        articles[0].CoverMediaId = Guid.CreateVersion7();

        var cut = List(articles);

        var covers = cut.FindAll("[data-testid=cover-button]");
        Assert.NotNull(covers[0].QuerySelector("img"));
        Assert.Contains("ed-cover-none", covers[1].ClassList);
    }

    [Fact]
    public async Task Articles_are_moved_by_keys()
    {
        (int From, int To)? moved = null;
        var articles = Articles(3);
        var cut = Render<ArticleList>(view => view.Add(v => v.Articles, articles).Add(v => v.Current, articles[0]).Add(v => v.Move, way => moved = way));

        await cut.InvokeAsync(() => cut.FindAll(".ed-card-main")[0].KeyDown(new KeyboardEventArgs { Key = "ArrowUp", AltKey = true }));
        Assert.Null(moved);
        await cut.InvokeAsync(() => cut.FindAll(".ed-card-main")[0].KeyDown(new KeyboardEventArgs { Key = "ArrowDown", AltKey = true }));

        Assert.Equal((0, 1), moved);
    }

    [Fact]
    public async Task Articles_are_dropped_into_their_order()
    {
        (int From, int To)? moved = null;
        var articles = Articles(3);
        var cut = Render<ArticleList>(view => view.Add(v => v.Articles, articles).Add(v => v.Current, articles[0]).Add(v => v.Move, way => moved = way));

        await cut.InvokeAsync(() => cut.FindAll("[data-testid=article-card]")[2].TriggerEventAsync("ondragstart", new DragEventArgs()));
        await cut.InvokeAsync(() => cut.FindAll("[data-testid=article-card]")[0].TriggerEventAsync("ondrop", new DragEventArgs()));

        Assert.Equal((2, 0), moved);
    }

    [Fact]
    public void At_eight_articles_there_is_no_room_for_a_ninth()
    {
        Assert.False(List(Articles(7)).Find("[data-testid=article-add]").HasAttribute("disabled"));
        Assert.True(List(Articles(8)).Find("[data-testid=article-add]").HasAttribute("disabled"));
    }

    [Fact]
    public async Task A_blocked_step_has_its_reason_beside_it_which_leads_to_the_first_problem()
    {
        var led = 0;
        var cut = Bar(Facts(PostStatus.Draft, PostAction.Edit, PostAction.Submit), must: 2, toFirst: () => led++);

        Assert.True(cut.Find("[data-testid=act-Submit]").HasAttribute("disabled"));
        Assert.Equal("提交初审", cut.Find("[data-testid=act-Submit]").TextContent);
        await cut.InvokeAsync(() => cut.Find("[data-testid=blocked-reason]").Click());

        Assert.Equal(1, led);
        Assert.Contains("还有 2 项必须处理", cut.Markup);
    }

    [Theory]
    [InlineData(PostStatus.Approved, "act-Schedule,act-Publish")]
    [InlineData(PostStatus.Scheduled, "act-Schedule,act-Unschedule,act-Publish")]
    [InlineData(PostStatus.InReview, "act-Withdraw")]
    [InlineData(PostStatus.Published, "")]
    public void The_steps_offered_are_those_allowed(PostStatus status, string expected)
    {
        PostAction[] allowed = status switch
        {
            PostStatus.Approved => [PostAction.Edit, PostAction.Schedule, PostAction.Publish],
            PostStatus.Scheduled => [PostAction.Edit, PostAction.Schedule, PostAction.Unschedule, PostAction.Publish],
            PostStatus.InReview => [PostAction.Edit, PostAction.Withdraw],
            _ => [],
        };

        var cut = Bar(Facts(status, allowed));

        Assert.Equal(
            expected.Split(',', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal),
            cut.FindAll("[data-testid^=act-]").Select(button => button.GetAttribute("data-testid")!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_change_of_an_approved_post_is_saved_by_sending_it_to_review_again()
    {
        var cut = Render<EditorBar>(view => view.Add(v => v.Facts, Facts(PostStatus.Scheduled, PostAction.Edit, PostAction.Schedule)).Add(v => v.Changing, true));

        Assert.Equal("保存并重新送审", Assert.Single(cut.FindAll("[data-testid^=act-]")).TextContent);
    }

    [Fact]
    public void A_conflict_shows_both_texts_and_asks_which_one_stands()
    {
        var conflict = new MergeConflict(0, MergePart.Body, "<p>原文。</p>", "<p>我改的。</p>", "<p>对方改的。</p>");
        (MergeConflict Conflict, MergeChoice Choice)? said = null;

        var cut = Render<ConflictView>(view => view.Add(v => v.Conflicts, [conflict]).Add(v => v.By, "周岚").Add(v => v.Settle, choice => said = choice));
        cut.Find("[data-testid=conflict-both]").Click();

        Assert.Contains("周岚改成", cut.Markup);
        Assert.Equal(["对方改的。", "我改的。"], cut.FindAll(".ed-conflict-side p").Select(node => node.TextContent));
        Assert.Equal((conflict, MergeChoice.Both), said);
    }

    [Fact]
    public void A_title_has_no_both()
    {
        var cut = Render<ConflictView>(view => view.Add(v => v.Conflicts, [new MergeConflict(1, MergePart.Title, "原", "我的", string.Empty)]));

        Assert.Empty(cut.FindAll("[data-testid=conflict-both]"));
        Assert.Contains("空着", cut.Markup);
    }

    private static List<ArticleEdit> Articles(int count) => [.. Enumerable.Range(1, count).Select(number => new ArticleEdit { Title = $"第 {number} 篇" })];

    private static PostFacts Facts(PostStatus status, params PostAction[] allowed) => new() { AccountName = "临江交警", Status = status, NextStep = "初审", Allowed = allowed, Revision = 1 };

    private IRenderedComponent<ArticleList> List(List<ArticleEdit> articles) => Render<ArticleList>(view => view.Add(v => v.Articles, articles).Add(v => v.Current, articles[0]));

    private IRenderedComponent<EditorBar> Bar(PostFacts facts, int must = 0, Action? toFirst = null) =>
        Render<EditorBar>(view => view.Add(v => v.Facts, facts).Add(v => v.Must, must).Add(v => v.ToFirst, toFirst ?? (() => { })));
}
