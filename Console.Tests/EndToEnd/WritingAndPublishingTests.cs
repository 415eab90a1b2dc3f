using System.Globalization;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Tests.Support;
using Microsoft.Playwright;

namespace GovAccountConsole.Tests.EndToEnd;

/// <summary>The main journey: written at the police bureau, read by three people, placed on the calendar, delivered, read by a citizen.</summary>
public sealed class WritingAndPublishingTests(BrowserFixture browser, DemoConsole app) : BrowserTest(browser, app), IClassFixture<DemoConsole>
{
    private const string Title = "解放桥周六夜间维修，这样绕行";

    [Fact]
    public async Task A_post_goes_from_the_editor_to_the_citizen()
    {
        var author = await OpenAsAsync("editor@police.demo.gov");
        await WriteAsync(author);
        await author.Page.GetByTestId("act-Submit").ClickAsync();
        await Assertions.Expect(author.Page.GetByTestId("act-Withdraw")).ToBeVisibleAsync();

        await ApproveAsync("reviewer@police.demo.gov");
        await ApproveAsync("final@police.demo.gov");
        await ApproveAsync("supervisor@demo.gov");

        var supervisor = await OpenAsAsync("supervisor@demo.gov");
        await supervisor.GoAsync("/calendar?view=list");
        var schedule = author.Page.GetByTestId("act-Schedule");
        await schedule.ClickAsync();
        var at = BusinessTime.ToShanghai(NextMinute());
        await author.Page.GetByTestId("dialog-date").FillAsync(at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await author.Page.GetByTestId("dialog-time").FillAsync(at.ToString("HH:mm", CultureInfo.InvariantCulture));
        await author.Page.GetByTestId("dialog-time").BlurAsync();
        await author.Page.GetByTestId("slot-do").ClickAsync();

        // The supervisor's page changes by itself, without a reload.
        await Assertions.Expect(supervisor.Page.GetByText(Title).First).ToBeVisibleAsync();

        var citizen = await OpenAsync(width: 390, height: 844);
        await Until.TrueAsync(async () => await citizen.Page.GotoAsync(new Uri(App.Platform, $"/mp/{PoliceAppId}/profile").AbsoluteUri) is { Ok: true }
            && await citizen.Page.GetByText(Title).CountAsync() > 0, Token, TimeSpan.FromSeconds(100));
        await citizen.Page.GetByText(Title).First.ClickAsync();
        await Assertions.Expect(citizen.Page.GetByText("绕行").First).ToBeVisibleAsync();
        await Assertions.Expect(citizen.Page.Locator("table")).ToBeVisibleAsync();
        var picture = citizen.Page.Locator("img[src*=mmbiz]").First;
        Assert.True(await picture.EvaluateAsync<bool>("async img => { await img.decode(); return img.naturalWidth > 0; }"));

        await Assertions.Expect(author.Page.GetByTestId("publication")).ToContainTextAsync("已发布", new() { Timeout = 30_000 });
        Assert.Empty(author.Complaints);
        Assert.Empty(supervisor.Complaints);
    }

    private const string PoliceAppId = "wxd4b7a8dda8ee3094";

    private static DateTimeOffset NextMinute()
    {
        var soon = TimeProvider.System.GetUtcNow().AddSeconds(8);
        return soon.AddTicks(-(soon.Ticks % TimeSpan.TicksPerMinute)).AddMinutes(1);
    }

    private static async Task WriteAsync(BrowserSession author)
    {
        var page = author.Page;
        await author.GoAsync("/posts/new");
        await page.GetByRole(AriaRole.Link, new() { Name = "临江公安" }).First.ClickAsync();
        await page.GetByTestId("title").FillAsync(Title);
        await page.GetByTestId("digest").FillAsync("周六 22:00 到周日 5:00 封闭，走滨江大道或者二桥。");
        await page.Locator(".ProseMirror").ClickAsync();
        await PasteAsync(page, await File.ReadAllTextAsync(Repository.File("samples/traffic-control-notice.word.html"), Token));
        await Assertions.Expect(page.Locator(".ProseMirror table")).ToBeVisibleAsync();
        Assert.DoesNotContain("mso", await page.Locator(".ProseMirror").InnerHTMLAsync(), StringComparison.OrdinalIgnoreCase);
        var chooser = await page.RunAndWaitForFileChooserAsync(() => page.Locator("[data-command=picture]").ClickAsync());
        await chooser.SetFilesAsync(Repository.File("Console.Infrastructure/Data/Seeding/Demo/pictures/bridge-body.jpg"));
        await Assertions.Expect(page.Locator(".ProseMirror img[src^='/media/']").First).ToBeVisibleAsync();
        await page.GetByTestId("cover-button").First.ClickAsync();
        await Assertions.Expect(page.GetByTestId("cropper")).ToBeVisibleAsync();
        await page.GetByTestId("cover-file").SetInputFilesAsync(Repository.File("Console.Infrastructure/Data/Seeding/Demo/pictures/bridge-cover.jpg"));
        await page.GetByTestId("cover-use").ClickAsync();
        await Assertions.Expect(page.GetByTestId("save-state")).ToHaveAttributeAsync("data-state", "Saved", new() { Timeout = 20_000 });
        await Assertions.Expect(page.GetByTestId("act-Submit")).ToBeEnabledAsync();
    }

    private static async Task PasteAsync(IPage page, string html) => await page.Locator(".ProseMirror").EvaluateAsync(
        """
        (editor, html) => {
          const data = new DataTransfer();
          data.setData('text/html', html);
          data.setData('text/plain', 'x');
          editor.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
        }
        """,
        html);

    private async Task ApproveAsync(string email)
    {
        var reviewer = await OpenAsAsync(email);
        await reviewer.GoAsync("/reviews");
        await reviewer.Page.GetByTestId("queue-item").Filter(new() { HasText = Title }).ClickAsync();
        await Assertions.Expect(reviewer.Page.Locator("main").GetByRole(AriaRole.Heading, new() { Name = Title })).ToBeVisibleAsync();
        foreach (var gate in await reviewer.Page.GetByTestId("gates").GetByRole(AriaRole.Checkbox).AllAsync())
        {
            await gate.CheckAsync();
        }

        await reviewer.Page.GetByTestId("approve").ClickAsync();
        await Assertions.Expect(reviewer.Page.GetByTestId("queue-item").Filter(new() { HasText = Title })).ToHaveCountAsync(0);
        Assert.Empty(reviewer.Complaints);
    }
}
