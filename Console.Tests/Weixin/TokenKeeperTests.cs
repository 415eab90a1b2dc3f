using GovAccountConsole.Infrastructure.Weixin;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace GovAccountConsole.Tests.Weixin;

public sealed class TokenKeeperTests : IAsyncLifetime
{
    private static readonly WeixinAccount Account = new("wx0123456789abcdef");
    private readonly MemoryTokenStore _store = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.Zero));
    private PlatformDouble _platform = null!;
    private ServiceProvider _services = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private WeixinGateway Gateway => _services.GetRequiredService<WeixinGateway>();

    public async ValueTask InitializeAsync()
    {
        _platform = await PlatformDouble.StartAsync();
        _services = _platform.Client(_store, _time);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _platform.DisposeAsync();
    }

    [Fact]
    public async Task A_hundred_calls_at_once_fetch_one_token()
    {
        _platform.Serve(["T1"], (_, context) => PlatformDouble.Json(context, """{"ip_list":["1.2.3.4"]}"""));
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Gateway.Diagnostics.GetCallbackIpsAsync(Account, Token)));
        Assert.All(answers, answer => Assert.NotNull(answer.Value));
        Assert.Equal(1, TokenCalls);
        Assert.Equal("T1", _store.Kept?.Token);
    }

    [Theory]
    [InlineData(40001)]
    [InlineData(40014)]
    [InlineData(42001)]
    public async Task A_refused_token_is_replaced_once_and_the_call_repeated_once(int code)
    {
        _platform.Serve(["OLD", "NEW"], (call, context) => PlatformDouble.Json(context, call.Query.Contains("NEW", StringComparison.Ordinal)
            ? """{"publish_id":"7"}"""
            : $$"""{"errcode":{{code}},"errmsg":"invalid"}"""));
        var answer = await Gateway.Publishing.SubmitAsync(Account, "D", Token);
        Assert.Equal("7", answer.Value?.PublishId);
        Assert.Equal(2, TokenCalls);
        Assert.Equal(2, _platform.Calls.Count(call => call.Path == "/cgi-bin/freepublish/submit"));
    }

    [Fact]
    public async Task Many_refusals_of_one_token_make_one_new_token()
    {
        _platform.Serve(["OLD", "NEW", "TOO-MANY"], (call, context) => PlatformDouble.Json(context, call.Query.Contains("NEW", StringComparison.Ordinal)
            ? """{"ip_list":[]}"""
            : """{"errcode":40001,"errmsg":"invalid credential"}"""));
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Gateway.Diagnostics.GetCallbackIpsAsync(Account, Token)));
        Assert.All(answers, answer => Assert.NotNull(answer.Value));
        Assert.Equal(2, TokenCalls);
    }

    [Fact]
    public async Task A_token_that_the_platform_still_holds_good_is_forced_anew_once()
    {
        _platform.Handle = (call, context) => PlatformDouble.Json(context, call switch
        {
            { Path: "/cgi-bin/stable_token" } => $$"""{"access_token":"{{(call.Text.Contains("\"force_refresh\":true", StringComparison.Ordinal) ? "FORCED" : "SAME")}}","expires_in":7200}""",
            _ when call.Query.Contains("FORCED", StringComparison.Ordinal) => """{"ip_list":[]}""",
            _ => """{"errcode":40001,"errmsg":"invalid credential"}""",
        });
        var answer = await Gateway.Diagnostics.GetCallbackIpsAsync(Account, Token);
        Assert.NotNull(answer.Value);
        Assert.Equal(1, _store.Forces);
    }

    [Fact]
    public async Task Still_refused_with_a_fresh_token_the_refusal_is_handed_on()
    {
        _platform.Serve(["A", "B", "C"], (_, context) => PlatformDouble.Json(context, """{"errcode":40001,"errmsg":"invalid credential"}"""));
        var answer = await Gateway.Publishing.SubmitAsync(Account, "D", Token);
        Assert.Equal(40001, answer.Error?.Code);
        Assert.Equal(2, _platform.Calls.Count(call => call.Path == "/cgi-bin/freepublish/submit"));
    }

    [Fact]
    public async Task A_wrong_secret_is_marked_and_nothing_is_asked()
    {
        _platform.Handle = (_, context) => PlatformDouble.Json(context, """{"errcode":40125,"errmsg":"invalid appsecret"}""");
        var answer = await Gateway.Publishing.SubmitAsync(Account, "D", Token);
        Assert.Equal(40125, answer.Error?.Code);
        Assert.Equal(40125, _store.Failed);
        Assert.Single(_platform.Calls);
    }

    [Fact]
    public async Task Without_a_token_the_business_call_certainly_never_left()
    {
        _platform.Handle = (_, context) =>
        {
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        };
        var pending = Gateway.Publishing.SubmitAsync(Account, "D", Token);
        while (!pending.IsCompleted)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.True((await pending).Unknown?.NeverLeft);
        Assert.DoesNotContain(_platform.Calls, call => call.Path == "/cgi-bin/freepublish/submit");
    }

    [Fact]
    public async Task A_kept_token_serves_until_five_minutes_before_its_end()
    {
        _platform.Serve(["T1", "T2"], (_, context) => PlatformDouble.Json(context, """{"ip_list":[]}"""));
        await Gateway.Diagnostics.GetCallbackIpsAsync(Account, Token);
        _time.Advance(TimeSpan.FromSeconds(7200 - 301));
        await Gateway.Diagnostics.GetCallbackIpsAsync(Account, Token);
        Assert.Equal(1, TokenCalls);
        _time.Advance(TimeSpan.FromSeconds(2));
        await Gateway.Diagnostics.GetCallbackIpsAsync(Account, Token);
        Assert.Equal(2, TokenCalls);
    }

    [Theory]
    [InlineData(7200, 6900)]
    [InlineData(420, 120)]
    [InlineData(330, 60)]
    [InlineData(30, 60)]
    public void A_token_is_used_for_at_least_a_minute(int expiresIn, int used) =>
        Assert.Equal(DateTimeOffset.UnixEpoch.AddSeconds(used), TokenKeeper.UsableUntil(DateTimeOffset.UnixEpoch, expiresIn));

    private int TokenCalls => _platform.Calls.Count(call => call.Path == "/cgi-bin/stable_token");
}
