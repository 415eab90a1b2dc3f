using Bunit;
using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Agencies;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Infrastructure.Agencies;
using GovAccountConsole.Infrastructure.Audit;
using GovAccountConsole.Infrastructure.People;
using GovAccountConsole.Infrastructure.Posts;
using GovAccountConsole.Infrastructure.Workload;
using GovAccountConsole.Tests.Components.Reviews;
using GovAccountConsole.Web.Agencies;
using GovAccountConsole.Web.Audit;
using GovAccountConsole.Web.Operations;
using GovAccountConsole.Web.People;
using GovAccountConsole.Web.Workload;

namespace GovAccountConsole.Tests.Components.Office;

public sealed class Office_views : PageTest
{
    private static readonly AgencyNode Police = new(Guid.NewGuid(), "市公安局", null, "police", 0);

    [Fact]
    public void Workload_keeps_the_order_it_is_given_and_only_overdue_is_red()
    {
        var rows = new[]
        {
            new AgencyWorkload(Guid.NewGuid(), "市公安局", "police", new WorkFigures(1, 1, 4, 1, 0, 1, 1)),
            new AgencyWorkload(Guid.NewGuid(), "市法院", "court", new WorkFigures(9, 9, 9, 9, 9, 9, 0)),
        };

        var cut = Render<WorkloadTable<AgencyWorkload>>(view => view.Add(v => v.Rows, rows).Add(v => v.Heading, "单位").Add(v => v.Figures, row => row.Figures)
            .Add(v => v.Name, row => builder => builder.AddContent(0, row.Name)));

        var found = cut.FindAll("[data-testid=workload-row]");
        Assert.StartsWith("市公安局", found[0].TextContent.Trim(), StringComparison.Ordinal);
        Assert.Single(cut.FindAll(".gac-red"));
        Assert.Empty(cut.FindAll("th[aria-sort], th a, th button"));
    }

    [Theory]
    [InlineData("week", "2026-11-23", "2026-11-30")]
    [InlineData("last-week", "2026-11-16", "2026-11-23")]
    [InlineData("month", "2026-11-01", "2026-12-01")]
    [InlineData("century", "2026-11-23", "2026-11-30")]
    public void A_period_is_whole_shanghai_days(string name, string first, string end)
    {
        var period = WorkPeriod.Find(name, new DateOnly(2026, 11, 25));

        Assert.Equal((first, end), (period.First.ToString("O"), period.End.ToString("O")));
        Assert.Equal(TimeSpan.FromHours(-8), period.From - new DateTimeOffset(period.First.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero));
    }

    [Fact]
    public void Audit_says_what_was_done_in_words_and_links_to_it()
    {
        var post = Guid.NewGuid();
        var rows = new[]
        {
            new AuditRow(2, Now, new PersonName(Guid.NewGuid(), "周岚"), "postReturned", "post", post, Guid.NewGuid(), "市公安局", "写清几点"),
            new AuditRow(1, Now, null, "roleGranted", "person", Guid.NewGuid(), Guid.NewGuid(), "市公安局", "Editor Responder"),
            new AuditRow(0, Now, null, "somethingNew", "thing", Guid.NewGuid(), Guid.NewGuid(), "市公安局", null),
        };

        var found = Render<AuditTable>(view => view.Add(v => v.Rows, rows)).FindAll("[data-testid=audit-row]");

        Assert.Contains("退回稿件", found[0].TextContent);
        Assert.Contains("2026-11-25 10:00:00", found[0].TextContent);
        Assert.Equal($"posts/{post}", found[0].QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("编辑、客服", found[1].TextContent);
        Assert.Contains("系统", found[1].TextContent);
        Assert.Contains("somethingNew", found[2].TextContent);
    }

    [Fact]
    public void Deliveries_say_what_happened_and_what_to_do()
    {
        var row = Sample.Row() with { Status = PostStatus.Unconfirmed, Trouble = new Trouble("outcome-timeout", []) };

        var cut = Render<OperationsList>(view => view.Add(v => v.Rows, [row, row with { Id = Guid.NewGuid(), Trouble = null }]).Add(v => v.Now, Now)
            .Add(v => v.Message, trouble => $"出了 {trouble.Code}").Add(v => v.NextStep, _ => "请看手机"));

        Assert.Contains("出了 outcome-timeout 请看手机", cut.Markup);
        Assert.Contains("时间到了还没有发出", cut.Markup);
        Assert.Contains("没有需要人看的", Render<OperationsList>(view => view.Add(v => v.Rows, []).Add(v => v.Now, Now).Add(v => v.Message, _ => "").Add(v => v.NextStep, _ => "")).Markup);
    }

    [Fact]
    public async Task Grants_are_given_and_taken_from_the_panel()
    {
        var (given, taken) = (new List<(Role, Guid)>(), new List<GrantRow>());
        var person = new PersonRow(Guid.NewGuid(), "周岚", "zhoulan@demo.gov", Police.Id, "市公安局", false, Now, [new GrantRow(Role.Reviewer, Police.Id, "市公安局")]);
        var cut = Render<PersonPanel>(view => view.Add(v => v.Person, person).Add(v => v.Agencies, [Police]).Add(v => v.MayManage, true)
            .Add(v => v.OnGive, grant => given.Add(grant)).Add(v => v.OnRevoke, grant => taken.Add(grant)));

        await cut.InvokeAsync(() => cut.Find("#grant-role").Change("Responder"));
        await cut.InvokeAsync(() => cut.Find("[data-testid=give]").Click());
        await cut.InvokeAsync(() => cut.Find("[data-testid=revoke]").Click());

        Assert.Equal([(Role.Responder, Police.Id)], given);
        Assert.Equal(person.Grants, taken);
        Assert.Equal("收回市公安局的初审角色", cut.Find("[data-testid=revoke]").GetAttribute("aria-label"));
    }

    [Fact]
    public void Who_may_not_manage_sees_grants_without_buttons()
    {
        var person = new PersonRow(Guid.NewGuid(), "周岚", "zhoulan@demo.gov", null, null, false, Now, []);

        var cut = Render<PersonPanel>(view => view.Add(v => v.Person, person).Add(v => v.Agencies, []));

        Assert.Empty(cut.FindAll("button, select"));
        Assert.Contains("登录后什么也看不到", cut.Markup);
    }

    [Fact]
    public async Task A_new_person_carries_name_address_and_chosen_roles()
    {
        PersonInput? made = null;
        var cut = Render<PersonForm>(view => view.Add(v => v.Agencies, [Police]).Add(v => v.ErrorFor, _ => null).Add(v => v.OnCreate, input => made = input));

        await cut.InvokeAsync(() => cut.Find("#person-name-new").Change("田野"));
        await cut.InvokeAsync(() => cut.Find("#person-email").Change("tianye@demo.gov"));
        await cut.InvokeAsync(() => cut.FindAll(".gac-roles input")[3].Change(true));
        await cut.InvokeAsync(() => cut.Find("[data-testid=create]").Click());

        Assert.Equal(("田野", "tianye@demo.gov", Police.Id), (made!.Name, made.Email, made.AgencyId));
        Assert.Equal([Role.Editor, Role.Responder], made.Roles.Order());
    }

    [Fact]
    public async Task An_agency_is_founded_below_another()
    {
        AgencyInput? made = null;
        var cut = Render<AgencyForm>(view => view.Add(v => v.Nodes, [Police]).Add(v => v.Sectors, [new Sector("police", "公安", "警", "#1F4FA3", 1)])
            .Add(v => v.ErrorFor, field => field == "regionCode" ? "请填写地区代码。" : null).Add(v => v.OnCreate, input => made = input));

        await cut.InvokeAsync(() => cut.Find("#agency-parent").Change(Police.Id.ToString()));
        await cut.InvokeAsync(() => cut.Find("#agency-name").Input("交警支队"));
        await cut.InvokeAsync(() => cut.Find("#agency-sector").Change("police"));
        await cut.InvokeAsync(() => cut.Find("[data-testid=create]").Click());

        Assert.Equal(new AgencyInput("交警支队", "police", "", Police.Id), made);
        Assert.Contains("请填写地区代码。", cut.Markup);
    }
}
