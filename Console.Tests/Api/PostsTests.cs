using System.Net;
using System.Text.Json;
using GovAccountConsole.Tests.Support;
using SkiaSharp;

namespace GovAccountConsole.Tests.Api;

/// <summary>The life of a post by the contract.</summary>
public sealed class PostsTests(DemoConsole app) : IClassFixture<DemoConsole>
{
    private const string Editor = "editor@police.demo.gov";

    [Fact]
    public async Task A_post_is_written_reviewed_by_three_people_scheduled_and_taken_back()
    {
        using var editor = await ApiCaller.AsAsync(app, Editor);
        var draft = await CreateAsync(editor);
        Assert.Equal(("draft", 1, "publish"), (draft["status"], draft.Json.GetProperty("revision").GetInt32(), draft["channel"]));
        Assert.Matches("^[0-9a-f]{64}$", draft["contentHash"]!);
        Assert.Equal(JsonValueKind.Null, draft.Json.GetProperty("review").ValueKind);
        Assert.Equal(["edit", "delete", "submit"], Words(draft.Json.GetProperty("allowedActions")));
        var address = "posts/" + draft["id"];

        var submitted = (await editor.PostAsync(address + "/submit")).Is(HttpStatusCode.OK);
        Assert.NotEqual(draft.ETag, submitted.ETag);
        Assert.Equal("inReview", submitted["status"]);
        Assert.Equal(("current", "waiting", "waiting"), StatesOf(submitted));

        foreach (var (reviewer, expected) in new[] { ("reviewer@police.demo.gov", "inReview"), ("final@police.demo.gov", "inReview"), ("supervisor@demo.gov", "approved") })
        {
            using var caller = await ApiCaller.AsAsync(app, reviewer);
            Assert.Contains((await WalkAsync(caller, "reviews?limit=2")).Select(item => item.GetProperty("id").GetString()), id => id == draft["id"]);
            Assert.Equal("revision-changed", (await caller.PostAsync(address + "/reviews", new { revision = 7, decision = "approve" })).Is(HttpStatusCode.Conflict).Code);
            var decided = (await caller.PostAsync(address + "/reviews", new { revision = 1, decision = "approve", comment = "可以" })).Is(HttpStatusCode.OK);
            Assert.Equal(expected, decided["status"]);
            Assert.NotEqual("current", (await caller.PostAsync(address + "/reviews", new { revision = 1, decision = "approve" })).Code);
        }

        var past = (await editor.PostAsync(address + "/schedule", new { publishAt = "2020-01-01T08:00:00+08:00" })).Is(HttpStatusCode.BadRequest);
        Assert.Equal("validation", past.Code);
        Assert.True(past.Json.GetProperty("errors").TryGetProperty("publishAt", out _));

        var scheduled = (await editor.PostAsync(address + "/schedule", new { publishAt = "2036-05-06T01:00:00Z" })).Is(HttpStatusCode.OK);
        Assert.Equal(("scheduled", "2036-05-06T09:00:00+08:00"), (scheduled["status"], scheduled["publishAt"]));
        var waiting = (await editor.GetAsync(address + "/publication")).Is(HttpStatusCode.OK);
        Assert.Equal("waiting", waiting["status"]);
        Assert.False(string.IsNullOrWhiteSpace(waiting["reason"]));
        var entry = Assert.Single((await editor.GetAsync("calendar?from=2036-05-06&to=2036-05-07")).Items);
        Assert.Equal((draft["id"], "2036-05-06T09:00:00+08:00", "scheduled"), (Text(entry, "postId"), Text(entry, "at"), Text(entry, "status")));
        Assert.Empty((await editor.GetAsync("calendar?from=2036-05-07&to=2036-05-08")).Items);

        Assert.Equal("approved", (await editor.PostAsync(address + "/unschedule")).Is(HttpStatusCode.OK)["status"]);
        var history = await WalkAsync(editor, address + "/history?limit=3");
        Assert.Equal(["unscheduled", "scheduled", "approved", "approved", "approved", "submitted", "created"], history.Select(item => Text(item, "action")));
        Assert.Equal("可以", Text(history[2], "comment"));
        Assert.Equal(3, history[2].GetProperty("step").GetInt32());
    }

    [Fact]
    public async Task A_change_names_the_version_it_was_made_on()
    {
        using var editor = await ApiCaller.AsAsync(app, Editor);
        var draft = await CreateAsync(editor);
        var address = "posts/" + draft["id"];
        var body = await BodyAsync(editor, "改过的标题");

        Assert.Equal("if-match-required", (await editor.PutAsync(address, body, null)).Is((HttpStatusCode)428).Code);
        Assert.Equal("stale", (await editor.PutAsync(address, body, "\"1\"")).Is(HttpStatusCode.PreconditionFailed).Code);
        Assert.Equal("stale", (await editor.PutAsync(address, body, "nonsense")).Is(HttpStatusCode.PreconditionFailed).Code);
        var saved = (await editor.PutAsync(address, body, draft.ETag)).Is(HttpStatusCode.OK);
        Assert.Equal(2, saved.Json.GetProperty("revision").GetInt32());
        Assert.NotEqual(draft.ETag, saved.ETag);
        Assert.Equal("stale", (await editor.PutAsync(address, body, draft.ETag)).Is(HttpStatusCode.PreconditionFailed).Code);

        // A change in review starts it again at step 1, bound to the new revision.
        var submitted = (await editor.PostAsync(address + "/submit")).Is(HttpStatusCode.OK);
        using var reviewer = await ApiCaller.AsAsync(app, "reviewer@police.demo.gov");
        (await reviewer.PostAsync(address + "/reviews", new { revision = 2, decision = "approve" })).Is(HttpStatusCode.OK);
        var current = await editor.GetAsync(address);
        var changed = (await editor.PutAsync(address, await BodyAsync(editor, "又改了一次"), current.ETag)).Is(HttpStatusCode.OK);
        Assert.Equal(("inReview", 3, 1), (changed["status"], changed.Json.GetProperty("revision").GetInt32(), changed.Json.GetProperty("review").GetProperty("step").GetInt32()));
        Assert.Equal("revision-changed", (await reviewer.PostAsync(address + "/reviews", new { revision = 2, decision = "approve" })).Is(HttpStatusCode.Conflict).Code);

        // Back to the author, and gone.
        Assert.Equal("withdrawn", (await editor.PostAsync(address + "/withdraw")).Is(HttpStatusCode.OK)["status"]);
        (await editor.DeleteAsync(address)).Is(HttpStatusCode.NoContent);
        Assert.Equal("not-found", (await editor.GetAsync(address)).Is(HttpStatusCode.NotFound).Code);
        Assert.NotNull(submitted.ETag);
    }

    [Fact]
    public async Task Who_wrote_may_not_review_and_a_foreign_step_says_so()
    {
        using var editor = await ApiCaller.AsAsync(app, Editor);
        var draft = await CreateAsync(editor);
        var address = "posts/" + draft["id"];
        await editor.PostAsync(address + "/submit");

        Assert.Equal("author-may-not-review", (await editor.PostAsync(address + "/reviews", new { revision = 1, decision = "approve" })).Is(HttpStatusCode.Conflict).Code);
        using var final = await ApiCaller.AsAsync(app, "final@police.demo.gov");
        Assert.Equal("not-your-step", (await final.PostAsync(address + "/reviews", new { revision = 1, decision = "approve" })).Is(HttpStatusCode.Forbidden).Code);
        using var reviewer = await ApiCaller.AsAsync(app, "reviewer@police.demo.gov");
        var empty = (await reviewer.PostAsync(address + "/reviews", new { revision = 1, decision = "return" })).Is(HttpStatusCode.BadRequest);
        Assert.True(empty.Json.GetProperty("errors").TryGetProperty("comment", out _));
        Assert.Equal("returned", (await reviewer.PostAsync(address + "/reviews", new { revision = 1, decision = "return", comment = "请写清时间" })).Is(HttpStatusCode.OK)["status"]);
    }

    [Fact]
    public async Task What_is_wrong_with_a_post_is_named_field_by_field()
    {
        using var editor = await ApiCaller.AsAsync(app, Editor);
        var accountId = await AccountAsync(editor);
        var article = new { title = new string('长', 65), contentHtml = "<p>a</p>", sourceUrl = "javascript:alert(1)", coverMediaId = Guid.NewGuid() };

        var refused = (await editor.PostAsync("posts", new { accountId, channel = "publish", articles = new[] { article } })).Is(HttpStatusCode.BadRequest);
        Assert.True(refused.Json.GetProperty("errors").TryGetProperty("articles[0].coverMediaId", out _));
        var lengths = (await editor.PostAsync("posts", new { accountId, channel = "publish", articles = new[] { new { title = new string('长', 65), sourceUrl = "javascript:alert(1)" } } })).Is(HttpStatusCode.BadRequest);
        Assert.Equal(["articles[0].sourceUrl", "articles[0].title"], lengths.Json.GetProperty("errors").EnumerateObject().Select(error => error.Name).Order(StringComparer.Ordinal));

        foreach (var (body, field) in new[]
        {
            ("{\"channel\":1,\"articles\":[]}", "channel"), ("{\"channel\":\"sms\",\"articles\":[]}", "channel"), ("{\"articles\":{}}", "articles"),
            ("{\"channel\":\"publish\",\"plannedAt\":\"2036-01-01T10:00:00\",\"articles\":[]}", "plannedAt"),
            ("{\"channel\":\"publish\",\"articles\":[{\"title\":5}]}", "articles[0].title"), ("{nonsense", "body"), ("", "accountId"), ("null", "accountId"), ("{}", "accountId"),
        })
        {
            var answer = (await editor.SendAsync(HttpMethod.Post, "posts", body.Length == 0 ? null : body, null)).Is(HttpStatusCode.BadRequest);
            Assert.Equal("validation", answer.Code);
            Assert.True(answer.Json.GetProperty("errors").TryGetProperty(field, out _), $"{body}: {answer.Text}");
        }
    }

    [Fact]
    public async Task Scripts_in_a_body_do_not_survive_the_save()
    {
        using var editor = await ApiCaller.AsAsync(app, Editor);
        var body = await BodyAsync(editor, "脚本", "<p onclick=\"alert(1)\">好<script>alert(2)</script></p><iframe src=\"https://x\"></iframe>");
        var created = (await editor.PostAsync("posts", body)).Is(HttpStatusCode.Created);

        var html = created.Json.GetProperty("articles")[0].GetProperty("contentHtml").GetString()!;
        Assert.DoesNotContain("alert", html, StringComparison.Ordinal);
        Assert.DoesNotContain("iframe", html, StringComparison.Ordinal);
        Assert.Contains("好", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_walk_meets_every_post_exactly_once_while_others_are_written()
    {
        using var editor = await ApiCaller.AsAsync(app, Editor);
        await CreateAsync(editor);
        var before = (await WalkAsync(editor, "posts?limit=200")).Select(item => Text(item, "id")).ToHashSet(StringComparer.Ordinal);

        var met = new List<string?>();
        string? cursor = null;
        do
        {
            var page = (await editor.GetAsync("posts?limit=7" + (cursor is null ? "" : "&cursor=" + cursor))).Is(HttpStatusCode.OK);
            met.AddRange(page.Items.Select(item => Text(item, "id")));
            cursor = page["nextCursor"];
            await CreateAsync(editor);
        }
        while (cursor is not null);

        Assert.Equal(met.Count, met.Distinct(StringComparer.Ordinal).Count());
        Assert.Superset(before, met.ToHashSet(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("posts?cursor=nonsense", "cursor")]
    [InlineData("posts?limit=0", "limit")]
    [InlineData("posts?limit=201", "limit")]
    [InlineData("posts?status=sent", "status")]
    [InlineData("posts?account=1", "account")]
    [InlineData("calendar?from=yesterday", "from")]
    [InlineData("calendar?to=2026-02-30", "to")]
    [InlineData("calendar?from=2026-01-01T10:00:00", "from")]
    [InlineData("reviews?cursor=AAAA", "cursor")]
    [InlineData("workload?from=x", "from")]
    public async Task A_wrong_query_is_told_by_its_name(string address, string field)
    {
        using var supervisor = await ApiCaller.AsAsync(app, "supervisor@demo.gov");
        var refused = (await supervisor.GetAsync(address)).Is(HttpStatusCode.BadRequest);
        Assert.Equal("validation", refused.Code);
        Assert.True(refused.Json.GetProperty("errors").TryGetProperty(field, out _));
    }

    [Fact]
    public async Task Lists_are_filtered_by_state_account_and_words()
    {
        using var editor = await ApiCaller.AsAsync(app, Editor);
        Assert.All((await editor.GetAsync("posts?status=published,scheduled")).Items, item => Assert.True(Text(item, "status") is "published" or "scheduled"));
        var account = await AccountAsync(editor);
        Assert.All((await editor.GetAsync("posts?account=" + account)).Items, item => Assert.Equal(account, Text(item, "accountId")));
        var first = (await editor.GetAsync("posts?q=" + Uri.EscapeDataString("头盔"))).Items;
        Assert.NotEmpty(first);
        Assert.Empty((await editor.GetAsync("posts?account=" + Guid.NewGuid())).Items);
    }

    private static string? Text(JsonElement item, string member) => item.GetProperty(member).GetString();

    private static string[] Words(JsonElement list) => [.. list.EnumerateArray().Select(word => word.GetString()!)];

    private static (string?, string?, string?) StatesOf(ApiAnswer post)
    {
        var steps = post.Json.GetProperty("review").GetProperty("steps");
        return (Text(steps[0], "state"), Text(steps[1], "state"), Text(steps[2], "state"));
    }

    private static async Task<List<JsonElement>> WalkAsync(ApiCaller caller, string address)
    {
        var items = new List<JsonElement>();
        string? cursor = null;
        do
        {
            var page = (await caller.GetAsync(cursor is null ? address : $"{address}&cursor={cursor}")).Is(HttpStatusCode.OK);
            items.AddRange(page.Items);
            cursor = page["nextCursor"];
        }
        while (cursor is not null);
        return items;
    }

    private static async Task<string> AccountAsync(ApiCaller caller) =>
        Text((await caller.GetAsync("accounts?status=active&q=" + Uri.EscapeDataString("临江公安"))).Items[0], "id")!;

    private static async Task<ApiAnswer> CreateAsync(ApiCaller caller) => (await caller.PostAsync("posts", await BodyAsync(caller, "今晚大雾，绕行提示"))).Is(HttpStatusCode.Created);

    private static async Task<object> BodyAsync(ApiCaller caller, string title, string html = "<p>去机场：走滨江大道。</p>")
    {
        var cover = (await caller.UploadAsync("media", "cover.png", Pictures.Encoded(SKEncodedImageFormat.Png, 90, 38))).Is(HttpStatusCode.Created);
        return new
        {
            accountId = await AccountAsync(caller),
            channel = "publish",
            articles = new[] { new { title, author = "临江公安", digest = "摘要", contentHtml = html + $"<p><img src=\"{cover["url"]}\"></p>", coverMediaId = cover["id"], commentsOpen = true, unknownMember = 1 } },
        };
    }
}
