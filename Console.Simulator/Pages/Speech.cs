namespace GovAccountConsole.Simulator.Pages;

/// <summary>The language of a page for trainers: Chinese unless <c>?lang=en</c> chose English, which a cookie then remembers.</summary>
internal readonly record struct Speech(bool IsEnglish)
{
    private const string Cookie = "simulator-lang";

    public string Tag => IsEnglish ? "en" : "zh-CN";

    public static Speech Of(HttpContext context)
    {
        var asked = context.Request.Query["lang"].ToString();
        if (asked is "en" or "zh")
        {
            context.Response.Cookies.Append(Cookie, asked, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true });
            return new(asked == "en");
        }
        return new(context.Request.Cookies[Cookie] == "en");
    }

    public string Say(string chinese, string english) => IsEnglish ? english : chinese;

    /// <summary>The way to the other language.</summary>
    public Markup Switch() => IsEnglish
        ? Markup.Of($"""<a class="lang" href="?lang=zh" lang="zh-CN">中文</a>""")
        : Markup.Of($"""<a class="lang" href="?lang=en" lang="en">English</a>""");
}
