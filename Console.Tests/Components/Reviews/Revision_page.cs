using Bunit;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Infrastructure.Posts;
using GovAccountConsole.Tests.Support;
using GovAccountConsole.Web.Reviews;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace GovAccountConsole.Tests.Components.Reviews;

public sealed class Revision_page(TestDatabase database) : PageOnDatabase(database), IClassFixture<TestDatabase>
{
    [Fact]
    public async Task An_old_revision_is_shown_as_it_was_and_compared_with_any_other()
    {
        var post = await TwiceWrittenAsync();
        SignIn(Matrix.Editor);
        var page = Open(post, 1);
        Assert.Contains("滨江大道", Assert.Single(await FoundAsync(page, "[data-testid=article]")).TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("ins, del"));
        var kept = await Database.Get<PostQueries>().RevisionAsync(Matrix.Editor, post, 1, Token);
        Assert.Equal(kept!.ContentHash, page.Find("[data-testid=hash]").TextContent);

        await page.InvokeAsync(() => page.Find("[data-testid=compare]").Change("2"));
        Assert.Contains("江北", (await FoundAsync(page, "ins"))[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("滨江", page.Find("del").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restoring_makes_a_new_revision_with_the_old_text()
    {
        var post = await TwiceWrittenAsync();
        SignIn(Matrix.Editor);
        var page = Open(post, 1);
        await FoundAsync(page, "[data-testid=restore]");
        await page.InvokeAsync(() => page.Find("[data-testid=restore]").Click());
        await SoonAsync(page, () => Assert.EndsWith($"posts/{post}", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal));
        var now = (await Database.Get<PostQueries>().GetAsync(Matrix.Editor, post, Token))!;
        Assert.Equal(3, now.Row.Revision);
        Assert.Contains("滨江大道", now.Articles[0].ContentHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_write_restores_nothing_and_strangers_see_nothing()
    {
        var post = await TwiceWrittenAsync();
        SignIn(Matrix.Reviewer);
        var read = Open(post, 1);
        await FoundAsync(read, "[data-testid=hash]");
        Assert.Empty(read.FindAll("[data-testid=restore]"));

        foreach (var (person, number) in new[] { (Matrix.CourtEditor, 1), (Matrix.Editor, 9) })
        {
            SignIn(person);
            var page = Open(post, number);
            await SoonAsync(page, () => Assert.Contains("没有这一版", page.Markup, StringComparison.Ordinal));
        }

        SignIn(Matrix.Editor);
        var newest = Open(post, 2);
        await FoundAsync(newest, "[data-testid=hash]");
        Assert.Empty(newest.FindAll("[data-testid=restore]"));
    }

    private IRenderedComponent<RevisionPage> Open(Guid post, int number) => Render<RevisionPage>(view => view.Add(v => v.Id, post).Add(v => v.Number, number));

    private async Task<Guid> TwiceWrittenAsync()
    {
        var post = await Matrix.CreatedAsync();
        var saved = await Database.Get<SaveDraft>().ExecuteAsync(Matrix.Editor, post.Id, post.Version, Matrix.Draft(html: "<p>去机场：走江北大道。</p>"), SaveMode.Complete, Token);
        Assert.Equal(2, saved.Value.Revision);
        return post.Id;
    }
}
