using System.Text;
using Deque.AxeCore.Playwright;
using GovAccountConsole.Tests.Support;
using Microsoft.Playwright;

namespace GovAccountConsole.Tests.EndToEnd;

/// <summary>An editor deals with what the checks say; the department brings in a list and the next check uses it.</summary>
public sealed class ChecksTests(BrowserFixture browser, DemoConsole app) : BrowserTest(browser, app), IClassFixture<DemoConsole>
{
    private const string Editor = "editor@police.demo.gov";
    private const string Supervisor = "supervisor@demo.gov";

    [Fact]
    public async Task A_typo_is_mended_by_a_click_a_landline_gets_its_reason_and_a_private_number_stops_the_post()
    {
        var session = await OpenDraftAsync();
        var page = session.Page;
        await page.Keyboard.TypeAsync("请登陆网站报名。再说一遍，请登陆网站。有事打 0510-82345678。或者打 13800001234。");

        var typos = page.Locator("[data-code=word-typo]");
        await Assertions.Expect(typos).ToHaveCountAsync(2);
        await typos.Nth(1).GetByTestId("check-fix").ClickAsync();
        await Assertions.Expect(page.Locator(".ProseMirror")).ToContainTextAsync("请登陆网站报名。再说一遍，请登录网站。");
        await Assertions.Expect(typos).ToHaveCountAsync(1);
        await typos.GetByTestId("check-jump").ClickAsync();
        await page.WaitForFunctionAsync("() => getSelection().toString() === '登陆网站'");
        await typos.GetByTestId("check-fix").ClickAsync();
        await Assertions.Expect(typos).ToHaveCountAsync(0);

        var landline = page.Locator("[data-code=personal-landline]");
        await landline.GetByTestId("check-dismiss").ClickAsync();
        await landline.GetByTestId("dismiss-reason").FillAsync("大队的值班电话，早已公布");
        await landline.GetByTestId("dismiss-keep").ClickAsync();
        await Assertions.Expect(page.Locator(".ed-check-done[data-code=personal-landline]")).ToContainTextAsync("大队的值班电话，早已公布");

        await Assertions.Expect(page.GetByTestId("act-Submit")).ToBeDisabledAsync();
        await page.Locator("[data-code=personal-mobile]").GetByTestId("check-fix").ClickAsync();
        await Assertions.Expect(page.GetByTestId("act-Submit")).ToBeEnabledAsync();
        await page.GetByTestId("act-Submit").ClickAsync();
        await Assertions.Expect(page.Locator(".ed-bar-chip")).ToContainTextAsync("审核中 1/3");
        Assert.Empty(session.Complaints);

        // The reviewer reads the reason beside the text.
        var address = page.Url;
        var reviewer = await OpenAsAsync("reviewer@police.demo.gov");
        await reviewer.GoAsync("/reviews?post=" + address[(address.LastIndexOf('/') + 1)..]);
        var checks = reviewer.Page.GetByTestId("review-checks");
        await checks.Locator("summary").ClickAsync();
        await Assertions.Expect(checks).ToContainTextAsync("大队的值班电话，早已公布");
    }

    [Fact]
    public async Task A_list_brought_in_by_the_department_is_used_by_the_next_check()
    {
        var writing = await OpenAsAsync(Editor);
        await writing.GoAsync("/posts/new");
        await writing.Page.GetByText("临江交警").First.ClickAsync();
        await writing.Page.Locator(".ProseMirror").ClickAsync();
        await writing.Page.Keyboard.TypeAsync("请到临江便民站办理。");
        var department = await OpenAsAsync(Supervisor);
        await department.GoAsync("/settings/words");
        var page = department.Page;
        await page.GetByTestId("list-file").SetInputFilesAsync(new FilePayload
        {
            Name = "坏的.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes("要找的词,改成,类别,程度,来源\r\n便民站,,胡写,必须处理,通知\r\n"),
        });
        await Assertions.Expect(page.GetByTestId("bad-cell").First).ToBeVisibleAsync();
        await page.GetByTestId("list-file").SetInputFilesAsync(new FilePayload
        {
            Name = "名称.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes("要找的词,改成,类别,程度,来源\r\n临江便民站,临江市政务服务中心,错别字,必须处理,临政办发〔2026〕9号\r\n"),
        });
        await Assertions.Expect(page.GetByTestId("list-preview")).ToContainTextAsync("新增 1 条");
        await page.GetByTestId("list-merge").ClickAsync();
        await Assertions.Expect(page.GetByTestId("list-version").First).ToContainTextAsync("名称.csv");

        // Nobody touched the page on which the post is written.
        var finding = writing.Page.Locator("[data-code=word-typo]");
        await Assertions.Expect(finding).ToContainTextAsync("临政办发〔2026〕9号");
        await finding.GetByTestId("check-fix").ClickAsync();
        await Assertions.Expect(writing.Page.Locator(".ProseMirror")).ToContainTextAsync("请到临江市政务服务中心办理。");
        Assert.Empty(department.Complaints);
    }

    [Theory]
    [InlineData("/settings/words")]
    [InlineData("/settings/names")]
    [InlineData("/settings/profiles?profile=police")]
    public async Task Everybody_reads_the_rules_who_maintains_them_changes_them_and_the_pages_are_accessible(string address)
    {
        var supervisor = await OpenAsAsync(Supervisor, width: 1366, height: 768);
        await supervisor.GoAsync(address);
        await supervisor.LiveAsync();
        var found = await supervisor.Page.RunAxe();
        Assert.True(found.Violations.Length == 0, string.Join('\n', found.Violations.Select(violation => $"{violation.Id}: {violation.Nodes[0].Html}")));
        Assert.Empty(supervisor.Complaints);

        var editor = await OpenAsAsync(Editor);
        await editor.GoAsync(address);
        await editor.LiveAsync();
        await Assertions.Expect(editor.Page.Locator("[data-testid=word-save],[data-testid=office-save],[data-testid=profile-save],[data-testid=list-file]")).ToHaveCountAsync(0);
    }

    private async Task<BrowserSession> OpenDraftAsync()
    {
        var session = await OpenAsAsync(Editor);
        var page = session.Page;
        await session.GoAsync("/posts?view=all");
        await page.GetByText("和孩子一起做一次头盔检查").First.ClickAsync();
        await page.Locator(".ProseMirror").ClickAsync();
        await page.Keyboard.PressAsync("Control+End");
        await page.Keyboard.PressAsync("Enter");
        return session;
    }
}
