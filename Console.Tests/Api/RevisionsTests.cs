using System.Net;
using System.Text.Json;
using GovAccountConsole.Tests.Support;
using SkiaSharp;

namespace GovAccountConsole.Tests.Api;

/// <summary>What a post said at any time, and what changed, as the API tells it.</summary>
public sealed class RevisionsTests(DemoConsole app) : IClassFixture<DemoConsole>
{
    private const string Editor = "editor@police.demo.gov";

    [Fact]
    public async Task Every_revision_can_be_listed_and_read()
    {
        using var editor = await ApiCaller.AsAsync(app, Editor);
        var (address, hashes) = await TwiceWrittenAsync(editor);

        var list = (await editor.GetAsync(address + "/revisions")).Is(HttpStatusCode.OK).Items;
        Assert.Equal([2, 1], list.Select(row => row.GetProperty("number").GetInt32()));
        Assert.Equal(hashes.Reverse(), list.Select(row => row.GetProperty("contentHash").GetString()!));
        Assert.Equal(JsonValueKind.String, list[0].GetProperty("by").GetProperty("name").ValueKind);
        var first = (await editor.GetAsync(address + "/revisions?limit=1")).Is(HttpStatusCode.OK);
        var rest = (await editor.GetAsync($"{address}/revisions?limit=1&cursor={first["nextCursor"]}")).Is(HttpStatusCode.OK);
        Assert.Equal((2, 1), (first.Items.Single().GetProperty("number").GetInt32(), rest.Items.Single().GetProperty("number").GetInt32()));
        Assert.Equal(JsonValueKind.Null, rest.Json.GetProperty("nextCursor").ValueKind);

        var old = (await editor.GetAsync(address + "/revisions/1")).Is(HttpStatusCode.OK).Json;
        Assert.Contains("滨江大道", old.GetProperty("articles")[0].GetProperty("contentHtml").GetString(), StringComparison.Ordinal);
        Assert.Equal((hashes[0], "publish"), (old.GetProperty("contentHash").GetString(), old.GetProperty("channel").GetString()));
    }

    [Fact]
    public async Task A_comparison_says_words_and_settings_in_the_callers_language()
    {
        using var editor = await ApiCaller.AsAsync(app, Editor);
        var (address, _) = await TwiceWrittenAsync(editor);

        var compared = (await editor.GetAsync(address + "/comparison?from=1&to=2")).Is(HttpStatusCode.OK).Json;
        Assert.Equal((1, 2), (compared.GetProperty("from").GetInt32(), compared.GetProperty("to").GetInt32()));
        var pieces = compared.GetProperty("articles")[0].GetProperty("blocks")[0].GetProperty("pieces").EnumerateArray().ToList();
        Assert.Contains(pieces, piece => piece.GetProperty("kind").GetString() == "deleted" && piece.GetProperty("text").GetString()!.Contains("滨江", StringComparison.Ordinal));
        Assert.Contains(pieces, piece => piece.GetProperty("kind").GetString() == "inserted" && piece.GetProperty("text").GetString()!.Contains("江北", StringComparison.Ordinal));
        var setting = compared.GetProperty("settings").EnumerateArray().Single();
        Assert.Equal("toMassSend", setting.GetProperty("code").GetString());
        Assert.DoesNotMatch(@"\p{IsCJKUnifiedIdeographs}", setting.GetProperty("sentence").GetString()!);
        Assert.Equal(2, compared.GetProperty("changes").GetInt32());

        var chinese = await editor.SendAsync(HttpMethod.Get, address + "/comparison", null, null, "zh-CN");
        Assert.Contains("群发", chinese.Json.GetProperty("settings")[0].GetProperty("sentence").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, (await editor.GetAsync(address + "/comparison?from=2&to=2")).Json.GetProperty("changes").GetInt32());
    }

    [Fact]
    public async Task What_is_not_there_or_not_ours_is_absent_and_a_bad_number_is_said()
    {
        using var editor = await ApiCaller.AsAsync(app, Editor);
        using var court = await ApiCaller.AsAsync(app, "editor@court.demo.gov");
        var (address, _) = await TwiceWrittenAsync(editor);
        foreach (var path in new[] { "/revisions", "/revisions/1", "/comparison?from=1&to=2" })
        {
            Assert.Equal("not-found", (await court.GetAsync(address + path)).Is(HttpStatusCode.NotFound).Code);
        }

        Assert.Equal("not-found", (await editor.GetAsync(address + "/revisions/3")).Is(HttpStatusCode.NotFound).Code);
        Assert.Equal("not-found", (await editor.GetAsync(address + "/comparison?from=1&to=9")).Is(HttpStatusCode.NotFound).Code);
        var bad = (await editor.GetAsync(address + "/comparison?from=abc")).Is(HttpStatusCode.BadRequest);
        Assert.True(bad.Json.GetProperty("errors").TryGetProperty("from", out _), bad.Text);
        Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", (await editor.SendAsync(HttpMethod.Get, address + "/comparison?to=0", null, null, "zh-CN")).Is(HttpStatusCode.BadRequest).Text);
    }

    private static async Task<(string Address, string[] Hashes)> TwiceWrittenAsync(ApiCaller caller)
    {
        var cover = (await caller.UploadAsync("media", "cover.png", Pictures.Encoded(SKEncodedImageFormat.Png, 90, 38))).Is(HttpStatusCode.Created)["id"];
        var account = (await caller.GetAsync("accounts?status=active&q=" + Uri.EscapeDataString("临江公安"))).Items[0].GetProperty("id").GetString();
        object Post(string channel, string road) => new
        {
            accountId = account, channel,
            articles = new[] { new { title = "今晚大雾，绕行提示", author = "临江公安", digest = "摘要", contentHtml = $"<p>去机场请走{road}大道，绕城高速北段可能临时管制。</p>", coverMediaId = cover } },
        };
        var created = (await caller.PostAsync("posts", Post("publish", "滨江"))).Is(HttpStatusCode.Created);
        var address = "posts/" + created["id"];
        var saved = (await caller.PutAsync(address, Post("massSend", "江北"), created.ETag)).Is(HttpStatusCode.OK);
        return (address, [created["contentHash"]!, saved["contentHash"]!]);
    }
}
