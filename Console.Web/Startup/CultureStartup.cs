using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace GovAccountConsole.Web.Startup;

/// <summary>The two languages and how one is chosen: the switch's cookie, the person's profile, Accept-Language, then Chinese.</summary>
public static class CultureStartup
{
    /// <summary>The claim that carries the language of the person's profile.</summary>
    public const string LanguageClaim = "gac:language";

    /// <summary>The languages the console speaks, the first one is its own.</summary>
    public static readonly string[] Languages = ["zh-CN", "en"];

    /// <summary>Registers localisation with the resource files beside each feature.</summary>
    public static IServiceCollection AddConsoleCultures(this IServiceCollection services) => services
        .AddLocalization()
        .Configure<RequestLocalizationOptions>(options =>
        {
            var cultures = Languages.Select(CultureInfo.GetCultureInfo).ToList();
            options.DefaultRequestCulture = new RequestCulture(Languages[0]);
            options.SupportedCultures = cultures;
            options.SupportedUICultures = cultures;
            options.ApplyCurrentCultureToResponseHeaders = true;
            options.RequestCultureProviders =
            [
                new CookieRequestCultureProvider(),
                new CustomRequestCultureProvider(context => Task.FromResult(FromProfile(context))),
                new CustomRequestCultureProvider(context => Task.FromResult(FromAcceptLanguage(context))),
            ];
        });

    private static ProviderCultureResult? FromProfile(HttpContext context) =>
        context.User.FindFirst(LanguageClaim)?.Value is { } language && Languages.Contains(language) ? new ProviderCultureResult(language) : null;

    // "zh", "zh-TW" and "zh-Hans-CN" all mean our Chinese, "en-GB" our English; the framework's own provider knows only exact parents.
    private static ProviderCultureResult? FromAcceptLanguage(HttpContext context)
    {
        var wanted = context.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(language => language.Quality ?? 1).Select(language => language.Value.ToString());
        foreach (var tag in wanted)
        {
            var language = tag.Split('-')[0];
            if (Languages.FirstOrDefault(known => known.Split('-')[0].Equals(language, StringComparison.OrdinalIgnoreCase)) is { } match)
            {
                return new ProviderCultureResult(match);
            }
        }

        return null;
    }
}
