using System.Net;
using GovAccountConsole.Tests.Support;
using SkiaSharp;

namespace GovAccountConsole.Tests.Api;

/// <summary><c>/media</c> by the contract: library, rights, expiry.</summary>
public sealed class MediaTests(DemoConsole app) : IClassFixture<DemoConsole>
{
    [Fact]
    public async Task A_picture_is_described_found_used_and_kept()
    {
        using var editor = await ApiCaller.AsAsync(app, "editor@police.demo.gov");
        using var auditor = await ApiCaller.AsAsync(app, "auditor@demo.gov");
        using var court = await ApiCaller.AsAsync(app, "editor@court.demo.gov");
        var address = "media/" + (await editor.UploadAsync("media", "路口.png", Pictures.Encoded(SKEncodedImageFormat.Png, 211, 97))).Is(HttpStatusCode.Created)["id"];

        var stored = (await editor.PutAsync(address, new { alt = "滨江路口", rights = new { source = "市融媒体中心", consent = "nobodyShown", note = "" }, expiresOn = "2036-12-31", shared = false }, null)).Is(HttpStatusCode.OK);
        Assert.Equal(("滨江路口", "2036-12-31", "nobodyShown"), (stored["alt"], stored["expiresOn"], stored.Json.GetProperty("rights").GetProperty("consent").GetString()));
        Assert.Equal("stale", (await editor.PutAsync(address, new { alt = "x" }, "\"1\"")).Is(HttpStatusCode.PreconditionFailed).Code);
        Assert.Contains((await editor.GetAsync("media?q=" + Uri.EscapeDataString("融媒体"))).Items, item => "media/" + item.GetProperty("id").GetString() == address);
        Assert.Equal("validation", (await editor.GetAsync("media?shelf=attic")).Is(HttpStatusCode.BadRequest).Code);
        (await auditor.GetAsync(address)).Is(HttpStatusCode.OK);
        (await auditor.PutAsync(address, new { alt = "x" }, null)).Is(HttpStatusCode.Forbidden);
        (await court.GetAsync(address)).Is(HttpStatusCode.NotFound);
        (await court.DeleteAsync(address)).Is(HttpStatusCode.NotFound);
        Assert.Equal("image/jpeg", (await editor.GetAsync("/" + address + "/thumbnail")).Is(HttpStatusCode.OK).Type);

        (await editor.DeleteAsync(address)).Is(HttpStatusCode.NoContent);
        (await editor.DeleteAsync(address)).Is(HttpStatusCode.NotFound);
        Assert.DoesNotContain((await editor.GetAsync("media?limit=200")).Items, item => "media/" + item.GetProperty("id").GetString() == address);
    }

    [Fact]
    public async Task An_expired_picture_stops_a_submission_with_its_name()
    {
        using var editor = await ApiCaller.AsAsync(app, "editor@police.demo.gov");
        var account = (await editor.GetAsync("accounts?q=" + Uri.EscapeDataString("公安"))).Items[0].GetProperty("id").GetString();
        var cover = (await editor.UploadAsync("media", "旧图.png", Pictures.Encoded(SKEncodedImageFormat.Png, 93, 41))).Is(HttpStatusCode.Created)["id"];
        (await editor.PutAsync("media/" + cover, new { expiresOn = "2020-01-01" }, null)).Is(HttpStatusCode.OK);
        var post = (await editor.PostAsync("posts", new { accountId = account, channel = "publish", articles = new[] { new { title = "夜间施工", digest = "绕行提示", contentHtml = "<p>请绕行。</p>", coverMediaId = cover } } })).Is(HttpStatusCode.Created);

        var refused = (await editor.PostAsync("posts/" + post["id"] + "/submit")).Is(HttpStatusCode.Conflict);
        Assert.Equal("media-expired", refused.Code);
        Assert.Contains("旧图.png", refused["detail"], StringComparison.Ordinal);
        Assert.Equal("media-in-use", (await editor.DeleteAsync("media/" + cover)).Is(HttpStatusCode.Conflict).Code);
    }
}
