using System.Net;
using GovAccountConsole.Domain.Access;
using GovAccountConsole.Infrastructure.Access;
using GovAccountConsole.Infrastructure.People;
using GovAccountConsole.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using SkiaSharp;

namespace GovAccountConsole.Tests.Api;

/// <summary>What can go wrong between two people at the review desk, as the API says it: codes of remarks, approvals at once, a tab opened earlier, a role lost midway.</summary>
public sealed class ReviewDeskTests(DemoConsole app) : IClassFixture<DemoConsole>
{
    private const string Editor = "editor@police.demo.gov";
    private const string Reviewer = "reviewer@police.demo.gov";
    private const string Second = "responder@police.demo.gov";
    private static readonly string[] _lost = ["stale", "not-your-step"];

    [Fact]
    public async Task Every_refusal_of_a_remark_has_its_code()
    {
        using var editor = await ApiCaller.AsAsync(app, Editor);
        using var reviewer = await ApiCaller.AsAsync(app, Reviewer);
        using var court = await ApiCaller.AsAsync(app, "editor@court.demo.gov");
        using var auditor = await ApiCaller.AsAsync(app, "auditor@demo.gov");
        var (post, _) = await SubmittedAsync(editor);
        var remarks = post + "/remarks";

        Assert.Equal("forbidden", (await auditor.PostAsync(remarks, Remark("滨江大道"))).Is(HttpStatusCode.Forbidden).Code);
        (await court.PostAsync(remarks, Remark("滨江大道"))).Is(HttpStatusCode.NotFound);
        Assert.Equal("passage-unknown", Reason(await reviewer.PostAsync(remarks, Remark("高铁")), "quote"));
        Assert.Equal("required", Reason(await reviewer.PostAsync(remarks, new { }), "revision"));
        Assert.Equal("not-accepted", Reason(await reviewer.PostAsync(remarks, Remark("滨江大道", revision: 7)), "revision"));
        Assert.Equal("required", Reason(await reviewer.PostAsync(remarks, Remark("滨江大道", text: " ")), "text"));

        var opened = (await reviewer.PostAsync(remarks, Remark("滨江大道"))).Is(HttpStatusCode.Created);
        Assert.Equal(("open", "滨江大道", 1), (opened["state"], opened["quote"], opened.Json.GetProperty("number").GetInt32()));
        var remark = $"{remarks}/{opened["id"]}";
        Assert.Equal("not-yours-to-settle", (await editor.PostAsync(remark + "/settle")).Is(HttpStatusCode.Forbidden).Code);
        Assert.Equal("not-the-writer", (await reviewer.PostAsync(remark + "/mend")).Is(HttpStatusCode.Forbidden).Code);
        Assert.Equal("remark-open", (await reviewer.PostAsync(remark + "/reopen")).Is(HttpStatusCode.Conflict).Code);
        Assert.Equal("mended", (await editor.PostAsync(remark + "/mend", new { text = "已写清" })).Is(HttpStatusCode.OK)["state"]);
        Assert.Equal("settled", (await reviewer.PostAsync(remark + "/settle")).Is(HttpStatusCode.OK)["state"]);
        Assert.Equal("remark-settled", (await editor.PostAsync(remark + "/replies", new { text = "再说一句" })).Is(HttpStatusCode.Conflict).Code);
        Assert.Equal("remark-settled", (await reviewer.PostAsync(remark + "/settle")).Is(HttpStatusCode.Conflict).Code);
        Assert.Equal("open", (await reviewer.PostAsync(remark + "/reopen")).Is(HttpStatusCode.OK)["state"]);
        (await reviewer.PostAsync($"{remarks}/{Guid.NewGuid()}/settle")).Is(HttpStatusCode.NotFound);
        var other = (await SubmittedAsync(editor)).Address;
        (await reviewer.PostAsync($"{other}/remarks/{opened["id"]}/settle")).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_open_thread_holds_the_last_step_back_and_no_other()
    {
        using var editor = await ApiCaller.AsAsync(app, Editor);
        using var reviewer = await ApiCaller.AsAsync(app, Reviewer);
        using var final = await ApiCaller.AsAsync(app, "final@police.demo.gov");
        using var supervisor = await ApiCaller.AsAsync(app, "supervisor@demo.gov");
        var (post, _) = await SubmittedAsync(editor);
        var opened = (await reviewer.PostAsync(post + "/remarks", Remark("滨江大道"))).Is(HttpStatusCode.Created);
        (await ApproveAsync(reviewer, post, 1)).Is(HttpStatusCode.OK);
        (await ApproveAsync(final, post, 1)).Is(HttpStatusCode.OK);
        Assert.Equal("threads-open", (await ApproveAsync(supervisor, post, 1)).Is(HttpStatusCode.Conflict).Code);
        (await supervisor.PostAsync($"{post}/remarks/{opened["id"]}/settle")).Is(HttpStatusCode.OK);
        Assert.Equal("approved", (await ApproveAsync(supervisor, post, 1)).Is(HttpStatusCode.OK)["status"]);
    }

    [Fact]
    public async Task Of_two_people_who_approve_at_once_one_is_told_that_it_is_no_longer_theirs()
    {
        using var editor = await ApiCaller.AsAsync(app, Editor);
        using var reviewer = await ApiCaller.AsAsync(app, Reviewer);
        await GrantAsync(Second, Role.Reviewer);
        using var second = await ApiCaller.AsAsync(app, Second);
        for (var round = 0; round < 5; round++)
        {
            var (post, _) = await SubmittedAsync(editor);
            var answers = await Task.WhenAll(ApproveAsync(reviewer, post, 1), ApproveAsync(second, post, 1));
            Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
            Assert.Contains(Assert.Single(answers, answer => answer.Status != HttpStatusCode.OK).Code, _lost);
            var review = (await editor.GetAsync(post)).Json.GetProperty("review");
            Assert.Equal(2, review.GetProperty("step").GetInt32());
            Assert.Equal(1, review.GetProperty("steps")[0].GetProperty("decisions").GetArrayLength());
        }
    }

    [Fact]
    public async Task An_approval_from_a_tab_opened_before_the_change_is_not_taken()
    {
        using var editor = await ApiCaller.AsAsync(app, Editor);
        using var reviewer = await ApiCaller.AsAsync(app, Reviewer);
        var (post, body) = await SubmittedAsync(editor);
        var seen = (await reviewer.GetAsync(post)).Json.GetProperty("revision").GetInt32();
        (await editor.PutAsync(post, body("江北"), (await editor.GetAsync(post)).ETag)).Is(HttpStatusCode.OK);

        Assert.Equal("revision-changed", (await ApproveAsync(reviewer, post, seen)).Is(HttpStatusCode.Conflict).Code);
        Assert.Equal("revision-changed", (await reviewer.PostAsync(post + "/reviews", new { revision = seen, decision = "return", comment = "写错了" })).Is(HttpStatusCode.Conflict).Code);
        var untouched = (await editor.GetAsync(post)).Json;
        Assert.Equal("inReview", untouched.GetProperty("status").GetString());
        Assert.Equal(0, untouched.GetProperty("review").GetProperty("steps")[0].GetProperty("decisions").GetArrayLength());
        (await ApproveAsync(reviewer, post, 2)).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_loses_the_role_midway_decides_nothing_more()
    {
        using var editor = await ApiCaller.AsAsync(app, Editor);
        await GrantAsync(Second, Role.FinalReviewer);
        using var second = await ApiCaller.AsAsync(app, Second);
        using var reviewer = await ApiCaller.AsAsync(app, Reviewer);
        var (post, _) = await SubmittedAsync(editor);
        (await ApproveAsync(reviewer, post, 1)).Is(HttpStatusCode.OK);
        Assert.Contains((await second.GetAsync("reviews?limit=200")).Items, item => post.EndsWith(item.GetProperty("id").GetString()!, StringComparison.Ordinal));

        var (person, agency, admin) = await WhoAsync(Second);
        Assert.True((await app.Services.GetRequiredService<RevokeRole>().ExecuteAsync(admin, person, Role.FinalReviewer, agency, TestContext.Current.CancellationToken)).Succeeded);
        Assert.Equal("not-your-step", (await ApproveAsync(second, post, 1)).Is(HttpStatusCode.Forbidden).Code);
        Assert.DoesNotContain((await second.GetAsync("reviews?limit=200")).Items, item => post.EndsWith(item.GetProperty("id").GetString()!, StringComparison.Ordinal));
        Assert.Equal(0, (await editor.GetAsync(post)).Json.GetProperty("review").GetProperty("steps")[1].GetProperty("decisions").GetArrayLength());
    }

    private static object Remark(string quote, int revision = 1, string text = "写清楚走哪一段") => new { revision, article = 0, field = "body", quote, text };

    private static Task<ApiAnswer> ApproveAsync(ApiCaller caller, string post, int revision) => caller.PostAsync(post + "/reviews", new { revision, decision = "approve" });

    private static string? Reason(ApiAnswer answer, string field)
    {
        var reasons = answer.Is(HttpStatusCode.BadRequest).Json.GetProperty("reasons").EnumerateArray().ToList();
        return reasons.Find(reason => reason.GetProperty("field").GetString() == field).GetProperty("code").GetString();
    }

    private async Task GrantAsync(string email, Role role)
    {
        var (person, agency, admin) = await WhoAsync(email);
        var granted = await app.Services.GetRequiredService<GrantRole>().ExecuteAsync(admin, person, role, agency, TestContext.Current.CancellationToken);
        Assert.True(granted.Succeeded || granted.Error.Code == "already-granted", granted.Succeeded ? null : granted.Error.Code);
    }

    private async Task<(Guid Person, Guid Agency, Actor Admin)> WhoAsync(string email)
    {
        using var caller = await ApiCaller.AsAsync(app, email);
        using var admin = await ApiCaller.AsAsync(app, "admin@demo.gov");
        var me = (await caller.GetAsync("me")).Json;
        return (me.GetProperty("id").GetGuid(), me.GetProperty("grants")[0].GetProperty("agencyId").GetGuid(), await app.Services.GetRequiredService<ActorSource>().GetAsync(
            (await admin.GetAsync("me")).Json.GetProperty("id").GetGuid(), TestContext.Current.CancellationToken));
    }

    private static async Task<(string Address, Func<string, object> Body)> SubmittedAsync(ApiCaller caller)
    {
        var cover = (await caller.UploadAsync("media", "cover.png", Pictures.Encoded(SKEncodedImageFormat.Png, 90, 38))).Is(HttpStatusCode.Created)["id"];
        var account = (await caller.GetAsync("accounts?status=active&q=" + Uri.EscapeDataString("临江公安"))).Items[0].GetProperty("id").GetString();
        object Body(string road) => new
        {
            accountId = account, channel = "publish",
            articles = new[] { new { title = "今晚大雾，绕行提示", author = "临江公安", digest = "摘要", contentHtml = $"<p>去机场：走{road}大道。</p>", coverMediaId = cover } },
        };
        var address = "posts/" + (await caller.PostAsync("posts", Body("滨江"))).Is(HttpStatusCode.Created)["id"];
        (await caller.PostAsync(address + "/submit")).Is(HttpStatusCode.OK);
        return (address, Body);
    }
}
