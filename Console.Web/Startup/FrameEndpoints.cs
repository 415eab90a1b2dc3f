using Microsoft.AspNetCore.Localization;

namespace GovAccountConsole.Web.Startup;

/// <summary>Small addresses that set a cookie and lead back: language, theme without JavaScript, scope.</summary>
public static class FrameEndpoints
{
    /// <summary>The cookie that narrows the console to one agency; its value is the agency's id.</summary>
    public const string ScopeCookie = "gac-scope";

    private static readonly CookieOptions Preference = new()
    {
        MaxAge = TimeSpan.FromDays(365),
        SameSite = SameSiteMode.Lax,
        IsEssential = true,
        HttpOnly = false,
        Path = "/",
    };

    /// <summary>Maps <c>/frame/language</c> and <c>/frame/scope</c>.</summary>
    public static void MapFrameEndpoints(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/frame").ExcludeFromDescription();
        group.MapGet("/language", (HttpContext context, string culture, string? returnUrl) =>
        {
            if (CultureStartup.Languages.Contains(culture))
            {
                context.Response.Cookies.Append(
                    CookieRequestCultureProvider.DefaultCookieName,
                    CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture)),
                    Preference);
            }

            return Back(returnUrl);
        });
        group.MapGet("/scope", (HttpContext context, Guid? agency, string? returnUrl) =>
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
        });
    }

    private static IResult Back(string? returnUrl) => Results.LocalRedirect(LocalAddress.OrHome(returnUrl));
}
