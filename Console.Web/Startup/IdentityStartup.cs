using GovAccountConsole.Infrastructure.Access;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Web.Access;
using GovAccountConsole.Web.Api;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;

namespace GovAccountConsole.Web.Startup;

/// <summary>Sign-in: ASP.NET Core Identity with a cookie for the pages and bearer tokens for the API. What a person may do stands in the grants.</summary>
public static class IdentityStartup
{
    private const string ByAddress = "by-address";

    /// <summary>Wrong passwords in a row after which a login rests, and for how long.</summary>
    public const int FailuresBeforeLockout = 5;

    /// <summary>How long a login rests after too many wrong passwords.</summary>
    public static readonly TimeSpan Lockout = TimeSpan.FromMinutes(10);

    // How soon a changed password or a removed login ends what is open elsewhere.
    private static readonly TimeSpan _revalidation = TimeSpan.FromMinutes(1);

    /// <summary>Registers Identity and both schemes.</summary>
    public static IServiceCollection AddConsoleIdentity(this IServiceCollection services)
    {
        services.AddIdentityCore<Person>(options =>
            {
                options.User.RequireUniqueEmail = true;
                options.SignIn.RequireConfirmedAccount = false;
                options.Password.RequiredLength = 10;
                options.Password.RequireNonAlphanumeric = false;
                options.Password.RequireUppercase = false;
                options.Lockout.AllowedForNewUsers = true;
                options.Lockout.MaxFailedAccessAttempts = FailuresBeforeLockout;
                options.Lockout.DefaultLockoutTimeSpan = Lockout;
            })
            .AddEntityFrameworkStores<ConsoleDb>()
            .AddSignInManager()
            .AddClaimsPrincipalFactory<PersonClaims>()
            .AddErrorDescriber<IdentityWords>()
            .AddDefaultTokenProviders();

        // The API knows bearer tokens only: a cookie that a browser sends by itself must not act there. Elsewhere a token is taken where one is sent.
        services.AddAuthentication(ByAddress)
            .AddPolicyScheme(ByAddress, null, options => options.ForwardDefaultSelector = context =>
                ProblemPages.IsApi(context) || context.Request.Headers.Authorization.Count > 0 ? IdentityConstants.BearerScheme : IdentityConstants.ApplicationScheme)
            .AddBearerToken(IdentityConstants.BearerScheme)
            .AddIdentityCookies();
        services.ConfigureApplicationCookie(options =>
        {
            options.Cookie.Name = "gac-session";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.LoginPath = "/login";
            options.LogoutPath = "/logout";
            options.AccessDeniedPath = "/not-found";
            options.ExpireTimeSpan = TimeSpan.FromHours(12);
            options.SlidingExpiration = true;
            options.Events.OnRedirectToLogin = context => AnswerOrRedirect(context.Request, context.Response, context.RedirectUri, StatusCodes.Status401Unauthorized);
            options.Events.OnRedirectToAccessDenied = context => AnswerOrRedirect(context.Request, context.Response, context.RedirectUri, StatusCodes.Status403Forbidden);
        });
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = _revalidation);
        services.AddAuthorization();
        services.AddScoped<AuthenticationStateProvider, RevalidatingPerson>();
        services.AddScoped<CurrentActor>();
        services.AddScoped<SignInDesk>();
        return services;
    }

    // Machines get a status, people a page.
    private static Task AnswerOrRedirect(HttpRequest request, HttpResponse response, string address, int status)
    {
        if (request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
        {
            response.StatusCode = status;
        }
        else
        {
            response.Redirect(address);
        }

        return Task.CompletedTask;
    }
}
