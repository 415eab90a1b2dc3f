using System.Net;
using System.Text.Json;
using GovAccountConsole.Tests.Support;

namespace GovAccountConsole.Tests.Api;

/// <summary>One's own notices and settings over HTTP.</summary>
public sealed class NoticesTests(DemoConsole app) : IClassFixture<DemoConsole>
{
    [Fact]
    public async Task A_stop_is_told_read_once_and_all_at_once_and_only_by_whom_it_concerns()
    {
        using var supervisor = await ApiCaller.AsAsync(app, "supervisor@demo.gov");
        using var admin = await ApiCaller.AsAsync(app, "admin@demo.gov");
        using var responder = await ApiCaller.AsAsync(app, "responder@police.demo.gov");
        (await supervisor.PostAsync("operations/stop", new { reason = "exercise" })).Is(HttpStatusCode.OK);
        (await supervisor.PostAsync("operations/resume", new { reason = "end of exercise" })).Is(HttpStatusCode.OK);
        JsonElement[] found = [];
        await Until.TrueAsync(async () => (found = (await admin.GetAsync("notices?unread=true")).Items).Length >= 2, TestContext.Current.CancellationToken);
        var notice = found.Single(item => item.GetProperty("kind").GetString() == "matrixStopped");
        Assert.EndsWith(" stopped all sending", notice.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(("exercise", "operations"), (notice.GetProperty("detail").GetString(), notice.GetProperty("path").GetString()));

        var id = notice.GetProperty("id").GetString();
        Assert.Equal("not-found", (await responder.PostAsync($"notices/{id}/read")).Is(HttpStatusCode.NotFound).Code);
        (await admin.PostAsync($"notices/{id}/read")).Is(HttpStatusCode.NoContent);
        (await admin.PostAsync($"notices/{id}/read")).Is(HttpStatusCode.NoContent);
        Assert.DoesNotContain((await admin.GetAsync("notices?unread=true")).Items, item => item.GetProperty("id").GetString() == id);
        Assert.True((await admin.PostAsync("notices/read-all")).Is(HttpStatusCode.OK).Json.GetProperty("read").GetInt32() >= 1);
        Assert.Empty((await admin.GetAsync("notices?unread=true")).Items);
        Assert.NotEmpty((await admin.GetAsync("notices?limit=1")).Items);
        (await admin.GetAsync("notices?cursor=nonsense")).Is(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Settings_are_ones_own_and_alarms_stay()
    {
        using var editor = await ApiCaller.AsAsync(app, "editor@court.demo.gov");
        var before = (await editor.GetAsync("me/notices")).Is(HttpStatusCode.OK).Json;
        Assert.Equal(("mail", "20:00", 9), (
            before.GetProperty("kinds").GetProperty("returned").GetString(), before.GetProperty("quiet").GetProperty("from").GetString(), before.GetProperty("digestHour").GetInt32()));
        Assert.False(before.GetProperty("mailIsOn").GetBoolean());
        var saved = (await editor.PutAsync("me/notices", new { kinds = new { published = "off" }, quiet = new { from = "19:00", to = "07:30", restDays = false }, digestHour = 10 }, null)).Is(HttpStatusCode.OK).Json;
        Assert.Equal(("off", "mail"), (saved.GetProperty("kinds").GetProperty("published").GetString(), saved.GetProperty("kinds").GetProperty("returned").GetString()));
        Assert.Equal("07:30", (await editor.GetAsync("me/notices")).Json.GetProperty("quiet").GetProperty("to").GetString());
        (await editor.PutAsync("me/notices", new { kinds = new { matrixStopped = "off" } }, null)).Is(HttpStatusCode.BadRequest);
        (await editor.PutAsync("me/notices", new { quiet = new { from = "25:00", to = "07:30", restDays = false } }, null)).Is(HttpStatusCode.BadRequest);
    }
}
