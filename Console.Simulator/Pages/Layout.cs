namespace GovAccountConsole.Simulator.Pages;

/// <summary>The frame of every page, and the headers that go with it.</summary>
internal static class Layout
{
    // Bodies come from outside and were filtered; should the filter ever fail, nothing in them can run or load from elsewhere.
    private const string Policy =
        "default-src 'none'; style-src 'self' 'unsafe-inline'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
        + "img-src 'self' data: http://localhost:* http://127.0.0.1:* http://mmbiz.qpic.cn https://mmbiz.qpic.cn http://mmbiz.qlogo.cn https://mmbiz.qlogo.cn";

    public static IResult Page(HttpContext context, string title, string sheet, Markup body, bool isLive = false, int status = StatusCodes.Status200OK, string language = "zh-CN")
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy + (isLive ? "; script-src 'self'" : "; script-src 'none'");
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-store";
        var page = Markup.Of($"""
            <!doctype html>
            <html lang="{language}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
            <meta name="color-scheme" content="light dark">
            <title>{title}</title>
            <link rel="icon" href="data:,">
            <link rel="stylesheet" href="/assets/{sheet}.css">
            {Markup.When(isLive, () => new Markup("<script src=\"/assets/live.js\" defer></script>"))}
            </head>
            <body>
            {body}
            </body>
            </html>
            """);
        return Results.Content(page.Html, "text/html; charset=utf-8", statusCode: status);
    }

    public static IResult NotFound(HttpContext context) => Page(context, "找不到页面", "admin",
        Markup.Of($"""<main class="notice"><h1>找不到页面</h1><p>没有这个公众号，或文章不存在。</p><p><a href="/">返回公众号列表</a></p></main>"""),
        status: StatusCodes.Status404NotFound);
}
