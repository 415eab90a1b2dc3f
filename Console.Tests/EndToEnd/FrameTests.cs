using Deque.AxeCore.Playwright;
using GovAccountConsole.Tests.Support;
using Microsoft.Playwright;

namespace GovAccountConsole.Tests.EndToEnd;

/// <summary>The frame around every page: keys, theme, language, scope, search, stop, and what a screen reader finds.</summary>
public sealed class FrameTests(BrowserFixture browser, DemoConsole app) : BrowserTest(browser, app), IClassFixture<DemoConsole>
{
    private const string Supervisor = "supervisor@demo.gov";

    [Fact]
    public async Task Keys_lead_through_the_console()
    {
        var session = await OpenAsAsync(Supervisor);
        var page = session.Page;
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("p");
        await page.WaitForURLAsync("**/posts");
        await session.LiveAsync();
        await page.Locator("[data-testid=post-row]").First.WaitForAsync();
        await page.Keyboard.PressAsync("j");
        await page.WaitForFunctionAsync("() => [...document.querySelectorAll('[data-row]')].findIndex(row => row.contains(document.activeElement)) === 0");
        await page.Keyboard.PressAsync("j");
        await page.WaitForFunctionAsync("() => [...document.querySelectorAll('[data-row]')].findIndex(row => row.contains(document.activeElement)) === 1");
        await page.Keyboard.PressAsync("k");
        await page.WaitForFunctionAsync("() => [...document.querySelectorAll('[data-row]')].findIndex(row => row.contains(document.activeElement)) === 0");
        await page.Keyboard.PressAsync("?");
        Assert.True(await page.Locator("#gac-keys").EvaluateAsync<bool>("dialog => dialog.open"));
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("/");
        Assert.True(await page.Locator("[data-search]").EvaluateAsync<bool>("input => input === document.activeElement"));
        Assert.Empty(session.Complaints);
    }

    [Fact]
    public async Task Search_finds_posts_accounts_and_people_of_the_scope_only()
    {
        var session = await OpenAsAsync("editor@court.demo.gov");
        await session.Page.Locator("[data-search]").FillAsync("临江");
        var found = session.Page.Locator("#gac-found");
        await found.WaitForAsync();
        var text = await found.InnerTextAsync();
        Assert.Contains("临江中院", text, StringComparison.Ordinal);
        Assert.DoesNotContain("临江交警", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_dark_theme_is_there_from_the_first_byte()
    {
        var session = await OpenAsAsync(Supervisor);
        await session.Page.Locator(".gac-bar-right details summary").Last.ClickAsync();
        await session.Page.Locator("[data-theme-choice=dark]").ClickAsync();
        await Assertions.Expect(session.Page.Locator("html")).ToHaveClassAsync("gac-dark");
        var answer = await session.Page.APIRequest.GetAsync("/posts");
        Assert.Contains("class=\"gac-dark\"", await answer.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_switch_changes_the_language_of_the_whole_page()
    {
        var session = await OpenAsAsync(Supervisor);
        await session.Page.Locator(".gac-bar-right details summary").Last.ClickAsync();
        await session.Page.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
        await Assertions.Expect(session.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await session.Page.GetByRole(AriaRole.Heading, new() { Name = "Workbench" }).WaitForAsync();
    }

    [Fact]
    public async Task Narrowing_to_one_agency_hides_the_others()
    {
        var session = await OpenAsAsync(Supervisor);
        var page = session.Page;
        await session.GoAsync("/posts");
        await page.Locator("[data-testid=post-row]", new() { HasText = "临江中院" }).First.WaitForAsync();
        await page.Locator("[data-testid=scope]").ClickAsync();
        await page.Locator(".gac-scope-menu a", new() { HasText = "市公安局" }).First.ClickAsync();
        await Assertions.Expect(page.Locator("[data-testid=scope]")).ToContainTextAsync("市公安局");
        await page.Locator("[data-testid=post-row]", new() { HasText = "临江交警" }).First.WaitForAsync();
        await Assertions.Expect(page.Locator("[data-testid=post-row]", new() { HasText = "临江中院" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Stopping_everything_asks_first_and_everybody_sees_it()
    {
        var supervisor = await OpenAsAsync(Supervisor);
        var editor = await OpenAsAsync("editor@police.demo.gov");
        Assert.Equal(0, await editor.Page.Locator("[data-testid=stop]").CountAsync());
        var page = supervisor.Page;
        await page.Locator("[data-testid=stop]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-testid=confirm-keep]")).ToBeFocusedAsync();
        await page.Locator("[data-testid=confirm-do]").ClickAsync();
        await page.GetByText("请写明原因").WaitForAsync();
        await page.Locator("#confirm-reason").FillAsync("演练");
        await page.Locator("[data-testid=confirm-do]").ClickAsync();
        await page.Locator(".gac-banner", new() { HasText = "演练" }).WaitForAsync();
        await editor.Page.Locator(".gac-banner", new() { HasText = "演练" }).WaitForAsync();

        await page.Locator("[data-testid=stop]").ClickAsync();
        await page.Locator("#confirm-reason").FillAsync("演练结束");
        await page.Locator("[data-testid=confirm-do]").ClickAsync();
        await Assertions.Expect(page.Locator(".gac-banner")).ToHaveCountAsync(0);
        await Assertions.Expect(editor.Page.Locator(".gac-banner")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("/", "light")]
    [InlineData("/", "dark")]
    [InlineData("/posts?view=all", "light")]
    [InlineData("/posts?view=all", "dark")]
    [InlineData("/account/profile", "light")]
    public async Task A_page_has_no_barrier_that_a_machine_can_find(string address, string theme)
    {
        var session = await OpenAsAsync(Supervisor);
        await session.Context.AddCookiesAsync([new() { Name = "gac-theme", Value = theme, Url = App.Address.AbsoluteUri }]);
        await session.Page.GotoAsync(address);
        if (!address.StartsWith("/account", StringComparison.Ordinal))
            await session.LiveAsync();
        await session.Page.Locator("h1").WaitForAsync();
        await Assertions.Expect(session.Page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex(".", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        var result = await session.Page.RunAxe();
        Assert.True(result.Violations.Length == 0, string.Join("\n", result.Violations.Select(violation => $"{violation.Id}: {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}")));
    }

    [Theory]
    [InlineData(1366, 768)]
    [InlineData(1100, 768)]
    [InlineData(390, 844)]
    public async Task A_page_never_scrolls_sideways(int width, int height)
    {
        var session = await OpenAsAsync(Supervisor, width: width, height: height);
        foreach (var address in new[] { "/", "/posts?view=all", "/account/profile" })
        {
            await session.Page.GotoAsync(address);
            await session.Page.Locator("h1").WaitForAsync();
            Assert.True(await session.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth && document.querySelector('main').scrollWidth <= document.querySelector('main').clientWidth"), address);
        }
    }
}
