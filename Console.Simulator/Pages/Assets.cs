namespace GovAccountConsole.Simulator.Pages;

/// <summary>Style sheets and the one script, carried inside the assembly so that they are there wherever the simulator is hosted.</summary>
internal static class Assets
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var name in (string[])["article.css", "phone.css", "admin.css", "live.js"])
        {
            var bytes = Read(name);
            var type = name.EndsWith(".css", StringComparison.Ordinal) ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8";
            app.MapGet("/assets/" + name, (HttpContext context) =>
            {
                context.Response.Headers.CacheControl = "no-cache";
                context.Response.Headers.XContentTypeOptions = "nosniff";
                return Results.Bytes(bytes, type);
            });
        }
    }

    private static byte[] Read(string name)
    {
        using var stream = typeof(Assets).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not in the assembly.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
