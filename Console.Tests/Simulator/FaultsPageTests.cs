using System.Net;

namespace GovAccountConsole.Tests.Simulator;

public sealed class FaultsPageTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lesson_is_started_and_ended_by_forms_in_both_languages()
    {
        await using var platform = await SimulatedPlatform.StartAsync();
        var page = await PostAsync(platform, "/faults/preset", ("name", "badDay"), ("appId", ""), ("seed", "17"));
        Assert.Contains("种子 17", page, StringComparison.Ordinal);
        Assert.Equal(12, (await platform.ListAsync("/sim/faults")).Count);
        Assert.Contains("seed 17", await platform.Http.GetStringAsync("/faults?lang=en", Stop), StringComparison.Ordinal);
        await PostAsync(platform, "/faults/clear");
        Assert.Empty(await platform.ListAsync("/sim/faults"));
    }

    [Fact]
    public async Task Own_fault_is_added_and_removed_and_a_wrong_one_is_refused()
    {
        await using var platform = await SimulatedPlatform.StartAsync();
        await PostAsync(platform, "/faults", ("target", "/cgi-bin/draft/count"), ("effect", "errcode"), ("value", "45009"), ("often", "times"), ("times", "2"), ("appId", SimulatedPlatform.AppId));
        var fault = Assert.Single(await platform.ListAsync("/sim/faults"))!;
        Assert.Equal((45009, 2, SimulatedPlatform.AppId), ((int)fault["errcode"]!, (int)fault["times"]!, (string)fault["appId"]!));
        Assert.Equal(45009, (int)(await platform.GetAsync(await platform.WithTokenAsync("/cgi-bin/draft/count")))["errcode"]!);
        await PostAsync(platform, "/faults/remove", ("id", fault["id"]!.ToJsonString()));
        Assert.Empty(await platform.ListAsync("/sim/faults"));

        using var wrong = await platform.Http.PostAsync("/faults", new FormUrlEncodedContent([new("effect", "errcode"), new("value", "abc")]), Stop);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Contains("没有添加", await wrong.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forms_of_another_site_do_nothing()
    {
        await using var platform = await SimulatedPlatform.StartAsync();
        foreach (var path in (string[])["/faults", "/faults/preset", "/faults/clear", $"/mp/{SimulatedPlatform.AppId}/office"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent([new("name", "badDay"), new("effect", "cutAfter"), new("act", "send")]) };
            request.Headers.Add("Sec-Fetch-Site", "cross-site");
            using var response = await platform.Http.SendAsync(request, Stop);
            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        }
        Assert.Empty(await platform.ListAsync("/sim/faults"));
    }

    [Fact]
    public async Task Back_office_sends_alters_and_deletes()
    {
        await using var platform = await SimulatedPlatform.StartAsync();
        var office = $"/mp/{SimulatedPlatform.AppId}/office";
        Assert.Contains("《人工发出》", await PostAsync(platform, office, ("act", "send"), ("title", "人工发出")), StringComparison.Ordinal);
        var article = (await platform.ListAsync($"/sim/accounts/{SimulatedPlatform.AppId}/articles"))[0]!;
        var address = $"/mp/{SimulatedPlatform.AppId}/articles/{article["key"]}";
        await PostAsync(platform, address, ("act", "alter"));
        Assert.Contains("改动了文章", await platform.Http.GetStringAsync($"/s/{article["key"]}", Stop), StringComparison.Ordinal);
        await PostAsync(platform, address, ("act", "delete"));
        Assert.Contains("已被发布者删除", await platform.Http.GetStringAsync($"/s/{article["key"]}", Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Held_event_waits_on_the_page()
    {
        await using var platform = await SimulatedPlatform.StartAsync(new { callbackUrl = "http://127.0.0.1:9/none" });
        await PostAsync(platform, "/faults/preset", ("name", "heldEvents"));
        await platform.PostStatusAsync($"/sim/accounts/{SimulatedPlatform.AppId}/citizen-messages", new { text = "在吗" });
        Assert.Contains("全部放行", await platform.Http.GetStringAsync("/faults", Stop), StringComparison.Ordinal);
        var push = (await platform.ListAsync($"/sim/accounts/{SimulatedPlatform.AppId}/events"))[0]!;
        await PostAsync(platform, $"/mp/{SimulatedPlatform.AppId}/events/{push["id"]}", ("act", "drop"), ("back", "/faults"));
        Assert.DoesNotContain("全部放行", await platform.Http.GetStringAsync("/faults", Stop), StringComparison.Ordinal);
    }

    private static async Task<string> PostAsync(SimulatedPlatform platform, string path, params (string Name, string Value)[] fields)
    {
        using var response = await platform.Http.PostAsync(path, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))), Stop);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync(Stop);
    }
}
