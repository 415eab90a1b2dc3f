using Deque.AxeCore.Playwright;
using GovAccountConsole.Infrastructure.Audit;
using GovAccountConsole.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace GovAccountConsole.Tests.EndToEnd;

/// <summary>The auditor proves who approved a published post, on paper too, and sees what was changed behind the console's back.</summary>
public sealed class EvidenceSheetTests(BrowserFixture browser, DemoConsole app) : BrowserTest(browser, app), IClassFixture<DemoConsole>
{
    private const string Auditor = "auditor@demo.gov";

    [Fact]
    public async Task The_sheet_of_a_published_post_holds_prints_and_gives_tampering_away()
    {
        var session = await OpenAsAsync(Auditor);
        var page = session.Page;
        await session.GoAsync("/posts?view=all&status=Published");
        var link = page.GetByTestId("post-row").Locator("a[href$='/evidence']").First;
        var address = (await link.GetAttributeAsync("href"))!;
        await page.GotoAsync(new Uri(App.Address, address).ToString());

        await Assertions.Expect(page.GetByTestId("evidence")).ToHaveAttributeAsync("data-holds", "true");
        await Assertions.Expect(page.GetByTestId("evidence-verdict")).ToContainTextAsync("现存内容与批准时一致");
        await Assertions.Expect(page.GetByTestId("evidence-round").First.Locator("tbody tr")).ToHaveCountAsync(3);
        Assert.Equal(64, (await page.GetByTestId("evidence-hash").InnerTextAsync()).Trim().Length);
        Assert.Empty((await page.RunAxe()).Violations);
        var pdf = await page.PdfAsync(new() { PreferCSSPageSize = true });
        Assert.Equal("%PDF"u8.ToArray(), pdf[..4]);

        var verifier = App.Services.GetRequiredService<AuditVerifier>();
        Assert.Null((await verifier.WalkAsync(null, Token)).Problem);
        var post = Guid.Parse(address.Split('/')[^2]);
        await Tampering.RunAsync(App.ConnectionString, $"UPDATE decisions SET comment = '看都没看' WHERE step = 2 AND review_id IN (SELECT id FROM reviews WHERE post_id = '{post}')");
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByTestId("evidence")).ToHaveAttributeAsync("data-holds", "false");
        await Assertions.Expect(page.Locator("[data-check=Records]")).ToHaveAttributeAsync("data-holds", "false");
        Assert.NotNull((await verifier.WalkAsync(null, Token)).Problem);

        await session.GoAsync("/audit");
        await page.GetByTestId("chain-verify").ClickAsync();
        await Assertions.Expect(page.GetByTestId("chain")).ToHaveAttributeAsync("data-whole", "false");
        await Assertions.Expect(page.GetByTestId("chain")).ToContainTextAsync("被改动");
    }
}
