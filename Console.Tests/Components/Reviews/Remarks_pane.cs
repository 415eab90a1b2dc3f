using Bunit;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Reviews.Remarks;
using GovAccountConsole.Infrastructure.Reviews.Remarks;
using GovAccountConsole.Tests.Support;
using GovAccountConsole.Web.Reviews;

namespace GovAccountConsole.Tests.Components.Reviews;

/// <summary>The remarks as the author works through them.</summary>
public sealed class Remarks_pane(TestDatabase database) : PageOnDatabase(database), IClassFixture<TestDatabase>
{
    [Fact]
    public async Task The_author_says_that_it_is_mended_and_cannot_settle_a_reviewers_remark()
    {
        var post = await RemarkedAsync("滨江大道");
        SignIn(Matrix.Editor);
        var pane = Render<RemarksPane>(view => view.Add(v => v.PostId, post));
        var card = Assert.Single(await FoundAsync(pane, "[data-testid=remark-item]"));
        Assert.Contains("写清楚走哪一段", card.TextContent, StringComparison.Ordinal);
        Assert.Empty(pane.FindAll("[data-testid=settle]"));

        await pane.InvokeAsync(() => pane.Find("[data-testid=mend]").Click());
        await SoonAsync(pane, () => Assert.Empty(pane.FindAll("[data-testid=mend]")));
        var row = Assert.Single((await Database.Get<RemarkQueries>().OfPostAsync(Matrix.Editor, post, null, Token))!.Items);
        Assert.Equal((RemarkState.Mended, Matrix.Editor.PersonId), (row.State, row.Notes.Single().By.Id));
    }

    [Fact]
    public async Task A_notice_leads_to_its_own_remark()
    {
        var post = await RemarkedAsync("滨江大道", "机场");
        SignIn(Matrix.Editor);
        GoTo($"posts/{post}?remark=2");
        var pane = Render<RemarksPane>(view => view.Add(v => v.PostId, post));
        Assert.Equal("remark-2", Assert.Single(await FoundAsync(pane, ".gac-rm-on")).Id);
        await SoonAsync(pane, () => Assert.Contains(JSInterop.Invocations, call => call.Identifier == "import"));
    }

    [Fact]
    public async Task A_click_on_the_figure_leads_to_the_words()
    {
        var post = await RemarkedAsync("滨江大道");
        SignIn(Matrix.Editor);
        RemarkRow? asked = null;
        var pane = Render<RemarksPane>(view => view.Add(v => v.PostId, post).Add(v => v.Jump, row => asked = row));
        await FoundAsync(pane, ".gac-rm-number");
        await pane.InvokeAsync(() => pane.Find(".gac-rm-number").Click());
        Assert.Equal("滨江大道", asked!.Passage.Quote);
        Assert.NotNull(pane.Find(".gac-rm-on"));
    }

    [Fact]
    public async Task Without_remarks_there_is_no_pane()
    {
        var post = await Matrix.SubmittedAsync();
        SignIn(Matrix.Editor);
        var pane = Render<RemarksPane>(view => view.Add(v => v.PostId, post.Id));
        Assert.Empty(pane.FindAll("[data-testid=author-remarks]"));
    }

    private async Task<Guid> RemarkedAsync(params string[] quotes)
    {
        var post = await Matrix.SubmittedAsync();
        foreach (var quote in quotes)
        {
            Assert.True((await Database.Get<OpenRemark>().ExecuteAsync(Matrix.Reviewer, post.Id, new NewRemark(1, 0, RemarkField.Body, quote, null, "写清楚走哪一段"), Token)).Succeeded);
        }

        return post.Id;
    }
}
