using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Posts.Checks;
using GovAccountConsole.Infrastructure.Access;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.People;
using GovAccountConsole.Infrastructure.Posts;
using GovAccountConsole.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace GovAccountConsole.Tests.EndToEnd;

/// <summary>Two editors in one post at once: in different paragraphs, in the same one, with one of them offline. Nothing anybody typed is lost.</summary>
public sealed class WritingTogetherTests(BrowserFixture browser, DemoConsole app) : BrowserTest(browser, app), IClassFixture<DemoConsole>
{
    private const string Editor = "editor@police.demo.gov";

    [Fact]
    public async Task Two_people_typing_at_once_in_different_paragraphs_see_each_other_and_both_texts_are_saved()
    {
        var (first, second, id) = await BothAsync("甲段开头。", "中间一段谁也不改，留着隔开。", "乙段开头。");

        await Task.WhenAll(TypeAsync(first, 0, "甲写的十个字在这里了"), TypeAsync(second, 2, "乙写的十个字在那里了"));

        foreach (var page in new[] { first, second })
        {
            await Assertions.Expect(page.Locator(".ProseMirror")).ToContainTextAsync("甲段开头。甲写的十个字在这里了");
            await Assertions.Expect(page.Locator(".ProseMirror")).ToContainTextAsync("乙段开头。乙写的十个字在那里了");
            await SavedAsync(page);
        }

        // Each went on where the caret was: what comes in does not move it.
        await Task.WhenAll(first.Keyboard.TypeAsync("，接着写"), second.Keyboard.TypeAsync("，也接着写"));
        await Until.TrueAsync(async () => await BodyAsync(id) == "甲段开头。甲写的十个字在这里了，接着写\n中间一段谁也不改，留着隔开。\n乙段开头。乙写的十个字在那里了，也接着写", Token);
        await Assertions.Expect(first.GetByTestId("conflict")).ToHaveCountAsync(0);
        await NeitherMayReviewAsync(id);
    }

    [Fact]
    public async Task Two_people_at_the_same_words_are_asked_and_both_texts_can_stay()
    {
        var (first, second, id) = await BothAsync("同一段文字。", "别的段落。");

        await Task.WhenAll(TypeAsync(first, 0, "甲的补充"), TypeAsync(second, 0, "乙的补充"));

        var asked = new[] { first, second }.ToDictionary(page => page.GetByTestId("conflict").WaitForAsync());
        var beaten = asked[await Task.WhenAny(asked.Keys)];
        var text = await beaten.GetByTestId("conflict").InnerTextAsync();
        Assert.Contains("甲的补充", text, StringComparison.Ordinal);
        Assert.Contains("乙的补充", text, StringComparison.Ordinal);
        await beaten.GetByTestId("conflict-both").ClickAsync();

        await Until.TrueAsync(async () => await BodyAsync(id) is var body && body.Contains("甲的补充", StringComparison.Ordinal) && body.Contains("乙的补充", StringComparison.Ordinal), Token);
        foreach (var page in new[] { first, second })
        {
            await Assertions.Expect(page.Locator(".ProseMirror")).ToContainTextAsync("甲的补充");
            await Assertions.Expect(page.Locator(".ProseMirror")).ToContainTextAsync("乙的补充");
        }

        await Assertions.Expect(beaten.GetByTestId("conflict")).ToHaveCountAsync(0);
        await NeitherMayReviewAsync(id);
    }

    [Fact]
    public async Task Who_writes_on_offline_loses_nothing_and_takes_nothing()
    {
        var (first, second, id) = await BothAsync("甲段。", "中间一段谁也不改，留着隔开。", "乙段。");

        await first.Context.SetOfflineAsync(true);
        await TypeAsync(first, 0, "断网时写的");
        await TypeAsync(second, 2, "联网时写的");
        await Until.TrueAsync(async () => (await BodyAsync(id)).Contains("联网时写的", StringComparison.Ordinal), Token);
        await first.Context.SetOfflineAsync(false);

        await Until.TrueAsync(async () => await BodyAsync(id) is var body && body.Contains("断网时写的", StringComparison.Ordinal) && body.Contains("联网时写的", StringComparison.Ordinal), Token, TimeSpan.FromSeconds(40));
        await Assertions.Expect(first.Locator(".ProseMirror")).ToContainTextAsync("联网时写的");
        await Assertions.Expect(second.Locator(".ProseMirror")).ToContainTextAsync("断网时写的");
        await NeitherMayReviewAsync(id);
    }

    [Fact]
    public async Task Each_sees_who_else_is_here_and_where_and_nothing_of_it_is_kept()
    {
        var (first, second, id) = await BothAsync("第一段。", "第二段。");

        await TypeAsync(second, 1, "乙在");

        await Assertions.Expect(first.GetByTestId("others")).ToHaveTextAsync("秦小满也在编辑");
        await Assertions.Expect(first.Locator(".ed-colleague")).ToHaveAttributeAsync("data-colleague", "秦小满");
        await Assertions.Expect(first.Locator(".ed-colleague")).ToContainTextAsync("第二段。");
        await SavedAsync(second);
        await second.CloseAsync();
        await Assertions.Expect(first.GetByTestId("others")).ToHaveCountAsync(0);
        await using var db = await App.Services.GetRequiredService<IDbContextFactory<ConsoleDb>>().CreateDbContextAsync(Token);
        Assert.Single(await db.PostVisits.IgnoreQueryFilters().Where(visit => visit.PostId == id).ToListAsync(Token));
    }

    private static Task SavedAsync(IPage page) => page.Locator("[data-testid=save-state][data-state=Saved]").WaitForAsync(new() { State = WaitForSelectorState.Attached });

    private static async Task TypeAsync(IPage page, int paragraph, string text)
    {
        await page.Locator(".ProseMirror > p").Nth(paragraph).ClickAsync();
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.TypeAsync(text, new() { Delay = 30 });
    }

    private async Task<(IPage First, IPage Second, Guid Id)> BothAsync(params string[] paragraphs)
    {
        var author = await ActorAsync(Editor);
        var account = (await App.Services.GetRequiredService<SlotQueries>().WritableAsync(author, Token)).First(row => row.Name.Contains("交警", StringComparison.Ordinal));
        var draft = new PostDraft(account.Id, Channel.Publish, null, [new Article("两个人写的一篇", "临江交警", string.Empty, string.Concat(paragraphs.Select(text => $"<p>{text}</p>")), null, null, false, false)]);
        var created = await App.Services.GetRequiredService<CreatePost>().ExecuteAsync(author, draft, SaveMode.Complete, Token);
        var colleague = await ColleagueAsync(account.Id);
        var address = $"/posts/{created.Value.Id}";
        var pages = new List<IPage>();
        foreach (var (email, password) in new[] { (Editor, "Demo-2026!"), colleague })
        {
            var session = await OpenAsync();
            await session.SignInAsync(email, password);
            await session.GoAsync(address);
            await session.Page.Locator(".ProseMirror > p").First.WaitForAsync();
            pages.Add(session.Page);
        }

        return (pages[0], pages[1], created.Value.Id);
    }

    private async Task<(string Email, string Password)> ColleagueAsync(Guid accountId)
    {
        await using var db = await App.Services.GetRequiredService<IDbContextFactory<ConsoleDb>>().CreateDbContextAsync(Token);
        var agency = await db.Accounts.IgnoreQueryFilters().Where(row => row.Id == accountId).Select(row => row.AgencyId).SingleAsync(Token);
        var email = $"second-{Guid.NewGuid():N}@police.demo.gov";
        var made = await App.Services.GetRequiredService<CreatePerson>().ExecuteAsync(await ActorAsync("admin@demo.gov"), new PersonInput("秦小满", email, agency, [Role.Editor, Role.Reviewer]), Token);
        return (email, made.Value.Password);
    }

    private async Task<Actor> ActorAsync(string email)
    {
        await using var db = await App.Services.GetRequiredService<IDbContextFactory<ConsoleDb>>().CreateDbContextAsync(Token);
        var id = await db.Users.Where(person => person.Email == email).Select(person => person.Id).SingleAsync(Token);
        return await App.Services.GetRequiredService<ActorSource>().GetAsync(id, Token);
    }

    private async Task<string> BodyAsync(Guid id) => string.Join('\n', HtmlText.Paragraphs((await DetailAsync(id)).Articles[0].ContentHtml));

    private async Task<PostDetail> DetailAsync(Guid id) => (await App.Services.GetRequiredService<PostQueries>().GetAsync(await ActorAsync(Editor), id, Token))!;

    private async Task NeitherMayReviewAsync(Guid id)
    {
        var detail = await DetailAsync(id);
        Assert.Equal(2, detail.Contributors.Count);
        await using var db = await App.Services.GetRequiredService<IDbContextFactory<ConsoleDb>>().CreateDbContextAsync(Token);
        var post = await db.Posts.IgnoreQueryFilters().SingleAsync(row => row.Id == id, Token);
        Assert.Equal(detail.Contributors.Select(person => person.Id).Order(), post.Contributors.Select(row => row.PersonId).Order());
    }
}
