using System.Net;
using GovAccountConsole.Tests.Support;
using SkiaSharp;

namespace GovAccountConsole.Tests.Api;

/// <summary>The emergency lane as the API shows it: a named person, one approval, the others afterwards.</summary>
public sealed class EmergencyTests(DemoConsole app) : IClassFixture<DemoConsole>
{
    [Fact]
    public async Task A_named_person_sends_a_statement_out_after_one_approval_and_the_others_follow()
    {
        using var admin = await ApiCaller.AsAsync(app, "admin@demo.gov");
        using var editor = await ApiCaller.AsAsync(app, "editor@police.demo.gov");
        using var reviewer = await ApiCaller.AsAsync(app, "reviewer@police.demo.gov");
        using var final = await ApiCaller.AsAsync(app, "final@police.demo.gov");
        using var supervisor = await ApiCaller.AsAsync(app, "supervisor@demo.gov");
        var post = await DraftAsync(editor);
        Assert.Equal("not-designated", (await editor.PostAsync(post + "/emergency", new { reason = "桥面塌陷" })).Is(HttpStatusCode.Forbidden).Code);

        var agency = (await editor.GetAsync(post))["agencyId"];
        var person = (await editor.GetAsync("me")).Json.GetProperty("id").GetString();
        var naming = new { personId = person, agencyId = agency, until = TimeProvider.System.GetUtcNow().AddDays(10), reason = "夜间值班" };
        (await editor.PostAsync("emergency/designations", naming)).Is(HttpStatusCode.Forbidden);
        (await admin.PostAsync("emergency/designations", naming with { until = TimeProvider.System.GetUtcNow().AddYears(2) })).Is(HttpStatusCode.BadRequest);
        var named = (await admin.PostAsync("emergency/designations", naming)).Is(HttpStatusCode.Created);
        Assert.True(named.Json.GetProperty("active").GetBoolean());

        var silent = (await editor.PostAsync(post + "/emergency", new { reason = " " })).Is(HttpStatusCode.BadRequest);
        Assert.Equal("emergency-reason-missing", silent.Json.GetProperty("reasons")[0].GetProperty("code").GetString());
        var declared = (await editor.PostAsync(post + "/emergency", new { reason = "桥面塌陷" })).Is(HttpStatusCode.OK);
        Assert.Equal(("inReview", "桥面塌陷"), (declared["status"], declared.Json.GetProperty("emergency").GetProperty("reason").GetString()));

        var decision = new { revision = 1, decision = "approve", comment = (string?)null };
        Assert.Equal("not-your-step", (await reviewer.PostAsync(post + "/reviews", decision)).Is(HttpStatusCode.Forbidden).Code);
        var approved = (await final.PostAsync(post + "/reviews", decision)).Is(HttpStatusCode.OK);
        Assert.Equal(("approved", "open"), (approved["status"], approved.Json.GetProperty("emergency").GetProperty("followUpStatus").GetString()));
        (await editor.PostAsync(post + "/publish")).Is(HttpStatusCode.OK);
        await Until.TrueAsync(async () => (await editor.GetAsync(post))["status"] == "published", TestContext.Current.CancellationToken);

        Assert.Equal("author-may-not-review", (await editor.PostAsync(post + "/follow-up", new { decision = "approve" })).Is(HttpStatusCode.Conflict).Code);
        Assert.Equal("already-reviewed", (await final.PostAsync(post + "/follow-up", new { decision = "approve" })).Is(HttpStatusCode.Conflict).Code);
        Assert.Contains((await reviewer.GetAsync("emergency/follow-ups")).Items, item => post.EndsWith(item.GetProperty("postId").GetString()!, StringComparison.Ordinal));
        (await reviewer.PostAsync(post + "/follow-up", new { decision = "object" })).Is(HttpStatusCode.BadRequest);
        (await reviewer.PostAsync(post + "/follow-up", new { decision = "approve" })).Is(HttpStatusCode.OK);
        var complete = (await supervisor.PostAsync(post + "/follow-up", new { decision = "approve", comment = "无异议" })).Is(HttpStatusCode.OK);
        Assert.Equal("complete", complete.Json.GetProperty("emergency").GetProperty("followUpStatus").GetString());
        Assert.Equal("follow-up-closed", (await supervisor.PostAsync(post + "/follow-up", new { decision = "approve" })).Is(HttpStatusCode.Conflict).Code);

        var share = (await admin.GetAsync("workload")).Json.GetProperty("agencies").EnumerateArray().Single(row => row.GetProperty("id").GetString() == complete["agencyId"]);
        Assert.Equal(1, share.GetProperty("emergencyPublished").GetInt32());
        Assert.Equal(2, (await admin.GetAsync(post + "/evidence")).Json.GetProperty("emergency").GetProperty("decisions").GetArrayLength());

        Assert.False((await admin.PostAsync($"emergency/designations/{named["id"]}/revoke")).Is(HttpStatusCode.OK).Json.GetProperty("active").GetBoolean());
        Assert.Equal("not-designated", (await editor.PostAsync(await DraftAsync(editor) + "/emergency", new { reason = "再来" })).Is(HttpStatusCode.Forbidden).Code);
    }

    private static async Task<string> DraftAsync(ApiCaller caller)
    {
        var cover = (await caller.UploadAsync("media", "cover.png", Pictures.Encoded(SKEncodedImageFormat.Png, 90, 38))).Is(HttpStatusCode.Created);
        var account = (await caller.GetAsync("accounts?q=临江公安")).Is(HttpStatusCode.OK).Items[0].GetProperty("id").GetString();
        var created = (await caller.PostAsync("posts", new
        {
            accountId = account,
            channel = "publish",
            articles = new[] { new { title = "解放桥封闭，请绕行", author = "临江公安", digest = "桥面塌陷", contentHtml = "<p>请走滨江大道。</p>", coverMediaId = cover["id"] } },
        })).Is(HttpStatusCode.Created);
        return "posts/" + created["id"];
    }
}
