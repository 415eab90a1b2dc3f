using System.Net;
using System.Text.Json.Nodes;
using GovAccountConsole.Simulator;

namespace GovAccountConsole.Tests.Simulator;

public sealed class FaultModelTests
{
    private const string Count = "/cgi-bin/draft/count";
    private const string Submit = "/cgi-bin/freepublish/submit";
    private const string SendAll = "/cgi-bin/message/mass/sendall";
    private static readonly int[] FirstOnly = [1];
    private static readonly string[] Everyone = [SimulatedPlatform.AppId, "wx1111111111111111"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Chance_draws_the_same_calls_again_with_the_same_seed_however_accounts_mix()
    {
        var first = await DrawnAsync(seed: 7, interleaved: false);
        Assert.InRange(first.Count(drawn => drawn), 10, 50);
        Assert.Equal(first, await DrawnAsync(seed: 7, interleaved: true));
        Assert.NotEqual(first, await DrawnAsync(seed: 8, interleaved: false));
    }

    [Fact]
    public async Task Faults_that_share_a_seed_are_drawn_apart()
    {
        await using var platform = await SimulatedPlatform.StartAsync();
        foreach (var code in new[] { 45009, 45011 })
        {
            await platform.PostStatusAsync("/sim/faults", new { path = Count, errcode = code, probability = 0.3, seed = 7 });
        }
        List<int?> codes = [];
        for (var i = 0; i < 100; i++)
        {
            codes.Add(await CodeOfCountAsync(platform));
        }
        // The second fault comes of itself, not only in the wake of the first.
        Assert.Contains(codes.Zip(codes.Skip(1)), pair => pair.First is null && pair.Second == 45011);
    }

    [Fact]
    public async Task Fault_without_number_ends_in_time_and_one_by_one()
    {
        await using var platform = await SimulatedPlatform.StartAsync();
        var order = await platform.PostCreatingAsync("/sim/faults", new { path = "/cgi-bin/*/count", errcode = 45009, forSeconds = 60 });
        var other = await platform.PostCreatingAsync("/sim/faults", new { path = "/*", every = true, delayMs = 0 });
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(45009, await CodeOfCountAsync(platform));
        }
        Assert.Equal(3, (long)(await platform.ListAsync("/sim/faults"))[0]!["taken"]!);
        platform.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(await CodeOfCountAsync(platform));
        var left = Assert.Single(await platform.ListAsync("/sim/faults"));
        Assert.Equal((int)other["id"]!, (int)left!["id"]!);
        Assert.NotEqual((int)order["id"]!, (int)other["id"]!);
        using var removed = await platform.Http.DeleteAsync($"/sim/faults/{other["id"]}", Stop);
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        Assert.Empty(await platform.ListAsync("/sim/faults"));
    }

    [Theory]
    [InlineData("""{"path":"/cgi-bin/draft/add"}""")]
    [InlineData("""{"path":"/x","event":"text","delayMs":1}""")]
    [InlineData("""{"path":"/x","push":"drop"}""")]
    [InlineData("""{"event":"text","errcode":1}""")]
    [InlineData("""{"path":"/x","errcode":1,"probability":1.5}""")]
    [InlineData("""{"path":"/x","errcode":1,"times":0}""")]
    [InlineData("""{"path":"x","errcode":1}""")]
    public async Task Order_that_means_nothing_is_refused(string order)
    {
        await using var platform = await SimulatedPlatform.StartAsync();
        Assert.Equal(HttpStatusCode.BadRequest, await platform.StatusOfPostAsync("/sim/faults", JsonNode.Parse(order)!));
    }

    [Theory]
    [InlineData("expire", 42001)]
    [InlineData("invalidate", 40001)]
    public async Task Token_goes_bad_before_the_call_and_a_new_one_works(string blow, int code)
    {
        await using var platform = await SimulatedPlatform.StartAsync();
        await platform.PostStatusAsync("/sim/faults", new { path = Count, token = blow });
        Assert.Equal(code, await CodeOfCountAsync(platform));
        Assert.Null(await CodeOfCountAsync(platform));
        await platform.PostStatusAsync($"/sim/accounts/{SimulatedPlatform.AppId}/tokens/{blow}", new { });
        Assert.Null(await CodeOfCountAsync(platform));
    }

    [Fact]
    public async Task Event_can_be_lost_doubled_late_or_held_back()
    {
        using var callbacks = new CallbackRecorder();
        await using var platform = await StartAsync(callbacks);
        foreach (var order in new object[] { new { @event = "text", push = "drop" }, new { @event = "TEXT", push = "duplicate" }, new { @event = "*", push = "hold" }, new { @event = "t*t", delayMs = 5000 } })
        {
            await platform.PostStatusAsync("/sim/faults", order);
        }

        await WriteAsync(platform, "一");
        await WriteAsync(platform, "二");
        Assert.Contains("二", await NextAsync(callbacks), StringComparison.Ordinal);
        Assert.Contains("二", await NextAsync(callbacks), StringComparison.Ordinal);
        await WriteAsync(platform, "三");
        var held = (await EventsAsync(platform))[0]!;
        Assert.True((bool)held["isHeld"]!);
        await platform.PostStatusAsync($"/sim/accounts/{SimulatedPlatform.AppId}/events/{held["id"]}/release", new { });
        Assert.Contains("三", await NextAsync(callbacks), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, await platform.StatusOfPostAsync($"/sim/accounts/{SimulatedPlatform.AppId}/events/{held["id"]}/drop", new { }));
        await WriteAsync(platform, "四");
        Assert.False(callbacks.HasMore);
        await SimulatedPlatform.EventuallyAsync(() =>
        {
            platform.Time.Advance(TimeSpan.FromSeconds(5));
            return Task.FromResult(callbacks.HasMore);
        });
        Assert.Contains("四", await NextAsync(callbacks), StringComparison.Ordinal);
        Assert.True((bool)(await EventsAsync(platform))[3]!["isDropped"]!);
    }

    [Fact]
    public async Task Held_event_can_be_lost()
    {
        using var callbacks = new CallbackRecorder();
        await using var platform = await StartAsync(callbacks);
        await platform.PostStatusAsync("/sim/faults/presets/heldEvents", new { });
        await WriteAsync(platform, "一");
        var held = (await EventsAsync(platform))[0]!;
        await platform.PostStatusAsync($"/sim/accounts/{SimulatedPlatform.AppId}/events/{held["id"]}/drop", new { });
        Assert.True((bool)(await EventsAsync(platform))[0]!["isDropped"]!);
        Assert.False(callbacks.HasMore);
    }

    [Fact]
    public async Task Rejection_names_the_articles_that_failed()
    {
        await using var platform = await SimulatedPlatform.StartAsync();
        await platform.PostStatusAsync("/sim/faults", new { path = Submit, outcome = "2", failIdx = FirstOnly });
        var published = await PublishAsync(platform);
        Assert.Equal(2, (int)published["publish_status"]!);
        Assert.Equal("[1]", published["fail_idx"]!.ToJsonString());
    }

    [Fact]
    public async Task What_goes_out_can_be_altered_before_or_after()
    {
        await using var platform = await SimulatedPlatform.StartAsync();
        await platform.PostStatusAsync("/sim/faults/presets/altered", new { appId = SimulatedPlatform.AppId });
        var altered = await PublishAsync(platform);
        Assert.Contains("有人在平台后台改动了文章", await ContentAsync(platform, altered), StringComparison.Ordinal);

        var clean = await PublishAsync(platform);
        Assert.DoesNotContain("改动", await ContentAsync(platform, clean), StringComparison.Ordinal);
        var key = new Uri((string)clean["article_detail"]!["item"]![0]!["article_url"]!).Segments[^1];
        await platform.PostStatusAsync($"/sim/accounts/{SimulatedPlatform.AppId}/articles/{key}/alter", new { contentHtml = "<p>另一段</p>" });
        Assert.Equal("<p>另一段</p>", await ContentAsync(platform, clean));
        await platform.PostStatusAsync($"/sim/accounts/{SimulatedPlatform.AppId}/articles/{key}/remove", new { by = "byPlatform" });
        Assert.Equal(6, (int)(await platform.CallAsync("/cgi-bin/freepublish/get", new { publish_id = clean["publish_id"] }))["publish_status"]!);
    }

    [Fact]
    public async Task Send_by_hand_takes_the_push_and_tells_unless_silent()
    {
        using var callbacks = new CallbackRecorder();
        await using var platform = await StartAsync(callbacks, massSendLimit: 2);
        await platform.PostStatusAsync($"/sim/accounts/{SimulatedPlatform.AppId}/backoffice-sends", new { title = "人工发出", silent = true });
        Assert.False(callbacks.HasMore);
        await platform.PostStatusAsync($"/sim/accounts/{SimulatedPlatform.AppId}/backoffice-sends", new { title = "人工发出" });
        Assert.Equal("MASSSENDJOBFINISH", IndependentDecryption.Open(await callbacks.NextAsync()).Element("Event")!.Value);
        Assert.Equal(45028, (int)(await SendAsync(platform))["errcode"]!);
        Assert.Equal(HttpStatusCode.Conflict, await platform.StatusOfPostAsync($"/sim/accounts/{SimulatedPlatform.AppId}/backoffice-sends", new { }));
    }

    [Fact]
    public async Task Interface_used_up_elsewhere_answers_the_daily_limit()
    {
        await using var platform = await SimulatedPlatform.StartAsync();
        await platform.PostStatusAsync($"/sim/accounts/{SimulatedPlatform.AppId}/usage", new { path = Submit, used = 100 });
        Assert.Equal(45009, (int)(await platform.CallAsync(Submit, new { media_id = await platform.DraftAsync() }))["errcode"]!);
    }

    [Fact]
    public async Task Confirmation_can_be_asked_of_an_account_without_protection()
    {
        await using var platform = await SimulatedPlatform.StartAsync();
        await platform.PostStatusAsync("/sim/faults/presets/confirmation", new { });
        var asked = await SendAsync(platform);
        Assert.Equal(89504, (int)asked["errcode"]!);
        await platform.PostStatusAsync($"/sim/accounts/{SimulatedPlatform.AppId}/sends/{asked["msg_id"]}/refuse", new { });
        Assert.Equal("SEND_FAIL", (string)(await platform.CallAsync("/cgi-bin/message/mass/get", new { msg_id = asked["msg_id"] }))["msg_status"]!);
    }

    [Fact]
    public async Task Reprint_is_told_article_by_article()
    {
        using var callbacks = new CallbackRecorder();
        await using var platform = await StartAsync(callbacks);
        await platform.PostStatusAsync("/sim/faults", new { path = SendAll, outcome = "err(30003)" });
        await SendAsync(platform);
        platform.Time.Advance(TimeSpan.FromSeconds(3));
        var finished = IndependentDecryption.Open(await callbacks.NextAsync());
        Assert.Equal("err(30003)", finished.Element("Status")!.Value);
        Assert.Equal("3", finished.Descendants("CheckState").Single().Value);
        Assert.Equal("1", finished.Descendants("ArticleIdx").Single().Value);
    }

    [Fact]
    public async Task Every_preset_can_be_started_and_tells_its_seed()
    {
        await using var platform = await SimulatedPlatform.StartAsync();
        var presets = await platform.ListAsync("/sim/faults/presets");
        Assert.Contains(presets, preset => (string?)preset!["name"] == "badDay");
        foreach (var preset in presets)
        {
            var started = await platform.PostCreatingAsync($"/sim/faults/presets/{preset!["name"]}", new { seed = 42 });
            Assert.Equal(42, (int)started["seed"]!);
            Assert.NotEmpty(started["faults"]!.AsArray());
        }
        Assert.Equal(HttpStatusCode.NotFound, await platform.StatusOfPostAsync("/sim/faults/presets/none", new { }));
    }

    private static async Task<List<bool>> DrawnAsync(int seed, bool interleaved)
    {
        await using var platform = await SimulatedPlatform.StartAsync();
        await platform.OpenAccountAsync(Everyone[1]);
        await platform.PostStatusAsync("/sim/faults", new { path = Count, errcode = -1, probability = 0.3, seed });
        var tokens = new[] { await platform.TokenAsync(), await platform.TokenAsync(Everyone[1]) };
        List<bool>[] drawn = [[], []];
        foreach (var who in interleaved ? Enumerable.Range(0, 100).Select(i => i % 2) : Enumerable.Range(0, 100).Select(i => i / 50))
        {
            var answer = await platform.GetAsync($"{Count}?access_token={tokens[who]}");
            drawn[who].Add((int?)answer["errcode"] == -1);
        }
        return [.. drawn[0], .. drawn[1]];
    }

    private static Task<SimulatedPlatform> StartAsync(CallbackRecorder callbacks, int massSendLimit = 1) => SimulatedPlatform.StartAsync(
        new { callbackUrl = "http://console.example/callback", massSendLimit }, new SimulatorOptions { CallbackHandler = callbacks });

    private static async Task<int?> CodeOfCountAsync(SimulatedPlatform platform) => (int?)(await platform.GetAsync(await platform.WithTokenAsync(Count)))["errcode"];

    private static Task WriteAsync(SimulatedPlatform platform, string text) =>
        platform.PostStatusAsync($"/sim/accounts/{SimulatedPlatform.AppId}/citizen-messages", new { text });

    private static Task<JsonArray> EventsAsync(SimulatedPlatform platform) => platform.ListAsync($"/sim/accounts/{SimulatedPlatform.AppId}/events");

    private static async Task<string> NextAsync(CallbackRecorder callbacks) => IndependentDecryption.Open(await callbacks.NextAsync()).ToString();

    private static async Task<JsonObject> SendAsync(SimulatedPlatform platform) => await platform.CallAsync(
        SendAll, new { filter = new { is_to_all = true }, msgtype = "mpnews", mpnews = new { media_id = await platform.DraftAsync() }, send_ignore_reprint = 0 });

    private static async Task<JsonObject> PublishAsync(SimulatedPlatform platform)
    {
        var submitted = await platform.CallAsync(Submit, new { media_id = await platform.DraftAsync() });
        platform.Time.Advance(TimeSpan.FromSeconds(2));
        return await platform.CallAsync("/cgi-bin/freepublish/get", new { publish_id = submitted["publish_id"] });
    }

    private static async Task<string> ContentAsync(SimulatedPlatform platform, JsonObject published) =>
        (string)(await platform.CallAsync("/cgi-bin/freepublish/getarticle", new { article_id = published["article_id"] }))["news_item"]![0]!["content"]!;
}
