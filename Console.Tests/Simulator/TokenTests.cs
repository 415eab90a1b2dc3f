using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace GovAccountConsole.Tests.Simulator;

public sealed class TokenTests
{
    private static readonly string[] Foreign = ["203.0.113.7"];
    private static readonly string[] Own = ["127.0.0.1"];
    private const string Count = "/cgi-bin/draft/count?access_token=";

    [Fact]
    public async Task Stable_token_stays_the_same_and_its_life_shrinks()
    {
        await using var platform = await SimulatedPlatform.StartAsync();
        var first = await platform.StableTokenAsync();
        platform.Time.Advance(TimeSpan.FromMinutes(100));
        var second = await platform.StableTokenAsync();

        Assert.Equal((string?)first["access_token"], (string?)second["access_token"]);
        Assert.True(((string)first["access_token"]!).Length > 32);
        Assert.Equal(7200, (int)first["expires_in"]!);
        Assert.Equal(1200, (int)second["expires_in"]!);
    }

    [Fact]
    public async Task Stable_token_is_renewed_five_minutes_before_its_end_and_the_old_one_lives_on()
    {
        await using var platform = await SimulatedPlatform.StartAsync();
        var old = await platform.TokenAsync();
        platform.Time.Advance(TimeSpan.FromSeconds(7200 - 299));
        var renewed = await platform.TokenAsync();

        Assert.NotEqual(old, renewed);
        Assert.Null((await platform.GetAsync(Count + old))["errcode"]);
        platform.Time.Advance(TimeSpan.FromSeconds(300));
        Assert.Equal(42001, (int)(await platform.GetAsync(Count + old))["errcode"]!);
        Assert.Null((await platform.GetAsync(Count + renewed))["errcode"]);
    }

    [Fact]
    public async Task Forced_refresh_kills_the_current_token_and_is_limited()
    {
        await using var platform = await SimulatedPlatform.StartAsync();
        var old = await platform.TokenAsync();
        for (var i = 0; i < 20; i++)
        {
            await platform.TokenAsync(force: true);
            platform.Time.Advance(TimeSpan.FromSeconds(31));
        }

        Assert.Equal(40001, (int)(await platform.GetAsync(Count + old))["errcode"]!);
        Assert.Equal(45009, (int)(await platform.StableTokenAsync(force: true))["errcode"]!);
    }

    [Fact]
    public async Task Forced_refresh_twice_within_half_a_minute_is_refused()
    {
        await using var platform = await SimulatedPlatform.StartAsync();
        await platform.TokenAsync(force: true);
        Assert.Equal(45011, (int)(await platform.StableTokenAsync(force: true))["errcode"]!);
    }

    [Fact]
    public async Task Classic_token_leaves_its_predecessor_five_minutes_and_the_stable_one_alone()
    {
        await using var platform = await SimulatedPlatform.StartAsync();
        const string path = $"/cgi-bin/token?grant_type=client_credential&appid={SimulatedPlatform.AppId}&secret={SimulatedPlatform.AppSecret}";
        var stable = await platform.TokenAsync();
        var first = (string)(await platform.GetAsync(path))["access_token"]!;
        await platform.GetAsync(path);

        Assert.Null((await platform.GetAsync(Count + first))["errcode"]);
        platform.Time.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(40001, (int)(await platform.GetAsync(Count + first))["errcode"]!);
        Assert.Null((await platform.GetAsync(Count + stable))["errcode"]);
    }

    [Fact]
    public async Task Wrong_credentials_have_their_codes_and_a_rid()
    {
        await using var platform = await SimulatedPlatform.StartAsync();
        var unknown = await platform.StableTokenAsync("wxffffffffffffffff");

        Assert.Equal(40013, (int)unknown["errcode"]!);
        Assert.Matches("^invalid appid rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$", (string?)unknown["errmsg"]);
        Assert.Equal(40125, (int)(await platform.StableTokenAsync(secret: "wrong"))["errcode"]!);
        Assert.Equal(41004, (int)(await platform.StableTokenAsync(secret: ""))["errcode"]!);
        Assert.Equal(41001, (int)(await platform.GetAsync("/cgi-bin/draft/count"))["errcode"]!);
        Assert.Equal(40014, (int)(await platform.GetAsync(Count + "short"))["errcode"]!);
        Assert.Equal(40001, (int)(await platform.GetAsync(Count + new string('x', 100)))["errcode"]!);
        Assert.Equal(43002, (int)(await platform.GetAsync("/cgi-bin/stable_token"))["errcode"]!);
    }

    [Fact]
    public async Task Address_outside_the_allow_list_is_named_in_the_refusal()
    {
        await using var platform = await SimulatedPlatform.StartAsync(new { ipAllowList = Foreign });
        var refused = await platform.StableTokenAsync();

        Assert.Equal(40164, (int)refused["errcode"]!);
        Assert.Contains("127.0.0.1", (string?)refused["errmsg"], StringComparison.Ordinal);
        await platform.OpenAccountAsync(SimulatedPlatform.AppId, new { ipAllowList = Own });
        Assert.Null((await platform.StableTokenAsync())["errcode"]);
    }

    [Fact]
    public async Task Frozen_secret_is_40243()
    {
        await using var platform = await SimulatedPlatform.StartAsync(new { secretFrozen = true });
        Assert.Equal(40243, (int)(await platform.StableTokenAsync())["errcode"]!);
    }

    [Fact]
    public async Task Chunked_body_is_412()
    {
        await using var platform = await SimulatedPlatform.StartAsync();
        // JsonContent does not know its length, so the client sends it in chunks.
        using var body = JsonContent.Create(new { grant_type = "client_credential" });
        using var response = await platform.Http.PostAsync("/cgi-bin/stable_token", body, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.PreconditionFailed, response.StatusCode);
    }

    [Fact]
    public async Task Quota_is_counted_per_interface_and_cleared_ten_times_a_month()
    {
        await using var platform = await SimulatedPlatform.StartAsync(options: new() { DailyLimits = new Dictionary<string, int> { ["/cgi-bin/draft/count"] = 2 } });
        var count = await platform.WithTokenAsync("/cgi-bin/draft/count");
        await platform.GetAsync(count);
        await platform.GetAsync(count);
        Assert.Equal(45009, (int)(await platform.GetAsync(count))["errcode"]!);
        var quota = await platform.CallAsync("/cgi-bin/openapi/quota/get", new { cgi_path = "/cgi-bin/draft/count" });
        Assert.Equal("""{"daily_limit":2,"used":2,"remain":0}""", quota["quota"]!.ToJsonString());

        JsonObject cleared = [];
        for (var i = 0; i < 10; i++)
        {
            cleared = await platform.CallAsync("/cgi-bin/clear_quota", new { appid = SimulatedPlatform.AppId });
        }
        Assert.Equal(0, (int)cleared["errcode"]!);
        Assert.Equal(48006, (int)(await platform.CallAsync("/cgi-bin/clear_quota", new { appid = SimulatedPlatform.AppId }))["errcode"]!);
        Assert.Null((await platform.GetAsync(count))["errcode"]);
    }
}
