using System.Globalization;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Access;
using GovAccountConsole.Web.Api;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace GovAccountConsole.Web.Access;

/// <summary>A login as the caller sends it; the shape is ASP.NET Core Identity's own.</summary>
public sealed record LoginInput(string? Email, string? Password, string? TwoFactorCode)
{
    /// <summary>Without the password.</summary>
    public override string ToString() => Email ?? string.Empty;
}

/// <summary>A refresh as the caller sends it; the shape is ASP.NET Core Identity's own.</summary>
public sealed record RefreshInput(string? RefreshToken)
{
    /// <summary>Without the token.</summary>
    public override string ToString() => nameof(RefreshInput);
}

/// <summary><c>/api/v1/auth</c>: of Identity's API only login and refresh; nobody registers himself.</summary>
public static class AuthApi
{
    /// <summary>Maps the addresses, open to everybody.</summary>
    public static void MapAuth(this IEndpointRouteBuilder api)
    {
        var auth = api.MapGroup("/auth").WithTags("auth").AllowAnonymous();
        auth.MapPost("/login", LoginAsync).Says("Logs in; unknown address, wrong password and locked login all sound the same.")
            .Produces<AccessTokenResponse>().ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status429TooManyRequests);
        auth.MapPost("/refresh", RefreshAsync).Says("Exchanges a refresh token for a new pair.")
            .Produces<AccessTokenResponse>().ProducesProblem(StatusCodes.Status401Unauthorized);
    }

    private static async Task<IResult> LoginAsync(LoginInput input, HttpContext context, SignInDesk desk, LoginThrottle throttle)
    {
        var missing = new[] { (input.Email, "email"), (input.Password, "password") }.Where(field => string.IsNullOrEmpty(field.Item1)).Select(field => Error.Required(field.Item2)).ToList();
        if (missing.Count > 0)
        {
            return Problems.From(context, Result.From(missing));
        }

        var address = context.Connection.RemoteIpAddress?.ToString() ?? "unknown";
        if (throttle.Wait(address, input.Email!) is { } wait)
        {
            context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return Results.Problem(Problems.OfStatus(context, StatusCodes.Status429TooManyRequests));
        }

        if (await desk.EnterAsync(input.Email!, input.Password!, input.TwoFactorCode, IdentityConstants.BearerScheme) is not null)
        {
            // The bearer handler has written the tokens.
            return Results.Empty;
        }

        throttle.Failed(address, input.Email!);
        return Results.Problem(Problems.OfStatus(context, StatusCodes.Status401Unauthorized, "login-failed"));
    }

    private static async Task<IResult> RefreshAsync(
        RefreshInput input, HttpContext context, SignInManager<Person> signIn, IOptionsMonitor<BearerTokenOptions> options, TimeProvider time)
    {
        var ticket = string.IsNullOrEmpty(input.RefreshToken) ? null : options.Get(IdentityConstants.BearerScheme).RefreshTokenProtector.Unprotect(input.RefreshToken);
        if (ticket?.Properties.ExpiresUtc is not { } expires || time.GetUtcNow() >= expires
            || await signIn.ValidateSecurityStampAsync(ticket.Principal) is not { IsDisabled: false } person)
        {
            return Results.Problem(Problems.OfStatus(context, StatusCodes.Status401Unauthorized, "refresh-failed"));
        }

        return Results.SignIn(await signIn.CreateUserPrincipalAsync(person), authenticationScheme: IdentityConstants.BearerScheme);
    }
}
