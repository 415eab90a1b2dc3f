using Bunit;
using GovAccountConsole.Domain.Publishing;
using GovAccountConsole.Infrastructure.Publishing;
using GovAccountConsole.Web.Posts;
using Microsoft.Extensions.DependencyInjection;

namespace GovAccountConsole.Tests.Components.Posts;

public sealed class The_preflight_panel : PageTest
{
    public The_preflight_panel() => Services.AddSingleton<PreflightWords>();

    [Fact]
    public void It_is_quiet_while_nothing_was_found()
    {
        var cut = Render<PreflightPanel>(panel => panel.Add(p => p.View, new PreflightView(Now.AddMinutes(-5), Now.AddHours(2), [])));
        Assert.False(cut.Find("[data-testid=preflight]").HasAttribute("open"));
        Assert.Contains("没有发现问题", cut.Markup);
        Assert.Empty(cut.FindAll("[data-testid=preflight-again]"));
    }

    [Fact]
    public async Task It_opens_with_what_to_do_and_shows_what_is_settled()
    {
        var asked = 0;
        var findings = new[] { new PreflightFinding(PreflightCause.PictureExpired, ["2"], Now.AddHours(-1)), new PreflightFinding(PreflightCause.Link, ["https://a.example/"], Now.AddHours(-3), Now.AddHours(-1)) };
        var cut = Render<PreflightPanel>(panel => panel.Add(p => p.View, new PreflightView(Now.AddMinutes(-5), null, findings)).Add(p => p.Again, () => asked++));
        Assert.True(cut.Find("[data-testid=preflight]").HasAttribute("open"));
        Assert.Contains("第 2 篇的图片到发布那天已过使用期限", cut.Find("[data-cause=PictureExpired]").TextContent);
        Assert.Contains("已解决", cut.Find("[data-cause=Link]").TextContent);
        await cut.InvokeAsync(() => cut.Find("[data-testid=preflight-again]").Click());
        Assert.Equal(1, asked);
    }

    [Fact]
    public void The_half_hour_is_counted_down()
    {
        var cut = Render<ConfirmationClock>(clock => clock.Add(c => c.Until, Now.AddMinutes(12)));
        Assert.Contains("还剩 12 分钟", cut.Markup);
        Clock.Advance(TimeSpan.FromMinutes(5));
        cut.WaitForAssertion(() => Assert.Contains("还剩 7 分钟", cut.Markup));
        Clock.Advance(TimeSpan.FromMinutes(8));
        cut.WaitForAssertion(() => Assert.Contains("已过", cut.Markup));
    }
}
