using System.Globalization;
using System.Text;
using GovAccountConsole.Domain.Inbox;
using GovAccountConsole.Infrastructure.Jobs.Callbacks;
using GovAccountConsole.Infrastructure.Weixin;
using GovAccountConsole.Tests.Publishing;
using GovAccountConsole.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Tests.Weixin;

public sealed class CallbackReceiverTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Timestamp = "1767312000";
    private const string Nonce = "987654321";
    private DeliveryScene _scene = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private CallbackReceiver Receiver => _scene.Get<CallbackReceiver>();

    public async ValueTask InitializeAsync() => _scene = await DeliveryScene.StartAsync(postgres, events: false);

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task The_address_check_needs_the_right_signature()
    {
        var signature = CallbackSignature.Sign(DeliveryScene.CallbackToken, Timestamp, Nonce);
        Assert.Equal(CallbackOutcome.Accepted, await Receiver.CheckAddressAsync(DeliveryScene.AppId, new(signature, Timestamp, Nonce, null), Stop));
        Assert.Equal(CallbackOutcome.Forbidden, await Receiver.CheckAddressAsync(DeliveryScene.AppId, new(signature, Timestamp, Nonce + "1", null), Stop));
        Assert.Equal(CallbackOutcome.Forbidden, await Receiver.CheckAddressAsync(DeliveryScene.AppId, new(null, null, null, null), Stop));
        Assert.Equal(CallbackOutcome.UnknownAccount, await Receiver.CheckAddressAsync("wxffffffffffffffff", new(signature, Timestamp, Nonce, null), Stop));
    }

    [Fact]
    public async Task A_citizens_message_is_kept_once_however_often_it_comes()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => SendAsync(Message("24001234567890123", "今晚高速封闭吗？😀"))));
        Assert.All(outcomes, outcome => Assert.Equal(CallbackOutcome.Accepted, outcome));
        Assert.Equal(CallbackOutcome.Accepted, await SendAsync(Message("24001234567890124", "谢谢")));

        await using var db = await _scene.OpenAsync();
        var thread = await db.Threads.SingleAsync(Stop);
        Assert.Equal(("oCITIZEN", ThreadStatus.Waiting, Some.Police), (thread.OpenId, thread.Status, thread.AgencyId));
        Assert.Equal(["今晚高速封闭吗？😀", "谢谢"], await db.Messages.OrderBy(message => message.Id).Select(message => message.Text).ToListAsync(Stop));
    }

    [Theory]
    [InlineData("<MsgType>image</MsgType><PicUrl>http://mmbiz.qpic.cn/x</PicUrl>", "image", "http://mmbiz.qpic.cn/x")]
    [InlineData("<MsgType>location</MsgType><Label>滨江大道 1 号</Label>", "location", "滨江大道 1 号")]
    [InlineData("<MsgType>video</MsgType><MediaId>m</MediaId>", "video", "")]
    public async Task Other_messages_are_kept_with_what_stands_for_them(string inner, string type, string words)
    {
        Assert.Equal(CallbackOutcome.Accepted, await SendAsync(Wrap(inner + "<MsgId>1</MsgId>")));
        await using var db = await _scene.OpenAsync();
        var message = await db.Messages.SingleAsync(Stop);
        Assert.Equal((type, words, "1"), (message.Type, message.Text, message.PlatformMsgId));
    }

    [Fact]
    public async Task Wrong_signatures_foreign_contents_and_rubbish_are_refused_and_leave_nothing()
    {
        var good = Message("1", "x");
        Assert.Equal(CallbackOutcome.Forbidden, await SendAsync(good, signWith: "AnotherToken"));
        Assert.Equal(CallbackOutcome.Forbidden, await SendAsync(good, appIdInside: "wxfedcba9876543210"));
        Assert.Equal(CallbackOutcome.Forbidden, await SendAsync(good, key: "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8"));
        Assert.Equal(CallbackOutcome.UnknownAccount, await SendAsync(good, appId: "wxffffffffffffffff"));
        Assert.Equal(CallbackOutcome.Malformed, await SendAsync("<!DOCTYPE xml [<!ENTITY a \"a\">]><xml>&a;</xml>"));
        Assert.Equal(CallbackOutcome.Malformed, await SendAsync("<xml><MsgType>text</MsgType></xml>"));

        var signed = new CallbackQuery(CallbackSignature.Sign(DeliveryScene.CallbackToken, Timestamp, Nonce), Timestamp, Nonce, null);
        Assert.Equal(CallbackOutcome.Forbidden, await Receiver.ReceiveAsync(DeliveryScene.AppId, signed, Encoding.UTF8.GetBytes(good), Stop));
        Assert.Equal(CallbackOutcome.Forbidden, await Receiver.ReceiveAsync(DeliveryScene.AppId, new(null, null, null, null), Encoding.UTF8.GetBytes(good), Stop));
        Assert.Equal(CallbackOutcome.Malformed, await Receiver.ReceiveAsync(DeliveryScene.AppId, signed, Encoding.UTF8.GetBytes("not xml"), Stop));
        Assert.Equal(CallbackOutcome.Malformed, await Receiver.ReceiveAsync(
            DeliveryScene.AppId, signed, Encoding.UTF8.GetBytes("<!DOCTYPE lolz [<!ENTITY lol \"lol\"><!ENTITY lol2 \"&lol;&lol;\">]><xml>&lol2;</xml>"), Stop));
        Assert.Equal(CallbackOutcome.TooLarge, await Receiver.ReceiveAsync(DeliveryScene.AppId, signed, new byte[CallbackXml.MaxBytes + 1], Stop));

        await using var db = await _scene.OpenAsync();
        Assert.False(await db.Messages.AnyAsync(Stop));
        Assert.False(await db.Set<CallbackReceipt>().AnyAsync(Stop));
    }

    [Fact]
    public async Task Of_a_message_in_both_forms_only_the_encrypted_part_counts()
    {
        var compat = Message("1", "假的").Replace("</xml>", $"<Encrypt>{Encrypt(Message("2", "真的"))}</Encrypt></xml>", StringComparison.Ordinal);
        var encrypted = CallbackXml.Read(compat)!.Text("Encrypt")!;
        var query = new CallbackQuery(
            CallbackSignature.Sign(DeliveryScene.CallbackToken, Timestamp, Nonce), Timestamp, Nonce, CallbackSignature.Sign(DeliveryScene.CallbackToken, Timestamp, Nonce, encrypted));
        Assert.Equal(CallbackOutcome.Accepted, await Receiver.ReceiveAsync(DeliveryScene.AppId, query, Encoding.UTF8.GetBytes(compat), Stop));
        await using var db = await _scene.OpenAsync();
        Assert.Equal("真的", (await db.Messages.SingleAsync(Stop)).Text);
    }

    [Fact]
    public async Task Events_of_unknown_jobs_and_follows_change_nothing()
    {
        var finished = "<MsgType>event</MsgType><Event>PUBLISHJOBFINISH</Event><PublishEventInfo><publish_id>99</publish_id><publish_status>0</publish_status><article_id>A</article_id></PublishEventInfo>";
        Assert.Equal(CallbackOutcome.Accepted, await SendAsync(Wrap(finished)));
        Assert.Equal(CallbackOutcome.Accepted, await SendAsync(Wrap("<MsgType>event</MsgType><Event>subscribe</Event>")));
        await using var db = await _scene.OpenAsync();
        Assert.Equal(2, await db.Set<CallbackReceipt>().CountAsync(Stop));
        Assert.False(await db.Threads.AnyAsync(Stop));
    }

    [Fact]
    public async Task A_storm_is_kept_whole_and_once_and_what_cannot_be_kept_stops_nobody_else()
    {
        var storm = Enumerable.Range(0, 300).Select(number => Message((24_002_000_000_000_000 + number).ToString(CultureInfo.InvariantCulture), $"第 {number} 问")).ToList();
        var unstorable = Message("24003", "x").Replace("oCITIZEN", new string('o', 70), StringComparison.Ordinal);
        var refused = Assert.ThrowsAnyAsync<Exception>(() => SendAsync(unstorable));
        var outcomes = await Task.WhenAll(storm.Concat(storm.Take(100)).Select(xml => SendAsync(xml)));
        await refused;
        Assert.All(outcomes, outcome => Assert.Equal(CallbackOutcome.Accepted, outcome));

        await using var db = await _scene.OpenAsync();
        Assert.Single(await db.Threads.ToListAsync(Stop));
        Assert.Equal(storm.Count, await db.Messages.CountAsync(Stop));
        Assert.Equal(storm.Count, await db.Set<CallbackReceipt>().CountAsync(Stop));
    }

    [Fact]
    public async Task Secrets_changed_a_moment_ago_count_at_once()
    {
        Assert.Equal(CallbackOutcome.Accepted, await SendAsync(Message("1", "前")));
        await using (var db = await _scene.OpenAsync())
        {
            var sealer = _scene.Get<GovAccountConsole.Infrastructure.Accounts.SecretSealer>();
            await db.Accounts.ExecuteUpdateAsync(row => row.SetProperty(account => account.SealedToken, sealer.Seal("AnotherToken")), Stop);
        }

        Assert.Equal(CallbackOutcome.Accepted, await SendAsync(Message("2", "后"), signWith: "AnotherToken"));
        Assert.Equal(CallbackOutcome.Forbidden, await SendAsync(Message("3", "旧")));
    }

    private static string Message(string id, string text) => Wrap($"<MsgType>text</MsgType><Content><![CDATA[{text}]]></Content><MsgId>{id}</MsgId>");

    private static string Wrap(string inner) =>
        string.Create(CultureInfo.InvariantCulture, $"<xml><ToUserName>gh_0123456789ab</ToUserName><FromUserName>oCITIZEN</FromUserName><CreateTime>{Timestamp}</CreateTime>{inner}</xml>");

    private static string Encrypt(string xml, string key = DeliveryScene.AesKey, string appId = DeliveryScene.AppId) => CallbackCipher.From(key)!.Encrypt(new(xml, appId));

    private Task<CallbackOutcome> SendAsync(
        string xml, string signWith = DeliveryScene.CallbackToken, string appId = DeliveryScene.AppId, string appIdInside = DeliveryScene.AppId, string key = DeliveryScene.AesKey)
    {
        var encrypted = Encrypt(xml, key, appIdInside);
        var body = $"<xml><ToUserName>gh_0123456789ab</ToUserName><Encrypt><![CDATA[{encrypted}]]></Encrypt></xml>";
        var query = new CallbackQuery(
            CallbackSignature.Sign(signWith, Timestamp, Nonce), Timestamp, Nonce, CallbackSignature.Sign(signWith, Timestamp, Nonce, encrypted));
        return Receiver.ReceiveAsync(appId, query, Encoding.UTF8.GetBytes(body), Stop);
    }
}
