namespace GovAccountConsole.Web.Theme;

/// <summary>Reads the two cookies behind the theme. <c>frame.js</c> writes both: the choice, and for System what the computer answered last.</summary>
public static class ThemeCookie
{
    /// <summary>Holds <c>system</c>, <c>light</c> or <c>dark</c>.</summary>
    public const string Choice = "gac-theme";

    /// <summary>Holds <c>1</c> when the computer asked for dark at the last visit.</summary>
    public const string SystemIsDark = "gac-system-dark";

    /// <summary>The person's choice; System when there is none or it is not readable.</summary>
    public static ThemeChoice Read(IRequestCookieCollection cookies) =>
        cookies[Choice] switch { "light" => ThemeChoice.Light, "dark" => ThemeChoice.Dark, _ => ThemeChoice.System };

    /// <summary>Whether this page is drawn dark.</summary>
    public static bool IsDark(IRequestCookieCollection cookies) => Read(cookies) switch
    {
        ThemeChoice.Dark => true,
        ThemeChoice.Light => false,
        _ => cookies[SystemIsDark] == "1",
    };
}
