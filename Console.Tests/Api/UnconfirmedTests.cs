using System.Net;
using GovAccountConsole.Tests.Support;

namespace GovAccountConsole.Tests.Api;

/// <summary>What people decide about a post of which nobody knows whether it was sent: <c>resolve</c> and <c>send-again</c> by the contract.</summary>
public sealed class UnconfirmedTests(HastyConsole app) : IClassFixture<HastyConsole>
{
    [Fact]
    public async Task Scope_role_what_is_missing_and_state_in_this_order_and_each_only_once()
    {
        var address = await app.UnconfirmedAsync("结果不明的一篇");
        using var editor = await ApiCaller.AsAsync(app, "editor@police.demo.gov");
        using var court = await ApiCaller.AsAsync(app, "editor@court.demo.gov");
        using var auditor = await ApiCaller.AsAsync(app, "auditor@demo.gov");
        using var supervisor = await ApiCaller.AsAsync(app, "supervisor@demo.gov");
        foreach (var (act, body) in new (string, object)[] { ("/resolve", new { published = true }), ("/send-again", new { reason = "手机上没有" }) })
        {
            (await court.PostAsync(address + act, body)).Is(HttpStatusCode.NotFound);
            (await auditor.PostAsync(address + act, body)).Is(HttpStatusCode.Forbidden);
            Assert.Equal("validation", (await editor.PostAsync(address + act, new { })).Is(HttpStatusCode.BadRequest).Code);
            Assert.Equal("stale", (await editor.SendAsync(HttpMethod.Post, address + act, body, "\"1\"")).Is(HttpStatusCode.PreconditionFailed).Code);
        }

        // A supervisor may say what happened; sending is the editors' business.
        (await supervisor.PostAsync(address + "/send-again", new { reason = "手机上没有" })).Is(HttpStatusCode.Forbidden);
        var delivery = (await editor.GetAsync(address + "/publication")).Is(HttpStatusCode.OK).Json;
        Assert.NotEmpty(delivery.GetProperty("reason").GetString()!);
        Assert.Contains(delivery.GetProperty("evidence").EnumerateArray(), seen => seen.GetProperty("asked").GetString() == "publishedList");

        Assert.Equal("published", (await editor.PostAsync(address + "/resolve", new { published = true })).Is(HttpStatusCode.OK)["status"]);
        Assert.Equal("confirmedPublished", (await editor.GetAsync(address + "/history")).Items[0].GetProperty("action").GetString());
        Assert.Equal("post-published", (await editor.PostAsync(address + "/resolve", new { published = false })).Is(HttpStatusCode.Conflict).Code);
        Assert.Equal("post-published", (await editor.PostAsync(address + "/send-again", new { reason = "手机上没有" })).Is(HttpStatusCode.Conflict).Code);
    }

    [Fact]
    public async Task What_the_lists_do_not_show_gets_this_moment_as_its_slot_once()
    {
        var address = await app.UnconfirmedAsync("再发一次的一篇");
        using var editor = await ApiCaller.AsAsync(app, "editor@police.demo.gov");

        var again = (await editor.PostAsync(address + "/send-again", new { reason = "手机上打开公众号，没有这一篇" })).Is(HttpStatusCode.OK);

        Assert.Equal("scheduled", again["status"]);
        Assert.NotNull(again.ETag);
        (await editor.PostAsync(address + "/send-again", new { reason = "再按一次" })).Is(HttpStatusCode.Conflict);
        Assert.Contains((await editor.GetAsync(address + "/history")).Items, row => row.GetProperty("comment").GetString() == "手机上打开公众号，没有这一篇");
        await Until.TrueAsync(async () => (await editor.GetAsync(address))["status"] == "published", TestContext.Current.CancellationToken, TimeSpan.FromSeconds(60));
        Assert.Contains(
            (await editor.GetAsync(address + "/publication")).Json.GetProperty("evidence").EnumerateArray(),
            seen => seen.GetProperty("asked").GetString() == "person" && seen.GetProperty("saw").GetString() == "absent");
    }
}
