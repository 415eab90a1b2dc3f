using System.Net;

namespace GovAccountConsole.Tests.Simulator;

public sealed class PageTests
{
    private const string Hostile = "<script>alert(1)</script>\"'";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_comes_from_outside_is_shown_as_text()
    {
        await using var platform = await SimulatedPlatform.StartAsync(new { name = Hostile, intro = Hostile });
        await SendAsync(platform, new { title = Hostile, author = "<b>作者</b>", digest = Hostile, content_source_url = "https://www.example.gov.cn/?a=\"><script>" });
        await platform.PostAsync($"/sim/accounts/{SimulatedPlatform.AppId}/citizen-messages", new { text = Hostile });
        var article = (await platform.ListAsync($"/sim/accounts/{SimulatedPlatform.AppId}/articles"))[0]!;
        string[] pages =
        [
            "/", $"/mp/{SimulatedPlatform.AppId}", $"/mp/{SimulatedPlatform.AppId}/profile", $"/mp/{SimulatedPlatform.AppId}/admin", $"/s/{article["key"]}",
        ];
        foreach (var page in pages)
        {
            using var response = await platform.Http.GetAsync(page, Stop);
            var html = await response.Content.ReadAsStringAsync(Stop);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.DoesNotContain("<script>", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<b>作者", html, StringComparison.Ordinal);
            Assert.Contains("&lt;script&gt;", html, StringComparison.Ordinal);
            Assert.Contains("default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Article_page_has_title_account_time_body_and_source()
    {
        await using var platform = await SimulatedPlatform.StartAsync();
        await SendAsync(platform, new { content_source_url = "https://www.example.gov.cn/a.html", content = "<p>正文在此</p><img data-src=\"http://mmbiz.qpic.cn/mmbiz_png/x/0\">" });
        var article = (await platform.ListAsync($"/sim/accounts/{SimulatedPlatform.AppId}/articles"))[0]!;
        using var response = await platform.Http.GetAsync((string)article["url"]!, Stop);
        var html = await response.Content.ReadAsStringAsync(Stop);

        Assert.Contains("<h1>早高峰绕行提示</h1>", html, StringComparison.Ordinal);
        Assert.Contains("2026年3月10日 10:00", html, StringComparison.Ordinal);
        Assert.Contains("<p>正文在此</p>", html, StringComparison.Ordinal);
        Assert.Contains("<img src=\"http://mmbiz.qpic.cn/mmbiz_png/x/0\">", html, StringComparison.Ordinal);
        Assert.Contains("阅读原文", html, StringComparison.Ordinal);
        Assert.Contains("script-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deleted_article_says_so_and_leaves_the_profile()
    {
        await using var platform = await SimulatedPlatform.StartAsync();
        var msgId = await SendAsync(platform, new { title = "将被删除" });
        var article = (await platform.ListAsync($"/sim/accounts/{SimulatedPlatform.AppId}/articles"))[0]!;
        Assert.Contains("将被删除", await platform.Http.GetStringAsync($"/mp/{SimulatedPlatform.AppId}/profile", Stop), StringComparison.Ordinal);
        await platform.CallAsync("/cgi-bin/message/mass/delete", new { msg_id = msgId });

        Assert.Contains("该内容已被发布者删除", await platform.Http.GetStringAsync($"/s/{article["key"]}", Stop), StringComparison.Ordinal);
        Assert.DoesNotContain("将被删除", await platform.Http.GetStringAsync($"/mp/{SimulatedPlatform.AppId}/profile", Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Published_but_not_pushed_is_not_in_the_conversation()
    {
        await using var platform = await SimulatedPlatform.StartAsync();
        var draft = await platform.DraftAsync(new { title = "只发布" });
        await platform.CallAsync("/cgi-bin/freepublish/submit", new { media_id = draft });
        platform.Time.Advance(TimeSpan.FromSeconds(2));
        var html = await platform.Http.GetStringAsync($"/mp/{SimulatedPlatform.AppId}", Stop);

        Assert.DoesNotContain("只发布", html[..html.IndexOf("<aside", StringComparison.Ordinal)], StringComparison.Ordinal);
        Assert.Contains("只发布", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_sent_from_another_site_does_nothing()
    {
        await using var platform = await SimulatedPlatform.StartAsync();
        using var form = new FormUrlEncodedContent([new("text", "你好")]);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/mp/{SimulatedPlatform.AppId}/messages") { Content = form };
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        using var response = await platform.Http.SendAsync(request, Stop);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Empty(await platform.ListAsync($"/sim/accounts/{SimulatedPlatform.AppId}/chat"));
    }

    [Theory]
    [InlineData("/assets/article.css", "text/css")]
    [InlineData("/assets/phone.css", "text/css")]
    [InlineData("/assets/admin.css", "text/css")]
    [InlineData("/assets/live.js", "text/javascript")]
    public async Task Assets_come_from_the_assembly(string path, string type)
    {
        await using var platform = await SimulatedPlatform.StartAsync();
        using var response = await platform.Http.GetAsync(path, Stop);
        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Past_articles_can_be_put_on_an_account()
    {
        await using var platform = await SimulatedPlatform.StartAsync();
        var put = await platform.PostCreatingAsync($"/sim/accounts/{SimulatedPlatform.AppId}/articles", new
        {
            at = "2026-03-01T08:00:00+08:00",
            channel = "massSend",
            articles = new[] { new { title = "上周的文章", contentHtml = "<p onclick=\"x()\">旧</p>", cover = Convert.ToBase64String(SimulatedPlatform.Png) } },
        });
        var html = await platform.Http.GetStringAsync((string)put["urls"]![0]!, Stop);
        Assert.Contains("<p>旧</p>", html, StringComparison.Ordinal);
        Assert.Contains("2026年3月1日 08:00", html, StringComparison.Ordinal);
        Assert.Empty(await platform.ListAsync($"/sim/accounts/{SimulatedPlatform.AppId}/events"));
    }

    private static async Task<long> SendAsync(SimulatedPlatform platform, object differences)
    {
        var draft = await platform.DraftAsync(differences);
        var sent = await platform.CallAsync("/cgi-bin/message/mass/sendall", new { filter = new { is_to_all = true }, msgtype = "mpnews", mpnews = new { media_id = draft } });
        platform.Time.Advance(TimeSpan.FromSeconds(3));
        return (long)sent["msg_id"]!;
    }
}
