using System.Net;
using GovAccountConsole.Tests.Support;

namespace GovAccountConsole.Tests.Api;

/// <summary>Templates over the API: kept by the department and by agencies, holding posts to what they must tell.</summary>
public sealed class TemplatesTests(DemoConsole app) : IClassFixture<DemoConsole>
{
    [Fact]
    public async Task A_post_by_a_template_is_not_submitted_until_it_tells_every_required_fact()
    {
        using var supervisor = await ApiCaller.AsAsync(app, "supervisor@demo.gov");
        var made = (await supervisor.PostAsync("templates", Body("停气通知", key: "gas-outage"))).Is(HttpStatusCode.Created);
        Assert.Equal(("gas-outage", true, 1), (made["key"], made.Json.GetProperty("shared").GetBoolean(), made.Json.GetProperty("number").GetInt32()));

        using var editor = await ApiCaller.AsAsync(app, "editor@police.demo.gov");
        var account = (await editor.GetAsync("accounts?status=active")).Items[0].GetProperty("id").GetGuid();
        var cover = (await editor.UploadAsync("media", "a.png", Pictures.Encoded(SkiaSharp.SKEncodedImageFormat.Png, 900, 383))).Is(HttpStatusCode.Created)["id"];
        var draft = (await editor.PostAsync("posts", Post("<p>停气时间：〔停气时间〕</p><p>燃气公司检修。</p>"))).Is(HttpStatusCode.Created);
        Assert.Equal("gas-outage", draft["templateKey"]);

        var refused = (await editor.PostAsync($"posts/{draft["id"]}/submit")).Is(HttpStatusCode.BadRequest);
        Assert.Contains("template-field-missing", refused.Text, StringComparison.Ordinal);
        Assert.Contains("停气时间", refused.Text, StringComparison.Ordinal);

        var told = (await editor.PutAsync($"posts/{draft["id"]}", Post("<p>停气时间：12月3日（星期四）上午9:00</p><p>燃气公司检修。</p>"), draft.ETag)).Is(HttpStatusCode.OK);
        (await editor.PostAsync($"posts/{told["id"]}/submit")).Is(HttpStatusCode.OK);
        Assert.Contains("unknown-template", (await editor.PostAsync("posts", Post("<p>甲</p>", "没有"))).Is(HttpStatusCode.BadRequest).Text, StringComparison.Ordinal);

        object Post(string html, string key = "gas-outage") => new
        {
            accountId = account, channel = "publish", templateKey = key,
            articles = new[] { new { title = "城东停气", author = "临江交警", digest = "检修一天", contentHtml = html, coverMediaId = cover } },
        };
    }

    [Fact]
    public async Task Templates_are_changed_with_their_version_by_who_keeps_them_and_retired()
    {
        using var final = await ApiCaller.AsAsync(app, "final@police.demo.gov");
        var own = (await final.PostAsync("templates", Body("警情通报"))).Is(HttpStatusCode.Created);
        Assert.False(own.Json.GetProperty("shared").GetBoolean());
        (await final.PutAsync($"templates/{own["id"]}", Body("警情通报二"), null)).Is((HttpStatusCode)428);
        var changed = (await final.PutAsync($"templates/{own["id"]}", Body("警情通报二"), own.ETag)).Is(HttpStatusCode.OK);
        Assert.Equal(2, changed.Json.GetProperty("number").GetInt32());
        Assert.Equal("stale", (await final.PutAsync($"templates/{own["id"]}", Body("警情通报三"), own.ETag)).Is(HttpStatusCode.PreconditionFailed).Code);

        var shared = (await final.GetAsync("templates")).Items.First(item => item.GetProperty("shared").GetBoolean()).GetProperty("id").GetString();
        (await final.GetAsync($"templates/{shared}")).Is(HttpStatusCode.OK);
        Assert.Equal("forbidden", (await final.PostAsync($"templates/{shared}/retire")).Is(HttpStatusCode.Forbidden).Code);
        using var court = await ApiCaller.AsAsync(app, "final@court.demo.gov");
        (await court.GetAsync($"templates/{own["id"]}")).Is(HttpStatusCode.NotFound);
        (await court.PutAsync($"templates/{own["id"]}", Body("法院来改"), changed.ETag)).Is(HttpStatusCode.NotFound);

        Assert.NotEqual("null", (await final.PostAsync($"templates/{own["id"]}/retire")).Is(HttpStatusCode.OK).Json.GetProperty("retiredAt").GetRawText());
        Assert.Equal("template-retired", (await final.PostAsync($"templates/{own["id"]}/retire")).Is(HttpStatusCode.Conflict).Code);
    }

    [Fact]
    public async Task A_bad_template_is_refused_with_every_reason_in_the_callers_language()
    {
        using var supervisor = await ApiCaller.AsAsync(app, "supervisor@demo.gov");
        var fields = new[] { new { label = "停水时间", kind = "when", required = true } };
        var bad = (await supervisor.PostAsync("templates", new { name = "", key = "Bad Key", contentHtml = "<p>〔停水范围〕</p>", fields })).Is(HttpStatusCode.BadRequest);
        Assert.Equal(
            ["template-key-form", "required", "template-field-unplaced", "template-blank-unknown"],
            bad.Json.GetProperty("reasons").EnumerateArray().Select(reason => reason.GetProperty("code").GetString()));
        Assert.Contains("〔停水范围〕 in the text is not one of the facts", bad.Text, StringComparison.Ordinal);

        (await supervisor.PostAsync("templates", Body("甲", key: "taken"))).Is(HttpStatusCode.Created);
        Assert.Equal("template-key-taken", (await supervisor.PostAsync("templates", Body("乙", key: "taken"))).Is(HttpStatusCode.Conflict).Code);
        var chinese = await supervisor.SendAsync(HttpMethod.Post, "templates", Body("乙", key: "taken"), null, "zh-CN");
        Assert.Contains("这个代号已有模板在用", chinese["detail"], StringComparison.Ordinal);
    }

    private static object Body(string name, string? key = null) => new
    {
        name, key, purpose = "哪里、什么时候停", title = "〔停气时间〕停气", digest = "检修一天", contentHtml = "<p>停气时间：〔停气时间〕</p>",
        fields = new[] { new { label = "停气时间", kind = "when", required = true } },
    };
}
