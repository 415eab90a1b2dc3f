using System.Net;
using GovAccountConsole.Tests.Support;
using Microsoft.Playwright;

namespace GovAccountConsole.Tests.EndToEnd;

/// <summary>The door: in, out, and what it does not tell strangers.</summary>
public sealed class SigningInTests(BrowserFixture browser, DemoConsole app) : BrowserTest(browser, app), IClassFixture<DemoConsole>
{
    private const string Password = "Demo-2026!";

    [Fact]
    public async Task Signing_in_leads_where_one_wanted_to_go()
    {
        var session = await OpenAsync();
        await session.Page.GotoAsync("/posts?view=all");
        Assert.StartsWith("/login", new Uri(session.Page.Url).AbsolutePath, StringComparison.Ordinal);
        await EnterAsync(session.Page, "editor@court.demo.gov", Password);
        await session.Page.WaitForURLAsync("**/posts?view=all");
        await session.LiveAsync();
        await session.Page.Locator("[data-testid=post-row]").First.WaitForAsync();
        Assert.Empty(session.Complaints);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    public async Task Signing_in_never_leads_to_another_site(string returnUrl)
    {
        var session = await OpenAsync();
        await session.Page.GotoAsync("/login?ReturnUrl=" + Uri.EscapeDataString(returnUrl));
        await EnterAsync(session.Page, "auditor@demo.gov", Password);
        await session.LiveAsync();
        Assert.Equal(App.Address.AbsoluteUri, session.Page.Url);
    }

    [Fact]
    public async Task A_wrong_password_an_unknown_login_and_a_resting_login_sound_the_same()
    {
        var session = await OpenAsync();
        var page = session.Page;
        await page.GotoAsync("/login");
        var unknown = await RefusedAsync(page, "nobody@demo.gov", "not-the-password");
        var wrong = await RefusedAsync(page, "responder@court.demo.gov", "not-the-password");
        for (var attempt = 2; attempt <= 5; attempt++)
            Assert.Equal(wrong, await RefusedAsync(page, "responder@court.demo.gov", "not-the-password"));

        // Five in a row: now the right password is refused too, in the same words.
        var resting = await RefusedAsync(page, "responder@court.demo.gov", Password);
        Assert.Equal(unknown, wrong);
        Assert.Equal(unknown, resting);
    }

    [Fact]
    public async Task Signing_out_ends_it()
    {
        var session = await OpenAsAsync("final@court.demo.gov");
        await session.Page.Locator(".gac-bar-right details summary").Last.ClickAsync();
        await session.Page.GetByRole(AriaRole.Button, new() { Name = "退出登录" }).ClickAsync();
        await session.Page.WaitForURLAsync("**/login");
        await session.Page.GotoAsync("/posts");
        Assert.Equal("/login", new Uri(session.Page.Url).AbsolutePath);
    }

    [Fact]
    public async Task Signing_out_needs_the_token_of_the_form()
    {
        using var http = new HttpClient { BaseAddress = App.Address };
        using var answer = await http.PostAsync(new Uri("/logout", UriKind.Relative), new FormUrlEncodedContent([]), Token);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task The_door_works_without_scripts()
    {
        var session = await OpenAsync();
        await using var context = await session.Context.Browser!.NewContextAsync(new() { BaseURL = App.Address.AbsoluteUri, JavaScriptEnabled = false, Locale = "zh-CN" });
        var page = await context.NewPageAsync();
        await page.GotoAsync("/login");
        await EnterAsync(page, "reviewer@court.demo.gov", Password);
        await page.Locator("h1", new() { HasText = "工作台" }).WaitForAsync();
    }

    [Fact]
    public async Task The_language_of_the_profile_holds_where_no_switch_was_used()
    {
        var session = await OpenAsAsync("editor@police.demo.gov");
        await session.Page.GotoAsync("/account/profile");
        await session.Page.Locator("#language").SelectOptionAsync("en");
        await session.Page.Locator("main form button[type=submit]").ClickAsync();
        await session.Page.GetByText("Name, language and colours are in effect now.").WaitForAsync();
        Assert.Equal("en", await session.Page.Locator("html").GetAttributeAsync("lang"));

        // Another browser, Chinese, without the switch's cookie: the profile decides.
        var other = await OpenAsAsync("editor@police.demo.gov");
        Assert.Equal("en", await other.Page.Locator("html").GetAttributeAsync("lang"));
        await other.Page.GetByRole(AriaRole.Heading, new() { Name = "Workbench" }).WaitForAsync();
    }

    private static async Task EnterAsync(IPage page, string email, string password)
    {
        await page.Locator("#email").FillAsync(email);
        await page.Locator("#password").FillAsync(password);
        await page.Locator("form button[type=submit]").ClickAsync();
    }

    private static async Task<string> RefusedAsync(IPage page, string email, string password)
    {
        var answered = page.WaitForResponseAsync(response => response.Request.Method == "POST");
        await EnterAsync(page, email, password);
        await answered;
        return await page.Locator(".gac-note").InnerTextAsync();
    }
}
