using Deque.AxeCore.Playwright;
using GovAccountConsole.Tests.Support;
using Microsoft.Playwright;

namespace GovAccountConsole.Tests.EndToEnd;

/// <summary>Reviews, calendar, accounts and the office pages as people use them, in a real browser.</summary>
public sealed class OfficePagesTests(BrowserFixture browser, DemoConsole app) : BrowserTest(browser, app), IClassFixture<DemoConsole>
{
    private const string Admin = "admin@demo.gov";
    private const string Supervisor = "supervisor@demo.gov";

    private static readonly string[] _pages =
        ["/reviews", "/calendar", "/calendar?view=week", "/calendar?view=list", "/accounts", "/accounts/new", "/accounts/import", "/agencies", "/people", "/workload", "/audit", "/operations"];

    [Fact]
    public async Task A_return_needs_its_reasons_and_the_author_reads_them()
    {
        var reviewer = await OpenAsAsync("reviewer@police.demo.gov");
        var page = reviewer.Page;
        await reviewer.GoAsync("/reviews");
        await Assertions.Expect(page.GetByTestId("approve")).ToBeEnabledAsync();
        var title = await page.GetByTestId("article").First.Locator("h2").InnerTextAsync();

        await page.Keyboard.PressAsync("r");
        await Assertions.Expect(page.GetByTestId("return-reason")).ToBeFocusedAsync();
        await page.GetByTestId("return-send").ClickAsync();
        await page.GetByText("退回要写明原因").WaitForAsync();
        await page.GetByTestId("return-reason").FillAsync("第一段请写清几点、哪段路。");
        await page.Keyboard.PressAsync("Control+Enter");
        await page.Locator(".mud-snackbar", new() { HasText = "已退回给" }).WaitForAsync();
        await Assertions.Expect(page.GetByTestId("queue-item").Filter(new() { HasText = title })).ToHaveCountAsync(0);
        Assert.Empty(reviewer.Complaints);
    }

    [Fact]
    public async Task The_keys_read_through_the_queue()
    {
        var session = await OpenAsAsync(Supervisor);
        var page = session.Page;
        await session.GoAsync("/reviews");
        var items = page.GetByTestId("queue-item");
        await Assertions.Expect(items.First).ToHaveAttributeAsync("aria-current", "true");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(items.Nth(1)).ToHaveAttributeAsync("aria-current", "true");
        await Assertions.Expect(page.GetByTestId("article").First.Locator("h2")).ToHaveTextAsync(await items.Nth(1).Locator(".gac-rv-item-title").InnerTextAsync());
        await page.Keyboard.PressAsync("k");
        await Assertions.Expect(items.First).ToHaveAttributeAsync("aria-current", "true");
    }

    [Fact]
    public async Task A_slot_is_carried_by_keyboard_and_the_move_undone()
    {
        var session = await OpenAsAsync(Supervisor);
        var page = session.Page;
        await session.GoAsync("/calendar");
        await page.GetByTestId("tray").ClickAsync();
        var tray = page.Locator(".gac-cal-tray-item");
        await tray.First.WaitForAsync();
        var before = await tray.CountAsync();
        await tray.First.FocusAsync();
        await page.Keyboard.PressAsync("m");
        await page.Locator("[data-lifted]").WaitForAsync();
        for (var day = 0; day < 3; day++)
            await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(page.Locator(".gac-cal-target .gac-cal-ghost")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(tray).ToHaveCountAsync(before - 1);

        await page.Locator(".mud-snackbar button", new() { HasText = "撤销" }).ClickAsync();
        await Assertions.Expect(tray).ToHaveCountAsync(before);
        Assert.Empty(session.Complaints);
    }

    [Fact]
    public async Task An_entry_in_hand_is_told_the_rule_where_it_cannot_go()
    {
        var session = await OpenAsAsync(Supervisor);
        var page = session.Page;
        await session.GoAsync("/calendar");
        await page.Locator(".gac-cal-scheduled").First.FocusAsync();
        await page.Keyboard.PressAsync("m");
        await page.Locator("[data-lifted]").WaitForAsync();
        await page.Keyboard.PressAsync("ArrowUp");
        await page.Keyboard.PressAsync("ArrowUp");
        await page.Locator(".gac-cal-say", new() { HasText = "这个时间已经过了" }).WaitForAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".mud-snackbar", new() { HasText = "这个时间已经过了" }).WaitForAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("[data-lifted]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Onboarding_checks_the_form_then_the_platform_and_says_how_to_mend()
    {
        var session = await OpenAsAsync(Admin);
        var page = session.Page;
        await session.GoAsync("/accounts/new");
        await page.GetByTestId("next").ClickAsync();
        await page.GetByText("请填写名称").WaitForAsync();
        await page.SelectOptionAsync("#acc-agency", new SelectOptionValue { Index = 2 });
        await page.FillAsync("#acc-name", "接入演练号");
        await page.GetByTestId("next").ClickAsync();
        await page.GetByTestId("app-id").FillAsync("wx12");
        await page.GetByTestId("acc-secret").FillAsync("0123456789abcdef0123456789abcdef");
        await page.GetByText("AppID 是 wx 开头").WaitForAsync();
        await page.GetByTestId("app-id").FillAsync("wx3f91c2aa00bb11cc");
        await page.GetByText("替我生成").ClickAsync();
        await page.GetByTestId("next").ClickAsync();

        var failed = page.GetByTestId("check-appId");
        await Assertions.Expect(failed.Locator(".gac-acc-steps li")).ToHaveCountAsync(3);
        await Assertions.Expect(failed).ToContainTextAsync("40013");
        await Assertions.Expect(page.GetByTestId("next")).ToBeDisabledAsync();
        Assert.DoesNotContain("0123456789abcdef0123456789abcdef", await page.ContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_frozen_account_says_why_and_comes_back()
    {
        var session = await OpenAsAsync(Admin);
        var page = session.Page;
        await session.GoAsync("/accounts");
        await page.GetByTestId("account-row").First.Locator("a").First.ClickAsync();
        await page.GetByTestId("suspend").ClickAsync();
        await Assertions.Expect(page.GetByTestId("confirm-keep")).ToBeFocusedAsync();
        await page.FillAsync("#confirm-reason", "密码可能泄露");
        await page.GetByTestId("confirm-do").ClickAsync();
        await page.GetByText("已停用：密码可能泄露").WaitForAsync();
        await page.GetByTestId("resume").ClickAsync();
        await Assertions.Expect(page.GetByTestId("suspend")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_bad_sheet_is_explained_cell_by_cell_and_nothing_is_written()
    {
        var session = await OpenAsAsync(Admin);
        var page = session.Page;
        await session.GoAsync("/accounts/import");
        await page.GetByTestId("file").SetInputFilesAsync(new FilePayload
        {
            Name = "表.csv",
            MimeType = "text/csv",
            Buffer = System.Text.Encoding.UTF8.GetBytes("单位,公众号名称,AppID,AppSecret,Token,EncodingAESKey,类型,是否认证,功能定位\r\n没有的单位,号,wx1,short,,x,报纸,也许,别的\r\n"),
        });
        await page.GetByText("一行也没有写入").WaitForAsync();
        Assert.True(await page.GetByTestId("bad-cell").CountAsync() >= 8);
    }

    [Fact]
    public async Task A_role_taken_away_works_at_once_in_the_open_page()
    {
        var admin = await OpenAsAsync(Admin);
        var reviewer = await OpenAsAsync("reviewer@court.demo.gov");
        await reviewer.GoAsync("/workload");
        var rows = reviewer.Page.GetByTestId("workload-row");
        await rows.First.WaitForAsync();

        await admin.GoAsync("/people?q=reviewer@court.demo.gov");
        await admin.Page.GetByTestId("person-row").First.Locator("a").First.ClickAsync();
        await admin.Page.GetByTestId("revoke").First.ClickAsync();
        await Assertions.Expect(admin.Page.GetByTestId("revoke")).ToHaveCountAsync(0);

        await Assertions.Expect(rows).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task No_page_has_a_barrier_that_a_machine_can_find(string theme)
    {
        var session = await OpenAsAsync(Admin);
        await session.Context.AddCookiesAsync([new() { Name = "gac-theme", Value = theme, Url = App.Address.AbsoluteUri }]);
        var barriers = new List<string>();
        foreach (var address in _pages)
        {
            await session.GoAsync(address);
            await session.Page.Locator("h1").WaitForAsync();
            var result = await session.Page.RunAxe();
            barriers.AddRange(result.Violations.Select(violation => $"{address} {violation.Id}: {string.Join(" | ", violation.Nodes.Take(2).Select(node => node.Html))}"));
        }

        Assert.True(barriers.Count == 0, string.Join("\n", barriers));
    }

    [Theory]
    [InlineData(1366, 768)]
    [InlineData(390, 844)]
    public async Task No_page_scrolls_sideways(int width, int height)
    {
        var session = await OpenAsAsync(Admin, width: width, height: height);
        foreach (var address in _pages)
        {
            await session.GoAsync(address);
            await session.Page.Locator("h1").WaitForAsync();
            Assert.True(await session.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth && document.querySelector('main').scrollWidth <= document.querySelector('main').clientWidth"), address);
        }
    }
}
