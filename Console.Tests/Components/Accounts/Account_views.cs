using Bunit;
using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Planning;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Accounts;
using GovAccountConsole.Infrastructure.Accounts.Import;
using GovAccountConsole.Infrastructure.Agencies;
using GovAccountConsole.Web.Accounts;

namespace GovAccountConsole.Tests.Components.Accounts;

public sealed class Account_views : PageTest
{
    private const string Secret = "0123456789abcdef0123456789abcdef";

    [Fact]
    public void Only_what_is_not_normal_is_coloured()
    {
        var rows = new[] { Matrix("临江公安", lastDaysAgo: 2), Matrix("临江司法", lastDaysAgo: 12), Matrix("云湖教育", lastDaysAgo: 13, failed: "ipAllowList") };

        var cut = Render<AccountsTable>(view => view.Add(v => v.Rows, rows).Add(v => v.Now, Now));

        var found = cut.FindAll("[data-testid=account-row]");
        Assert.Contains("2 天前", found[0].TextContent);
        Assert.Null(found[0].QuerySelector(".gac-red, .gac-amber"));
        Assert.NotNull(found[1].QuerySelector("td.gac-amber"));
        Assert.NotNull(found[2].QuerySelector("td.gac-red"));
        Assert.Contains("IP 白名单未通过", found[2].TextContent);
    }

    [Fact]
    public void Quota_is_said_in_words_for_a_day_and_drawn_for_a_month()
    {
        var day = Matrix("日", quota: new QuotaView(QuotaPeriod.Day, 1, 1));
        var month = Matrix("月", quota: new QuotaView(QuotaPeriod.Month, 4, 3));

        var cut = Render<AccountsTable>(view => view.Add(v => v.Rows, [day, month]).Add(v => v.Now, Now));

        var rows = cut.FindAll("[data-testid=account-row]");
        Assert.Contains("今天额度占用中", rows[0].TextContent);
        Assert.Equal(3, rows[1].QuerySelectorAll(".gac-quota .used").Length);
        Assert.Contains("余 1", rows[1].TextContent);
    }

    [Fact]
    public void An_account_that_never_posted_and_has_nobody_says_so()
    {
        var row = Matrix("新号") with { Responsible = null };

        var cut = Render<AccountsTable>(view => view.Add(v => v.Rows, [row with { Account = row.Account with { LastPublishedAt = null } }]).Add(v => v.Now, Now));

        Assert.Contains("还没发过", cut.Markup);
        Assert.Contains("未指定", cut.Find("td.gac-amber").TextContent);
    }

    [Fact]
    public void The_facts_show_a_masked_AppID_and_no_secret()
    {
        var detail = new AccountDetail(Row("临江公安")) { HasAppSecret = true, HasToken = true, HasEncodingAesKey = true };

        var cut = Render<AccountFacts>(view => view.Add(v => v.Account, detail).Add(v => v.Now, Now));

        Assert.Contains("wx3f****91c2", cut.Markup);
        Assert.DoesNotContain("wx3f00000000091c2", cut.Markup);
        Assert.Contains("已加密保存，不再显示", cut.Markup);
    }

    [Fact]
    public async Task A_failed_check_opens_with_steps_the_value_to_copy_and_a_retest()
    {
        var (tested, copied) = (0, new List<string>());
        var checks = new[]
        {
            new CredentialCheck("appId", true, "check-ok", [], null), new CredentialCheck("ipAllowList", false, "check-allow-address", ["203.0.113.25"], 40164),
            new CredentialCheck("permissions", null, "check-not-made", [], null),
        };

        var cut = Render<ChecksPanel>(view => view.Add(v => v.Checks, checks).Add(v => v.Now, Now).Add(v => v.Sentence, check => $"说明 {check.DetailCode}")
            .Add(v => v.MayTest, true).Add(v => v.OnTest, () => tested++).Add(v => v.OnCopy, text => copied.Add(text)));

        var failed = cut.Find("[data-testid=check-ipAllowList]");
        Assert.Equal(3, failed.QuerySelectorAll(".gac-acc-steps li").Length);
        Assert.Contains("微信返回 40164", failed.TextContent);
        Assert.Contains("微信认得这个 AppID", cut.Find("[data-testid=check-appId]").TextContent);
        Assert.Contains("没有测", cut.Find("[data-testid=check-permissions]").TextContent);
        Assert.Contains("1 项通过，1 项要处理", cut.Markup);
        await cut.InvokeAsync(() => cut.Find(".gac-acc-copy button").Click());
        await cut.InvokeAsync(() => cut.Find("[data-testid=test-now]").Click());
        Assert.Equal((1, "203.0.113.25"), (tested, Assert.Single(copied)));
    }

    [Fact]
    public void Who_may_not_test_sees_the_result_without_buttons() =>
        Assert.Empty(Render<ChecksPanel>(view => view.Add(v => v.Checks, [new CredentialCheck("appId", true, "check-ok", [], null)]).Add(v => v.Now, Now).Add(v => v.Sentence, _ => "")).FindAll("button"));

    [Fact]
    public async Task Credentials_are_checked_in_form_while_typing_and_hidden()
    {
        var form = new AccountForm { Name = "号", AgencyId = Guid.NewGuid() };
        var cut = Render<CredentialFields>(view => view.Add(v => v.Form, form)
            .Add(v => v.ErrorFor, field => form.FormErrors().FirstOrDefault(error => error.Field == field)?.Code));

        await cut.InvokeAsync(() => cut.Find("[data-testid=app-id]").Change("wx12"));
        await cut.InvokeAsync(() => cut.Find("[data-testid=acc-secret]").Change("short"));
        cut.Render();

        Assert.Contains("bad-app-id", cut.Markup);
        Assert.Contains("bad-app-secret", cut.Markup);
        Assert.All(cut.FindAll(".gac-acc-secret input"), input => Assert.Equal("password", input.GetAttribute("type")));
    }

    [Fact]
    public void Made_callback_keys_have_the_form_the_platform_wants()
    {
        var form = new AccountForm { Name = "号", AppId = "wx3f00000000091c2a", AppSecret = Secret };

        form.MakeCallbackKeys();

        Assert.Empty(form.FormErrors());
        Assert.Equal((32, 43), (form.Token.Length, form.EncodingAesKey.Length));
        Assert.DoesNotContain(Secret, form.ToInput().ToString());
        form.ForgetSecrets();
        Assert.Equal(string.Empty, form.AppSecret + form.Token + form.EncodingAesKey);
    }

    [Fact]
    public void The_first_step_names_all_that_is_missing_at_once() =>
        Assert.Equal(["agencyId", "name"], new AccountForm().WhoErrors().Select(error => error.Field));

    [Fact]
    public void Who_fields_offer_the_tree_and_mark_what_is_wrong()
    {
        var agencies = new[] { new AgencyNode(Guid.NewGuid(), "市公安局", null, "police", 0), new AgencyNode(Guid.NewGuid(), "交警支队", null, "police", 1) };

        var cut = Render<WhoFields>(view => view.Add(v => v.Form, new AccountForm()).Add(v => v.Agencies, agencies).Add(v => v.ErrorFor, field => field == "name" ? "请填写名称。" : null));

        Assert.Equal("　交警支队", cut.FindAll("#acc-agency option")[2].TextContent);
        Assert.Equal("true", cut.Find("#acc-name").GetAttribute("aria-invalid"));
    }

    [Theory]
    [InlineData(true, true, true, OnboardingStep.HandOver)]
    [InlineData(true, true, false, OnboardingStep.Test)]
    public void Who_comes_back_sees_the_step_that_is_due(bool appId, bool secret, bool address, OnboardingStep step)
    {
        var checks = new[] { new CredentialCheck("appId", appId, "", [], null), new CredentialCheck("appSecret", secret, "", [], null), new CredentialCheck("ipAllowList", address, "", [], null) };

        Assert.Equal(step, Onboarding.StepOf(new AccountDetail(Row("号")) { Checks = checks }));
        Assert.Equal(OnboardingStep.Who, Onboarding.StepOf(null));
    }

    [Fact]
    public void Every_bad_cell_is_listed_with_its_reason()
    {
        var cells = new[] { new RejectedCell(3, "AppID", AccountErrors.BadAppId), new RejectedCell(3, "单位", AccountErrors.UnknownAgency) };

        var rows = Render<RejectedTable>(view => view.Add(v => v.Cells, cells).Add(v => v.Say, cell => cell.Reason.Code)).FindAll("[data-testid=bad-cell]");

        Assert.Equal(["3AppIDbad-app-id", "3单位unknown-agency"], rows.Select(row => string.Concat(row.TextContent.Where(c => !char.IsWhiteSpace(c)))));
    }

    private static AccountRow Row(string name, int lastDaysAgo = 1) => new(
        Guid.NewGuid(), Guid.NewGuid(), "市公安局", name, "wx3f00000000091c2", AccountKind.Subscription, true, Positioning.Service, AccountStatus.Active, null,
        Now.AddYears(-1), BusinessTime.At(BusinessTime.DayOf(Now).AddDays(-lastDaysAgo), new TimeOnly(9, 0)), 1);

    private static MatrixRow Matrix(string name, int lastDaysAgo = 1, string? failed = null, QuotaView? quota = null) =>
        new(Row(name, lastDaysAgo) with { Quota = quota ?? new QuotaView(QuotaPeriod.Day, 1, 0) }, "police", "公安", "警", "#1F4FA3", "李知远")
        {
            Days = new bool[28],
            Health = failed is null ? CredentialHealth.Good : CredentialHealth.Bad,
            FailedChecks = failed is null ? [] : [failed],
        };
}
