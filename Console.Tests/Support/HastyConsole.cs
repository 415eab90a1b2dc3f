using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Hosting;
using SkiaSharp;

namespace GovAccountConsole.Tests.Support;

/// <summary>The demo console that asks a person a second after an answer was lost, and makes posts that nobody knows about.</summary>
public sealed class HastyConsole(PostgresFixture postgres) : ConsoleApp(postgres)
{
    /// <inheritdoc />
    protected override bool Demo => true;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A police post whose submission got lost before the platform had it; its address in the API.</summary>
    public async Task<string> UnconfirmedAsync(string title)
    {
        using var editor = await ApiCaller.AsAsync(this, "editor@police.demo.gov");
        var address = await ApprovedAsync(editor, title);
        using var platform = new HttpClient { BaseAddress = Platform };
        (await platform.PostAsJsonAsync("/sim/faults", new { path = "/cgi-bin/freepublish/submit", cut = "before" }, Stop)).EnsureSuccessStatusCode();
        (await editor.PostAsync(address + "/publish")).Is(HttpStatusCode.OK);
        await Until.TrueAsync(async () => (await editor.GetAsync(address))["status"] == "unconfirmed", Stop, TimeSpan.FromSeconds(90));
        return address;
    }

    /// <inheritdoc />
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Publishing:SettleAfter", "00:00:01");
    }

    private async Task<string> ApprovedAsync(ApiCaller editor, string title)
    {
        using var bitmap = new SKBitmap(470, 200);
        using var png = bitmap.Encode(SKEncodedImageFormat.Png, 80);
        var cover = (await editor.UploadAsync("media", "c.png", png.ToArray())).Is(HttpStatusCode.Created)["id"];
        var account = (await editor.GetAsync("accounts?kind=subscription&status=active")).Items[0].GetProperty("id").GetString();
        var article = new { title, author = "临江公安", digest = "封闭时段与绕行路线", contentHtml = "<p>去机场：走滨江大道。</p>", coverMediaId = cover, commentsOpen = false, commentsFansOnly = false };
        var address = "posts/" + (await editor.PostAsync("posts", new { accountId = account, channel = "publish", articles = new[] { article } })).Is(HttpStatusCode.Created)["id"];
        (await editor.PostAsync(address + "/submit")).Is(HttpStatusCode.OK);
        foreach (var email in new[] { "reviewer@police.demo.gov", "final@police.demo.gov", "supervisor@demo.gov" })
        {
            using var reviewer = await ApiCaller.AsAsync(this, email);
            (await reviewer.PostAsync(address + "/reviews", new { revision = 1, decision = "approve", comment = (string?)null })).Is(HttpStatusCode.OK);
        }

        return address;
    }
}
