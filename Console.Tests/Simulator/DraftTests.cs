using System.Text.Json.Nodes;

namespace GovAccountConsole.Tests.Simulator;

public sealed class DraftTests
{
    [Theory]
    [InlineData("title", 64, 65, 45003)]
    [InlineData("author", 16, 17, 45110)]
    [InlineData("digest", 128, 129, 45004)]
    [InlineData("content", 19_999, 20_000, 45002)]
    public async Task Texts_have_limits(string field, int longest, int tooLong, int code)
    {
        await using var platform = await SimulatedPlatform.StartAsync();
        var fits = await platform.AddDraftAsync(new Dictionary<string, string> { [field] = new('字', longest) });
        var exceeds = await platform.AddDraftAsync(new Dictionary<string, string> { [field] = new('字', tooLong) });

        Assert.NotNull(fits["media_id"]);
        Assert.Equal(code, (int)exceeds["errcode"]!);
    }

    [Fact]
    public async Task Emoji_counts_as_one_character()
    {
        await using var platform = await SimulatedPlatform.StartAsync();
        var title = string.Concat(Enumerable.Repeat("😀", 64));
        var article = await platform.ArticleAsync(new { title = "TITLE" });
        var reply = await platform.PostTextAsync(await platform.WithTokenAsync("/cgi-bin/draft/add"),
            $$"""{"articles":[{{RawJson(article).Replace("TITLE", title, StringComparison.Ordinal)}}]}""");
        Assert.Equal(title, (string?)(await platform.FirstItemAsync((string)reply["media_id"]!))["title"]);
    }

    [Fact]
    public async Task Escaped_characters_count_as_written_and_are_shown_as_written()
    {
        await using var platform = await SimulatedPlatform.StartAsync();
        var article = await platform.ArticleAsync(new { title = "TITLE" });
        var path = await platform.WithTokenAsync("/cgi-bin/draft/add");
        Task<JsonObject> Add(int characters) => platform.PostTextAsync(path,
            $$"""{"articles":[{{RawJson(article).Replace("TITLE", string.Concat(Enumerable.Repeat(@"\u5B57", characters)), StringComparison.Ordinal)}}]}""");

        Assert.Equal(45003, (int)(await Add(11))["errcode"]!);
        var accepted = await Add(1);
        Assert.Equal(@"\u5B57", (string?)(await platform.FirstItemAsync((string)accepted["media_id"]!))["title"]);
    }

    [Fact]
    public async Task Body_loses_what_the_platform_does_not_keep()
    {
        await using var platform = await SimulatedPlatform.StartAsync();
        var own = (string)(await platform.UploadAsync("/cgi-bin/media/uploadimg", SimulatedPlatform.Png))["url"]!;
        var content = $"""
            <style>.x</style><section class="a" id="b" onclick="x()" style="color:red;position:fixed;background:url(https://evil.example/1.png)">
            <script>alert(1)</script><p>甲<p>乙 &lt; 丙</p><img src="{own}"><img src="https://evil.example/1.png"><img data-src="http://mmbiz.qpic.cn/mmbiz_png/x/0?a=1&amp;b=2">
            <a href="https://www.example.gov.cn">外</a><a href="https://mp.weixin.qq.com/s/abc">内</a><a href="javascript:alert(1)">坏</a>
            <iframe src="https://evil.example"></iframe><svg><script>1</script></svg><form><input value="1">表</form><!-- x --></section>
            """;
        var kept = (string)(await platform.FirstItemAsync(await platform.DraftAsync(new { content })))["content"]!;

        Assert.Equal(
            $"""<section style="color: red;"> <p>甲</p><p>乙 &lt; 丙</p><img src="{own}"><img data-src="http://mmbiz.qpic.cn/mmbiz_png/x/0?a=1&amp;b=2"> """
            + """外<a href="https://mp.weixin.qq.com/s/abc">内</a>坏 表</section>""",
            System.Text.RegularExpressions.Regex.Replace(kept, @"\s+", " ", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task Cover_must_be_a_permanent_picture_of_this_account()
    {
        await using var platform = await SimulatedPlatform.StartAsync();
        var temporary = (string)(await platform.UploadAsync("/cgi-bin/media/upload?type=image", SimulatedPlatform.Png))["media_id"]!;

        Assert.Equal(40007, (int)(await platform.AddDraftAsync(new { thumb_media_id = temporary }))["errcode"]!);
        Assert.Equal(40007, (int)(await platform.AddDraftAsync(new { thumb_media_id = "unknown" }))["errcode"]!);
        Assert.Equal(40007, (int)(await platform.AddDraftAsync(new { thumb_media_id = (string?)null }))["errcode"]!);
    }

    [Fact]
    public async Task Wrong_shapes_have_their_codes()
    {
        await using var platform = await SimulatedPlatform.StartAsync();
        var article = await platform.ArticleAsync();
        var add = await platform.WithTokenAsync("/cgi-bin/draft/add");

        Assert.Equal(44002, (int)(await platform.PostTextAsync(add, ""))["errcode"]!);
        Assert.Equal(47001, (int)(await platform.PostTextAsync(add, "{"))["errcode"]!);
        Assert.Equal(47001, (int)(await platform.PostAsync(add, new { articles = article }))["errcode"]!);
        Assert.Equal(44003, (int)(await platform.PostAsync(add, new { articles = Array.Empty<object>() }))["errcode"]!);
        Assert.Equal(45008, (int)(await platform.PostAsync(add, new { articles = Enumerable.Repeat(article, 9) }))["errcode"]!);
        Assert.Equal(47001, (int)(await platform.AddDraftAsync(new { need_open_comment = "1" }))["errcode"]!);
        Assert.Equal(41039, (int)(await platform.AddDraftAsync(new { content_source_url = "javascript:alert(1)" }))["errcode"]!);
        Assert.Equal(40035, (int)(await platform.AddDraftAsync(new { pic_crop_235_1 = "0_0_2_1" }))["errcode"]!);
        Assert.Equal(44004, (int)(await platform.AddDraftAsync(new { content = " " }))["errcode"]!);
        Assert.Equal(43002, (int)(await platform.GetAsync(add))["errcode"]!);
    }

    [Fact]
    public async Task Draft_is_updated_listed_and_deleted()
    {
        await using var platform = await SimulatedPlatform.StartAsync();
        var draft = await platform.DraftAsync();
        var changed = await platform.ArticleAsync(new { title = "新标题", digest = "" });

        Assert.Equal(0, (int)(await platform.CallAsync("/cgi-bin/draft/update", new { media_id = draft, index = 0, articles = changed }))["errcode"]!);
        Assert.Equal(40114, (int)(await platform.CallAsync("/cgi-bin/draft/update", new { media_id = draft, index = 1, articles = changed }))["errcode"]!);
        Assert.Equal(47001, (int)(await platform.CallAsync("/cgi-bin/draft/update", new { media_id = draft, index = 0, articles = new[] { changed } }))["errcode"]!);
        var item = await platform.FirstItemAsync(draft);
        Assert.Equal("新标题", (string?)item["title"]);
        Assert.Equal("明早七点起，江滨路封闭施工。", (string?)item["digest"]);
        var list = await platform.CallAsync("/cgi-bin/draft/batchget", new { offset = 0, count = 20, no_content = 1 });
        Assert.Equal(1, (int)list["total_count"]!);
        Assert.Null(list["item"]![0]!["content"]!["news_item"]![0]!["content"]);
        Assert.Equal(40035, (int)(await platform.CallAsync("/cgi-bin/draft/batchget", new { offset = 0, count = 21 }))["errcode"]!);

        Assert.Equal(0, (int)(await platform.CallAsync("/cgi-bin/draft/delete", new { media_id = draft }))["errcode"]!);
        Assert.Equal(0, (int)(await platform.CallAsync("/cgi-bin/draft/delete", new { media_id = draft }))["errcode"]!);
        Assert.Equal(40007, (int)(await platform.CallAsync("/cgi-bin/draft/delete", new { media_id = "never" }))["errcode"]!);
        Assert.Equal(40007, (int)(await platform.CallAsync("/cgi-bin/draft/get", new { media_id = draft }))["errcode"]!);
    }

    [Fact]
    public async Task Comments_need_the_privilege()
    {
        await using var platform = await SimulatedPlatform.StartAsync(new { commentsAllowed = false });
        Assert.Equal(88000, (int)(await platform.AddDraftAsync(new { need_open_comment = 1 }))["errcode"]!);
    }

    private static string RawJson(JsonObject article) => article.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
