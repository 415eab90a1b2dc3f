using System.Text.Json.Nodes;
using GovAccountConsole.Simulator;

namespace GovAccountConsole.Tests.Simulator;

public sealed class PublishingTests
{
    private static readonly object WithCallback = new { callbackUrl = "http://console.example/weixin/callback/wx0123456789abcdef" };

    [Fact]
    public async Task Publication_is_a_job_that_ends_with_an_encrypted_event()
    {
        using var callbacks = new CallbackRecorder();
        await using var platform = await SimulatedPlatform.StartAsync(WithCallback, new SimulatorOptions { CallbackHandler = callbacks });
        var draft = await platform.DraftAsync();
        var submitted = await platform.CallAsync("/cgi-bin/freepublish/submit", new { media_id = draft });
        var publishId = (string)submitted["publish_id"]!;

        Assert.Equal(1, (int)(await GetAsync(platform, publishId))["publish_status"]!);
        Assert.NotNull(await platform.FirstItemAsync(draft));
        platform.Time.Advance(TimeSpan.FromSeconds(2));
        var finished = IndependentDecryption.Open(await callbacks.NextAsync());

        Assert.Equal("PUBLISHJOBFINISH", finished.Element("Event")!.Value);
        Assert.Equal("gh_0123456789ab", finished.Element("ToUserName")!.Value);
        var info = finished.Element("PublishEventInfo")!;
        Assert.Equal(publishId, info.Element("publish_id")!.Value);
        Assert.Equal("0", info.Element("publish_status")!.Value);
        var polled = await GetAsync(platform, publishId);
        Assert.Equal((string?)polled["article_id"], info.Element("article_id")!.Value);
        Assert.Equal((string?)polled["article_detail"]!["item"]![0]!["article_url"], info.Element("article_detail")!.Element("item")!.Element("article_url")!.Value);
        Assert.Equal(40007, (int)(await platform.CallAsync("/cgi-bin/draft/get", new { media_id = draft }))["errcode"]!);
        Assert.True((long)submitted["msg_data_id"]! > int.MaxValue);
    }

    [Fact]
    public async Task Published_articles_are_listed_read_and_deleted()
    {
        await using var platform = await SimulatedPlatform.StartAsync();
        var published = await PublishAsync(platform);
        var articleId = (string)published["article_id"]!;

        var list = await platform.CallAsync("/cgi-bin/freepublish/batchget", new { offset = 0, count = 20, no_content = 1 });
        Assert.Equal(articleId, (string?)list["item"]![0]!["article_id"]);
        var read = await platform.CallAsync("/cgi-bin/freepublish/getarticle", new { article_id = articleId });
        Assert.False((bool)read["news_item"]![0]!["is_deleted"]!);
        Assert.Equal(53600, (int)(await platform.CallAsync("/cgi-bin/freepublish/getarticle", new { article_id = "unknown" }))["errcode"]!);
        Assert.Equal(0, (int)(await platform.CallAsync("/cgi-bin/freepublish/delete", new { article_id = articleId, index = 1 }))["errcode"]!);
        Assert.Equal(5, (int)(await GetAsync(platform, (string)published["publish_id"]!))["publish_status"]!);
        Assert.Equal(0, (int)(await platform.CallAsync("/cgi-bin/freepublish/batchget", new { offset = 0, count = 20 }))["total_count"]!);
    }

    [Fact]
    public async Task Unverified_account_may_draft_but_not_publish()
    {
        await using var platform = await SimulatedPlatform.StartAsync(new { verified = false });
        var draft = await platform.DraftAsync();
        Assert.Equal(48001, (int)(await platform.CallAsync("/cgi-bin/freepublish/submit", new { media_id = draft }))["errcode"]!);
    }

    [Fact]
    public async Task Failed_review_names_the_articles_and_keeps_the_draft()
    {
        await using var platform = await SimulatedPlatform.StartAsync();
        await platform.PostStatusAsync("/sim/faults", new { path = "/cgi-bin/freepublish/submit", outcome = "4" });
        var draft = await platform.DraftAsync();
        var publishId = (string)(await platform.CallAsync("/cgi-bin/freepublish/submit", new { media_id = draft }))["publish_id"]!;
        platform.Time.Advance(TimeSpan.FromSeconds(2));
        var ended = await GetAsync(platform, publishId);

        Assert.Equal(4, (int)ended["publish_status"]!);
        Assert.Equal(1, (int)ended["fail_idx"]![0]!);
        Assert.NotNull(await platform.FirstItemAsync(draft));
        Assert.Equal(53502, (int)(await GetAsync(platform, "1"))["errcode"]!);
    }

    [Fact]
    public async Task Status_is_asked_for_a_hundred_times_a_day()
    {
        await using var platform = await SimulatedPlatform.StartAsync();
        for (var i = 0; i < 100; i++)
        {
            Assert.Equal(53502, (int)(await GetAsync(platform, "1"))["errcode"]!);
        }
        Assert.Equal(45009, (int)(await GetAsync(platform, "1"))["errcode"]!);
        platform.Time.Advance(TimeSpan.FromHours(14));
        Assert.Equal(53502, (int)(await GetAsync(platform, "1"))["errcode"]!);
    }

    [Fact]
    public async Task Push_is_tried_three_times_and_then_given_up()
    {
        using var callbacks = new CallbackRecorder { Answer = _ => CallbackRecorder.Text("", System.Net.HttpStatusCode.InternalServerError) };
        await using var platform = await SimulatedPlatform.StartAsync(WithCallback, new SimulatorOptions { CallbackHandler = callbacks });
        await PublishAsync(platform);
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            await callbacks.NextAsync();
            await SimulatedPlatform.EventuallyAsync(async () => (await EventsAsync(platform))[0]!["attempts"]!.AsArray().Count == attempt);
            platform.Time.Advance(TimeSpan.FromSeconds(2));
        }
        platform.Time.Advance(TimeSpan.FromMinutes(1));

        Assert.False(callbacks.HasMore);
        Assert.False((bool)(await EventsAsync(platform))[0]!["isDelivered"]!);
    }

    [Fact]
    public async Task Push_without_an_answer_is_repeated_after_five_seconds()
    {
        using var callbacks = new CallbackRecorder { Unanswered = 1 };
        await using var platform = await SimulatedPlatform.StartAsync(WithCallback, new SimulatorOptions { CallbackHandler = callbacks, CallbackRetryDelay = TimeSpan.Zero });
        await PublishAsync(platform);
        var first = await callbacks.NextAsync();
        platform.Time.Advance(TimeSpan.FromSeconds(4.9));
        Assert.False(callbacks.HasMore);
        platform.Time.Advance(TimeSpan.FromSeconds(0.1));
        var second = await callbacks.NextAsync();

        Assert.Equal(IndependentDecryption.Open(first).Value, IndependentDecryption.Open(second).Value);
        await SimulatedPlatform.EventuallyAsync(async () => (bool)(await EventsAsync(platform))[0]!["isDelivered"]!);
        Assert.Equal("timeout", (string?)(await EventsAsync(platform))[0]!["attempts"]![0]!["outcome"]);
    }

    [Fact]
    public async Task Callback_address_is_checked_by_its_echo()
    {
        using var callbacks = new CallbackRecorder { Answer = received => CallbackRecorder.Text(received.Query["echostr"]) };
        await using var platform = await SimulatedPlatform.StartAsync(WithCallback, new SimulatorOptions { CallbackHandler = callbacks });
        const string path = $"/sim/accounts/{SimulatedPlatform.AppId}/verify-callback";

        Assert.True((bool)(await platform.PostAsync(path, new { }))["ok"]!);
        callbacks.Answer = received => CallbackRecorder.Text($"\"{received.Query["echostr"]}\"");
        Assert.False((bool)(await platform.PostAsync(path, new { }))["ok"]!);
    }

    private static Task<JsonObject> GetAsync(SimulatedPlatform platform, string publishId) => platform.CallAsync("/cgi-bin/freepublish/get", new { publish_id = publishId });

    private static async Task<JsonArray> EventsAsync(SimulatedPlatform platform) => await platform.ListAsync($"/sim/accounts/{SimulatedPlatform.AppId}/events");

    private static async Task<JsonObject> PublishAsync(SimulatedPlatform platform)
    {
        var draft = await platform.DraftAsync();
        var publishId = (string)(await platform.CallAsync("/cgi-bin/freepublish/submit", new { media_id = draft }))["publish_id"]!;
        platform.Time.Advance(TimeSpan.FromSeconds(2));
        return await GetAsync(platform, publishId);
    }
}
