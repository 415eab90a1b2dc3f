using GovAccountConsole.Tests.Support;
using Microsoft.Playwright;

namespace GovAccountConsole.Tests.EndToEnd;

/// <summary>What is copied in the console comes back whole; text without formats finds its shape; what is too long is refused at once.</summary>
public sealed class PastingTests(BrowserFixture browser, DemoConsole app) : BrowserTest(browser, app), IClassFixture<DemoConsole>
{
    private const string Editor = "editor@police.demo.gov";

    private static readonly string[] _two = ["22:00", "至次日6:00"];

    private static readonly string[] _titles = ["银杏甲", "银杏乙", "银杏丙"];

    private const string Paste = """
        text => {
          const data = new DataTransfer();
          data.setData('text/plain', text);
          const started = performance.now();
          document.querySelector('.ProseMirror').dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
          return performance.now() - started;
        }
        """;

    [Fact]
    public async Task A_box_with_colours_is_copied_from_one_post_into_another_without_loss()
    {
        const string Html = "<section style=\"margin: 0 0 1em; padding: 12px 14px; border-left: 4px solid #1559b3; background-color: #eef4fc\"><p style=\"margin: 0 0 1em\">甲<span style=\"color: #b42318\">红</span></p>"
            + "<p style=\"margin: 0\">乙</p></section><p style=\"margin: 0 0 1em; text-align: center\">尾</p>";
        using var api = await ApiCaller.AsAsync(App, Editor);
        var account = (await api.GetAsync("accounts?q=" + Uri.EscapeDataString("交警"))).Items[0].GetProperty("id").GetString();
        async Task<string> PostAsync(string html) =>
            (await api.PostAsync("posts", new { accountId = account, channel = "publish", articles = new[] { new { title = "题", contentHtml = html } } }))["id"]!;
        var (from, to) = (await PostAsync(Html), await PostAsync(string.Empty));
        var session = await OpenAsAsync(Editor);
        var page = session.Page;
        await session.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await session.GoAsync("/posts/" + from);
        await page.Locator(".ProseMirror section[data-block=notice]").WaitForAsync();
        await page.Locator(".ProseMirror").ClickAsync();
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.PressAsync("Control+c");

        await session.GoAsync("/posts/" + to);
        await page.Locator(".ProseMirror").ClickAsync();
        await page.Keyboard.PressAsync("Control+v");

        await page.Locator("[data-testid=save-state][data-state=Saved]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await Until.TrueAsync(async () => (await api.GetAsync("posts/" + to)).Json.GetProperty("articles")[0].GetProperty("contentHtml").GetString() == Html, Token);
        Assert.Empty(session.Complaints);
    }

    [Fact]
    public async Task Rows_of_a_sheet_without_formats_become_a_table()
    {
        var page = (await BeginAsync()).Page;

        await page.EvaluateAsync(Paste, "路段\t时间\n滨江大道\t\"22:00\n至次日6:00\"\n");

        await Assertions.Expect(page.Locator(".ProseMirror table tr")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator(".ProseMirror td").Nth(3).Locator("p")).ToHaveTextAsync(_two);
    }

    [Fact]
    public async Task Ten_thousand_rows_are_refused_with_a_sentence_and_the_page_goes_on()
    {
        var session = await BeginAsync();
        var page = session.Page;

        var asText = await page.EvaluateAsync<double>(Paste, string.Concat(Enumerable.Repeat("路段\t时间\t原因\n", 10_000)));
        await Assertions.Expect(page.GetByText("表格有 10000 行，没有贴进来")).ToBeVisibleAsync();
        var asLines = await page.EvaluateAsync<double>(Paste, string.Concat(Enumerable.Repeat("一行\n", 10_000)));
        await Assertions.Expect(page.GetByText("这段文字有 10000 行")).ToBeVisibleAsync();
        var asHtml = await page.EvaluateAsync<double>(Paste.Replace("'text/plain', text", "'text/html', text", StringComparison.Ordinal), "<table>" + string.Concat(Enumerable.Repeat("<tr height=18><td class=xl65>路段</td><td>时间</td></tr>", 10_000)) + "</table>");

        Assert.All([asText, asLines, asHtml], milliseconds => Assert.InRange(milliseconds, 0, 2_000));
        await page.Locator(".ProseMirror").ClickAsync();
        await page.Keyboard.TypeAsync("照样能写");
        await Assertions.Expect(page.Locator(".ProseMirror")).ToHaveTextAsync("照样能写");
        Assert.Empty(session.Complaints);
    }

    [Fact]
    public async Task Markdown_goes_in_as_it_is_and_gets_its_formats_when_asked_and_back()
    {
        var page = (await BeginAsync()).Page;

        await page.EvaluateAsync(Paste, "# 停水通知\n\n今晚 **22:00** 起。\n\n- 请储水\n- 咨询 12345\n");
        await Assertions.Expect(page.Locator(".ProseMirror")).ToContainTextAsync("# 停水通知");
        await page.GetByRole(AriaRole.Button, new() { Name = "按格式粘贴" }).ClickAsync();

        await Assertions.Expect(page.Locator(".ProseMirror h2")).ToHaveTextAsync("停水通知");
        await Assertions.Expect(page.Locator(".ProseMirror strong")).ToHaveTextAsync("22:00");
        await Assertions.Expect(page.Locator(".ProseMirror li")).ToHaveCountAsync(2);
        await page.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(page.Locator(".ProseMirror h2")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator(".ProseMirror")).ToContainTextAsync("# 停水通知");
    }

    [Fact]
    public async Task Articles_are_picked_from_another_post_and_taken_back()
    {
        using var api = await ApiCaller.AsAsync(App, Editor);
        var account = (await api.GetAsync("accounts?q=" + Uri.EscapeDataString("交警"))).Items[0].GetProperty("id").GetString();
        await api.PostAsync("posts", new { accountId = account, channel = "publish", articles = _titles.Select(title => new { title, contentHtml = "<p>" + title + "的正文。</p>" }) });
        var session = await BeginAsync();
        var page = session.Page;

        await page.GetByTestId("article-copy").ClickAsync();
        await page.GetByTestId("copy-search").FillAsync("银杏甲");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByTestId("copy-post")).ToHaveCountAsync(1);
        await page.GetByTestId("copy-post").ClickAsync();
        await page.GetByTestId("copy-article").Nth(2).CheckAsync();
        await page.GetByTestId("copy-article").Nth(0).CheckAsync();
        await page.GetByTestId("copy-use").ClickAsync();

        // The article in which nothing was written made room.
        await Assertions.Expect(page.GetByTestId("article-card")).ToHaveCountAsync(2);
        await Assertions.Expect(page.GetByTestId("title")).ToHaveValueAsync("银杏甲");
        await Assertions.Expect(page.Locator(".ProseMirror")).ToHaveTextAsync("银杏甲的正文。");
        await page.Locator(".mud-snackbar button", new() { HasText = "撤销" }).ClickAsync();
        await Assertions.Expect(page.GetByTestId("article-card")).ToHaveCountAsync(1);
        await Assertions.Expect(page.GetByTestId("title")).ToHaveValueAsync(string.Empty);
        Assert.Empty(session.Complaints);
    }

    private async Task<BrowserSession> BeginAsync()
    {
        var session = await OpenAsAsync(Editor);
        await session.GoAsync("/posts/new");
        await session.Page.GetByText("临江交警").First.ClickAsync();
        await session.Page.Locator(".ProseMirror").WaitForAsync();
        return session;
    }
}
