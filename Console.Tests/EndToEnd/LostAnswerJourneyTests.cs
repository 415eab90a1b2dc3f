using GovAccountConsole.Tests.Support;
using Microsoft.Playwright;

namespace GovAccountConsole.Tests.EndToEnd;

/// <summary>A lost answer: 结果待核 with what was asked; the editor looks, settles it, and later puts the post right by a correction.</summary>
public sealed class LostAnswerJourneyTests(BrowserFixture browser, HastyConsole app) : BrowserTest(browser, app), IClassFixture<HastyConsole>
{
    [Fact]
    public async Task The_editor_looks_at_the_evidence_says_it_went_out_and_begins_a_correction()
    {
        var address = await app.UnconfirmedAsync("解放桥维修绕行");
        var editor = await OpenAsAsync("editor@police.demo.gov");
        await editor.GoAsync("/" + address);
        var page = editor.Page;
        await Assertions.Expect(page.GetByTestId("publication")).ToContainTextAsync("结果待核");
        await Assertions.Expect(page.GetByTestId("evidence")).ToContainTextAsync("查发布列表：没有这一篇");

        await page.GetByTestId("resolve-yes").ClickAsync();
        await page.GetByTestId("confirm-do").ClickAsync();
        await Assertions.Expect(page.GetByTestId("publication")).ToContainTextAsync("已发布");

        await page.GetByTestId("act-Correct").ClickAsync();
        await page.Locator("#confirm-reason").FillAsync("封闭时间写错");
        await page.GetByTestId("confirm-do").ClickAsync();
        await Assertions.Expect(page.GetByTestId("correction-of")).ToContainTextAsync("解放桥维修绕行");
        await Assertions.Expect(page.GetByTestId("title")).ToHaveValueAsync("【更正】解放桥维修绕行");
        await page.GetByTestId("correction-of").GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(page.GetByTestId("corrected-by")).ToContainTextAsync("【更正】解放桥维修绕行");
        Assert.Empty(editor.Complaints);
    }
}
