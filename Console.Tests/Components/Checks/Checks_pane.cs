using Bunit;
using GovAccountConsole.Domain.Posts.Checks;
using GovAccountConsole.Web.Checks;

namespace GovAccountConsole.Tests.Components.Checks;

public sealed class Checks_pane : PageTest
{
    private static readonly CheckFinding _cover = new("cover-missing", CheckWeight.Must, 1, "cover", null, 2);
    private static readonly CheckFinding _mobile = new("personal-mobile", CheckWeight.Must, 0, "body", "13800001234") { Paragraph = 2 };
    private static readonly CheckFinding _long = new("sentence-long", CheckWeight.Advice, 0, "body", "长句", 61, 1, 60) { Paragraph = 0 };

    [Fact]
    public async Task A_finding_names_its_article_and_place_leads_there_and_can_be_mended()
    {
        var jumped = new List<CheckFinding>();
        var mended = new List<CheckFinding>();
        var cut = Pane([_cover, _mobile, _long], view => view.Add(v => v.ArticleCount, 2).Add(v => v.Jump, jumped.Add).Add(v => v.Fix, mended.Add));

        Assert.Contains("必须处理 2", cut.Markup);
        Assert.Contains("建议 1", cut.Markup);
        Assert.Contains("第 2 篇：没有封面", cut.Find("[data-code=cover-missing]").TextContent);
        Assert.Contains("第 3 段 · 个人信息保护法第二十五条", cut.Find("[data-code=personal-mobile]").TextContent);
        Assert.Contains("没问题 2", cut.Markup);
        await cut.InvokeAsync(() => cut.Find("[data-code=personal-mobile] [data-testid=check-jump]").Click());
        await cut.InvokeAsync(() => cut.Find("[data-code=cover-missing] [data-testid=check-fix]").Click());

        Assert.Equal([_mobile], jumped);
        Assert.Equal([_cover], mended);
    }

    [Fact]
    public void Who_may_not_write_is_only_led_there()
    {
        var cut = Pane([_mobile], view => view.Add(v => v.ReadOnly, true));

        Assert.Equal("跳到", Assert.Single(cut.FindAll("[data-code=personal-mobile] button")).TextContent);
    }

    [Fact]
    public void What_a_list_would_write_stands_on_the_button_with_the_entrys_reason_source_and_date()
    {
        var finding = new CheckFinding("word-typo", CheckWeight.Must, 0, "title", "帐号", "帐号", "账号")
        {
            Fix = "账号", Entry = new ListEntryNote("推荐用“账”。", "通用规范汉字表", new DateOnly(2026, 1, 1), "words", 7),
        };

        var item = Pane([finding]).Find("[data-code=word-typo]");

        Assert.Equal("改成“账号”", item.QuerySelector("[data-testid=check-fix]")!.TextContent);
        Assert.Contains("推荐用“账”。", item.TextContent);
        Assert.Contains("通用规范汉字表，词表第 7 版（2026-01-01 起）", item.TextContent);
    }

    [Fact]
    public async Task A_dismissal_needs_a_reason()
    {
        (CheckFinding Finding, string Reason)? said = null;
        var cut = Pane([_mobile], view => view.Add(v => v.Dismiss, kept => said = kept));
        await cut.InvokeAsync(() => cut.Find("[data-testid=check-dismiss]").Click());

        await cut.InvokeAsync(() => cut.Find("form").Submit());
        Assert.Null(said);
        Assert.Contains("写一句理由", cut.Find("[role=alert]").TextContent);
        await cut.InvokeAsync(() => cut.Find("[data-testid=dismiss-reason]").Input(" 值班手机 "));
        await cut.InvokeAsync(() => cut.Find("form").Submit());

        Assert.Equal((_mobile, "值班手机"), said);
    }

    [Fact]
    public void Nobody_argues_with_a_limit_of_the_platform() =>
        Assert.Empty(Pane([_cover]).FindAll("[data-testid=check-dismiss]"));

    [Fact]
    public async Task What_was_called_no_problem_stands_below_with_who_and_why_and_comes_back_by_a_click()
    {
        CheckFinding? again = null;
        var dismissed = _mobile with { Dismissal = new DismissalNote(Guid.CreateVersion7(), "值班手机", "李知远", Now.AddHours(-1)) };
        var cut = Pane([dismissed], view => view.Add(v => v.Restore, finding => again = finding));

        Assert.DoesNotContain("必须处理", cut.Markup);
        Assert.Contains("已说明不算问题 1", cut.Markup);
        Assert.Contains("李知远：值班手机", cut.Find(".ed-check-done").TextContent);
        await cut.InvokeAsync(() => cut.Find("[data-testid=check-restore]").Click());

        Assert.Equal(dismissed, again);
    }

    [Theory]
    [InlineData(0, 0, true, "没有链接")]
    [InlineData(3, 3, true, "链接 3 个都能打开")]
    [InlineData(3, 1, true, "链接 3 个，试过 1 个能打开")]
    [InlineData(3, 0, false, "链接没有检查")]
    public void The_summary_says_what_is_known_of_links(int links, int alive, bool tried, string expected)
    {
        var report = CheckReport.Empty with { Fine = ["links"], Links = links, LinksAlive = alive, LinksTried = tried };

        Assert.Contains(expected, Render<ChecksPane>(view => view.Add(v => v.Report, report)).Find("[data-testid=checks-fine]").TextContent);
    }

    [Fact]
    public void Every_check_is_worded_in_both_languages_with_its_source()
    {
        foreach (var language in new[] { "zh-CN", "en" })
        {
            using var _ = Words.In(language);
            var text = Words.Of<ChecksText>();
            Assert.All(CheckCatalogue.All, rule =>
            {
                Assert.False(text["Check." + rule.Code].ResourceNotFound, rule.Code);
                Assert.False(text[$"Check.{rule.Code}.Why"].ResourceNotFound, rule.Code);
                Assert.False(text["Source." + rule.Source].ResourceNotFound, rule.Source);
            });
            Assert.All(CheckCatalogue.Groups.Where(group => group != "links"), group => Assert.False(text["Fine." + group].ResourceNotFound, group));
        }
    }

    private IRenderedComponent<ChecksPane> Pane(CheckFinding[] findings, Action<ComponentParameterCollectionBuilder<ChecksPane>>? more = null) =>
        Render<ChecksPane>(view =>
        {
            view.Add(v => v.Report, CheckReport.Empty with { Findings = findings, Fine = ["limits", "pictures"] });
            more?.Invoke(view);
        });
}
