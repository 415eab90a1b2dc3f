using GovAccountConsole.Infrastructure.Weixin;
using GovAccountConsole.Tests.Publishing;
using GovAccountConsole.Tests.Simulator;
using GovAccountConsole.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace GovAccountConsole.Tests.Weixin;

/// <summary>The gateway as it was compiled, whichever client is behind it, against a simulated platform with one account.</summary>
internal sealed class ClientScene : IAsyncDisposable
{
    public static readonly WeixinAccount Account = new(SimulatedPlatform.AppId);

    private readonly ServiceProvider _services;

    private ClientScene(SimulatedPlatform platform, ServiceProvider services) => (Platform, _services) = (platform, services);

    public SimulatedPlatform Platform { get; }

    public WeixinGateway Gateway => _services.GetRequiredService<WeixinGateway>();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<ClientScene> StartAsync(object? account = null)
    {
        var platform = await SimulatedPlatform.StartAsync(account);
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Weixin:ApiBaseUrl"] = platform.Address.ToString() }).Build();
        var services = new ServiceCollection().AddLogging().AddSingleton<TokenStore>(new MemoryTokenStore { Secret = SimulatedPlatform.AppSecret });
        return new(platform, services.AddWeixin(configuration).BuildServiceProvider());
    }

    public static DraftArticle Article(string cover, string title = "早高峰绕行提示𠮷😀") => new()
    {
        Title = title,
        Author = "临江交警",
        Digest = "三条路线",
        Content = "<p>明早七点起，江滨路“封闭”施工。</p>",
        ContentSourceUrl = "https://example.gov/a",
        ThumbMediaId = cover,
        NeedOpenComment = 1,
    };

    public async Task<string> CoverAsync() => Value(await Gateway.Materials.AddImageAsync(Account, UploadFile.Jpeg(DeliveryScene.Jpeg(470, 200, 1)), Stop)).MediaId;

    public async Task<string> DraftAsync() => Value(await Gateway.Drafts.AddAsync(Account, [Article(await CoverAsync())], Stop)).MediaId;

    public Task FaultAsync(object fault) => Platform.PostStatusAsync("/sim/faults", fault);

    /// <summary>How often the platform was asked on a path.</summary>
    public async Task<int> CallsAsync(string path) => (await Platform.ListAsync($"/sim/calls?appId={SimulatedPlatform.AppId}")).Count(call => (string?)call!["path"] == path);

    /// <summary>Lets the simulated platform finish its jobs.</summary>
    public Task FinishAsync(Func<Task<bool>> done)
    {
        Platform.Time.Advance(TimeSpan.FromSeconds(5));
        return Until.TrueAsync(done, Stop);
    }

    public static T Value<T>(Answer<T> answer)
        where T : class
    {
        Assert.True(answer.Value is not null, $"{answer.Error} {answer.Unknown}");
        return answer.Value;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Platform.DisposeAsync();
    }
}
