using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using GovAccountConsole.Tests.Support;
using SkiaSharp;

namespace GovAccountConsole.Tests.Api;

/// <summary>What holds for every address: problems, sign-in, files, languages, description.</summary>
public sealed partial class ProtocolTests(DemoConsole app) : IClassFixture<DemoConsole>
{
    [Fact]
    public async Task Every_error_has_a_problem_body()
    {
        using var nobody = ApiCaller.Nobody(app);
        using var admin = await ApiCaller.AsAsync(app, "admin@demo.gov");

        Assert.Equal("not-signed-in", (await nobody.GetAsync("me")).Is(HttpStatusCode.Unauthorized).Code);
        Assert.Equal("not-found", (await admin.GetAsync("nothing/here")).Is(HttpStatusCode.NotFound).Code);
        Assert.Equal("not-found", (await admin.GetAsync("posts/not-an-id")).Is(HttpStatusCode.NotFound).Code);
        Assert.Equal("not-found", (await admin.PostAsync("nothing/here")).Is(HttpStatusCode.NotFound).Code);
        Assert.Equal("not-found", (await admin.PostAsync("posts/not-an-id/submit")).Is(HttpStatusCode.NotFound).Code);
        Assert.Equal("method-not-allowed", (await admin.DeleteAsync("me")).Is(HttpStatusCode.MethodNotAllowed).Code);
        nobody.UseToken("CfDJ8-forged");
        Assert.Equal("not-signed-in", (await nobody.GetAsync("me")).Is(HttpStatusCode.Unauthorized).Code);
        using var plain = new HttpClient { BaseAddress = app.Address };
        using var text = new StringContent("x", Encoding.UTF8, "text/plain");
        using var answer = await plain.PostAsync(new Uri("/api/v1/auth/login", UriKind.Relative), text, TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.UnsupportedMediaType, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task Sentences_come_in_the_callers_language()
    {
        using var admin = await ApiCaller.AsAsync(app, "admin@demo.gov");
        var english = await admin.SendAsync(HttpMethod.Get, "posts/" + Guid.NewGuid(), null, null, "en-GB");
        var chinese = await admin.SendAsync(HttpMethod.Get, "posts/" + Guid.NewGuid(), null, null, "zh-TW");

        Assert.DoesNotMatch("[\u4e00-\u9fff]", english["detail"]!);
        Assert.Matches("[\u4e00-\u9fff]", chinese["detail"]!);
        Assert.Equal(english.Code, chinese.Code);
    }

    [Fact]
    public async Task A_browsers_cookie_does_not_act_on_the_api()
    {
        using var handler = new HttpClientHandler { CookieContainer = new CookieContainer() };
        using var browser = new HttpClient(handler) { BaseAddress = app.Address };
        var token = TestContext.Current.CancellationToken;
        var page = await browser.GetStringAsync(new Uri("/login", UriKind.Relative), token);
        var fields = HiddenField().Matches(page).ToDictionary(field => field.Groups["name"].Value, field => field.Groups["value"].Value, StringComparer.Ordinal);
        fields["Input.Email"] = "admin@demo.gov";
        fields["Input.Password"] = "Demo-2026!";
        using var form = new FormUrlEncodedContent(fields);
        using var login = await browser.PostAsync(new Uri("/login", UriKind.Relative), form, token);
        Assert.Contains(handler.CookieContainer.GetAllCookies(), cookie => cookie.Name == "gac-session");

        using var me = await browser.GetAsync(new Uri("/api/v1/me", UriKind.Relative), token);
        Assert.Equal(HttpStatusCode.Unauthorized, me.StatusCode);
        using var stop = await browser.PostAsync(new Uri("/api/v1/operations/stop", UriKind.Relative), null, token);
        Assert.Equal(HttpStatusCode.Unauthorized, stop.StatusCode);
    }

    [Fact]
    public async Task Pictures_are_judged_by_content_and_read_by_who_may()
    {
        using var editor = await ApiCaller.AsAsync(app, "editor@police.demo.gov");
        using var court = await ApiCaller.AsAsync(app, "editor@court.demo.gov");
        using var nobody = ApiCaller.Nobody(app);

        var stored = (await editor.UploadAsync("media", "封面.jpg", Pictures.Encoded(SKEncodedImageFormat.Jpeg, 30, 20))).Is(HttpStatusCode.Created);
        Assert.Equal(("image/jpeg", 30, 20), (stored["contentType"], stored.Json.GetProperty("width").GetInt32(), stored.Json.GetProperty("height").GetInt32()));
        (await editor.GetAsync(stored["url"]!)).Is(HttpStatusCode.OK);
        (await court.GetAsync(stored["url"]!)).Is(HttpStatusCode.NotFound);
        (await nobody.GetAsync(stored["url"]!)).Is(HttpStatusCode.Unauthorized);

        Assert.Equal("media-unsupported-type", (await editor.UploadAsync("media", "a.png", "<svg onload='x'/>"u8.ToArray())).Is(HttpStatusCode.UnsupportedMediaType).Code);
        Assert.Equal("media-too-large", (await editor.UploadAsync("media", "a.png", new byte[11 * 1024 * 1024])).Is(HttpStatusCode.RequestEntityTooLarge).Code);
        Assert.Equal("media-too-large", (await editor.UploadAsync("media", "a.png", new byte[40 * 1024 * 1024])).Is(HttpStatusCode.RequestEntityTooLarge).Code);
        Assert.Equal("validation", (await editor.UploadAsync("media", "a.png", [])).Is(HttpStatusCode.BadRequest).Code);
        Assert.Equal("unsupported-media-type", (await editor.PostAsync("media", new { })).Is(HttpStatusCode.UnsupportedMediaType).Code);
    }

    [Fact]
    public async Task A_foreign_picture_in_a_post_is_refused()
    {
        using var editor = await ApiCaller.AsAsync(app, "editor@police.demo.gov");
        using var court = await ApiCaller.AsAsync(app, "editor@court.demo.gov");
        var foreign = await court.UploadAsync("media", "a.png", Pictures.Encoded(SKEncodedImageFormat.Png, 5, 5));
        var account = (await editor.GetAsync("accounts?limit=1")).Items[0].GetProperty("id").GetString();

        var refused = (await editor.PostAsync("posts", new
        {
            accountId = account,
            channel = "publish",
            articles = new[] { new { title = "a", contentHtml = $"<img src=\"{foreign["url"]}\">", coverMediaId = foreign["id"] } },
        })).Is(HttpStatusCode.BadRequest);
        Assert.Equal(
            ["articles[0].contentHtml", "articles[0].coverMediaId"],
            refused.Json.GetProperty("errors").EnumerateObject().Select(error => error.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_description_lists_what_works_and_needs_no_token()
    {
        using var nobody = ApiCaller.Nobody(app);
        var document = (await nobody.GetAsync("/openapi/v1.json")).Is(HttpStatusCode.OK).Json;
        var paths = document.GetProperty("paths").EnumerateObject().ToDictionary(path => path.Name, path => path.Value, StringComparer.Ordinal);

        foreach (var path in new[] { "/api/v1/me", "/api/v1/posts", "/api/v1/posts/{id}/reviews", "/api/v1/accounts/import", "/api/v1/media", "/api/v1/operations/stop", "/api/v1/auth/login" })
        {
            Assert.Contains(path, paths.Keys);
        }

        Assert.All(paths.Keys, path => Assert.StartsWith("/api/v1/", path, StringComparison.Ordinal));
        Assert.DoesNotContain(paths.Keys, path => path.Contains("register", StringComparison.OrdinalIgnoreCase) || path.Contains("forgot", StringComparison.OrdinalIgnoreCase));
        Assert.All(paths.Values.SelectMany(path => path.EnumerateObject()), operation =>
            Assert.False(string.IsNullOrWhiteSpace(operation.Value.GetProperty("summary").GetString())));
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HiddenField();
}
