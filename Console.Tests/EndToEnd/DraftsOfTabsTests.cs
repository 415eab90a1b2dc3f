using GovAccountConsole.Tests.Support;
using Microsoft.Playwright;

namespace GovAccountConsole.Tests.EndToEnd;

/// <summary>One person writes in two tabs, loses the network and then both tabs: every word comes back, once.</summary>
public sealed class DraftsOfTabsTests(BrowserFixture browser, DemoConsole app) : BrowserTest(browser, app), IClassFixture<DemoConsole>
{
    private const string Editor = "editor@police.demo.gov";

    [Fact]
    public async Task Both_tabs_words_come_back_one_after_the_other_although_the_autosave_they_began_with_is_gone()
    {
        using var api = await ApiCaller.AsAsync(App, Editor);
        var session = await OpenAsAsync(Editor);
        var first = session.Page;
        await session.GoAsync("/posts/new");
        await first.GetByText("临江交警").First.ClickAsync();
        await first.Locator(".ProseMirror").WaitForAsync();
        await first.GetByTestId("title").FillAsync("两个标签页");
        await first.Locator(".ProseMirror").ClickAsync();
        await first.Keyboard.TypeAsync("甲段。\n中间一段谁也不改。\n乙段。");
        await Until.TrueAsync(async () => (await BodyAsync(api, first.Url)).Contains("乙段", StringComparison.Ordinal), Token);
        var address = first.Url;
        var second = await session.Context.NewPageAsync();
        await second.GotoAsync(address);
        await second.WaitForFunctionAsync("() => document.documentElement.dataset.live === 'true'");
        await Assertions.Expect(second.Locator(".ProseMirror p")).ToHaveCountAsync(3);

        await session.Context.SetOfflineAsync(true);
        await AppendAsync(first, 0, "第一页写的");
        await AppendAsync(second, 2, "第二页写的");
        await second.WaitForFunctionAsync("() => ['第一页写的', '第二页写的'].every(words => Object.entries(localStorage).some(([key, value]) => key.startsWith('gac.draft.') && value.includes(words)))");
        await first.CloseAsync();
        await second.CloseAsync();
        await session.Context.SetOfflineAsync(false);

        var next = await session.Context.NewPageAsync();
        await next.GotoAsync(address);
        await Assertions.Expect(next.Locator(".ProseMirror")).ToContainTextAsync("第二页写的");
        await Assertions.Expect(next.GetByText("另一个标签页还留下 1 份")).ToBeVisibleAsync();
        await Until.TrueAsync(async () => (await BodyAsync(api, address)).Contains("第二页写的", StringComparison.Ordinal), Token);
        await next.Locator("[data-testid=save-state][data-state=Saved]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await next.ReloadAsync();
        await Assertions.Expect(next.Locator(".ProseMirror")).ToContainTextAsync("第一页写的");

        await Assertions.Expect(next.GetByTestId("conflict")).ToHaveCountAsync(0);
        await Until.TrueAsync(async () => await BodyAsync(api, address) is var body && body.Contains("甲段。第一页写的", StringComparison.Ordinal) && body.Contains("乙段。第二页写的", StringComparison.Ordinal), Token);
        Assert.Equal(3, (await BodyAsync(api, address)).Split("<p").Length - 1);
    }

    private static async Task AppendAsync(IPage page, int paragraph, string words)
    {
        await page.BringToFrontAsync();
        await page.Locator(".ProseMirror p").Nth(paragraph).ClickAsync();
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.TypeAsync(words);
    }

    private static async Task<string> BodyAsync(ApiCaller api, string address) =>
        address.Contains("/new", StringComparison.Ordinal)
            ? string.Empty
            : (await api.GetAsync("posts/" + new Uri(address).Segments[^1])).Json.GetProperty("articles")[0].GetProperty("contentHtml").GetString()!;
}
