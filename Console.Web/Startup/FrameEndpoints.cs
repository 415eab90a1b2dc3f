using GovAccountConsole.Web.Access;
using GovAccountConsole.Web.Theme;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Localization;

namespace GovAccountConsole.Web.Startup;

/// <summary>Small addresses of the frame that set a cookie and lead back: language, scope, sign-out.</summary>
public static class FrameEndpoints
{
    /// <summary>The cookie that narrows the console to one agency; its value is the agency's id.</summary>
    public const string ScopeCookie = "gac-scope";

    /// <summary>How preferences that are no secret are kept: for a year, readable by the page.</summary>
    public static CookieOptions Preference { get; } = new()
    {
        MaxAge = TimeSpan.FromDays(365),
        SameSite = SameSiteMode.Lax,
        IsEssential = true,
        HttpOnly = false,
        Path = "/",
    };

    /// <summary>Maps <c>/frame/language</c>, <c>/frame/scope</c> and <c>/logout</c>.</summary>
    public static void MapFrameEndpoints(this IEndpointRouteBuilder app)
    {
        app.MapGet("/frame/language", (HttpContext context, string culture, string? returnUrl) =>
        {
            if (CultureStartup.Languages.Contains(culture))
            {
                RememberLanguage(context.Response, culture);
            }

            return Back(returnUrl);
        }).ExcludeFromDescription();
        app.MapGet("/frame/scope", (HttpContext context, Guid? agency, string? returnUrl) =>
        {
            if (agency is { } id)
            {
                context.Response.Cookies.Append(ScopeCookie, id.ToString(), Preference);
            }
            else
            {
                context.Response.Cookies.Delete(ScopeCookie);
            }

            return Back(returnUrl);
        }).ExcludeFromDescription();

        app.MapPost("/logout", async (SignInDesk desk, HttpContext context, IAntiforgery antiforgery) =>
        {
            // Otherwise another site could sign people out.
            if (!await antiforgery.IsRequestValidAsync(context))
            {
                return Results.StatusCode(StatusCodes.Status400BadRequest);
            }

            await desk.LeaveAsync();
            context.Response.Cookies.Delete(ScopeCookie);
            return Results.LocalRedirect("/login");
        }).ExcludeFromDescription();
    }

    /// <summary>Keeps the language in the switch's cookie; null forgets it, so that the browser decides again.</summary>
    public static void RememberLanguage(HttpResponse response, string? language)
    {
        if (language is null)
        {
            response.Cookies.Delete(CookieRequestCultureProvider.DefaultCookieName);
        }
        else
        {
            response.Cookies.Append(
                CookieRequestCultureProvider.DefaultCookieName, CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(language)), Preference);
        }
    }

    /// <summary>Keeps the theme where <c>theme.js</c> finds it.</summary>
    public static void RememberTheme(HttpResponse response, string theme) => response.Cookies.Append(ThemeCookie.Choice, theme, Preference);

    private static IResult Back(string? returnUrl) => Results.LocalRedirect(LocalAddress.OrHome(returnUrl));
}
