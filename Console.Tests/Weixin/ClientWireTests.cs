using System.Text;
using System.Text.Json.Nodes;
using GovAccountConsole.Infrastructure.Weixin;
using Microsoft.Extensions.DependencyInjection;

namespace GovAccountConsole.Tests.Weixin;

/// <summary>What goes over the wire, call by call, whichever client is compiled in.</summary>
public sealed class ClientWireTests : IAsyncLifetime
{
    private const string Given = "TOKEN_of-more-than-thirty-two-characters";
    private static readonly WeixinAccount Account = new("wx0123456789abcdef", Given);
    private PlatformDouble _platform = null!;
    private ServiceProvider _services = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private WeixinGateway Gateway => _services.GetRequiredService<WeixinGateway>();

    public async ValueTask InitializeAsync()
    {
        _platform = await PlatformDouble.StartAsync();
        _services = _platform.Client();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _platform.DisposeAsync();
    }

    [Fact]
    public async Task A_push_goes_to_all_is_stopped_when_taken_for_a_reprint_and_carries_its_key()
    {
        await Gateway.Mass.SendAllAsync(Account, "DRAFT", "key-1", Stop);
        var body = Body("/cgi-bin/message/mass/sendall");
        Assert.True((bool)body["filter"]!["is_to_all"]!);
        Assert.Equal(("DRAFT", "mpnews", "key-1"), ((string?)body["mpnews"]!["media_id"], (string?)body["msgtype"], (string?)body["clientmsgid"]));
        Assert.Equal(0, (int)body["send_ignore_reprint"]!);
    }

    [Fact]
    public async Task Ids_of_pushes_go_as_documented()
    {
        await Gateway.Mass.GetAsync(Account, "3147483649", Stop);
        Assert.Equal("3147483649", (string?)Body("/cgi-bin/message/mass/get")["msg_id"]);
        await Gateway.Mass.DeleteAsync(Account, 3147483649, 2, Stop);
        var delete = Body("/cgi-bin/message/mass/delete");
        Assert.Equal((3147483649, 2), ((long)delete["msg_id"]!, (int)delete["article_idx"]!));
    }

    [Fact]
    public async Task Text_is_raw_and_what_is_not_set_is_not_sent()
    {
        var article = new DraftArticle { Title = "通告“𠮷😀”<&>'+/", Content = "<p style=\"color:#333\">一\n二</p>", ThumbMediaId = "t" };
        await Gateway.Drafts.AddAsync(Account, [article], Stop);
        var call = Assert.Single(_platform.Calls);
        Assert.Equal("application/json; charset=utf-8", call.ContentType);
        Assert.Equal(call.Body.Length, call.ContentLength);
        Assert.Contains("通告“𠮷😀”<&>'+/", call.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("\\u", call.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("null", call.Text, StringComparison.Ordinal);
        var sent = Body("/cgi-bin/draft/add")["articles"]![0]!;
        Assert.Equal((article.Title, article.Content, "t"), ((string?)sent["title"], (string?)sent["content"], (string?)sent["thumb_media_id"]));
    }

    [Fact]
    public async Task Every_setting_of_an_article_is_sent_or_refused_by_name()
    {
        var article = new DraftArticle { Title = "题", Content = "<p>文</p>", ThumbMediaId = "t", Author = "者", Digest = "摘", ContentSourceUrl = "https://a", NeedOpenComment = 1, OnlyFansCanComment = 1 };
        await Gateway.Drafts.AddAsync(Account, [article], Stop);
        var sent = Body("/cgi-bin/draft/add")["articles"]![0]!;
        Assert.Equal(("者", "摘", "https://a"), ((string?)sent["author"], (string?)sent["digest"], (string?)sent["content_source_url"]));
        Assert.Equal((1, 1), ((int)sent["need_open_comment"]!, (int)sent["only_fans_can_comment"]!));

        var pictures = await Gateway.Drafts.AddAsync(Account, [article, article with { ArticleType = "newspic" }], Stop);
        if (pictures.Error is { } refused)
        {
            Assert.Equal((WeixinErrors.NotInClient, "article_type"), (refused.Code, refused.Message));
            Assert.Single(_platform.Calls);
        }
        else
        {
            Assert.Equal("newspic", (string?)JsonNode.Parse(_platform.Calls.Last().Body)!["articles"]![1]!["article_type"]);
        }
    }

    [Fact]
    public async Task Uploads_are_one_file_named_media_with_the_bytes_as_they_are()
    {
        byte[] bytes = [0, 1, 2, 253, 254, 255, 13, 10, 45, 45];
        await Gateway.Materials.UploadImageAsync(Account, UploadFile.Png(bytes), Stop);
        await Gateway.Materials.AddImageAsync(Account, UploadFile.Jpeg(bytes), Stop);
        Assert.Equal(["/cgi-bin/media/uploadimg", "/cgi-bin/material/add_material"], _platform.Calls.Select(call => call.Path).Distinct());
        Assert.Contains("type=image", _platform.Calls.Last().Query, StringComparison.Ordinal);
        foreach (var (call, name) in _platform.Calls.DistinctBy(call => call.Path).Zip(["picture.png", "picture.jpg"]))
        {
            Assert.Matches("^multipart/form-data; boundary=[-0-9a-zA-Z]+$", call.ContentType);
            Assert.Equal(call.Body.Length, call.ContentLength);
            var text = Encoding.Latin1.GetString(call.Body);
            Assert.Equal(2, text.Split("Content-Disposition").Length);
            Assert.Contains($"name=\"media\"; filename=\"{name}\"", text, StringComparison.Ordinal);
            Assert.DoesNotContain("filename*", text, StringComparison.Ordinal);
            Assert.Contains("\r\n\r\n" + Encoding.Latin1.GetString(bytes) + "\r\n--", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_long_answer_to_a_citizen_is_one_message()
    {
        var text = string.Concat(Enumerable.Repeat("请带身份证到窗口办理。", 100));
        await Gateway.Messages.SendTextAsync(Account, "openid", text, Stop);
        var body = Body("/cgi-bin/message/custom/send");
        Assert.Equal(("openid", "text", text), ((string?)body["touser"], (string?)body["msgtype"], (string?)body["text"]!["content"]));
    }

    [Fact]
    public async Task The_token_given_is_the_only_one_on_every_call()
    {
        await Gateway.Drafts.GetAsync(Account, "D", Stop);
        await Gateway.Drafts.DeleteAsync(Account, "D", Stop);
        await Gateway.Publishing.SubmitAsync(Account, "D", Stop);
        await Gateway.Publishing.DeleteAsync(Account, "A", null, Stop);
        await Gateway.Mass.PreviewAsync(Account, "D", "somebody", Stop);
        await Gateway.Materials.UploadImageAsync(Account, UploadFile.Png(new byte[] { 1 }), Stop);
        Assert.All(_platform.Calls, call => Assert.Contains("access_token=" + Given, call.Query, StringComparison.Ordinal));
        Assert.DoesNotContain(_platform.Calls, call => call.Path.EndsWith("token", StringComparison.Ordinal));
    }

    private JsonNode Body(string path) => JsonNode.Parse(Assert.Single(_platform.Calls, call => call.Path == path).Body)!;
}
