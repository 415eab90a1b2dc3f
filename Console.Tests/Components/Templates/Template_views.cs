using Bunit;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Domain.Templates;
using GovAccountConsole.Infrastructure.Reviews;
using GovAccountConsole.Infrastructure.Templates;
using GovAccountConsole.Web.Templates;

namespace GovAccountConsole.Tests.Components.Templates;

/// <summary>The list of templates, the editor of facts, and what a template becomes while it is typed.</summary>
public sealed class Template_views : PageTest
{
    [Fact]
    public void The_list_says_whose_a_template_is_what_it_asks_for_and_which_review_it_brings()
    {
        var (own, shared) = (Row("police", "警情通报", isTop: false, mayChange: true), Row("water", "停水通知", isTop: true, mayChange: false));
        var plan = new PlanRow(Guid.CreateVersion7(), "通报四审", 1, [], PlanConditions.Any with { Templates = ["police"] }, null, null, 1, new Dictionary<Guid, string>());
        var cut = Render<TemplateList>(view => view.Add(v => v.Rows, [own, shared]).Add(v => v.Plans, [plan]).Add(v => v.MayPlan, true));

        var first = cut.Find("[data-template=police]");
        Assert.Contains("单位自用", first.TextContent);
        Assert.Contains("停水时间", first.TextContent);
        Assert.Equal($"settings/review-plans?plan={plan.Id}", first.QuerySelector(".gac-tpl-plan")!.GetAttribute("href"));
        var second = cut.Find("[data-template=water]");
        Assert.Contains("共用", second.TextContent);
        Assert.Equal("settings/review-plans?plan=new&kind=water", second.QuerySelector(".gac-tpl-plan")!.GetAttribute("href"));
        Assert.Null(second.QuerySelector("[data-testid=template-retire]"));
        Assert.NotNull(second.QuerySelector("[data-testid=template-look]"));
    }

    [Fact]
    public void A_retired_template_can_be_changed_but_not_retired_again_and_an_empty_list_teaches()
    {
        var row = Row("water", "停水通知", isTop: true, mayChange: true);
        Assert.True(row.Template.Retire(null, Now).Succeeded);

        var cut = Render<TemplateList>(view => view.Add(v => v.Rows, [row]));

        Assert.Contains("已停用", cut.Find("[data-template=water]").TextContent);
        Assert.Empty(cut.FindAll("[data-testid=template-retire]"));
        Assert.Contains("还没有模板", Render<TemplateList>(view => view.Add(v => v.Rows, [])).Markup);
    }

    [Fact]
    public async Task A_fact_that_stands_nowhere_is_marked_and_can_be_put_into_the_text_or_taken_out()
    {
        var edit = TemplateEdit.Of(Row("water", "停水通知", isTop: true, mayChange: true).Template);
        var placed = new List<FactEdit>();
        var cut = Render<TemplateFacts>(view => view.Add(v => v.Edit, edit).Add(v => v.ErrorFor, _ => null).Add(v => v.Place, placed.Add));
        Assert.NotNull(cut.Find("[data-fact=停水时间] [data-testid=fact-find]"));

        await cut.InvokeAsync(() => cut.Find("[data-testid=fact-label]").Input("求助电话"));
        await cut.InvokeAsync(() => cut.Find("form").Submit());

        Assert.Equal(("求助电话", FieldKind.Phone), (Assert.Single(placed).Label, placed[0].Kind));
        Assert.Contains("漏填了也查不出来", cut.Find("[data-fact=求助电话]").TextContent);
        await cut.InvokeAsync(() => cut.Find("[data-fact=求助电话] [data-testid=fact-remove]").Click());
        Assert.Equal("停水时间", Assert.Single(edit.Facts).Label);
    }

    [Fact]
    public void Facts_follow_the_blanks_of_the_text_while_it_is_typed()
    {
        var edit = TemplateEdit.Of(null);
        edit.Text.ContentHtml = "<p>停水时间：〔停水〕</p>";
        edit.Follow();
        edit.Text.ContentHtml = "<p>停水时间：〔停水时间〕，按〔2026〕12号</p>";
        edit.Follow();

        var fact = Assert.Single(edit.Facts);
        Assert.Equal(("停水时间", FieldKind.When, true), (fact.Label, fact.Kind, fact.Required));
        fact.FromText = false;
        edit.Text.ContentHtml = "<p>停水</p>";
        edit.Follow();
        Assert.False(edit.IsPlaced(Assert.Single(edit.Facts)));
    }

    private static TemplateRow Row(string key, string name, bool isTop, bool mayChange)
    {
        var agency = Guid.CreateVersion7();
        var version = new TemplateVersion(1, "停水", "", "", "<p>停水时间：〔停水时间〕</p>", [new TemplateField("when", "停水时间", FieldKind.When, true)], null, Now);
        return new TemplateRow(PostTemplate.Create(agency, key, name, "什么时候停", version).Value, new TemplateOwner(agency, isTop ? "市委宣传部" : "市公安局", isTop), null, mayChange);
    }
}
