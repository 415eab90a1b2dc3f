using System.Net;
using System.Text.Json;
using GovAccountConsole.Tests.Support;
using SkiaSharp;

namespace GovAccountConsole.Tests.Api;

/// <summary>Checklists, reasons, plans and who stands in, as the API shows them.</summary>
public sealed class ReviewChainTests(DemoConsole app) : IClassFixture<DemoConsole>
{
    private const string Editor = "editor@police.demo.gov";
    private static readonly string[] _facts = ["facts"];

    [Fact]
    public async Task Ticks_and_reasons_go_in_and_come_back_with_the_decision()
    {
        using var editor = await ApiCaller.AsAsync(app, Editor);
        var address = await SubmittedAsync(editor);
        using var reviewer = await ApiCaller.AsAsync(app, "reviewer@police.demo.gov");
        var list = Texts(Step((await reviewer.GetAsync(address)).Json, 0).GetProperty("checklist"));
        Assert.NotEmpty(list);

        var refused = await reviewer.PostAsync(address + "/reviews", new { revision = 1, decision = "approve", ticks = list[..1] });
        Assert.Equal("checklist-incomplete", refused.Is(HttpStatusCode.Conflict).Code);
        var approved = (await reviewer.PostAsync(address + "/reviews", new { revision = 1, decision = "approve", ticks = list })).Is(HttpStatusCode.OK);
        Assert.Equal(list, Texts(Step(approved.Json, 0).GetProperty("decisions")[0].GetProperty("ticks")));

        using var final = await ApiCaller.AsAsync(app, "final@police.demo.gov");
        var returned = (await final.PostAsync(address + "/reviews", new { revision = 1, decision = "return", reasons = _facts })).Is(HttpStatusCode.OK);
        Assert.Equal("returned", returned["status"]);
        Assert.Equal(["facts"], Texts(Step(returned.Json, 1).GetProperty("decisions")[0].GetProperty("reasons")));
    }

    private static async Task<string> SubmittedAsync(ApiCaller caller)
    {
        var cover = (await caller.UploadAsync("media", "cover.png", Pictures.Encoded(SKEncodedImageFormat.Png, 90, 38))).Is(HttpStatusCode.Created);
        var account = (await caller.GetAsync("accounts?q=临江公安")).Is(HttpStatusCode.OK).Items[0].GetProperty("id").GetString();
        var created = (await caller.PostAsync("posts", new
        {
            accountId = account,
            channel = "publish",
            articles = new[] { new { title = "今晚大雾，绕行提示", author = "临江公安", digest = "摘要", contentHtml = "<p>去机场：走滨江大道。</p>", coverMediaId = cover["id"] } },
        })).Is(HttpStatusCode.Created);
        var address = "posts/" + created["id"];
        (await caller.PostAsync(address + "/submit")).Is(HttpStatusCode.OK);
        return address;
    }

    private static JsonElement Step(JsonElement post, int index) => post.GetProperty("review").GetProperty("steps")[index];

    private static string[] Texts(JsonElement array) => [.. array.EnumerateArray().Select(item => item.GetString()!)];
}
