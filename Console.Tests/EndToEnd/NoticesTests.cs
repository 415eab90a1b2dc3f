using System.Globalization;
using GovAccountConsole.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Playwright;

namespace GovAccountConsole.Tests.EndToEnd;

/// <summary>A console that sends its mail to a catcher.</summary>
public sealed class MailingConsole(PostgresFixture postgres) : ConsoleApp(postgres)
{
    public MailCatcher Catcher { get; } = new();

    /// <inheritdoc />
    protected override bool Demo => true;

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await base.DisposeAsync();
        await Catcher.DisposeAsync();
    }

    /// <inheritdoc />
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Mail:Host", "127.0.0.1").UseSetting("Mail:Port", Catcher.Port.ToString(CultureInfo.InvariantCulture)).UseSetting("Mail:From", "console@linjiang.example")
            .UseSetting("Mail:Security", "None").UseSetting("Mail:Gathering", "00:00:00").UseSetting("Mail:ConsoleUrl", "https://console.linjiang.example");
    }
}

/// <summary>Told live in the open page, and by mail.</summary>
public sealed class NoticesTests(BrowserFixture browser, MailingConsole app) : BrowserTest(browser, app), IClassFixture<MailingConsole>
{
    [Fact]
    public async Task The_author_sees_live_that_the_post_came_back_and_lands_on_it()
    {
        using var author = await ApiCaller.AsAsync(app, "editor@police.demo.gov");
        using var reviewer = await ApiCaller.AsAsync(app, "reviewer@police.demo.gov");

        // Every alarm or none: quiet hours must not decide about this test.
        foreach (var person in new[] { author, reviewer })
        {
            (await person.PutAsync("me/notices", new { quiet = new { from = "00:00", to = "00:00", restDays = false } }, null)).Is(System.Net.HttpStatusCode.OK);
        }

        var account = (await author.GetAsync("accounts?status=active")).Items[0].GetProperty("id").GetString();
        var cover = (await author.UploadAsync("media", "cover.jpg", Pictures.LeftRedRightBlue(900, 383)))["id"];
        var post = (await author.PostAsync("posts", new
        {
            accountId = account, channel = "publish",
            articles = new[] { new { title = "解放桥夜间维修", author = "临江公安", digest = "周六夜间封闭", contentHtml = "<p>请走滨江大道。</p>", coverMediaId = cover, commentsOpen = false, commentsFansOnly = false } },
        })).Is(System.Net.HttpStatusCode.Created);
        var id = post["id"];

        var session = await OpenAsAsync("editor@police.demo.gov");
        await Assertions.Expect(session.Page.GetByTestId("bell-count")).ToHaveCountAsync(0);
        var submitted = (await author.PostAsync($"posts/{id}/submit")).Is(System.Net.HttpStatusCode.OK);
        await Until.TrueAsync(() => app.Catcher.Taken.Any(mail => mail.TextBody!.Contains($"https://console.linjiang.example/reviews?post={id}", StringComparison.Ordinal)), Token, TimeSpan.FromSeconds(30));

        (await reviewer.PostAsync($"posts/{id}/reviews", new { revision = submitted.Json.GetProperty("revision").GetInt32(), decision = "return", comment = "缺咨询电话" })).Is(System.Net.HttpStatusCode.OK);
        await Assertions.Expect(session.Page.GetByTestId("bell-count")).ToHaveTextAsync("1", new() { Timeout = 15_000 });
        await Assertions.Expect(session.Page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex(@"^\(1\) ", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        await session.Page.GetByTestId("bell").ClickAsync();
        var notice = session.Page.GetByTestId("notice").First;
        await Assertions.Expect(notice).ToContainTextAsync("缺咨询电话");
        await session.PhotographAsync("bell-returned");
        await notice.ClickAsync();
        await session.Page.WaitForURLAsync($"**/posts/{id}**");
        await Assertions.Expect(session.Page.GetByTestId("bell-count")).ToHaveCountAsync(0);
        Assert.Empty(session.Complaints);
    }
}
