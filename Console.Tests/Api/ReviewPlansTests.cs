using System.Net;
using GovAccountConsole.Tests.Support;

namespace GovAccountConsole.Tests.Api;

/// <summary>Review plans over the API: made by the department, tried by everybody, chosen by the facts of a post.</summary>
public sealed class ReviewPlansTests(DemoConsole app) : IClassFixture<DemoConsole>
{
    private static readonly string[] _case = ["case"];
    private static readonly string[] _unknown = ["没有"];

    [Fact]
    public async Task A_plan_for_a_topic_asks_its_four_steps_of_a_post_with_that_topic_and_of_no_other()
    {
        using var supervisor = await ApiCaller.AsAsync(app, "supervisor@demo.gov");
        var made = (await supervisor.PostAsync("review-plans", Plan("案件信息稿", "case", approvals: 5))).Is(HttpStatusCode.Created);
        Assert.Equal(4, made.Json.GetProperty("steps").GetArrayLength());

        using var editor = await ApiCaller.AsAsync(app, "editor@police.demo.gov");
        var (account, id) = await DraftAsync(editor);
        var trial = (await editor.PostAsync("review-plans/try", new { accountId = account, channel = "publish", topics = _case })).Is(HttpStatusCode.OK);
        Assert.Equal("案件信息稿", trial.Json.GetProperty("plan").GetProperty("name").GetString());
        Assert.Equal("topic", trial.Json.GetProperty("because")[0].GetString());
        Assert.NotEmpty(trial.Json.GetProperty("steps")[0].GetProperty("people").EnumerateArray());
        // Five supervisors are not to be had.
        Assert.Equal("tooFew", trial.Json.GetProperty("steps")[3].GetProperty("problem").GetString());

        Assert.Equal("case", (await editor.PutAsync($"posts/{id}/topics", new { topics = _case }, null)).Is(HttpStatusCode.OK).Json.GetProperty("topics")[0].GetString());
        var submitted = (await editor.PostAsync($"posts/{id}/submit")).Is(HttpStatusCode.OK);
        Assert.Equal(4, submitted.Json.GetProperty("review").GetProperty("steps").GetArrayLength());
        var plain = (await editor.PutAsync($"posts/{id}/topics", new { topics = Array.Empty<string>() }, null)).Is(HttpStatusCode.OK);
        Assert.Equal(3, plain.Json.GetProperty("review").GetProperty("steps").GetArrayLength());

        (await supervisor.PostAsync($"review-plans/{made["id"]}/retire")).Is(HttpStatusCode.OK);
        Assert.Equal("plan-retired", (await supervisor.PostAsync($"review-plans/{made["id"]}/retire")).Is(HttpStatusCode.Conflict).Code);
    }

    [Fact]
    public async Task Only_the_department_changes_plans_and_never_over_somebody_elses_change()
    {
        using var editor = await ApiCaller.AsAsync(app, "editor@police.demo.gov");
        (await editor.PostAsync("review-plans", Plan("不行", "minors"))).Is(HttpStatusCode.Forbidden);
        var seen = (await editor.GetAsync("review-plans")).Items[0].GetProperty("id").GetGuid();
        (await editor.GetAsync($"review-plans/{seen}")).Is(HttpStatusCode.OK);

        using var administrator = await ApiCaller.AsAsync(app, "admin@demo.gov");
        var made = (await administrator.PostAsync("review-plans", Plan("未成年人稿", "minors"))).Is(HttpStatusCode.Created);
        (await administrator.PutAsync($"review-plans/{made["id"]}", Plan("未成年人稿件", "minors"), null)).Is((HttpStatusCode)428);
        (await administrator.PutAsync($"review-plans/{made["id"]}", Plan("未成年人稿件", "minors"), made.ETag)).Is(HttpStatusCode.OK);
        (await administrator.PutAsync($"review-plans/{made["id"]}", Plan("又一个", "minors"), made.ETag)).Is(HttpStatusCode.PreconditionFailed);
        var bad = (await administrator.PostAsync("review-plans", new { name = "", steps = Array.Empty<object>() })).Is(HttpStatusCode.BadRequest);
        Assert.Contains("plan-too-short", bad.Text, StringComparison.Ordinal);
        (await administrator.PostAsync("review-plans", new { name = "甲", steps = Plan("甲", "minors").Steps, when = new { sectors = _unknown } })).Is(HttpStatusCode.BadRequest);
        (await administrator.GetAsync($"review-plans/{Guid.NewGuid()}")).Is(HttpStatusCode.NotFound);
        (await administrator.PostAsync($"review-plans/{made["id"]}/retire")).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Trying_a_plan_stays_within_scope()
    {
        using var court = await ApiCaller.AsAsync(app, "editor@court.demo.gov");
        using var police = await ApiCaller.AsAsync(app, "editor@police.demo.gov");
        var (account, id) = await DraftAsync(police);
        (await court.PostAsync("review-plans/try", new { accountId = account })).Is(HttpStatusCode.NotFound);
        (await court.PostAsync("review-plans/try", new { postId = id })).Is(HttpStatusCode.NotFound);
        (await court.PutAsync($"posts/{id}/topics", new { topics = _case }, null)).Is(HttpStatusCode.NotFound);
        using var reviewer = await ApiCaller.AsAsync(app, "reviewer@police.demo.gov");
        (await reviewer.PutAsync($"posts/{id}/topics", new { topics = _case }, null)).Is(HttpStatusCode.Forbidden);
    }

    private static PlanToSend Plan(string name, string topic, int approvals = 1) => new(
        name,
        [
            new("初审", "reviewer", "anywhere", 1, 4, ["wording"]), new("复审", "finalReviewer", "ownAgency", 1, 4, []),
            new("部门初核", "supervisor", "above", 1, 4, []), new("终审", "supervisor", "above", approvals, 8, ["political", "legal", "policy", "secrecy", "wording"]),
        ],
        new { topics = new[] { topic } });

    private static async Task<(Guid Account, string Id)> DraftAsync(ApiCaller editor)
    {
        var account = (await editor.GetAsync("accounts?status=active")).Items[0].GetProperty("id").GetGuid();
        var cover = (await editor.UploadAsync("media", "a.png", Pictures.Encoded(SkiaSharp.SKEncodedImageFormat.Png, 900, 383))).Is(HttpStatusCode.Created)["id"];
        var made = (await editor.PostAsync("posts", new
        {
            accountId = account, channel = "publish",
            articles = new[] { new { title = "案件通报", author = "临江交警", digest = "一则通报", contentHtml = "<p>案件已经立案。</p>", coverMediaId = cover } },
        })).Is(HttpStatusCode.Created);
        return (account, made["id"]!);
    }

    private sealed record StepToSend(string Name, string Role, string Level, int Approvals, double DeadlineHours, string[] Checklist);

    private sealed record PlanToSend(string Name, StepToSend[] Steps, object When);
}
