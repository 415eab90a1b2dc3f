using GovAccountConsole.Tests.Support;
using Microsoft.Playwright;

namespace GovAccountConsole.Tests.EndToEnd;

/// <summary>The review desk: remarks on words, the change since the last look, decisions by keyboard.</summary>
public sealed class ReviewingTests(BrowserFixture browser, DemoConsole app) : BrowserTest(browser, app), IClassFixture<DemoConsole>
{
    private const string Words = "走滨江大道";

    [Fact]
    public async Task A_sentence_is_remarked_on_mended_settled_and_only_the_change_is_read_again()
    {
        var title = "雾天出行 " + Guid.NewGuid().ToString("N")[..6];
        using var editor = await ApiCaller.AsAsync(app, "editor@police.demo.gov");
        var (address, id) = await SubmittedAsync(editor, title, $"<p>今晚有雾。</p><p>去机场：{Words}。</p><p>学校照常上课。</p>");

        var reviewer = await OpenAsAsync("reviewer@police.demo.gov");
        var page = reviewer.Page;
        await reviewer.GoAsync("/reviews?post=" + id);
        await Assertions.Expect(page.GetByTestId("return")).ToBeEnabledAsync(new() { Timeout = 20_000 });
        await SelectAsync(page, Words);
        await page.GetByTestId("pick").ClickAsync();
        await page.GetByTestId("remark-text").FillAsync("从哪个路口上？请写清。");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.GetByTestId("remark-item")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("mark.gac-rv-mark")).ToContainTextAsync(Words);

        // The author mends the sentence and says so; the reviewer's open page tells.
        var current = await editor.GetAsync(address);
        (await editor.PutAsync(address, await BodyAsync(editor, title, $"<p>今晚有雾。</p><p>去机场：从北二路{Words}。</p><p>学校照常上课。</p>"), current.ETag)).Is(System.Net.HttpStatusCode.OK);
        var remark = (await editor.GetAsync(address + "/remarks")).Items[0].GetProperty("id").GetString();
        (await editor.PostAsync($"{address}/remarks/{remark}/mend", new { text = "已写清" })).Is(System.Net.HttpStatusCode.OK);

        await page.GetByTestId("see-new").ClickAsync();
        await Assertions.Expect(page.Locator("ins")).ToHaveTextAsync("从北二路");
        await Assertions.Expect(page.GetByTestId("remark-item")).ToContainTextAsync("已写清");
        await page.GetByTestId("settle").ClickAsync();
        await Assertions.Expect(page.GetByTestId("remark-item")).ToContainTextAsync("重新打开");

        // Digits tick, a approves, the next post opens.
        var gates = page.GetByTestId("gates").GetByRole(AriaRole.Checkbox);
        await Assertions.Expect(page.GetByTestId("approve")).ToBeEnabledAsync();
        await page.Locator(".gac-rv-scroll").FocusAsync();
        await page.Keyboard.PressAsync("a");
        await page.GetByTestId("missing").WaitForAsync();
        for (var digit = 1; digit <= await gates.CountAsync(); digit++)
        {
            await page.Keyboard.PressAsync(digit.ToString(System.Globalization.CultureInfo.InvariantCulture));
            await Assertions.Expect(gates.Nth(digit - 1)).ToBeCheckedAsync();
        }

        await page.Keyboard.PressAsync("a");
        await page.Locator(".mud-snackbar", new() { HasText = "已通过" }).WaitForAsync();
        await Assertions.Expect(page.GetByTestId("queue-item").Filter(new() { HasText = title })).ToHaveCountAsync(0);
        Assert.DoesNotContain(id, page.Url, StringComparison.Ordinal);
        Assert.Empty(reviewer.Complaints);
    }

    private static async Task SelectAsync(IPage page, string words) => await page.EvaluateAsync(
        """
        words => {
          const walker = document.createTreeWalker(document.querySelector('.gac-rv-scroll'), NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const at = node.textContent.indexOf(words);
            if (at >= 0) { getSelection().setBaseAndExtent(node, at, node, at + words.length); return; }
          }
        }
        """,
        words);

    private static async Task<(string Address, string Id)> SubmittedAsync(ApiCaller editor, string title, string html)
    {
        var created = (await editor.PostAsync("posts", await BodyAsync(editor, title, html))).Is(System.Net.HttpStatusCode.Created);
        (await editor.PostAsync($"posts/{created["id"]}/submit")).Is(System.Net.HttpStatusCode.OK);
        return ("posts/" + created["id"], created["id"]!);
    }

    private static async Task<object> BodyAsync(ApiCaller editor, string title, string html)
    {
        var other = (await editor.GetAsync("posts?limit=50")).Items.First(item => item.GetProperty("articles")[0].GetProperty("coverMediaId").ValueKind == System.Text.Json.JsonValueKind.String);
        return new
        {
            accountId = other.GetProperty("accountId").GetString(),
            channel = "publish",
            articles = new[] { new { title, author = "临江公安", digest = "今晚有雾", contentHtml = html, coverMediaId = other.GetProperty("articles")[0].GetProperty("coverMediaId").GetString(), commentsOpen = true } },
        };
    }
}
