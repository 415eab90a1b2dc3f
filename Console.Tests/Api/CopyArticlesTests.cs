using System.Net;
using GovAccountConsole.Tests.Support;

namespace GovAccountConsole.Tests.Api;

/// <summary><c>POST /posts/{id}/articles/copy</c> by the contract.</summary>
public sealed class CopyArticlesTests(DemoConsole app) : IClassFixture<DemoConsole>
{
    private static readonly int[] _second = [2];
    private static readonly int[] _ninth = [9];

    [Fact]
    public async Task Articles_are_copied_named_by_their_places_and_the_post_comes_back_with_its_tag()
    {
        using var editor = await ApiCaller.AsAsync(app, "editor@police.demo.gov");
        using var auditor = await ApiCaller.AsAsync(app, "auditor@demo.gov");
        var account = (await editor.GetAsync("accounts?q=" + Uri.EscapeDataString("公安"))).Items[0].GetProperty("id").GetString();
        async Task<string> PostAsync(params string[] titles) =>
            (await editor.PostAsync("posts", new { accountId = account, channel = "publish", articles = titles.Select(title => new { title, contentHtml = "<p>正文。</p>" }) })).Is(HttpStatusCode.Created)["id"]!;
        var (source, target) = (await PostAsync("甲", "乙"), await PostAsync("原"));
        var address = "posts/" + target + "/articles/copy";

        var copied = (await editor.PostAsync(address, new { from = source, articles = _second })).Is(HttpStatusCode.OK);

        Assert.Equal(["原", "乙"], copied.Json.GetProperty("post").GetProperty("articles").EnumerateArray().Select(article => article.GetProperty("title").GetString()!));
        var row = Assert.Single(copied.Json.GetProperty("copied").EnumerateArray());
        Assert.Equal((2, "乙", 0, false), (row.GetProperty("number").GetInt32(), row.GetProperty("title").GetString(), row.GetProperty("lostPictures").GetInt32(), row.GetProperty("lostCover").GetBoolean()));
        Assert.Equal(3, (await editor.PostAsync(address, new { from = source })).Is(HttpStatusCode.OK).Json.GetProperty("copied").GetArrayLength() + 1);

        Assert.Equal("stale", (await editor.SendAsync(HttpMethod.Post, address, new { from = source }, "\"1\"")).Is(HttpStatusCode.PreconditionFailed).Code);
        Assert.Equal("unknown-source-post", (await editor.PostAsync(address, new { from = Guid.NewGuid() })).Is(HttpStatusCode.NotFound).Code);
        (await editor.PostAsync(address, new { articles = _second })).Is(HttpStatusCode.BadRequest);
        (await editor.PostAsync(address, new { from = source, articles = _ninth })).Is(HttpStatusCode.BadRequest);
        (await auditor.PostAsync(address, new { from = source })).Is(HttpStatusCode.Forbidden);
    }
}
