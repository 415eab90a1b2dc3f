using System.Net;
using GovAccountConsole.Tests.Support;
using SkiaSharp;

namespace GovAccountConsole.Tests.Api;

/// <summary>群发额度 by the contract: a full period offers free slots; what is set for an account is shown.</summary>
public sealed class QuotaTests(DemoConsole app) : IClassFixture<DemoConsole>
{
    [Fact]
    public async Task A_full_day_is_refused_with_free_slots()
    {
        using var editor = await ApiCaller.AsAsync(app, "editor@police.demo.gov");
        var (first, second) = (await ApprovedAsync(editor, "第一件"), await ApprovedAsync(editor, "第二件"));
        (await editor.PostAsync(first + "/schedule", new { publishAt = "2036-05-06T23:59:59+08:00" })).Is(HttpStatusCode.OK);
        var refused = (await editor.PostAsync(second + "/schedule", new { publishAt = "2036-05-06T00:00:00+08:00" })).Is(HttpStatusCode.Conflict);
        Assert.Equal("quota-exceeded", refused.Code);
        Assert.NotEmpty(refused.Json.GetProperty("freeSlots").EnumerateArray());
        (await editor.PostAsync(second + "/schedule", new { publishAt = "2036-05-07T00:00:00+08:00" })).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_administrator_sets_the_quota_for_a_reason()
    {
        using var admin = await ApiCaller.AsAsync(app, "admin@demo.gov");
        using var editor = await ApiCaller.AsAsync(app, "editor@court.demo.gov");
        var account = (await editor.GetAsync("accounts")).Items[0];
        var address = "accounts/" + account.GetProperty("id").GetString() + "/quota";
        (await editor.PutAsync(address, new { limit = 3, reason = "平台另给" }, null)).Is(HttpStatusCode.Forbidden);
        Assert.Equal("validation", (await admin.PutAsync(address, new { limit = 3 }, null)).Is(HttpStatusCode.BadRequest).Code);
        Assert.Equal("validation", (await admin.PutAsync(address, new { limit = 3, reserved = 3, reason = "试" }, null)).Is(HttpStatusCode.BadRequest).Code);
        var set = (await admin.PutAsync(address, new { limit = 3, reserved = 1, reason = "平台另给" }, null)).Is(HttpStatusCode.OK).Json.GetProperty("quota");
        Assert.Equal((3, 1, 0), (set.GetProperty("limit").GetInt32(), set.GetProperty("reserved").GetInt32(), set.GetProperty("elsewhere").GetInt32()));
    }

    private async Task<string> ApprovedAsync(ApiCaller editor, string title)
    {
        using var bitmap = new SKBitmap(470, 200);
        using var png = bitmap.Encode(SKEncodedImageFormat.Png, 80);
        var cover = (await editor.UploadAsync("media", "c.png", png.ToArray())).Is(HttpStatusCode.Created)["id"];
        var account = (await editor.GetAsync("accounts?kind=subscription&status=active")).Items[0].GetProperty("id").GetString();
        var article = new { title, author = "临江公安", digest = "封闭时段与绕行路线", contentHtml = "<p>去机场：走滨江大道。</p>", coverMediaId = cover, commentsOpen = false, commentsFansOnly = false };
        var address = "posts/" + (await editor.PostAsync("posts", new { accountId = account, channel = "massSend", articles = new[] { article } })).Is(HttpStatusCode.Created)["id"];
        (await editor.PostAsync(address + "/submit")).Is(HttpStatusCode.OK);
        foreach (var email in new[] { "reviewer@police.demo.gov", "final@police.demo.gov", "supervisor@demo.gov" })
        {
            using var reviewer = await ApiCaller.AsAsync(app, email);
            (await reviewer.PostAsync(address + "/reviews", new { revision = 1, decision = "approve", comment = (string?)null })).Is(HttpStatusCode.OK);
        }

        return address;
    }
}
