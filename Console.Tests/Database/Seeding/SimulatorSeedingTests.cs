using System.Net.Http.Json;
using System.Text.Json.Nodes;
using GovAccountConsole.Domain.Publishing;
using GovAccountConsole.Infrastructure.Data.Seeding;
using GovAccountConsole.Simulator;
using GovAccountConsole.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Tests.Database.Seeding;

/// <summary>The simulator as it is told of the demo accounts and their past.</summary>
public sealed class SimulatorSeedingTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly Uri _console = new("http://localhost:5080");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_demo_account_is_registered_with_its_past_and_what_was_changed_there_stays()
    {
        await database.Get<DemoMatrix>().CreateOnceAsync(Token);
        await using var simulator = SimulatorHost.Build(new SimulatorOptions { Urls = "http://127.0.0.1:0" });
        await simulator.StartAsync(Token);
        var address = SimulatorHost.AddressOf(simulator);
        var seeding = database.Get<SimulatorSeeding>();
        Assert.Equal(30, await seeding.RunAsync(address, _console, Token));

        using var client = new HttpClient { BaseAddress = address };
        var accounts = await client.GetFromJsonAsync<JsonArray>("/sim/accounts", Token);
        Assert.Equal(30, accounts!.Count);
        Assert.All(accounts, account => Assert.Equal($"{_console}weixin/callback/{account!["appId"]}", account["callbackUrl"]!.GetValue<string>()));

        await using var db = await database.OpenAsync();
        var published = (await db.Publications.Where(publication => publication.Status == PublicationStatus.Published).ToListAsync(Token))
            .FindAll(publication => publication.ArticleUrls.Count > 0);
        Assert.InRange(published.Count, 100, 150);
        var page = await client.GetStringAsync(new Uri(published[0].ArticleUrls[0]), Token);
        Assert.Contains("0510-0000", page, StringComparison.Ordinal);

        var appId = accounts[0]!["appId"]!.GetValue<string>();
        (await client.PutAsJsonAsync($"/sim/accounts/{appId}", new { followers = 7 }, Token)).EnsureSuccessStatusCode();
        await seeding.RunAsync(address, _console, Token);
        Assert.Equal(7, (await client.GetFromJsonAsync<JsonObject>($"/sim/accounts/{appId}", Token))!["followers"]!.GetValue<int>());
        var articles = await client.GetFromJsonAsync<JsonArray>($"/sim/accounts/{appId}/articles", Token);
        Assert.Equal(articles!.Count, articles.Select(article => article!["title"]!.GetValue<string>()).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("https://api.weixin.qq.com", false)]
    [InlineData("http://10.0.0.8:5081", false)]
    [InlineData("http://127.0.0.1:5081", true)]
    [InlineData("http://localhost:5081", true)]
    public void The_real_platform_is_never_told(string address, bool told) => Assert.Equal(told, SimulatorSeeding.MayBeSimulator(new Uri(address)));
}
