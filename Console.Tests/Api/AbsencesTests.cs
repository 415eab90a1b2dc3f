using System.Net;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Tests.Support;
using SkiaSharp;

namespace GovAccountConsole.Tests.Api;

/// <summary>Absences as the API shows them: noted, in force in the queue and on the post, ended; refusals with codes and words.</summary>
public sealed class AbsencesTests(DemoConsole app) : IClassFixture<DemoConsole>
{
    private static readonly DateOnly _today = BusinessTime.DayOf(TimeProvider.System.GetUtcNow());

    [Fact]
    public async Task A_substitute_decides_and_everything_says_for_whom()
    {
        using var editor = await ApiCaller.AsAsync(app, "editor@police.demo.gov");
        using var reviewer = await ApiCaller.AsAsync(app, "reviewer@police.demo.gov");
        using var final = await ApiCaller.AsAsync(app, "final@police.demo.gov");
        using var deputy = await ApiCaller.AsAsync(app, "responder@police.demo.gov");
        using var supervisor = await ApiCaller.AsAsync(app, "supervisor@demo.gov");
        using var auditor = await ApiCaller.AsAsync(app, "auditor@demo.gov");
        using var court = await ApiCaller.AsAsync(app, "final@court.demo.gov");
        var address = await SubmittedAsync(editor);
        var decision = new { revision = 1, decision = "approve" };
        (await reviewer.PostAsync(address + "/reviews", decision)).Is(HttpStatusCode.OK);
        Assert.Equal("not-your-step", (await deputy.PostAsync(address + "/reviews", decision)).Is(HttpStatusCode.Forbidden).Code);

        var substitute = await IdAsync(deputy);
        var body = new { substituteId = substitute, from = Day(0), until = Day(2), reason = "年休假" };
        (await auditor.PostAsync("absences", body)).Is(HttpStatusCode.Forbidden);
        (await editor.PostAsync("absences", body)).Is(HttpStatusCode.Forbidden);
        (await court.PostAsync("absences", new { personId = await IdAsync(final), substituteId = substitute, from = Day(0), until = Day(2) })).Is(HttpStatusCode.NotFound);
        Assert.Equal("absence-too-long", Reason(await final.PostAsync("absences", body with { until = Day(60) })));
        Assert.Equal("required", Reason(await final.PostAsync("absences", new { substituteId = substitute, from = Day(0) })));
        Assert.Equal("substitute-out-of-sight", Reason(await final.PostAsync("absences", body with { substituteId = await IdAsync(court) })));
        (await final.PostAsync("absences", new { substituteId = substitute, from = "明天", until = Day(2) })).Is(HttpStatusCode.BadRequest);

        var noted = (await final.PostAsync("absences", body)).Is(HttpStatusCode.Created);
        Assert.Equal(("current", Day(0), Day(2), "年休假"), (noted["state"], noted["from"], noted["until"], noted["reason"]));
        Assert.Equal("absence-overlaps", (await final.PostAsync("absences", body)).Is(HttpStatusCode.Conflict).Code);

        var waiting = (await deputy.GetAsync("reviews?limit=200")).Is(HttpStatusCode.OK).Items.Single(item => address.EndsWith(item.GetProperty("id").GetString()!, StringComparison.Ordinal));
        Assert.Equal("郑怀安", waiting.GetProperty("reviewsForName").GetString());
        var after = (await deputy.PostAsync(address + "/reviews", decision)).Is(HttpStatusCode.OK);
        var decider = after.Json.GetProperty("review").GetProperty("steps")[1].GetProperty("deciders")[0];
        Assert.Equal(("余晚晴", "郑怀安"), (decider.GetProperty("name").GetString(), decider.GetProperty("forName").GetString()));
        Assert.False(after.Json.GetProperty("review").GetProperty("steps")[0].GetProperty("deciders")[0].TryGetProperty("forName", out _));
        Assert.Equal("郑怀安", (await editor.GetAsync(address + "/history")).Items[0].GetProperty("for").GetProperty("name").GetString());
        (await supervisor.PostAsync(address + "/reviews", decision)).Is(HttpStatusCode.OK);
        Assert.Contains("郑怀安", (await supervisor.GetAsync(address + "/evidence")).Json.GetRawText(), StringComparison.Ordinal);
        Assert.Contains((await auditor.GetAsync("audit?subject=" + address["posts/".Length..])).Items, entry =>
            entry.GetProperty("action").GetString() == "postReviewedInPlace" && entry.GetProperty("detail").GetString()!.StartsWith("郑怀安", StringComparison.Ordinal));

        var revoke = $"absences/{noted["id"]}/revoke";
        Assert.Contains((await auditor.GetAsync("absences")).Items, item => item.GetProperty("id").GetString() == noted["id"]);
        Assert.DoesNotContain((await court.GetAsync("absences")).Items, item => item.GetProperty("id").GetString() == noted["id"]);
        (await court.PostAsync(revoke)).Is(HttpStatusCode.NotFound);
        (await auditor.PostAsync(revoke)).Is(HttpStatusCode.Forbidden);
        (await deputy.PostAsync(revoke)).Is(HttpStatusCode.Forbidden);
        Assert.Equal("revoked", (await supervisor.PostAsync(revoke)).Is(HttpStatusCode.OK)["state"]);
        Assert.Equal("absence-ended", (await supervisor.PostAsync(revoke)).Is(HttpStatusCode.Conflict).Code);
    }

    private static string Day(int later) => _today.AddDays(later).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static string? Reason(ApiAnswer answer) => answer.Is(HttpStatusCode.BadRequest).Json.GetProperty("reasons")[0].GetProperty("code").GetString();

    private static async Task<string?> IdAsync(ApiCaller caller) => (await caller.GetAsync("me"))["id"];

    private static async Task<string> SubmittedAsync(ApiCaller caller)
    {
        var cover = (await caller.UploadAsync("media", "cover.png", Pictures.Encoded(SKEncodedImageFormat.Png, 90, 38))).Is(HttpStatusCode.Created);
        var account = (await caller.GetAsync("accounts?q=临江公安")).Is(HttpStatusCode.OK).Items[0].GetProperty("id").GetString();
        var created = (await caller.PostAsync("posts", new
        {
            accountId = account,
            channel = "publish",
            articles = new[] { new { title = "滨江路封闭施工，请绕行", author = "临江公安", digest = "封闭施工", contentHtml = "<p>请走滨江大道。</p>", coverMediaId = cover["id"] } },
        })).Is(HttpStatusCode.Created);
        (await caller.PostAsync($"posts/{created["id"]}/submit")).Is(HttpStatusCode.OK);
        return "posts/" + created["id"];
    }
}
