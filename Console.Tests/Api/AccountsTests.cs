using System.Net;
using System.Text;
using System.Text.Json;
using GovAccountConsole.Tests.Support;

namespace GovAccountConsole.Tests.Api;

/// <summary>Accounts, agencies, import, operations and audit by the contract.</summary>
public sealed class AccountsTests(DemoConsole app) : IClassFixture<DemoConsole>
{
    private const string Secret = "0123456789abcdef0123456789abcdef";
    private const string AesKey = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";

    private static int _next = 5000;

    [Fact]
    public async Task An_account_is_applied_for_verified_and_changed()
    {
        using var admin = await ApiCaller.AsAsync(app, "admin@demo.gov");
        var (agency, appId) = (await AgencyAsync(admin), AppId());
        var applied = (await admin.PostAsync("accounts", Body(agency, appId))).Is(HttpStatusCode.Created);
        Assert.Equal(("applied", appId, "subscription", "media"), (applied["status"], applied["appId"], applied["kind"], applied["positioning"]));
        Assert.Equal("day", applied.Json.GetProperty("quota").GetProperty("period").GetString());
        Assert.Equal(
            ["id", "agencyId", "agencyName", "name", "appId", "kind", "verified", "positioning", "status", "quota"],
            applied.Json.EnumerateObject().Select(member => member.Name));
        var address = "accounts/" + applied["id"];

        Assert.Equal("app-id-taken", (await admin.PostAsync("accounts", Body(agency, appId))).Is(HttpStatusCode.Conflict).Code);
        Assert.Equal("not-verified", (await (await SupervisorAsync()).PostAsync(address + "/approve")).Is(HttpStatusCode.Conflict).Code);

        // The simulated platform does not know this AppID.
        var verified = (await admin.PostAsync(address + "/verify")).Is(HttpStatusCode.OK);
        Assert.Equal("verifying", verified["status"]);
        var checks = verified.Json.GetProperty("checks").EnumerateArray().ToDictionary(check => check.GetProperty("name").GetString()!, StringComparer.Ordinal);
        Assert.Equal(["appId", "appSecret", "callback", "ipAllowList", "permissions", "verification"], checks.Keys.Order(StringComparer.Ordinal));
        Assert.False(checks["appId"].GetProperty("ok").GetBoolean());
        Assert.Equal(40013, checks["appId"].GetProperty("errorCode").GetInt32());
        Assert.Equal(JsonValueKind.Null, checks["permissions"].GetProperty("ok").ValueKind);
        Assert.DoesNotMatch("[\u4e00-\u9fff]", checks["appId"].GetProperty("detail").GetString()!);

        var before = await admin.GetAsync(address);
        var change = Body(agency, appId, secrets: false, name: "临江新名");
        Assert.Equal("if-match-required", (await admin.PutAsync(address, change, null)).Is((HttpStatusCode)428).Code);
        var changed = (await admin.PutAsync(address, change, before.ETag)).Is(HttpStatusCode.OK);
        Assert.NotEqual(before.ETag, changed.ETag);
        Assert.Equal("stale", (await admin.PutAsync(address, change, before.ETag)).Is(HttpStatusCode.PreconditionFailed).Code);

        Assert.Equal("validation", (await admin.PostAsync(address + "/close", new { })).Is(HttpStatusCode.BadRequest).Code);
        Assert.Equal("closed", (await admin.PostAsync(address + "/close", new { reason = "机构撤并" })).Is(HttpStatusCode.OK)["status"]);
        Assert.Equal("account-closed", (await admin.PostAsync(address + "/verify")).Is(HttpStatusCode.Conflict).Code);
        var audit = (await admin.GetAsync("audit?subject=" + applied["id"])).Items;
        Assert.Equal(["accountClosed", "accountChanged", "accountVerified", "accountApplied"], audit.Select(entry => entry.GetProperty("action").GetString()));
        Assert.Equal("account", audit[0].GetProperty("subject").GetProperty("type").GetString());
    }

    [Fact]
    public async Task What_is_wrong_with_an_account_is_named_field_by_field()
    {
        using var admin = await ApiCaller.AsAsync(app, "admin@demo.gov");
        var refused = (await admin.PostAsync("accounts", new { agencyId = await AgencyAsync(admin), name = new string('名', 31), appId = "x", appSecret = "y", token = "z!", encodingAesKey = "k", kind = "service", positioning = "media" })).Is(HttpStatusCode.BadRequest);
        Assert.Equal(
            ["appId", "appSecret", "encodingAesKey", "name", "token"],
            refused.Json.GetProperty("errors").EnumerateObject().Select(error => error.Name).Order(StringComparer.Ordinal));
        Assert.Equal("unknown-agency", (await admin.PostAsync("accounts", Body(Guid.NewGuid().ToString(), AppId()))).Is(HttpStatusCode.NotFound).Code);
    }

    [Fact]
    public async Task An_active_account_is_frozen_and_thawed_by_a_supervisor()
    {
        using var supervisor = await SupervisorAsync();
        var id = (await supervisor.GetAsync("accounts?status=active")).Items[^1].GetProperty("id").GetString();

        Assert.Equal("suspended", (await supervisor.PostAsync($"accounts/{id}/suspend", new { reason = "负责人调离" })).Is(HttpStatusCode.OK)["status"]);
        Assert.Equal("account-suspended", (await supervisor.PostAsync($"accounts/{id}/suspend", new { reason = "a" })).Is(HttpStatusCode.Conflict).Code);
        Assert.Equal("active", (await supervisor.PostAsync($"accounts/{id}/resume")).Is(HttpStatusCode.OK)["status"]);
        Assert.Equal("forbidden", (await supervisor.PostAsync($"accounts/{id}/close", new { reason = "a" })).Is(HttpStatusCode.Forbidden).Code);
    }

    [Fact]
    public async Task A_spreadsheet_is_imported_whole_or_in_part()
    {
        using var admin = await ApiCaller.AsAsync(app, "admin@demo.gov");
        var (good, bad) = (AppId(), "wx1");
        var csv = Encoding.UTF8.GetBytes(
            $"单位,名称,AppID,AppSecret,Token,EncodingAESKey,类型,已认证,功能定位\n市公安局,甲号,{good},{Secret},Token1,{AesKey},订阅号,是,服务型\n市公安局,乙号,{bad},{Secret},Token1,{AesKey},订阅号,是,服务型\n");

        var whole = (await admin.UploadAsync("accounts/import", "名单.csv", csv)).Is(HttpStatusCode.OK);
        Assert.Equal(0, whole.Json.GetProperty("accepted").GetInt32());
        var cell = Assert.Single(whole.Json.GetProperty("rejected").EnumerateArray());
        Assert.Equal((3, "AppID"), (cell.GetProperty("row").GetInt32(), cell.GetProperty("column").GetString()));
        Assert.False(string.IsNullOrWhiteSpace(cell.GetProperty("message").GetString()));
        Assert.Empty((await admin.GetAsync("accounts?q=" + good)).Items);

        Assert.Equal(1, (await admin.UploadAsync("accounts/import?partial=true", "名单.csv", csv)).Is(HttpStatusCode.OK).Json.GetProperty("accepted").GetInt32());
        Assert.Single((await admin.GetAsync("accounts?q=" + good)).Items);

        Assert.Equal("import-unsupported-type", (await admin.UploadAsync("accounts/import", "a.pdf", csv)).Is(HttpStatusCode.UnsupportedMediaType).Code);
        Assert.Equal("validation", (await admin.UploadAsync("accounts/import", "a.xlsx", csv)).Is(HttpStatusCode.BadRequest).Code);
        Assert.Equal("validation", (await admin.UploadAsync("accounts/import?partial=maybe", "a.csv", csv)).Is(HttpStatusCode.BadRequest).Code);
        using var supervisor = await SupervisorAsync();
        Assert.Equal("forbidden", (await supervisor.UploadAsync("accounts/import", "a.csv", csv)).Is(HttpStatusCode.Forbidden).Code);
    }

    [Fact]
    public async Task An_agency_is_founded_below_another()
    {
        using var admin = await ApiCaller.AsAsync(app, "admin@demo.gov");
        var parent = await AgencyAsync(admin);
        var body = new { name = "新设科室", sector = "公安", regionCode = "320500", parentId = parent };
        var founded = (await admin.PostAsync("agencies", body)).Is(HttpStatusCode.Created);

        Assert.Equal(parent, founded["parentId"]);
        Assert.Equal("agency-name-taken", (await admin.PostAsync("agencies", body)).Is(HttpStatusCode.Conflict).Code);
        Assert.Equal(founded["id"], (await admin.GetAsync($"agencies?parent={parent}&q={Uri.EscapeDataString("新设")}")).Items.Single().GetProperty("id").GetString());
        (await admin.PostAsync("agencies", new { name = "a", sector = "公安", regionCode = "320500", parentId = Guid.NewGuid() })).Is(HttpStatusCode.NotFound);
        var refused = (await admin.PostAsync("agencies", new { name = "a/b", sector = "没有", regionCode = "x", parentId = parent })).Is(HttpStatusCode.BadRequest);
        Assert.Equal(["name", "regionCode", "sector"], refused.Json.GetProperty("errors").EnumerateObject().Select(error => error.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_matrix_is_stopped_and_resumed_for_a_reason()
    {
        using var supervisor = await SupervisorAsync();
        using var editor = await ApiCaller.AsAsync(app, "editor@police.demo.gov");
        Assert.Equal("validation", (await supervisor.PostAsync("operations/stop", new { })).Is(HttpStatusCode.BadRequest).Code);
        Assert.Equal("forbidden", (await editor.PostAsync("operations/stop", new { reason = "a" })).Is(HttpStatusCode.Forbidden).Code);

        Assert.True((await supervisor.PostAsync("operations/stop", new { reason = "演练" })).Is(HttpStatusCode.OK).Json.GetProperty("stopped").GetBoolean());
        Assert.Equal("already-stopped", (await supervisor.PostAsync("operations/stop", new { reason = "演练" })).Is(HttpStatusCode.Conflict).Code);
        Assert.True((await editor.GetAsync("operations")).Json.GetProperty("stopped").GetBoolean());
        Assert.False((await supervisor.PostAsync("operations/resume", new { reason = "演练结束" })).Is(HttpStatusCode.OK).Json.GetProperty("stopped").GetBoolean());
        Assert.Equal("not-stopped", (await supervisor.PostAsync("operations/resume", new { reason = "a" })).Is(HttpStatusCode.Conflict).Code);
    }

    [Fact]
    public async Task Citizens_messages_are_read_and_a_reply_that_cannot_be_sent_says_so()
    {
        using var responder = await ApiCaller.AsAsync(app, "responder@police.demo.gov");
        var thread = (await responder.GetAsync("threads?status=waiting")).Items[0];
        var id = thread.GetProperty("id").GetString();

        var messages = (await responder.GetAsync($"threads/{id}/messages")).Items;
        Assert.Contains(messages, message => message.GetProperty("direction").GetString() == "in");
        Assert.Equal("validation", (await responder.PostAsync($"threads/{id}/replies", new { text = " " })).Is(HttpStatusCode.BadRequest).Code);
        Assert.Equal("validation", (await responder.PostAsync($"threads/{id}/replies", new { text = new string('长', 700) })).Is(HttpStatusCode.BadRequest).Code);
        // The simulated platform of this test knows no follower of the account.
        var refused = await responder.PostAsync($"threads/{id}/replies", new { text = "您好" });
        Assert.Equal((HttpStatusCode.Conflict, "weixin-43004"), (refused.Status, refused.Code));
        Assert.DoesNotContain("weixin-", refused["detail"], StringComparison.Ordinal);
        Assert.Equal(messages.Length, (await responder.GetAsync($"threads/{id}/messages")).Items.Length);
    }

    [Fact]
    public async Task Workload_shows_a_person_only_to_those_whose_concern_it_is()
    {
        using var reviewer = await ApiCaller.AsAsync(app, "reviewer@police.demo.gov");
        using var final = await ApiCaller.AsAsync(app, "final@police.demo.gov");
        var me = (await reviewer.GetAsync("me"))["id"];

        Assert.Equal([me], PeopleOf(await reviewer.GetAsync("workload")));
        Assert.Contains(me, PeopleOf(await final.GetAsync("workload")));
        var report = (await final.GetAsync("workload")).Json.GetProperty("agencies")[0];
        Assert.Equal(
            ["id", "name", "written", "submitted", "reviewed", "returned", "published", "waiting", "overdue", "emergencyPublished", "followUpsOverdue"], report.EnumerateObject().Select(member => member.Name));

        static string?[] PeopleOf(ApiAnswer answer) => [.. answer.Json.GetProperty("people").EnumerateArray().Select(person => person.GetProperty("id").GetString())];
    }

    private static string AppId() => $"wx{Interlocked.Increment(ref _next):0000000000000000}";

    private static async Task<string> AgencyAsync(ApiCaller caller) =>
        (await caller.GetAsync("agencies?q=" + Uri.EscapeDataString("市公安局"))).Items.First(agency => agency.GetProperty("name").GetString() == "市公安局").GetProperty("id").GetString()!;

    private static object Body(string agencyId, string appId, bool secrets = true, string name = "临江试号") => new
    {
        agencyId, name, appId, appSecret = secrets ? Secret : "", token = secrets ? "Token2026" : null, encodingAesKey = secrets ? AesKey : null,
        kind = "subscription", verified = true, positioning = "media",
    };

    private Task<ApiCaller> SupervisorAsync() => ApiCaller.AsAsync(app, "supervisor@demo.gov");
}
