using GovAccountConsole.Simulator.State;

namespace GovAccountConsole.Simulator.Materials;

/// <summary>Serves uploaded pictures, as the platform's image host does.</summary>
internal static class ImagesEndpoint
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var state = app.ServiceProvider.GetRequiredService<PlatformState>();
        foreach (var kind in (string[])["jpg", "png", "gif", "bmp"])
        {
            app.MapGet($"/mmbiz_{kind}/{{id}}/{{size}}", (HttpContext context, string id) =>
            {
                if (!state.Images.TryGetValue(id, out var image))
                {
                    return Results.NotFound();
                }
                context.Response.Headers.CacheControl = "public, max-age=2592000, immutable";
                context.Response.Headers.XContentTypeOptions = "nosniff";
                return Results.Bytes(image.Bytes, image.ContentType);
            });
        }
    }
}
