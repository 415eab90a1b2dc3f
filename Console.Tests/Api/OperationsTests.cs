using System.Net;
using GovAccountConsole.Tests.Support;

namespace GovAccountConsole.Tests.Api;

/// <summary>Operations over the API: a second person, figures, what is held.</summary>
public sealed class OperationsTests(DemoConsole app) : IClassFixture<DemoConsole>
{
    [Fact]
    public async Task A_second_person_resumes_where_the_setting_asks_for_one()
    {
        using var admin = await ApiCaller.AsAsync(app, "admin@demo.gov");
        using var supervisor = await ApiCaller.AsAsync(app, "supervisor@demo.gov");
        (await supervisor.PutAsync("operations/settings", new { resumeNeedsSecond = true }, null)).Is(HttpStatusCode.Forbidden);
        Assert.True((await admin.PutAsync("operations/settings", new { resumeNeedsSecond = true }, null)).Is(HttpStatusCode.OK).Json.GetProperty("resumeNeedsSecond").GetBoolean());
        (await supervisor.PostAsync("operations/stop", new { reason = "演练" })).Is(HttpStatusCode.OK);
        Assert.Equal("second-person-needed", (await supervisor.PostAsync("operations/resume", new { reason = "好了" })).Is(HttpStatusCode.Conflict).Code);
        var chinese = await supervisor.SendAsync(HttpMethod.Post, "operations/resume", new { reason = "好了" }, null, "zh-CN");
        Assert.Contains("另一位", chinese["detail"], StringComparison.Ordinal);
        Assert.Equal("not-while-stopped", (await admin.PutAsync("operations/settings", new { resumeNeedsSecond = false }, null)).Is(HttpStatusCode.Conflict).Code);
        Assert.False((await admin.PostAsync("operations/resume", new { reason = "核对过了" })).Is(HttpStatusCode.OK).Json.GetProperty("stopped").GetBoolean());
        Assert.False((await admin.PutAsync("operations/settings", new { resumeNeedsSecond = false }, null)).Is(HttpStatusCode.OK).Json.GetProperty("resumeNeedsSecond").GetBoolean());
    }

    [Fact]
    public async Task A_console_that_started_first_is_not_muted_and_says_what_it_has_before_it()
    {
        using var auditor = await ApiCaller.AsAsync(app, "auditor@demo.gov");
        using var admin = await ApiCaller.AsAsync(app, "admin@demo.gov");
        var state = (await auditor.GetAsync("operations")).Is(HttpStatusCode.OK).Json;
        Assert.False(state.GetProperty("muted").GetBoolean());
        foreach (var name in new[] { "waiting", "overdue", "held", "underWay", "awaitingAdmin", "unconfirmed", "expiredLeases", "failingTokens", "findings" })
        {
            Assert.True(state.GetProperty("figures").GetProperty(name).GetInt32() >= 0, name);
        }

        Assert.Equal("not-muted", (await admin.PostAsync("operations/claim", new { reason = "换机房" })).Is(HttpStatusCode.Conflict).Code);
        (await auditor.PostAsync("operations/claim", new { reason = "换机房" })).Is(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Held_posts_are_listed_within_scope_and_released_by_name_or_all_together()
    {
        using var police = await ApiCaller.AsAsync(app, "editor@police.demo.gov");
        using var reviewer = await ApiCaller.AsAsync(app, "reviewer@police.demo.gov");
        Assert.All((await police.GetAsync("operations/held")).Is(HttpStatusCode.OK).Items, row => Assert.Contains("公安", row.GetProperty("agencyName").GetString(), StringComparison.Ordinal));
        (await police.PostAsync("operations/held/release", new { })).Is(HttpStatusCode.BadRequest);
        (await reviewer.PostAsync("operations/held/release", new { all = true })).Is(HttpStatusCode.Forbidden);
        var draft = (await police.GetAsync("posts?status=draft")).Items[0].GetProperty("id").GetString();
        var refused = (await police.PostAsync("operations/held/release", new { postIds = new[] { draft } })).Is(HttpStatusCode.OK).Json.GetProperty("refused")[0];
        Assert.Equal("not-held", refused.GetProperty("code").GetString());
        (await police.GetAsync("operations/held?cursor=no")).Is(HttpStatusCode.BadRequest);
    }
}
