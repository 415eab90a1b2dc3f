using System.Net;
using GovAccountConsole.Tests.Support;

namespace GovAccountConsole.Tests.Api;

/// <summary><c>POST /posts/{id}/correction</c>: a draft of its own, linked both ways; scope, role, state, reason.</summary>
public sealed class CorrectionsTests(DemoConsole app) : IClassFixture<DemoConsole>
{
    [Fact]
    public async Task A_published_post_is_put_right_by_a_post_of_its_own()
    {
        using var editor = await ApiCaller.AsAsync(app, "editor@police.demo.gov");
        var original = (await editor.GetAsync("posts?status=published")).Items[0];
        var (id, title) = (original.GetProperty("id").GetString(), original.GetProperty("articles")[0].GetProperty("title").GetString()!);
        Assert.Contains("correct", original.GetProperty("allowedActions").EnumerateArray().Select(action => action.GetString()));

        var begun = (await editor.PostAsync($"posts/{id}/correction", new { reason = "办理地点写错" })).Is(HttpStatusCode.Created);

        Assert.Equal(("draft", id), (begun["status"], begun.Json.GetProperty("correctionOf").GetProperty("id").GetString()));
        Assert.NotNull(begun.ETag);
        var article = begun.Json.GetProperty("articles")[0];
        Assert.StartsWith("【更正】" + title[..4], article.GetProperty("title").GetString(), StringComparison.Ordinal);
        Assert.Contains("〔正确的内容〕", article.GetProperty("contentHtml").GetString(), StringComparison.Ordinal);
        var chained = (await editor.GetAsync($"posts/{id}")).Is(HttpStatusCode.OK).Json.GetProperty("corrections");
        Assert.Contains(chained.EnumerateArray(), row => row.GetProperty("id").GetString() == begun["id"] && row.GetProperty("status").GetString() == "draft");
        Assert.Equal(("corrected", "办理地点写错"), Newest(await editor.GetAsync($"posts/{id}/history")));
        Assert.Equal(("correctionBegun", "办理地点写错"), Newest(await editor.GetAsync($"posts/{begun["id"]}/history")));
        Assert.Equal(id, (await editor.GetAsync($"posts/{begun["id"]}/evidence")).Json.GetProperty("correctionOf").GetProperty("id").GetString());

        var refused = (await editor.PostAsync($"posts/{begun["id"]}/submit")).Is(HttpStatusCode.BadRequest);
        Assert.Contains("〔 〕", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scope_comes_before_role_role_before_state_and_a_reason_is_asked()
    {
        using var editor = await ApiCaller.AsAsync(app, "editor@police.demo.gov");
        using var court = await ApiCaller.AsAsync(app, "editor@court.demo.gov");
        using var auditor = await ApiCaller.AsAsync(app, "auditor@demo.gov");
        var published = $"posts/{(await editor.GetAsync("posts?status=published")).Items[0].GetProperty("id").GetString()}/correction";
        var draft = $"posts/{(await editor.GetAsync("posts?status=draft")).Items[0].GetProperty("id").GetString()}/correction";

        (await court.PostAsync(published, new { reason = "错" })).Is(HttpStatusCode.NotFound);
        (await auditor.PostAsync(published, new { reason = "错" })).Is(HttpStatusCode.Forbidden);
        Assert.Equal("post-draft", (await editor.PostAsync(draft, new { reason = "错" })).Is(HttpStatusCode.Conflict).Code);
        Assert.Equal("validation", (await editor.PostAsync(published)).Is(HttpStatusCode.BadRequest).Code);
        Assert.Equal("stale", (await editor.SendAsync(HttpMethod.Post, published, new { reason = "错" }, "\"1\"")).Is(HttpStatusCode.PreconditionFailed).Code);
    }

    private static (string?, string?) Newest(ApiAnswer history) =>
        (history.Items[0].GetProperty("action").GetString(), history.Items[0].GetProperty("comment").GetString());
}
