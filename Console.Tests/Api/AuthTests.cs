using System.Net;
using GovAccountConsole.Tests.Support;

namespace GovAccountConsole.Tests.Api;

/// <summary>Logging in by the API: Identity's shapes, lockout, no enumeration, no way around.</summary>
public sealed class AuthTests(DemoConsole app) : IClassFixture<DemoConsole>
{
    private const string Password = "Demo-2026!";

    [Fact]
    public async Task A_login_answers_with_identitys_token_and_refresh_exchanges_it()
    {
        using var caller = ApiCaller.Nobody(app);
        var tokens = (await caller.PostAsync("auth/login", new { email = "auditor@demo.gov", password = Password })).Is(HttpStatusCode.OK);
        Assert.Equal("Bearer", tokens["tokenType"]);
        Assert.True(tokens.Json.GetProperty("expiresIn").GetInt32() > 0);

        var fresh = (await caller.PostAsync("auth/refresh", new { refreshToken = tokens["refreshToken"] })).Is(HttpStatusCode.OK);
        caller.UseToken(fresh["accessToken"]!);
        (await caller.GetAsync("me")).Is(HttpStatusCode.OK);
        Assert.Equal("refresh-failed", (await caller.PostAsync("auth/refresh", new { refreshToken = fresh["accessToken"] })).Is(HttpStatusCode.Unauthorized).Code);
        Assert.Equal("refresh-failed", (await caller.PostAsync("auth/refresh", new { })).Is(HttpStatusCode.Unauthorized).Code);
    }

    [Fact]
    public async Task Unknown_address_wrong_password_and_locked_login_sound_the_same_and_a_locked_login_stays_shut()
    {
        using var caller = ApiCaller.Nobody(app);
        var unknown = (await caller.PostAsync("auth/login", new { email = "nobody@demo.gov", password = Password })).Is(HttpStatusCode.Unauthorized);
        for (var attempt = 0; attempt < 6; attempt++)
        {
            var wrong = (await caller.PostAsync("auth/login", new { email = "responder@court.demo.gov", password = "wrong" })).Is(HttpStatusCode.Unauthorized);
            Assert.Equal(unknown.Text, wrong.Text);
        }

        var right = (await caller.PostAsync("auth/login", new { email = "responder@court.demo.gov", password = Password })).Is(HttpStatusCode.Unauthorized);
        Assert.Equal("login-failed", right.Code);
        (await caller.PostAsync("auth/login", new { email = "responder@police.demo.gov", password = Password })).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Guessing_is_slowed_down()
    {
        using var caller = ApiCaller.Nobody(app);
        var answers = new List<HttpStatusCode>();
        for (var attempt = 0; attempt < 30; attempt++)
        {
            answers.Add((await caller.PostAsync("auth/login", new { email = "guessed@demo.gov", password = "x" + attempt })).Status);
        }

        Assert.Equal(HttpStatusCode.Unauthorized, answers[0]);
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
    }

    [Theory]
    [InlineData("register")]
    [InlineData("forgotPassword")]
    [InlineData("resetPassword")]
    [InlineData("manage/info")]
    [InlineData("confirmEmail")]
    public async Task Nobody_registers_himself(string address)
    {
        using var caller = ApiCaller.Nobody(app);
        (await caller.PostAsync("auth/" + address, new { email = "a@b.gov", password = Password })).Is(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"email\":5}")]
    [InlineData("[]")]
    public async Task A_login_without_its_fields_is_a_problem(string body)
    {
        using var caller = ApiCaller.Nobody(app);
        Assert.Equal("validation", (await caller.SendAsync(HttpMethod.Post, "auth/login", body, null)).Is(HttpStatusCode.BadRequest).Code);
    }
}
