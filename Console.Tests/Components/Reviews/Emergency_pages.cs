using Bunit;
using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Emergencies;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Infrastructure.Emergencies;
using GovAccountConsole.Infrastructure.Posts;
using GovAccountConsole.Infrastructure.Reviews;
using GovAccountConsole.Tests.Support;
using GovAccountConsole.Web.Emergencies;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Tests.Components.Reviews;

/// <summary>设置 → 应急发布, and the page on which a follow-up is read.</summary>
public sealed class Emergency_pages(TestDatabase database) : PageOnDatabase(database), IClassFixture<TestDatabase>
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await using var db = await Database.OpenAsync(Matrix.Department.Id);
        await db.Set<EmergencyDesignation>().ExecuteDeleteAsync(Token);
    }

    [Fact]
    public async Task Somebody_is_named_and_taken_back_and_named_only_once()
    {
        SignIn(Matrix.Administrator);
        var page = Render<EmergencySettingsPage>();
        await FoundAsync(page, "[data-testid=designate-form]");
        await NameAsync(page);
        Assert.Contains("李知远", Assert.Single(await FoundAsync(page, "[data-testid=designation]")).TextContent, StringComparison.Ordinal);

        await NameAsync(page);
        await SoonAsync(page, () => Assert.Contains("已经是这个单位的应急发布人", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Single(page.FindAll("[data-testid=designation]"));

        await page.InvokeAsync(() => page.Find("[data-testid=revoke]").Click());
        await SoonAsync(page, () => Assert.Empty(page.FindAll("[data-testid=revoke]")));
        Assert.Single(page.FindAll("[data-testid=designation]"));
    }

    [Fact]
    public async Task What_is_missing_is_said_and_nobody_is_named()
    {
        SignIn(Matrix.Administrator);
        var page = Render<EmergencySettingsPage>();
        await FoundAsync(page, "[data-testid=designate-form]");
        await page.InvokeAsync(() => page.Find("[data-testid=designate-form]").Submit());
        await FoundAsync(page, "[role=alert]");
        Assert.Empty(page.FindAll("[data-testid=designation]"));
    }

    [Fact]
    public async Task Who_may_not_name_sees_the_list_without_the_form()
    {
        SignIn(Matrix.FinalReviewer);
        var page = Render<EmergencySettingsPage>();
        await SoonAsync(page, () => Assert.Contains("gac-empty", page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("[data-testid=designate-form]"));
    }

    [Fact]
    public async Task A_follow_up_is_read_and_approved_on_its_page()
    {
        var post = await ApprovedInEmergencyAsync();
        SignIn(Matrix.Reviewer);
        var page = Render<FollowUpPage>(view => view.Add(v => v.Id, post));
        await FoundAsync(page, "[data-testid=follow-up-approve]");
        Assert.Contains("桥面塌陷", page.Markup, StringComparison.Ordinal);
        Assert.Contains("滨江大道", page.Find("[data-testid=article]").TextContent, StringComparison.Ordinal);
        Assert.Equal(64, page.Find("[data-testid=hash]").TextContent.Length);

        await page.InvokeAsync(() => page.Find("[data-testid=follow-up-approve]").Click());
        await SoonAsync(page, () => Assert.Empty(page.FindAll("[data-testid=follow-up-approve]")));
        var said = (await Database.Get<PostQueries>().GetAsync(Matrix.Editor, post, Token))!.Emergency!.Decisions;
        Assert.Equal((Matrix.Reviewer.PersonId, FollowUpVerdict.Approve), (Assert.Single(said).By.Id, said[0].Decision));
    }

    [Fact]
    public async Task Who_wrote_or_approved_it_reads_why_it_is_not_theirs()
    {
        var post = await ApprovedInEmergencyAsync();
        foreach (var person in new[] { Matrix.Editor, Matrix.FinalReviewer })
        {
            SignIn(person);
            var page = Render<FollowUpPage>(view => view.Add(v => v.Id, post));
            Assert.NotEmpty(Assert.Single(await FoundAsync(page, "[data-testid=follow-up-refusal]")).TextContent);
            Assert.Empty(page.FindAll("[data-testid=follow-up-approve], [data-testid=follow-up-object]"));
        }

        SignIn(Matrix.CourtEditor);
        var strange = Render<FollowUpPage>(view => view.Add(v => v.Id, post));
        await SoonAsync(strange, () => Assert.Contains("gac-empty", strange.Markup, StringComparison.Ordinal));
    }

    private async Task NameAsync(IRenderedComponent<EmergencySettingsPage> page)
    {
        await page.InvokeAsync(() => page.Find("[data-testid=designate-agency]").Change(Matrix.Police.Id.ToString()));
        await SoonAsync(page, () => Assert.Contains(page.FindAll("[data-testid=designate-person] option"), option => option.TextContent == "李知远"));
        await page.InvokeAsync(() => page.Find("[data-testid=designate-person]").Change(Matrix.Editor.PersonId.ToString()));
        await page.InvokeAsync(() => page.Find("[data-testid=designate-until]").Change("2026-12-20"));
        await page.InvokeAsync(() => page.Find("[data-testid=designate-reason]").Change("夜间值班"));
        await page.InvokeAsync(() => page.Find("[data-testid=designate-form]").Submit());
    }

    private async Task<Guid> ApprovedInEmergencyAsync()
    {
        await Database.Get<DesignateEmergency>().ExecuteAsync(
            Matrix.Administrator, new DesignationInput(Matrix.Editor.PersonId, Matrix.Police.Id, Database.Time.GetUtcNow().AddDays(3), "夜间值班"), Token);
        var post = await Matrix.CreatedAsync();
        Assert.True((await Database.Get<DeclareEmergency>().ExecuteAsync(Matrix.Editor, post.Id, "桥面塌陷", null, Token)).Succeeded);
        Assert.True((await Database.Get<DecidePost>().ExecuteAsync(Matrix.FinalReviewer, post.Id, 1, new Verdict(DecisionKind.Approve, null), Token)).Succeeded);
        return post.Id;
    }
}
