using GovAccountConsole.Tests.Support;
using Microsoft.Playwright;
using SkiaSharp;

namespace GovAccountConsole.Tests.EndToEnd;

/// <summary>A named person publishes a prepared statement after one approval; the others read it afterwards.</summary>
public sealed class EmergencyTests(BrowserFixture browser, DemoConsole app) : BrowserTest(browser, app), IClassFixture<DemoConsole>
{
    [Fact]
    public async Task A_prepared_statement_goes_out_after_one_approval_and_is_read_by_others_afterwards()
    {
        using var editor = await ApiCaller.AsAsync(App, "editor@police.demo.gov");
        using var final = await ApiCaller.AsAsync(App, "final@police.demo.gov");
        using var supervisor = await ApiCaller.AsAsync(App, "supervisor@demo.gov");
        using var admin = await ApiCaller.AsAsync(App, "admin@demo.gov");
        var title = "解放桥封闭 " + Guid.NewGuid().ToString("N")[..6];
        var address = await DraftAsync(editor, title);
        (await admin.PostAsync("emergency/designations", new
        {
            personId = (await editor.GetAsync("me")).Json.GetProperty("id").GetString(),
            agencyId = (await editor.GetAsync(address))["agencyId"],
            until = TimeProvider.System.GetUtcNow().AddDays(10), reason = "夜间值班",
        })).Is(System.Net.HttpStatusCode.Created);

        var writing = await OpenAsAsync("editor@police.demo.gov");
        await writing.GoAsync("/" + address);
        await writing.Page.GetByTestId("emergency-declare").ClickAsync();
        var dialog = writing.Page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(dialog).ToContainTextAsync("只经 1 人审核就会发出");
        await dialog.GetByRole(AriaRole.Textbox).FillAsync("桥面塌陷");
        await dialog.GetByTestId("confirm-do").ClickAsync();
        await Assertions.Expect(writing.Page.GetByTestId("emergency")).ToContainTextAsync("桥面塌陷");

        (await final.PostAsync(address + "/reviews", new { revision = 1, decision = "approve" })).Is(System.Net.HttpStatusCode.OK);
        (await editor.PostAsync(address + "/publish")).Is(System.Net.HttpStatusCode.OK);
        await Until.TrueAsync(async () => (await editor.GetAsync(address))["status"] == "published", TestContext.Current.CancellationToken);

        var reading = await OpenAsAsync("reviewer@police.demo.gov");
        await reading.GoAsync("/reviews");
        await reading.Page.GetByTestId("follow-up-item").Filter(new() { HasText = title }).ClickAsync();
        await reading.Page.GetByTestId("follow-up-approve").ClickAsync();
        await Assertions.Expect(reading.Page.GetByTestId("follow-up-approve")).ToHaveCountAsync(0);
        (await supervisor.PostAsync(address + "/follow-up", new { decision = "approve" })).Is(System.Net.HttpStatusCode.OK);
        await reading.GoAsync("/" + address + "/follow-up");
        await Assertions.Expect(reading.Page.GetByTestId("emergency")).ToContainTextAsync("后补审核已完成");
        Assert.Empty(reading.Complaints);
        Assert.Empty(writing.Complaints);
    }

    private static async Task<string> DraftAsync(ApiCaller caller, string title)
    {
        var cover = (await caller.UploadAsync("media", "cover.png", Pictures.Encoded(SKEncodedImageFormat.Png, 90, 38))).Is(System.Net.HttpStatusCode.Created);
        var account = (await caller.GetAsync("accounts?q=临江公安")).Items[0].GetProperty("id").GetString();
        var created = (await caller.PostAsync("posts", new
        {
            accountId = account,
            channel = "publish",
            articles = new[] { new { title, author = "临江公安", digest = "桥面塌陷", contentHtml = "<p>请走滨江大道。</p>", coverMediaId = cover["id"] } },
        })).Is(System.Net.HttpStatusCode.Created);
        return "posts/" + created["id"];
    }
}
