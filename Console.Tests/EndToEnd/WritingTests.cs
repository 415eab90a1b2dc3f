using Deque.AxeCore.Playwright;
using GovAccountConsole.Tests.Support;
using Microsoft.Playwright;

namespace GovAccountConsole.Tests.EndToEnd;

/// <summary>An editor writes: pastes from Word, adds pictures, loses the page, meets a colleague's change, hands over to review.</summary>
public sealed class WritingTests(BrowserFixture browser, DemoConsole app) : BrowserTest(browser, app), IClassFixture<DemoConsole>
{
    private const string Editor = "editor@police.demo.gov";

    // Puts text and files on the page's own clipboard event, as the browser does.
    private const string Paste = """
        ({ html, text, rtf, file, name, type }) => {
          const data = new DataTransfer();
          if (html) { data.setData('text/html', html); data.setData('text/plain', 'text'); }
          if (text) data.setData('text/plain', text);
          if (rtf) data.setData('text/rtf', rtf);
          if (file) data.items.add(new File([Uint8Array.from(atob(file), c => c.charCodeAt(0))], name, { type }));
          document.querySelector('.ProseMirror').dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
        }
        """;

    [Fact]
    public async Task A_notice_from_word_arrives_clean_with_its_table_and_pictures_and_is_saved_by_itself()
    {
        var session = await BeginAsync();
        var page = session.Page;
        await page.GetByTestId("title").FillAsync("滨江大道夜间施工，这样绕行");
        var word = await File.ReadAllTextAsync(Repository.File("samples/traffic-control-notice.word.html"), Token);
        var rtf = await File.ReadAllTextAsync(Repository.File("samples/traffic-control-notice.word.rtf"), Token);

        await page.Locator(".ProseMirror").ClickAsync();
        await page.EvaluateAsync(Paste, new { html = word, rtf });

        await Assertions.Expect(page.Locator(".gac-picture:not([data-uploading]) img")).ToHaveCountAsync(2);
        await SavedAsync(page);
        Assert.Contains("/posts/", page.Url, StringComparison.Ordinal);
        await page.ReloadAsync();
        await session.LiveAsync();
        var preview = page.Locator("[data-preview=body]");
        await Assertions.Expect(preview.Locator("img")).ToHaveCountAsync(2);
        await Assertions.Expect(preview.Locator("table tr")).ToHaveCountAsync(4);
        var html = await preview.InnerHTMLAsync();
        Assert.DoesNotContain("mso", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("class=", html, StringComparison.Ordinal);
        Assert.Empty(session.Complaints);
    }

    [Fact]
    public async Task A_picture_is_uploaded_when_pasted_and_a_fake_one_is_refused_with_a_sentence()
    {
        var session = await BeginAsync();
        var page = session.Page;
        var picture = Convert.ToBase64String(await File.ReadAllBytesAsync(Directory.EnumerateFiles(Repository.File("Console.Infrastructure/Data/Seeding/Demo/pictures")).First(), Token));
        await page.Locator(".ProseMirror").ClickAsync();

        await page.EvaluateAsync(Paste, new { file = picture, name = "a.png", type = "image/png" });
        await Assertions.Expect(page.Locator(".gac-picture img[src^='/media/']")).ToHaveCountAsync(1);
        await page.EvaluateAsync(Paste, new { file = Convert.ToBase64String("<svg onload=alert(1)>"u8), name = "假.png", type = "image/png" });

        await Assertions.Expect(page.GetByText("这不是能用的图片")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".gac-picture")).ToHaveCountAsync(1);
        Assert.Empty(session.Complaints);
    }

    [Fact]
    public async Task A_cover_is_cut_to_its_ratio()
    {
        var session = await BeginAsync();
        var page = session.Page;
        await page.GetByTestId("cover-button").ClickAsync();
        await page.GetByTestId("cropper").WaitForAsync();
        await page.GetByTestId("cover-file").SetInputFilesAsync(Directory.EnumerateFiles(Repository.File("Console.Infrastructure/Data/Seeding/Demo/pictures")).First());
        await page.Locator(".ed-crop canvas").PressAsync("ArrowDown");
        var uploaded = page.WaitForResponseAsync(response => response.Url.EndsWith("/media/upload", StringComparison.Ordinal) && response.Request.Method == "POST");

        await page.GetByTestId("cover-use").ClickAsync();

        var cover = (await (await uploaded).JsonAsync())!.Value;
        Assert.Equal(2.35, (double)cover.GetProperty("width").GetInt32() / cover.GetProperty("height").GetInt32(), 0.02);
        await page.Locator(".ed-cover img").First.WaitForAsync();
    }

    [Fact]
    public async Task What_was_typed_before_the_page_was_lost_comes_back()
    {
        var session = await BeginAsync();
        var page = session.Page;
        await page.GetByTestId("title").FillAsync("没来得及存的一篇");
        await SavedAsync(page);
        var address = page.Url;
        await page.Locator(".ProseMirror").ClickAsync();
        await page.Keyboard.TypeAsync("断网前的一句");
        await page.WaitForFunctionAsync("() => Object.entries(localStorage).some(([key, value]) => key.startsWith('gac.draft.') && value.includes('断网前的一句'))");

        await page.CloseAsync();
        var again = await session.Context.NewPageAsync();
        await again.GotoAsync(address);

        await Assertions.Expect(again.Locator(".ProseMirror")).ToContainTextAsync("断网前的一句");
    }

    [Fact]
    public async Task A_draft_with_a_private_number_is_held_until_it_is_gone_and_then_goes_to_review()
    {
        var session = await OpenAsAsync(Editor);
        var page = session.Page;
        await session.GoAsync("/posts?view=all");
        await page.GetByText("和孩子一起做一次头盔检查").First.ClickAsync();
        await page.Locator(".ProseMirror").ClickAsync();
        await page.Keyboard.PressAsync("Control+End");
        await page.Keyboard.TypeAsync("打李警官手机 13800001234。");

        await Assertions.Expect(page.GetByTestId("act-Submit")).ToBeDisabledAsync();
        await Assertions.Expect(page.Locator(".ed-word-must")).ToHaveTextAsync("13800001234");
        await page.Locator("[data-code=personal-mobile] button").Nth(1).ClickAsync();
        await Assertions.Expect(page.GetByTestId("act-Submit")).ToBeEnabledAsync();
        await page.GetByTestId("act-Submit").ClickAsync();

        await Assertions.Expect(page.Locator(".ed-bar-chip")).ToContainTextAsync("审核中 1/3");
        await Assertions.Expect(page.GetByTestId("title")).Not.ToBeEditableAsync();
        Assert.Empty(session.Complaints);
    }

    [Theory]
    [InlineData(1366, 768)]
    [InlineData(390, 844)]
    public async Task The_editor_is_accessible(int width, int height)
    {
        var session = await OpenAsAsync(Editor, width: width, height: height);
        await session.GoAsync("/posts/new");
        await session.Page.GetByText("临江交警").First.ClickAsync();
        await session.Page.Locator(".ProseMirror").WaitForAsync();

        var found = await session.Page.RunAxe();

        Assert.Empty(found.Violations.Select(violation => $"{violation.Id}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}"));
    }

    private static Task SavedAsync(IPage page) => page.Locator("[data-testid=save-state][data-state=Saved]").WaitForAsync(new() { State = WaitForSelectorState.Attached });

    private async Task<BrowserSession> BeginAsync()
    {
        var session = await OpenAsAsync(Editor);
        await session.GoAsync("/posts/new");
        await session.Page.GetByText("临江交警").First.ClickAsync();
        await session.Page.Locator(".ProseMirror").WaitForAsync();
        return session;
    }
}
