using System.Net;
using GovAccountConsole.Tests.Support;
using SkiaSharp;
using static GovAccountConsole.Tests.Support.WordFile;

namespace GovAccountConsole.Tests.Api;

/// <summary><c>POST /posts/import-document</c> by the contract.</summary>
public sealed class ImportDocumentTests(DemoConsole app) : IClassFixture<DemoConsole>
{
    [Fact]
    public async Task A_document_becomes_a_proposed_article_whose_pictures_are_in_the_library()
    {
        using var editor = await ApiCaller.AsAsync(app, "editor@police.demo.gov");
        var account = (await editor.GetAsync("accounts?q=" + Uri.EscapeDataString("公安"))).Items[0].GetProperty("id").GetString();
        var picture = (Pictures.WithTextChunk(Pictures.Encoded(SKEncodedImageFormat.Png, 30, 20), "Author\0王警官"), "image/png");
        var document = Of(P("停水通知", "<w:pStyle w:val=\"a3\"/>") + P("今晚停水。") + Picture("rIdPic1", "路口") + "<w:p><w:hyperlink r:id=\"rIdShop\"><w:r><w:t>买</w:t></w:r></w:hyperlink></w:p>", picture);

        var imported = (await editor.UploadAsync("posts/import-document?account=" + account, "通知.docx", document)).Is(HttpStatusCode.OK);

        Assert.Equal("停水通知", imported["title"]);
        var media = Assert.Single(imported.Json.GetProperty("media").EnumerateArray());
        Assert.Equal($"<p>今晚停水。</p><img src=\"{media.GetProperty("url").GetString()}\" alt=\"路口\"><p>买</p>", imported["contentHtml"]);
        var dropped = Assert.Single(imported.Json.GetProperty("dropped").EnumerateArray());
        Assert.Equal(("links", 1), (dropped.GetProperty("what").GetString(), dropped.GetProperty("count").GetInt32()));
        Assert.Contains("links", dropped.GetProperty("message").GetString(), StringComparison.Ordinal);

        // The same again makes no second picture, and the content is taken by a post as it is.
        var again = (await editor.UploadAsync("posts/import-document?account=" + account, "通知.docx", document)).Is(HttpStatusCode.OK);
        Assert.Equal(imported["contentHtml"], again["contentHtml"]);
        var post = await editor.PostAsync("posts", new { accountId = account, channel = "publish", articles = new[] { new { title = imported["title"], contentHtml = imported["contentHtml"] } } });
        post.Is(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Refusals_have_their_own_status_and_code()
    {
        using var editor = await ApiCaller.AsAsync(app, "editor@police.demo.gov");
        using var court = await ApiCaller.AsAsync(app, "editor@court.demo.gov");
        using var auditor = await ApiCaller.AsAsync(app, "auditor@demo.gov");
        var account = (await editor.GetAsync("accounts?q=" + Uri.EscapeDataString("公安"))).Items[0].GetProperty("id").GetString();
        var address = "posts/import-document?account=" + account;

        Assert.Equal("document-old-format", (await editor.UploadAsync(address, "a.doc", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]])).Is(HttpStatusCode.UnsupportedMediaType).Code);
        Assert.Equal("document-pdf", (await editor.UploadAsync(address, "a.docx", "%PDF-1.7"u8.ToArray())).Is(HttpStatusCode.UnsupportedMediaType).Code);
        Assert.Equal("document-too-large", (await editor.UploadAsync(address, "a.docx", new byte[21 * 1024 * 1024])).Is(HttpStatusCode.RequestEntityTooLarge).Code);
        var damaged = (await editor.UploadAsync(address, "a.docx", "PK\u0003\u0004..."u8.ToArray())).Is(HttpStatusCode.BadRequest);
        Assert.Equal("document-not-readable", damaged.Json.GetProperty("reasons")[0].GetProperty("code").GetString());
        (await editor.UploadAsync("posts/import-document", "a.docx", Of(P("好")))).Is(HttpStatusCode.BadRequest);
        (await court.UploadAsync(address, "a.docx", Of(P("好")))).Is(HttpStatusCode.NotFound);
        (await auditor.UploadAsync(address, "a.docx", Of(P("好")))).Is(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Markdown_is_taken_too_and_its_html_stays_words()
    {
        using var editor = await ApiCaller.AsAsync(app, "editor@police.demo.gov");
        var account = (await editor.GetAsync("accounts?q=" + Uri.EscapeDataString("公安"))).Items[0].GetProperty("id").GetString();
        var text = "# 停水通知\n\n今晚 **22:00** 起。<script>alert(1)</script>\n\n- 甲\n- 乙\n\n|时间|地点|\n|--|--|\n|九点|一楼|\n\n![图](https://a.example/x.png) [点我](javascript:alert(1))\n"u8.ToArray();

        var imported = (await editor.UploadAsync("posts/import-document?account=" + account, "通知.md", text)).Is(HttpStatusCode.OK);

        Assert.Equal("停水通知", imported["title"]);
        var html = imported["contentHtml"]!;
        Assert.Contains("<strong>22:00</strong>", html, StringComparison.Ordinal);
        Assert.Contains("<td>九点</td>", html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("javascript:", html, StringComparison.Ordinal);
        Assert.Contains(imported.Json.GetProperty("dropped").EnumerateArray(), part => part.GetProperty("what").GetString() == "linkedPictures");
    }
}
