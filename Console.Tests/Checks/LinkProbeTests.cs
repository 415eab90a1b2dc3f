using System.Net;
using GovAccountConsole.Infrastructure.Checks.Links;
using GovAccountConsole.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GovAccountConsole.Tests.Checks;

/// <summary>Links are tried against a server of the test's own; whatever leads into a private network is never asked.</summary>
public sealed class LinkProbeTests : IAsyncLifetime
{
    private readonly LinkOptions _options = new() { Timeout = TimeSpan.FromSeconds(5) };
    private readonly List<string> _asked = [];
    private WebApplication _site = null!;
    private Uri _address = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _site = builder.Build();
        _site.Run(async context =>
        {
            lock (_asked)
            {
                _asked.Add($"{context.Request.Method} {context.Request.Path}");
            }

            await AnswerAsync(context);
        });
        await _site.StartAsync(Token);
        _address = new Uri(_site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public async ValueTask DisposeAsync() => await _site.DisposeAsync();

    [Theory]
    [InlineData("/here", true, 200)]
    [InlineData("/gone", false, 404)]
    [InlineData("/moved", true, 200)]
    [InlineData("/get-only", true, 200)]
    [InlineData("/closed", null, 403)]
    [InlineData("/broken", null, 500)]
    public async Task A_link_opens_is_gone_or_cannot_be_told(string path, bool? alive, int status)
    {
        Allow();
        var facts = await TryAsync(new Uri(_address, path).AbsoluteUri);
        Assert.Equal((alive, status), (facts.Alive, facts.Status));
    }

    [Fact]
    public async Task Endless_redirects_end()
    {
        Allow();
        Assert.Equal((false, "redirects"), (await TryAsync(new Uri(_address, "/round").AbsoluteUri)) is var facts ? (facts.Alive, facts.Reason) : default);
        Assert.True(_asked.Count <= 6);
    }

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://localhost/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[::ffff:127.0.0.1]/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://user:word@www.gov.cn/")]
    [InlineData("http://www.gov.cn:22/")]
    public async Task An_inside_address_is_never_asked(string address) => Assert.Equal("private", (await TryAsync(address)).Reason);

    [Fact]
    public async Task A_server_that_is_not_public_is_refused_before_a_byte_is_sent()
    {
        var facts = await TryAsync($"http://127.0.0.1:80/here");
        Assert.Equal((false, "private"), (facts.Alive, facts.Reason));
        Assert.Empty(_asked);
    }

    [Fact]
    public async Task A_redirect_inside_is_not_followed()
    {
        Allow();
        Assert.Equal("private", (await TryAsync(new Uri(_address, "/inside").AbsoluteUri)).Reason);
    }

    [Fact]
    public async Task A_name_that_turns_inside_between_two_looks_is_caught_at_the_connection()
    {
        // The resolver is asked by the connection itself and by nothing else, so what it says is what is connected to.
        var asked = 0;
        using var probe = new LinkProbe(Options.Create(_options), TimeProvider.System, (_, _) =>
        {
            asked++;
            return Task.FromResult<IPAddress[]>([IPAddress.Loopback]);
        });
        Assert.Equal("private", (await probe.TryAsync("http://rebinding.example/", Token)).Reason);
        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task A_server_that_never_answers_says_nothing_about_the_link()
    {
        Allow();
        _options.Timeout = TimeSpan.FromMilliseconds(300);
        var facts = await TryAsync(new Uri(_address, "/slow").AbsoluteUri);
        Assert.Equal((null, "no-answer"), (facts.Alive, facts.Reason));
    }

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("2400:3200::1", true)]
    [InlineData("100.64.0.1", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("0.0.0.0", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("::", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    public void Public_addresses_are_told_from_special_ones(string address, bool isPublic) => Assert.Equal(isPublic, PublicAddress.Is(IPAddress.Parse(address)));

    private static Task AnswerAsync(HttpContext context)
    {
        context.Response.StatusCode = context.Request.Path.Value switch
        {
            "/here" => 200,
            "/get-only" => context.Request.Method == "GET" ? 200 : 405,
            "/closed" => 403,
            "/broken" => 500,
            "/moved" or "/round" or "/inside" => 302,
            _ => 404,
        };
        context.Response.Headers.Location = context.Request.Path.Value switch { "/moved" => "/here", "/round" => "/round", "/inside" => "http://169.254.169.254/", _ => default(string) };
        return context.Request.Path == "/slow" ? Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted) : Task.CompletedTask;
    }

    private void Allow() => _options.AllowedHosts.Add(_address.Authority);

    private async Task<GovAccountConsole.Domain.Posts.Checks.LinkFacts> TryAsync(string address)
    {
        using var probe = new LinkProbe(Options.Create(_options), TimeProvider.System);
        return await probe.TryAsync(address, Token);
    }
}
