using GovAccountConsole.Simulator;

namespace GovAccountConsole.Tests.Simulator;

public sealed class FaultTests
{
    private const string Count = "/cgi-bin/draft/count";

    [Fact]
    public async Task Ordered_code_is_answered_as_often_as_ordered_and_only_to_its_account()
    {
        await using var platform = await SimulatedPlatform.StartAsync();
        await platform.PostStatusAsync("/sim/faults", new { path = Count, errcode = -1, times = 2 });
        await platform.PostStatusAsync("/sim/faults", new { appId = "wxffffffffffffffff", path = "/cgi-bin/draft/*", errcode = 45009 });
        var count = await platform.WithTokenAsync(Count);

        Assert.Equal(-1, (int)(await platform.GetAsync(count))["errcode"]!);
        Assert.Equal(-1, (int)(await platform.GetAsync(count))["errcode"]!);
        Assert.Null((await platform.GetAsync(count))["errcode"]);
    }

    [Fact]
    public async Task Cut_before_leaves_nothing_and_cut_after_leaves_a_draft()
    {
        await using var platform = await SimulatedPlatform.StartAsync();
        var article = await platform.ArticleAsync();
        await platform.PostStatusAsync("/sim/faults", new { path = "/cgi-bin/draft/add", cut = "before" });
        await platform.PostStatusAsync("/sim/faults", new { path = "/cgi-bin/draft/add", cut = "after" });
        var count = await platform.WithTokenAsync(Count);

        await Assert.ThrowsAsync<HttpRequestException>(() => platform.CallAsync("/cgi-bin/draft/add", new { articles = new[] { article } }));
        Assert.Equal(0, (int)(await platform.GetAsync(count))["total_count"]!);
        await Assert.ThrowsAsync<HttpRequestException>(() => platform.CallAsync("/cgi-bin/draft/add", new { articles = new[] { article } }));
        Assert.Equal(1, (int)(await platform.GetAsync(count))["total_count"]!);
    }

    [Fact]
    public async Task Http_status_is_answered_and_the_log_tells()
    {
        await using var platform = await SimulatedPlatform.StartAsync();
        await platform.PostStatusAsync("/sim/faults", new { path = Count, httpStatus = 502 });
        using var response = await platform.Http.GetAsync(await platform.WithTokenAsync(Count), TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.BadGateway, response.StatusCode);

        var calls = await platform.ListAsync($"/sim/calls?appId={SimulatedPlatform.AppId}");
        Assert.Equal(Count, (string?)calls[0]!["path"]);
        Assert.Equal(502, (int)calls[0]!["httpStatus"]!);
        Assert.Equal("/cgi-bin/stable_token", (string?)calls[1]!["path"]);
        var log = calls.ToJsonString();
        Assert.DoesNotContain("access_token", log, StringComparison.Ordinal);
        Assert.DoesNotContain(SimulatedPlatform.AppSecret, log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Secrets_stay_inside()
    {
        await using var platform = await SimulatedPlatform.StartAsync();
        var shown = (await platform.GetAsync($"/sim/accounts/{SimulatedPlatform.AppId}")).ToJsonString();
        Assert.DoesNotContain(SimulatedPlatform.AppSecret, shown, StringComparison.Ordinal);
        Assert.DoesNotContain(SimulatedPlatform.AesKey, shown, StringComparison.Ordinal);
        Assert.DoesNotContain(SimulatedPlatform.CallbackToken, shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("encodingAesKey", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh!")]
    [InlineData("encodingAesKey", "short")]
    [InlineData("callbackUrl", "ftp://example")]
    [InlineData("originalId", "0123")]
    [InlineData("unknownMember", "x")]
    public async Task Account_that_could_not_work_is_not_opened(string member, string value)
    {
        await using var platform = await SimulatedPlatform.StartAsync();
        var settings = new Dictionary<string, string> { ["appId"] = "wx1", ["appSecret"] = "s", ["name"] = "n", ["originalId"] = "gh_1", [member] = value };
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, await platform.StatusOfPostAsync("/sim/accounts", settings));
    }

    [Fact]
    public async Task State_outlives_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("simulator");
        try
        {
            var options = new SimulatorOptions { StatePath = Path.Combine(folder.FullName, "state.json") };
            string url;
            string token;
            await using (var platform = await SimulatedPlatform.StartAsync(options: options))
            {
                token = await platform.TokenAsync();
                url = (string)(await platform.UploadAsync("/cgi-bin/media/uploadimg", SimulatedPlatform.Png))["url"]!;
                await platform.DraftAsync();
                await platform.StopAsync();
            }
            await using var restarted = await SimulatedPlatform.StartAsync(options: options);
            Assert.Equal(1, (int)(await restarted.GetAsync($"{Count}?access_token={token}"))["total_count"]!);
            Assert.Equal(SimulatedPlatform.Png, await restarted.Http.GetByteArrayAsync(new Uri(url).AbsolutePath, TestContext.Current.CancellationToken));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
