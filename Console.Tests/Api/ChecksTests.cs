using System.Net;
using System.Text;
using GovAccountConsole.Tests.Support;

namespace GovAccountConsole.Tests.Api;

/// <summary>Checks over the API: read, dismissed with a reason, refused at submission; lists imported.</summary>
public sealed class ChecksTests(DemoConsole app) : IClassFixture<DemoConsole>
{
    private const string Editor = "editor@police.demo.gov";

    [Fact]
    public async Task An_open_check_refuses_submission_with_field_code_and_words_until_it_has_a_reason()
    {
        using var editor = await ApiCaller.AsAsync(app, Editor);
        var id = await DraftAsync(editor, "<p>打 13800001234。有事打 0510-82345678。</p>");

        var refused = await editor.PostAsync($"posts/{id}/submit");
        refused.Is(HttpStatusCode.BadRequest);
        Assert.Equal("checks-open", refused.Code);
        var check = Assert.Single(refused.Json.GetProperty("checks").EnumerateArray());
        Assert.Equal(("articles[0].contentHtml", "personal-mobile", "13800001234"), (check.GetProperty("field").GetString(), check.GetProperty("code").GetString(), check.GetProperty("words").GetString()));

        var checks = (await editor.GetAsync($"posts/{id}/checks")).Is(HttpStatusCode.OK);
        Assert.Equal((1, "police"), (checks.Json.GetProperty("must").GetInt32(), checks["profile"]));
        var landline = checks.Items.Single(item => item.GetProperty("code").GetString() == "personal-landline");
        Assert.Equal((1, "advice"), (landline.GetProperty("paragraph").GetInt32(), landline.GetProperty("weight").GetString()));

        Assert.Equal("validation", (await editor.PostAsync($"posts/{id}/checks/dismissals", new { code = "personal-mobile", words = "13800001234", reason = " " })).Code);
        Assert.Contains("check-not-found", (await editor.PostAsync($"posts/{id}/checks/dismissals", new { code = "personal-mobile", words = "13900001234", reason = "好" })).Text, StringComparison.Ordinal);
        var said = (await editor.PostAsync($"posts/{id}/checks/dismissals", new { code = "personal-mobile", words = "13800001234", reason = "已公布的值班手机" })).Is(HttpStatusCode.Created);
        Assert.Equal((0, 1), (said.Json.GetProperty("must").GetInt32(), said.Json.GetProperty("dismissed").GetInt32()));
        (await editor.PostAsync($"posts/{id}/submit")).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_dismissal_is_taken_back_and_others_neither_see_nor_may()
    {
        using var editor = await ApiCaller.AsAsync(app, Editor);
        var id = await DraftAsync(editor, "<p>打 13800001234。</p>");
        var body = new { code = "personal-mobile", words = "13800001234", reason = "已公布" };
        using var court = await ApiCaller.AsAsync(app, "editor@court.demo.gov");
        using var reviewer = await ApiCaller.AsAsync(app, "reviewer@police.demo.gov");
        (await court.GetAsync($"posts/{id}/checks")).Is(HttpStatusCode.NotFound);
        (await court.PostAsync($"posts/{id}/checks/dismissals", body)).Is(HttpStatusCode.NotFound);
        (await reviewer.PostAsync($"posts/{id}/checks/dismissals", body)).Is(HttpStatusCode.Forbidden);

        var said = (await editor.PostAsync($"posts/{id}/checks/dismissals", body)).Is(HttpStatusCode.Created);
        var dismissal = said.Items[0].GetProperty("dismissal").GetProperty("id").GetGuid();
        (await editor.DeleteAsync($"posts/{id}/checks/dismissals/{dismissal}")).Is(HttpStatusCode.NoContent);
        Assert.Equal(1, (await editor.GetAsync($"posts/{id}/checks")).Json.GetProperty("must").GetInt32());
    }

    [Fact]
    public async Task A_list_is_looked_at_then_taken_in_by_the_department_only()
    {
        var file = Encoding.UTF8.GetBytes("wrong,right,kind,level,source\r\n接口误,接口正,typo,must,辞书\r\n");
        using var editor = await ApiCaller.AsAsync(app, Editor);
        (await editor.UploadAsync("rules/words/import", "a.csv", file)).Is(HttpStatusCode.Forbidden);
        using var supervisor = await ApiCaller.AsAsync(app, "supervisor@demo.gov");
        Assert.False((await supervisor.UploadAsync("rules/words/import", "a.csv", file)).Is(HttpStatusCode.OK).Json.GetProperty("written").GetBoolean());
        Assert.True((await supervisor.UploadAsync("rules/words/import?mode=merge", "a.csv", file)).Is(HttpStatusCode.OK).Json.GetProperty("written").GetBoolean());
        Assert.Equal("接口正", (await editor.GetAsync("rules/words?q=接口误")).Items[0].GetProperty("right").GetString());
        Assert.Equal(5, (await editor.GetAsync("rules/profiles")).Items.Length);
        Assert.NotEmpty((await editor.GetAsync("rules/names")).Items);
    }

    private static async Task<string> DraftAsync(ApiCaller editor, string html)
    {
        var account = (await editor.GetAsync("accounts?status=active")).Items[0].GetProperty("id").GetGuid();
        var picture = await File.ReadAllBytesAsync(Directory.EnumerateFiles(Repository.File("Console.Infrastructure/Data/Seeding/Demo/pictures"), "*.jpg").First(), TestContext.Current.CancellationToken);
        var cover = (await editor.UploadAsync("media", "cover.jpg", picture)).Is(HttpStatusCode.Created)["id"];
        var article = new { title = "一篇", author = "临江公安", digest = "摘要", contentHtml = html, coverMediaId = cover, commentsOpen = false, commentsFansOnly = false };
        return (await editor.PostAsync("posts", new { accountId = account, channel = "publish", articles = new[] { article } })).Is(HttpStatusCode.Created)["id"]!;
    }
}
