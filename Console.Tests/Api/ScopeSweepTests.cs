using System.Net;
using System.Text.Json;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Tests.Support;

namespace GovAccountConsole.Tests.Api;

/// <summary>Walks every address of the description, so that a new one cannot be forgotten.</summary>
public sealed class ScopeSweepTests(DemoConsole app) : IClassFixture<DemoConsole>
{
    /// <summary>Lists that some roles may not read at all.</summary>
    private static readonly string[] RolesOnly = ["/api/v1/audit", "/api/v1/audit/chain", "/api/v1/audit/export", "/api/v1/threads"];

    [Fact]
    public async Task Without_a_token_nothing_but_the_login_answers()
    {
        using var nobody = ApiCaller.Nobody(app);
        foreach (var (method, path) in await AddressesAsync())
        {
            if (!path.StartsWith("/api/v1/auth/", StringComparison.Ordinal))
            {
                var answer = await nobody.SendAsync(method, Filled(path, _ => Guid.NewGuid().ToString()), "{}", null);
                Assert.True(answer.Status == HttpStatusCode.Unauthorized, $"{method} {path}: {(int)answer.Status} {answer.Text}");
                Assert.Equal("not-signed-in", answer.Code);
            }
        }
    }

    [Fact]
    public async Task A_court_editor_meets_nothing_of_the_police_whatever_the_act()
    {
        var police = await IdsAsync("editor@police.demo.gov", "responder@police.demo.gov");
        using var court = await ApiCaller.AsAsync(app, "editor@court.demo.gov");
        foreach (var (method, path) in await AddressesAsync())
        {
            if (ForEverybody(path))
            {
                continue;
            }

            if (path.Contains("{id}", StringComparison.Ordinal))
            {
                var answer = await court.SendAsync(method, Filled(path, kind => police[kind]), "{\"reason\":\"a\",\"revision\":1,\"decision\":\"approve\",\"publishAt\":\"2036-01-01T00:00:00Z\",\"text\":\"a\"}", null);
                Assert.True(answer.Status == HttpStatusCode.NotFound, $"{method} {path}: {(int)answer.Status} {answer.Text}");
                Assert.Equal("not-found", answer.Code);
            }
            else if (method == HttpMethod.Get && path is not "/api/v1/me" and not "/api/v1/operations" && !RolesOnly.Contains(path))
            {
                var text = (await court.GetAsync(path + "?limit=200")).Is(HttpStatusCode.OK).Text;
                Assert.All(police.Values, id => Assert.DoesNotContain(id, text, StringComparison.Ordinal));
                Assert.DoesNotContain("公安", path is "/api/v1/posts" or "/api/v1/rules/names" ? "" : text, StringComparison.Ordinal);
            }
        }

        Assert.Equal("forbidden", (await court.GetAsync("audit")).Is(HttpStatusCode.Forbidden).Code);
        Assert.Equal("forbidden", (await court.GetAsync("threads")).Is(HttpStatusCode.Forbidden).Code);
        Assert.Empty((await court.GetAsync("posts?agency=" + police["agencies"])).Items);
        Assert.Empty((await court.GetAsync("accounts?agency=" + police["agencies"])).Items);
        Assert.Empty((await court.GetAsync("calendar?account=" + police["accounts"])).Items);
        (await court.PostAsync("posts", new { accountId = police["accounts"], channel = "publish", articles = Array.Empty<object>() })).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_auditor_reads_everything_and_changes_nothing()
    {
        var police = await IdsAsync("editor@police.demo.gov", "responder@police.demo.gov");
        using var auditor = await ApiCaller.AsAsync(app, "auditor@demo.gov");
        foreach (var (method, path) in await AddressesAsync())
        {
            if (path.StartsWith("/api/v1/auth/", StringComparison.Ordinal) || (method != HttpMethod.Get && IsOnesOwn(path)))
            {
                continue;
            }

            var address = Filled(path, kind => police[kind]);
            foreach (var body in method == HttpMethod.Get ? [null] : new[] { "{}", null })
            {
                var answer = await auditor.SendAsync(method, address, body, null);
                var expected = method == HttpMethod.Get ? HttpStatusCode.OK : HttpStatusCode.Forbidden;
                Assert.True(answer.Status == expected, $"{method} {path} {body}: {(int)answer.Status} {answer.Text}");
            }
        }
    }

    [Fact]
    public async Task No_answer_carries_a_secret()
    {
        using var admin = await ApiCaller.AsAsync(app, "admin@demo.gov");
        var agency = (await admin.GetAsync("agencies?limit=1")).Items[0].GetProperty("id").GetString();
        const string Secret = "feedfacefeedfacefeedfacefeedface";
        const string Key = "SecretKeySecretKeySecretKeySecretKey0123456";
        var applied = (await admin.PostAsync("accounts", new
        {
            agencyId = agency, name = "临江试号", appId = "wxfeedfacefeedface", appSecret = Secret, token = "TokenThatNobodySees1", encodingAesKey = Key,
            kind = "subscription", verified = true, positioning = "media",
        })).Is(HttpStatusCode.Created);
        var address = "accounts/" + applied["id"];
        await admin.PutAsync(address, new { agencyId = agency, name = "临江试号", appId = "wxfeedfacefeedface", appSecret = "short", kind = "subscription", positioning = "media" }, applied.ETag);
        await admin.PostAsync(address + "/verify");
        await admin.GetAsync(address);
        await admin.GetAsync("audit?subject=" + applied["id"]);
        await An_auditor_reads_everything_and_changes_nothing();

        foreach (var heard in ApiCaller.Heard)
        {
            foreach (var hidden in new[] { Secret, Key, "TokenThatNobodySees1", "appSecret\":\"", "encodingAesKey\":\"", "passwordHash", "securityStamp", "CfDJ8", "sealedAppSecret", "sealedToken", "sealedEncodingAesKey" })
            {
                Assert.DoesNotContain(hidden, heard, StringComparison.OrdinalIgnoreCase);
            }
        }
    }

    // The department's plans, which everybody may read and try (writing is refused in ReviewPlansTests), and one's own notices.
    private static bool ForEverybody(string path) => path.StartsWith("/api/v1/review-plans", StringComparison.Ordinal) || path.StartsWith("/api/v1/notices/", StringComparison.Ordinal);

    // What one is told, and how, is one's own affair in every role; a plan is tried without changing anything.
    private static bool IsOnesOwn(string path) =>
        path is "/api/v1/me/notices" or "/api/v1/review-plans/try" || path.StartsWith("/api/v1/notices", StringComparison.Ordinal);

    private static string Filled(string path, Func<string, string> idOf) =>
        (path.Contains("{id}", StringComparison.Ordinal) ? path.Replace("{id}", idOf(path.Split('/')[3]), StringComparison.Ordinal) : path)
            .Replace("{number}", "1", StringComparison.Ordinal).Replace("{dismissal}", Guid.Empty.ToString(), StringComparison.Ordinal).Replace("{remarkId}", Guid.Empty.ToString(), StringComparison.Ordinal);

    private async Task<List<(HttpMethod Method, string Path)>> AddressesAsync()
    {
        using var nobody = ApiCaller.Nobody(app);
        var document = (await nobody.GetAsync("/openapi/v1.json")).Json;
        return
        [
            .. document.GetProperty("paths").EnumerateObject()
                .SelectMany(path => path.Value.EnumerateObject().Select(operation => (HttpMethod.Parse(operation.Name.ToUpperInvariant()), path.Name))),
        ];
    }

    /// <summary>One thing of each kind that the police have; the post has a delivery.</summary>
    private async Task<Dictionary<string, string>> IdsAsync(string email, string responder)
    {
        using var caller = await ApiCaller.AsAsync(app, email);
        using var inbox = await ApiCaller.AsAsync(app, responder);
        using var admin = await ApiCaller.AsAsync(app, "admin@demo.gov");
        var agency = Id((await caller.GetAsync("agencies")).Items[0]);
        // Named once: a second naming of the same person is refused.
        var named = (await admin.GetAsync("emergency/designations")).Items is [var known, ..] ? Id(known) : (await admin.PostAsync("emergency/designations", new
        {
            personId = (await caller.GetAsync("me")).Json.GetProperty("id").GetString(), agencyId = agency, until = TimeProvider.System.GetUtcNow().AddDays(3), reason = "值班",
        })).Is(HttpStatusCode.Created)["id"]!;
        using var final = await ApiCaller.AsAsync(app, "final@police.demo.gov");
        using var deputy = await ApiCaller.AsAsync(app, "reviewer@police.demo.gov");
        var today = BusinessTime.DayOf(TimeProvider.System.GetUtcNow());
        var away = (await final.GetAsync("absences")).Items is [var gone, ..] ? Id(gone) : (await final.PostAsync("absences", new
        {
            substituteId = (await deputy.GetAsync("me")).Json.GetProperty("id").GetString(), from = today, until = today.AddDays(2), reason = "年休假",
        })).Is(HttpStatusCode.Created)["id"]!;
        var template = (await final.PostAsync("templates", new { name = "警情通报", title = "通报", contentHtml = "<p>正文</p>" })).Is(HttpStatusCode.Created);
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["absences"] = away,
            ["templates"] = template["id"]!,
            ["posts"] = Id((await caller.GetAsync("posts?status=published")).Items[0]),
            ["operations"] = Id((await caller.GetAsync("posts?status=published")).Items[0]),
            ["accounts"] = Id((await caller.GetAsync("accounts")).Items[0]),
            ["agencies"] = agency,
            ["emergency"] = named,
            ["review-plans"] = Id((await caller.GetAsync("review-plans")).Items[0]),
            ["media"] = Id((await caller.GetAsync("media")).Items[0]),
            ["threads"] = Id((await inbox.GetAsync("threads")).Items[0]),
        };

        static string Id(JsonElement item) => item.GetProperty("id").GetString()!;
    }
}
