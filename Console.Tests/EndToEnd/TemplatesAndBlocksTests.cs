using GovAccountConsole.Tests.Support;
using Microsoft.Playwright;

namespace GovAccountConsole.Tests.EndToEnd;

/// <summary>An editor begins by a template, writes with boxes and tables, and keeps the articles of a bundle in order.</summary>
public sealed class TemplatesAndBlocksTests(BrowserFixture browser, DemoConsole app) : BrowserTest(browser, app), IClassFixture<DemoConsole>
{
    [Fact]
    public async Task A_notice_begun_by_a_template_shows_what_is_missing_and_looks_the_same_after_it_is_saved()
    {
        var session = await BeginAsync();
        var page = session.Page;
        await page.Locator("[data-template=water-outage]").ClickAsync();
        await page.Locator("[data-field=when]").FillAsync("11月28日 9:00 到 17:00");
        await page.GetByTestId("template-use").ClickAsync();

        await Assertions.Expect(page.GetByText("还有 4 项没填")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".ProseMirror section[data-block=notice]")).ToContainTextAsync("11月28日 9:00 到 17:00");
        await Assertions.Expect(page.Locator(".ProseMirror .ed-blank").First).ToBeVisibleAsync();
        var preview = page.Locator("[data-preview=body]");
        await Assertions.Expect(preview.Locator("section")).ToHaveAttributeAsync("style", "margin: 0 0 1em; padding: 12px 14px; border-left: 4px solid #1559b3; background-color: #eef4fc");
        var before = await preview.InnerHTMLAsync();
        await SavedAsync(page);
        await page.ReloadAsync();
        await session.LiveAsync();
        await Assertions.Expect(preview.Locator("section")).ToHaveCountAsync(1);
        Assert.Equal(before, await preview.InnerHTMLAsync());
        Assert.Empty(session.Complaints);
    }

    [Fact]
    public async Task A_fact_the_department_requires_stops_a_post_until_it_is_told()
    {
        var supervisor = await OpenAsAsync("supervisor@demo.gov");
        await supervisor.GoAsync("/settings/templates?template=new");
        var keeping = supervisor.Page;
        await keeping.GetByTestId("tpl-name").FillAsync("停气通知");
        await keeping.GetByTestId("tpl-title").FillAsync("城东停气");
        await keeping.Locator("#tpl-digest").FillAsync("请提前准备");
        await keeping.Locator(".ProseMirror").ClickAsync();
        await keeping.Keyboard.TypeAsync("燃气公司检修。");
        await keeping.GetByTestId("fact-label").FillAsync("停气时间");
        await keeping.GetByTestId("fact-add").ClickAsync();
        await Assertions.Expect(keeping.Locator("[data-preview=body]")).ToContainTextAsync("停气时间：〔停气时间〕");
        await Assertions.Expect(keeping.Locator("[data-fact=停气时间]").GetByTestId("fact-find")).ToBeVisibleAsync();
        await keeping.GetByTestId("template-save").ClickAsync();
        await Assertions.Expect(keeping.GetByTestId("template").Filter(new() { HasText = "停气通知" })).ToContainTextAsync("停气时间");

        var session = await BeginAsync();
        var page = session.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "停气通知" }).ClickAsync();
        await page.GetByTestId("template-use").ClickAsync();
        await page.GetByTestId("cover-button").First.ClickAsync();
        await Assertions.Expect(page.GetByTestId("cropper")).ToBeVisibleAsync();
        await page.GetByTestId("cover-file").SetInputFilesAsync(Repository.File("Console.Infrastructure/Data/Seeding/Demo/pictures/bridge-cover.jpg"));
        await page.GetByTestId("cover-use").ClickAsync();
        await SavedAsync(page);
        await Assertions.Expect(page.GetByTestId("act-Submit")).ToBeDisabledAsync();

        var missing = page.Locator("[data-code=template-fact]");
        await Assertions.Expect(missing).ToContainTextAsync("停气通知，模板第 1 版");
        await missing.GetByTestId("check-jump").ClickAsync();
        await page.WaitForFunctionAsync("() => getSelection().toString() === '〔停气时间〕'");
        await page.Keyboard.TypeAsync("12月3日9:00");
        await Assertions.Expect(missing).ToHaveCountAsync(0);
        await Assertions.Expect(page.GetByTestId("act-Submit")).ToBeEnabledAsync();
        await page.GetByTestId("act-Submit").ClickAsync();
        await Assertions.Expect(page.Locator(".ed-bar-chip")).ToContainTextAsync("审核中");
        Assert.Empty(session.Complaints);
        Assert.Empty(supervisor.Complaints);
    }

    [Fact]
    public async Task A_link_citizens_could_not_open_is_refused_and_can_go_to_the_source_link()
    {
        var page = (await BeginAsync()).Page;
        await page.Locator(".ProseMirror").ClickAsync();
        await page.Keyboard.TypeAsync("详情看这里");
        await page.Keyboard.PressAsync("Control+k");
        await page.Locator("[data-link=address]").FillAsync("https://www.linjiang.gov.cn/a");

        await page.Locator("[data-command=linkApply]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-why=foreign]")).ToBeVisibleAsync();
        await page.Locator("[data-command=linkToSource]").ClickAsync();

        await Assertions.Expect(page.GetByTestId("source")).ToHaveValueAsync("https://www.linjiang.gov.cn/a");
    }

    [Fact]
    public async Task An_article_is_duplicated_and_moved_by_keys()
    {
        var page = (await BeginAsync()).Page;
        await page.GetByTestId("title").FillAsync("第一篇");
        await page.GetByTestId("article-duplicate").ClickAsync();
        await Assertions.Expect(page.GetByTestId("article-card")).ToHaveCountAsync(2);
        await page.GetByTestId("title").FillAsync("第二篇");

        await page.Locator(".ed-card-main").Nth(1).PressAsync("Alt+ArrowUp");

        await Assertions.Expect(page.Locator(".ed-card-title").First).ToHaveTextAsync("第二篇");
        await Assertions.Expect(page.GetByText("已移到第 1 篇，共 2 篇")).ToBeAttachedAsync();
    }

    private static Task SavedAsync(IPage page) => page.Locator("[data-testid=save-state][data-state=Saved]").WaitForAsync(new() { State = WaitForSelectorState.Attached });

    private async Task<BrowserSession> BeginAsync()
    {
        var session = await OpenAsAsync("editor@police.demo.gov");
        await session.GoAsync("/posts/new");
        await session.Page.GetByText("临江交警").First.ClickAsync();
        await session.Page.Locator(".ProseMirror").WaitForAsync();
        return session;
    }
}
