using Deque.AxeCore.Playwright;
using GovAccountConsole.Tests.Support;
using Microsoft.Playwright;
using SkiaSharp;
using static GovAccountConsole.Tests.Support.WordFile;

namespace GovAccountConsole.Tests.EndToEnd;

/// <summary>An editor brings in what there is: a Word document, pictures of the library; a picture whose licence ran out stops the post.</summary>
public sealed class IntakeTests(BrowserFixture browser, DemoConsole app) : BrowserTest(browser, app), IClassFixture<DemoConsole>
{
    private const string Editor = "editor@police.demo.gov";

    [Fact]
    public async Task A_word_document_is_looked_at_taken_over_given_a_cover_of_the_library_and_submitted()
    {
        var session = await OpenAsAsync(Editor);
        var page = session.Page;
        await session.GoAsync("/posts/new");
        await page.GetByText("临江交警").First.ClickAsync();
        await page.Locator(".ProseMirror").WaitForAsync();
        var document = Of(
            P("滨江大道夜间施工绕行提示", "<w:pStyle w:val=\"a3\"/>") + P("11月27日22:00至次日6:00，滨江大道封闭施工，请走望江路。") + Picture("rIdPic1", "绕行路线图")
            + "<w:tbl>" + Row("<w:tblHeader/>", Cell("路段"), Cell("时间")) + Row("", Cell("滨江大道"), Cell("22:00至6:00")) + "</w:tbl>" + "<w:p><w:r><w:t>咨询电话12345。</w:t></w:r><w:r><w:commentReference w:id=\"1\"/></w:r></w:p>",
            (Pictures.Encoded(SKEncodedImageFormat.Jpeg, 420, 260), "image/jpeg"));

        await page.GetByTestId("import-open").ClickAsync();
        await page.GetByTestId("document-file").SetInputFilesAsync(new FilePayload { Name = "旧.doc", MimeType = "application/msword", Buffer = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]] });
        await Assertions.Expect(page.GetByTestId("document-refused")).ToContainTextAsync("另存为 .docx");
        await page.GetByTestId("document-file").SetInputFilesAsync(new FilePayload { Name = "提示.docx", MimeType = "application/octet-stream", Buffer = document });
        await Assertions.Expect(page.GetByTestId("import-title")).ToHaveTextAsync("滨江大道夜间施工绕行提示");
        await Assertions.Expect(page.Locator("[data-what=comments]")).ToContainTextAsync("1 条批注");
        await Assertions.Expect(page.GetByTestId("import-preview").Locator("img")).ToHaveCountAsync(1);
        await page.GetByTestId("import-into").ClickAsync();

        await Assertions.Expect(page.GetByTestId("title")).ToHaveValueAsync("滨江大道夜间施工绕行提示");
        await Assertions.Expect(page.Locator(".ProseMirror table tr")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator(".gac-picture img[alt='绕行路线图']")).ToHaveCountAsync(1);
        await page.GetByTestId("digest").FillAsync("22:00起封闭，请走望江路。");
        await page.GetByTestId("cover-button").ClickAsync();
        await page.GetByTestId("cropper").WaitForAsync();
        await page.GetByTestId("cover-pick").ClickAsync();
        await page.GetByTestId("media-tile").First.ClickAsync();
        await page.GetByTestId("pick-use").ClickAsync();
        await page.GetByTestId("cover-use").ClickAsync();
        await page.Locator(".ed-cover img").First.WaitForAsync();
        await page.GetByTestId("picture-pick").ClickAsync();
        await page.GetByTestId("media-tile").Nth(1).ClickAsync();
        await page.GetByTestId("pick-use").ClickAsync();
        await Assertions.Expect(page.Locator(".gac-picture img")).ToHaveCountAsync(2);
        await page.Locator("[data-testid=save-state][data-state=Saved]").WaitForAsync(new() { State = WaitForSelectorState.Attached });

        await page.GetByTestId("act-Submit").ClickAsync();
        await page.GetByTestId("act-Withdraw").WaitForAsync();
        Assert.Empty(session.Complaints);
    }

    [Fact]
    public async Task The_library_takes_several_pictures_and_one_past_its_last_day_stops_a_post()
    {
        using var api = await ApiCaller.AsAsync(App, Editor);
        var session = await OpenAsAsync(Editor);
        var page = session.Page;
        await session.GoAsync("/media");
        await page.GetByTestId("media-file").SetInputFilesAsync(
        [
            new FilePayload { Name = "授权图.png", MimeType = "image/png", Buffer = Pictures.Encoded(SKEncodedImageFormat.Png, 333, 222) },
            new FilePayload { Name = "假图.png", MimeType = "image/png", Buffer = "<svg onload='x()'/>"u8.ToArray() },
        ]);
        await Assertions.Expect(page.GetByTestId("uploads").Locator("[data-outcome=good]")).ToHaveCountAsync(1);
        await Assertions.Expect(page.GetByTestId("uploads").Locator("[data-outcome=bad]")).ToContainTextAsync("不看文件名");
        var tile = page.GetByTestId("media-tile").Filter(new() { HasText = "授权图.png" });
        await tile.ClickAsync();
        var id = (await page.Locator(".md-large").GetAttributeAsync("src"))!["/media/".Length..];
        var account = (await api.GetAsync("accounts?q=" + Uri.EscapeDataString("交警"))).Items[0].GetProperty("id").GetString();
        var post = await api.PostAsync("posts", new { accountId = account, channel = "publish", articles = new[] { new { title = "夜间施工提示", digest = "请绕行", contentHtml = "<p>今晚施工，请绕行。</p>", coverMediaId = id } } });

        await page.GetByTestId("media-source").FillAsync("市融媒体中心");
        await page.GetByTestId("media-expires").FillAsync("2020-01-01");
        await page.GetByTestId("media-save").ClickAsync();
        await Assertions.Expect(tile).ToContainTextAsync("已过期");
        await Assertions.Expect(page.GetByTestId("media-panel")).ToContainTextAsync("夜间施工提示");
        var barriers = await page.RunAxe();
        Assert.Empty(barriers.Violations.Select(violation => $"{violation.Id}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}"));

        await session.GoAsync("/posts/" + post["id"]);
        await page.GetByTestId("picture-pick").ClickAsync();
        await page.GetByTestId("media-tile").Filter(new() { HasText = "授权图.png" }).ClickAsync();
        await Assertions.Expect(page.GetByTestId("pick-use")).ToBeDisabledAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("[data-code=media-expired]").First).ToContainTextAsync("2020-01-01");
        await Assertions.Expect(page.GetByTestId("act-Submit")).ToBeDisabledAsync();
        Assert.Equal("media-expired", (await api.PostAsync("posts/" + post["id"] + "/submit")).Code);
        Assert.Empty(session.Complaints);
    }
}
