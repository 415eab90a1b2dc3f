using System.Text.Json.Nodes;
using GovAccountConsole.Simulator;

namespace GovAccountConsole.Tests.Simulator;

public sealed class MassTests
{
    private const string SendAll = "/cgi-bin/message/mass/sendall";
    private static readonly object WithCallback = new { callbackUrl = "http://console.example/callback", followers = 985 };

    [Fact]
    public async Task Send_ends_with_an_event_that_carries_counts_and_addresses()
    {
        using var callbacks = new CallbackRecorder();
        await using var platform = await SimulatedPlatform.StartAsync(WithCallback, new SimulatorOptions { CallbackHandler = callbacks });
        var draft = await platform.DraftAsync();
        var sent = await SendAsync(platform, draft);

        Assert.Equal("SENDING", await StatusAsync(platform, sent));
        platform.Time.Advance(TimeSpan.FromSeconds(3));
        var finished = IndependentDecryption.Open(await callbacks.NextAsync());
        Assert.Equal("MASSSENDJOBFINISH", finished.Element("Event")!.Value);
        Assert.Equal((string)sent["msg_id"]!.ToJsonString(), finished.Element("MsgID")!.Value);
        Assert.Equal("send success", finished.Element("Status")!.Value);
        Assert.Equal("985", finished.Element("SentCount")!.Value);
        Assert.StartsWith(platform.Address + "s/", finished.Descendants("ArticleUrl").Single().Value, StringComparison.Ordinal);
        Assert.Equal("SEND_SUCCESS", await StatusAsync(platform, sent));
        Assert.Equal(40007, (int)(await platform.CallAsync("/cgi-bin/draft/get", new { media_id = draft }))["errcode"]!);
        Assert.Equal(0, (int)(await platform.CallAsync("/cgi-bin/freepublish/batchget", new { offset = 0, count = 20 }))["total_count"]!);
    }

    [Fact]
    public async Task Client_message_id_makes_a_repetition_harmless()
    {
        await using var platform = await SimulatedPlatform.StartAsync();
        var draft = await platform.DraftAsync();
        var id = new string('a', 32);
        var sent = await SendAsync(platform, draft, id);
        platform.Time.Advance(TimeSpan.FromSeconds(3));

        var again = await SendAsync(platform, draft, id);
        Assert.Equal(45065, (int)again["errcode"]!);
        Assert.Equal((long)sent["msg_id"]!, (long)again["msg_id"]!);
        Assert.Null(again["msg_data_id"]);
        Assert.Equal(45066, (int)(await SendAsync(platform, draft, id))["errcode"]!);
        platform.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(45065, (int)(await SendAsync(platform, draft, id))["errcode"]!);
        Assert.Equal(45067, (int)(await SendAsync(platform, draft, Guid.NewGuid().ToString()))["errcode"]!);
    }

    [Fact]
    public async Task Without_an_id_the_same_content_is_refused_for_a_day()
    {
        await using var platform = await SimulatedPlatform.StartAsync(new { massSendLimit = 10 });
        var text = new { filter = new { is_to_all = true }, msgtype = "text", text = new { content = "停水通知" } };

        Assert.Equal(0, (int)(await platform.CallAsync(SendAll, text))["errcode"]!);
        Assert.Equal(45065, (int)(await platform.CallAsync(SendAll, text))["errcode"]!);
        platform.Time.Advance(TimeSpan.FromHours(24));
        Assert.Equal(0, (int)(await platform.CallAsync(SendAll, text))["errcode"]!);
    }

    [Fact]
    public async Task Subscription_account_sends_once_a_shanghai_day()
    {
        await using var platform = await SimulatedPlatform.StartAsync(now: "2026-03-10T23:58:00+08:00");
        await SendAsync(platform, await platform.DraftAsync());
        var second = await platform.DraftAsync();

        Assert.Equal(45028, (int)(await SendAsync(platform, second))["errcode"]!);
        platform.Time.Advance(TimeSpan.FromSeconds(119));
        Assert.Equal(45028, (int)(await SendAsync(platform, second))["errcode"]!);
        platform.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(0, (int)(await SendAsync(platform, second))["errcode"]!);
    }

    [Fact]
    public async Task Service_account_sends_four_times_a_shanghai_month()
    {
        await using var platform = await SimulatedPlatform.StartAsync(new { kind = "service" }, now: "2026-03-31T23:50:00+08:00");
        for (var i = 0; i < 4; i++)
        {
            Assert.Equal(0, (int)(await SendAsync(platform, await platform.DraftAsync()))["errcode"]!);
        }
        var fifth = await platform.DraftAsync();

        Assert.Equal(45028, (int)(await SendAsync(platform, fifth))["errcode"]!);
        platform.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(0, (int)(await SendAsync(platform, fifth))["errcode"]!);
    }

    [Fact]
    public async Task Protected_send_waits_for_the_administrator()
    {
        using var callbacks = new CallbackRecorder();
        await using var platform = await SimulatedPlatform.StartAsync(
            new { callbackUrl = "http://console.example/callback", massSendProtection = true }, new SimulatorOptions { CallbackHandler = callbacks });
        var sends = $"/sim/accounts/{SimulatedPlatform.AppId}/sends";
        var refused = await SendAsync(platform, await platform.DraftAsync());
        Assert.Equal(89504, (int)refused["errcode"]!);
        Assert.Equal(89505, (int)(await SendAsync(platform, await platform.DraftAsync()))["errcode"]!);
        await platform.PostStatusAsync($"{sends}/{refused["msg_id"]}/refuse", new { });
        Assert.Equal("err(40001)", IndependentDecryption.Open(await callbacks.NextAsync()).Element("Status")!.Value);

        // A refused send took no place in the quota.
        Assert.Equal(89504, (int)(await SendAsync(platform, await platform.DraftAsync()))["errcode"]!);
        platform.Time.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal("err(40002)", IndependentDecryption.Open(await callbacks.NextAsync()).Element("Status")!.Value);

        var confirmed = await SendAsync(platform, await platform.DraftAsync());
        await platform.PostStatusAsync($"{sends}/{confirmed["msg_id"]}/confirm", new { });
        platform.Time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal("send success", IndependentDecryption.Open(await callbacks.NextAsync()).Element("Status")!.Value);
        Assert.Equal(System.Net.HttpStatusCode.Conflict, await platform.StatusOfPostAsync($"{sends}/{confirmed["msg_id"]}/confirm", new { }));
    }

    [Fact]
    public async Task Only_what_was_sent_can_be_taken_back()
    {
        await using var platform = await SimulatedPlatform.StartAsync();
        var sent = await SendAsync(platform, await platform.DraftAsync());
        Task<JsonObject> Delete(object body) => platform.CallAsync("/cgi-bin/message/mass/delete", body);

        Assert.Equal(40059, (int)(await Delete(new { msg_id = (long)sent["msg_id"]! }))["errcode"]!);
        platform.Time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(40060, (int)(await Delete(new { msg_id = (long)sent["msg_id"]!, article_idx = 2 }))["errcode"]!);
        Assert.Equal(0, (int)(await Delete(new { msg_id = (long)sent["msg_id"]! }))["errcode"]!);
        Assert.Equal("DELETE", await StatusAsync(platform, sent));
    }

    [Fact]
    public async Task Unverified_account_and_wrong_targets_are_refused()
    {
        await using var platform = await SimulatedPlatform.StartAsync();
        var draft = await platform.DraftAsync();

        Assert.Equal(40152, (int)(await platform.CallAsync(SendAll, new { filter = new { is_to_all = false, tag_id = 9 }, msgtype = "mpnews", mpnews = new { media_id = draft } }))["errcode"]!);
        Assert.Equal(45113, (int)(await platform.CallAsync(SendAll, new { filter = new { is_to_all = true }, msgtype = "wxcard" }))["errcode"]!);
        Assert.Equal(48001, (int)(await platform.CallAsync("/cgi-bin/message/mass/send", new { }))["errcode"]!);
        Assert.Equal(40003, (int)(await platform.CallAsync("/cgi-bin/message/mass/preview", new { touser = "nobody", msgtype = "mpnews", mpnews = new { media_id = draft } }))["errcode"]!);
        await platform.OpenAccountAsync(SimulatedPlatform.AppId, new { verified = false });
        Assert.Equal(48001, (int)(await SendAsync(platform, draft))["errcode"]!);
    }

    private static Task<JsonObject> SendAsync(SimulatedPlatform platform, string draft, string? id = null) =>
        platform.CallAsync(SendAll, new
        {
            filter = new { is_to_all = true },
            mpnews = new { media_id = draft },
            msgtype = "mpnews",
            send_ignore_reprint = 0,
            clientmsgid = id ?? Guid.NewGuid().ToString("N"),
        });

    private static async Task<string?> StatusAsync(SimulatedPlatform platform, JsonObject sent) =>
        (string?)(await platform.CallAsync("/cgi-bin/message/mass/get", new { msg_id = (long)sent["msg_id"]! }))["msg_status"];
}
