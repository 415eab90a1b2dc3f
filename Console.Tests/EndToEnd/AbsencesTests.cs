using System.Net;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Tests.Support;
using Microsoft.Playwright;
using SkiaSharp;

namespace GovAccountConsole.Tests.EndToEnd;

/// <summary>The head of review is on leave; a colleague decides in his place, and the evidence sheet says so.</summary>
public sealed class AbsencesTests(BrowserFixture browser, DemoConsole app) : BrowserTest(browser, app), IClassFixture<DemoConsole>
{
    [Fact]
    public async Task A_substitute_decides_in_the_place_of_who_is_on_leave()
    {
        using var editor = await ApiCaller.AsAsync(App, "editor@police.demo.gov");
        using var reviewer = await ApiCaller.AsAsync(App, "reviewer@police.demo.gov");
        using var supervisor = await ApiCaller.AsAsync(App, "supervisor@demo.gov");
        var title = "滨江路封闭 " + Guid.NewGuid().ToString("N")[..6];
        var address = await SubmittedAsync(editor, title);
        (await reviewer.PostAsync(address + "/reviews", new { revision = 1, decision = "approve" })).Is(HttpStatusCode.OK);

        var away = await OpenAsAsync("final@police.demo.gov");
        await away.GoAsync("/settings/absences");
        await Assertions.Expect(away.Page.GetByTestId("absence-person")).ToHaveValueAsync("郑怀安");
        await away.Page.GetByTestId("note-absence").ClickAsync();
        await Assertions.Expect(away.Page.Locator("#absence-substitute-note")).ToContainTextAsync("请填写");
        await away.Page.GetByTestId("absence-substitute").FillAsync("余");
        await away.Page.GetByTestId("pick-option").Filter(new() { HasText = "余晚晴" }).ClickAsync();
        var until = BusinessTime.DayOf(TimeProvider.System.GetUtcNow()).AddDays(3).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        await away.Page.GetByTestId("absence-until").FillAsync(until);
        await away.Page.GetByTestId("absence-reason").FillAsync("年休假");
        await Assertions.Expect(away.Page.GetByTestId("absence-reads")).ToContainTextAsync("余晚晴也可以代审");
        await away.Page.GetByTestId("note-absence").ClickAsync();
        var line = away.Page.GetByTestId("absence").Filter(new() { HasText = "郑怀安请假，余晚晴代审" });
        await Assertions.Expect(line).ToContainTextAsync("代审中");

        var deputy = await OpenAsAsync("responder@police.demo.gov");
        await deputy.GoAsync("/reviews");
        var item = deputy.Page.GetByTestId("queue-item").Filter(new() { HasText = title });
        await Assertions.Expect(item.GetByTestId("queue-for")).ToHaveTextAsync("代郑怀安");
        await item.ClickAsync();
        await Assertions.Expect(deputy.Page.Locator(".gac-track")).ToContainTextAsync("您（代郑怀安）");
        foreach (var box in await deputy.Page.Locator(".gac-rv-side input[type=checkbox]").AllAsync())
        {
            await box.CheckAsync();
        }

        await deputy.Page.GetByTestId("approve").ClickAsync();
        await Until.TrueAsync(
            async () => (await editor.GetAsync(address)).Json.GetProperty("review").GetProperty("step").GetInt32() == 3, TestContext.Current.CancellationToken);
        (await supervisor.PostAsync(address + "/reviews", new { revision = 1, decision = "approve" })).Is(HttpStatusCode.OK);

        await deputy.Page.GotoAsync("/" + address + "/evidence");
        await Assertions.Expect(deputy.Page.GetByTestId("in-place")).ToHaveTextAsync("代郑怀安");

        await line.GetByTestId("revoke-absence").ClickAsync();
        await away.Page.GetByRole(AriaRole.Dialog).GetByTestId("confirm-do").ClickAsync();
        await Assertions.Expect(away.Page.GetByTestId("absence").Filter(new() { HasText = "提前结束" })).ToHaveCountAsync(1);
        await deputy.GoAsync("/notices");
        await Assertions.Expect(deputy.Page.Locator("main")).ToContainTextAsync("请您代郑怀安审核");
        Assert.Empty(away.Complaints);
        Assert.Empty(deputy.Complaints);
    }

    private static async Task<string> SubmittedAsync(ApiCaller caller, string title)
    {
        var cover = (await caller.UploadAsync("media", "cover.png", Pictures.Encoded(SKEncodedImageFormat.Png, 90, 38))).Is(HttpStatusCode.Created);
        var account = (await caller.GetAsync("accounts?q=临江公安")).Items[0].GetProperty("id").GetString();
        var created = (await caller.PostAsync("posts", new
        {
            accountId = account,
            channel = "publish",
            articles = new[] { new { title, author = "临江公安", digest = "封闭施工", contentHtml = "<p>请走滨江大道。</p>", coverMediaId = cover["id"] } },
        })).Is(HttpStatusCode.Created);
        (await caller.PostAsync($"posts/{created["id"]}/submit")).Is(HttpStatusCode.OK);
        return "posts/" + created["id"];
    }
}
