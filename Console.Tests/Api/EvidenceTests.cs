using System.Net;
using System.Text.Json;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Infrastructure.Audit;
using GovAccountConsole.Tests.Support;
using SkiaSharp;

namespace GovAccountConsole.Tests.Api;

/// <summary>Time window, evidence sheet, sentences and the audit chain through the API.</summary>
public sealed class EvidenceTests(DemoConsole app) : IClassFixture<DemoConsole>
{
    private const string Editor = "editor@police.demo.gov";
    private const string Auditor = "auditor@demo.gov";

    [Fact]
    public async Task A_window_is_approved_with_the_post_and_slots_outside_are_refused()
    {
        using var editor = await ApiCaller.AsAsync(app, Editor);
        var created = await CreateAsync(editor, "2036-05-06T08:00:00+08:00", "2036-05-06T12:00:00+08:00");
        Assert.Equal(("2036-05-06T08:00:00+08:00", "2036-05-06T12:00:00+08:00", "allFollowers"), (created["notBefore"], created["notAfter"], created["audience"]));
        var address = "posts/" + created["id"];
        (await editor.PostAsync(address + "/submit")).Is(HttpStatusCode.OK);
        foreach (var reviewer in new[] { "reviewer@police.demo.gov", "final@police.demo.gov", "supervisor@demo.gov" })
        {
            using var caller = await ApiCaller.AsAsync(app, reviewer);
            (await caller.PostAsync(address + "/reviews", new { revision = 1, decision = "approve", comment = "时段无误" })).Is(HttpStatusCode.OK);
        }

        Assert.Equal("outside-window", (await editor.PostAsync(address + "/schedule", new { publishAt = "2036-05-06T13:00:00+08:00" })).Is(HttpStatusCode.Conflict).Code);
        Assert.Equal("outside-window", (await editor.PostAsync(address + "/publish")).Is(HttpStatusCode.Conflict).Code);
        (await editor.PostAsync(address + "/schedule", new { publishAt = "2036-05-06T09:00:00+08:00" })).Is(HttpStatusCode.OK);

        using var auditor = await ApiCaller.AsAsync(app, Auditor);
        await Until.TrueAsync(
            async () => (await auditor.GetAsync(address + "/evidence")).Is(HttpStatusCode.OK).Json.GetProperty("entries").EnumerateArray().All(entry => entry.GetProperty("sequence").ValueKind == JsonValueKind.Number),
            TestContext.Current.CancellationToken);
        var sheet = (await auditor.GetAsync(address + "/evidence")).Json;
        Assert.True(sheet.GetProperty("holds").GetBoolean());
        Assert.Equal(sheet.GetProperty("contentHash").GetString(), PostContent.HashOf(sheet.GetProperty("canonicalText").GetString()!));
        Assert.Equal(3, sheet.GetProperty("rounds")[0].GetProperty("decisions").GetArrayLength());
        Assert.All(sheet.GetProperty("checks").EnumerateArray(), check => Assert.NotEqual(JsonValueKind.False, check.GetProperty("holds").ValueKind));
        var hit = Assert.Single((await auditor.GetAsync("sentences?q=" + Uri.EscapeDataString("只在上午发的一句话二〇三六"))).Is(HttpStatusCode.OK).Items);
        Assert.Equal((created["id"], 3), (hit.GetProperty("postId").GetString(), hit.GetProperty("approvals").GetArrayLength()));

        using var court = await ApiCaller.AsAsync(app, "editor@court.demo.gov");
        (await court.GetAsync(address + "/evidence")).Is(HttpStatusCode.NotFound);
        Assert.Empty((await court.GetAsync("sentences?q=" + Uri.EscapeDataString("只在上午发的一句话二〇三六"))).Items);
    }

    [Fact]
    public async Task A_window_that_ends_before_it_begins_is_refused()
    {
        using var editor = await ApiCaller.AsAsync(app, Editor);
        var refused = await PostAsync(editor, "2036-05-06T12:00:00+08:00", "2036-05-06T08:00:00+08:00");
        Assert.True(refused.Is(HttpStatusCode.BadRequest).Json.GetProperty("errors").TryGetProperty("notAfter", out _));
    }

    [Fact]
    public async Task The_export_is_verified_offline_and_only_readers_of_the_audit_get_it()
    {
        using var auditor = await ApiCaller.AsAsync(app, Auditor);
        var export = (await auditor.GetAsync("audit/export")).Is(HttpStatusCode.OK);
        using var lines = new StringReader(export.Text);
        var chain = (await auditor.GetAsync("audit/chain")).Is(HttpStatusCode.OK);
        var report = await AuditFile.CheckAsync(lines, null, TestContext.Current.CancellationToken);
        Assert.Null(report.Problem);
        Assert.True(report.Entries > 500);
        Assert.True(chain.Json.GetProperty("head").GetProperty("sequence").GetInt64() >= report.Entries);

        using var editor = await ApiCaller.AsAsync(app, Editor);
        (await editor.GetAsync("audit/export")).Is(HttpStatusCode.Forbidden);
        (await editor.GetAsync("audit/chain")).Is(HttpStatusCode.Forbidden);
        var entry = (await auditor.GetAsync("audit?limit=5")).Items[^1];
        Assert.Equal(64, entry.GetProperty("hash").GetString()!.Length);
    }

    private static async Task<ApiAnswer> CreateAsync(ApiCaller caller, string notBefore, string notAfter) => (await PostAsync(caller, notBefore, notAfter)).Is(HttpStatusCode.Created);

    private static async Task<ApiAnswer> PostAsync(ApiCaller caller, string notBefore, string notAfter)
    {
        var account = (await caller.GetAsync("accounts?status=active&q=" + Uri.EscapeDataString("临江公安"))).Items[0].GetProperty("id").GetString();
        var cover = (await caller.UploadAsync("media", "cover.png", Pictures.Encoded(SKEncodedImageFormat.Png, 90, 38))).Is(HttpStatusCode.Created);
        return await caller.PostAsync("posts", new
        {
            accountId = account, channel = "publish", notBefore, notAfter,
            articles = new[] { new { title = "绕行提示", author = "临江公安", digest = "摘要", contentHtml = "<p>只在上午发的一句话二〇三六。</p>", coverMediaId = cover["id"], commentsOpen = true } },
        });
    }
}
