using Bunit;
using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Infrastructure.Reviews;
using GovAccountConsole.Tests.Support;
using GovAccountConsole.Web.Reviews.Plans;

namespace GovAccountConsole.Tests.Components.Reviews;

public sealed class Plans_page(TestDatabase database) : PageOnDatabase(database), IClassFixture<TestDatabase>
{
    [Fact]
    public async Task A_plan_reads_as_a_sentence_and_a_trial_names_people()
    {
        SignIn(Matrix.Administrator);
        var page = Render<PlansPage>();
        await FoundAsync(page, "[data-testid=try-result]");
        Assert.Contains("三审三校", page.Markup, StringComparison.Ordinal);
        await page.InvokeAsync(() => page.Find("#try-account").Change(Matrix.PoliceAccount.Id.ToString()));
        await SoonAsync(page, () => Assert.Contains("周岚", page.Find("[data-testid=try-result]").TextContent, StringComparison.Ordinal));
        Assert.NotNull(page.Find("[data-testid=plan-new]"));
    }

    [Fact]
    public async Task Who_does_not_maintain_plans_reads_and_tries_them_only()
    {
        SignIn(Matrix.Editor);
        GoTo("settings/review-plans?plan=new");
        var page = Render<PlansPage>();
        await FoundAsync(page, "[data-testid=try-result]");
        Assert.Empty(page.FindAll("[data-testid=plan-new], [data-testid=plan-form], [data-testid=plan-retire]"));
    }

    [Fact]
    public async Task A_plan_for_one_account_is_made_in_the_page_and_chosen_for_it_alone()
    {
        SignIn(Matrix.Administrator);
        GoTo("settings/review-plans?plan=new");
        var page = Render<PlansPage>();
        await FoundAsync(page, "[data-testid=plan-form]");
        await page.InvokeAsync(() => page.Find("#plan-name").Input("交警专用"));
        await page.InvokeAsync(() => page.Find("[data-testid=plan-account-add]").Change(Matrix.TrafficAccount.Id.ToString()));
        Assert.Contains(Matrix.TrafficAccount.Name, page.Find("[data-testid=plan-accounts]").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(page.FindAll("[data-testid=plan-account-add] option"), option => option.GetAttribute("value") == Matrix.TrafficAccount.Id.ToString());
        await page.InvokeAsync(() => page.Find("[data-testid=plan-save]").Click());

        await FoundAsync(page, "[data-testid=plan]");
        var made = (await Database.Get<ReviewPlanQueries>().ListAsync(Matrix.Administrator, Token)).FirstOrDefault(plan => plan.Name == "交警专用");
        Assert.NotNull(made);
        Assert.Equal([Matrix.TrafficAccount.Id], made.When.Accounts);
        Assert.Equal(made.Id, (await TryAsync(Matrix.TrafficAccount.Id)).Plan.Id);
        Assert.Equal(ReviewPlan.DefaultId, (await TryAsync(Matrix.PoliceAccount.Id)).Plan.Id);
        Assert.True((await Database.Get<RetireReviewPlan>().ExecuteAsync(Matrix.Administrator, made.Id, Token)).Succeeded);
    }

    [Fact]
    public async Task What_is_wrong_with_a_plan_stands_at_its_field_and_nothing_is_stored()
    {
        SignIn(Matrix.Administrator);
        GoTo("settings/review-plans?plan=new");
        var page = Render<PlansPage>();
        await FoundAsync(page, "[data-testid=plan-form]");
        await page.InvokeAsync(() => page.Find("[data-testid=plan-save]").Click());
        await SoonAsync(page, () => Assert.Equal("true", page.Find("#plan-name").GetAttribute("aria-invalid")));
        Assert.DoesNotContain(await Database.Get<ReviewPlanQueries>().ListAsync(Matrix.Administrator, Token), plan => plan.Name.Length == 0);
    }

    private async Task<PlanTrial> TryAsync(Guid account) =>
        (await Database.Get<ReviewPlanQueries>().TryAsync(Matrix.Administrator, new PlanQuestion(null, account, Channel.Publish, []), Token))!;
}
