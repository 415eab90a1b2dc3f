using System.Text;
using GovAccountConsole.Infrastructure.Weixin;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GovAccountConsole.Tests.Weixin;

public sealed class TransportTests : IAsyncLifetime
{
    private static readonly WeixinAccount Account = new("wx0123456789abcdef", "TOKEN-THAT-MUST-STAY-SECRET");
    private PlatformDouble _platform = null!;
    private ServiceProvider _services = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

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
    public async Task A_body_is_raw_utf8_with_length_and_charset()
    {
        _platform.Handle = (_, context) => PlatformDouble.Json(context, """{"media_id":"DRAFT"}""", "text/plain");
        var answer = await Gateway.Drafts.AddAsync(Account, [new DraftArticle { Title = "通告𠮷😀", Content = "<p>x</p>", ThumbMediaId = "t" }], Token);

        Assert.Equal("DRAFT", answer.Value?.MediaId);
        var call = Assert.Single(_platform.Calls);
        Assert.Equal("?access_token=TOKEN-THAT-MUST-STAY-SECRET", call.Query);
        Assert.Equal("application/json; charset=utf-8", call.ContentType);
        Assert.Equal(call.Body.Length, call.ContentLength);
        Assert.Empty(call.TransferEncoding);
        Assert.Contains("通告𠮷😀", call.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_upload_has_one_part_named_media_with_an_ascii_name()
    {
        var body = WeixinBody.Media(UploadFile.Jpeg(new byte[] { 1, 2, 3 }));
        Assert.Matches("^multipart/form-data; boundary=[-0-9a-zA-Z]+$", body.ContentType);
        var text = Encoding.Latin1.GetString(body.Bytes);
        Assert.Contains("Content-Disposition: form-data; name=\"media\"; filename=\"picture.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n\u0001\u0002\u0003\r\n--", text, StringComparison.Ordinal);
        Assert.DoesNotContain("filename*", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_carries_code_message_and_request_id()
    {
        _platform.Handle = (_, context) => PlatformDouble.Json(context, """{"errcode":"45003","errmsg":"title size out of limit rid: 6543abcd-1234abcd-5678abcd"}""");
        var answer = await Gateway.Publishing.SubmitAsync(Account, "D", Token);
        Assert.Equal(new PlatformError(45003, "title size out of limit", "6543abcd-1234abcd-5678abcd") { Path = "/cgi-bin/freepublish/submit" }, answer.Error);
    }

    [Fact]
    public async Task An_existing_push_gives_its_number_with_the_refusal()
    {
        _platform.Handle = (_, context) => PlatformDouble.Json(context, """{"errcode":45065,"errmsg":"clientmsgid exist","msg_id":3147483649}""");
        var answer = await Gateway.Mass.SendAllAsync(Account, "D", new string('a', 32), Token);
        Assert.Equal("3147483649", answer.Error?.MsgId);
    }

    [Theory]
    [InlineData("""{"errcode":-1,"errmsg":"system error"}""", 200, UnknownReason.SystemBusy)]
    [InlineData("""{"errcode":268487002,"errmsg":"busy"}""", 200, UnknownReason.SystemBusy)]
    [InlineData("<html>", 502, UnknownReason.ServerError)]
    [InlineData("<html>", 200, UnknownReason.Unreadable)]
    [InlineData("[]", 200, UnknownReason.Unreadable)]
    [InlineData("", 200, UnknownReason.Unreadable)]
    [InlineData("""{"errcode":0,"errmsg":"ok"}""", 200, UnknownReason.Unreadable)]
    [InlineData("""{"errcode":"zero"}""", 200, UnknownReason.Unreadable)]
    public async Task Whatever_is_not_a_clear_answer_leaves_the_outcome_unknown_and_a_submit_is_made_once(string body, int status, UnknownReason reason)
    {
        _platform.Handle = (_, context) =>
        {
            context.Response.StatusCode = status;
            return PlatformDouble.Json(context, body);
        };
        var answer = await Gateway.Publishing.SubmitAsync(Account, "D", Token);
        Assert.Equal(reason, answer.Unknown?.Reason);
        Assert.False(answer.Unknown?.NeverLeft);
        Assert.Single(_platform.Calls);
    }

    [Fact]
    public async Task A_connection_cut_before_the_answer_leaves_a_push_unknown_and_made_once()
    {
        _platform.Handle = (_, context) =>
        {
            context.Abort();
            return Task.CompletedTask;
        };
        var answer = await Gateway.Mass.SendAllAsync(Account, "D", "key", Token);
        Assert.Equal(UnknownReason.ConnectionLost, answer.Unknown?.Reason);
        Assert.False(answer.Unknown?.NeverLeft);
        Assert.Single(_platform.Calls);
    }

    [Fact]
    public async Task A_read_is_repeated_until_the_platform_answers()
    {
        _platform.Handle = (_, context) => _platform.Calls.Count < 3
            ? PlatformDouble.Json(context, """{"errcode":-1}""")
            : PlatformDouble.Json(context, """{"publish_id":1,"publish_status":0,"article_id":"A","article_detail":{"count":1,"item":[{"idx":1,"article_url":"http://mp.weixin.qq.com/s/x"}]},"fail_idx":[]}""");
        var answer = await Gateway.Publishing.GetAsync(Account, "1", Token);
        Assert.Equal("http://mp.weixin.qq.com/s/x", answer.Value?.ArticleDetail?.Item[0].ArticleUrl);
        Assert.Equal(3, _platform.Calls.Count);
    }

    [Fact]
    public async Task No_answer_in_time_is_an_unknown_outcome()
    {
        var gone = new TaskCompletionSource();
        _platform.Handle = (_, context) =>
        {
            context.RequestAborted.Register(gone.SetResult);
            return gone.Task;
        };
        await using var hasty = _platform.Client(settings: ("Weixin:CallTimeout", "00:00:00.2"));
        var answer = await hasty.GetRequiredService<WeixinGateway>().Publishing.SubmitAsync(Account, "D", Token);
        Assert.Equal(UnknownReason.Timeout, answer.Unknown?.Reason);
        Assert.Single(_platform.Calls);
    }

    [Fact]
    public async Task An_unreachable_platform_certainly_did_nothing()
    {
        await using var nowhere = await PlatformDouble.StartAsync();
        await using var client = nowhere.Client();
        await nowhere.DisposeAsync();
        var answer = await client.GetRequiredService<WeixinGateway>().Publishing.SubmitAsync(Account, "D", Token);
        Assert.Equal(new OutcomeUnknown(UnknownReason.ConnectionLost, "ConnectionError", NeverLeft: true), answer.Unknown);
    }

    [Fact]
    public async Task No_token_reaches_a_log()
    {
        using var logs = new CollectedLogs();
        await using var client = _platform.Client(logs: logs);
        var gateway = client.GetRequiredService<WeixinGateway>();
        _platform.Serve(["TOKEN-THAT-MUST-STAY-SECRET"], (_, context) => PlatformDouble.Json(context, """{"errcode":48001,"errmsg":"api unauthorized"}"""));
        await gateway.Publishing.SubmitAsync(new("wx1"), "D", Token);
        _platform.Handle = (_, context) =>
        {
            context.Response.StatusCode = 503;
            return Task.CompletedTask;
        };
        await gateway.Publishing.SubmitAsync(Account, "D", Token);

        Assert.Contains("48001", logs.Text, StringComparison.Ordinal);
        Assert.Contains("503", logs.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("TOKEN-THAT-MUST-STAY-SECRET", logs.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", logs.Text, StringComparison.Ordinal);
    }

    private sealed class CollectedLogs : ILoggerProvider, ILogger
    {
        private readonly StringBuilder _text = new();

        public string Text
        {
            get
            {
                lock (_text) return _text.ToString();
            }
        }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (_text) _text.Append(formatter(state, exception)).AppendLine(exception?.ToString());
        }

        public void Dispose()
        {
        }
    }
}
