using Microsoft.AspNetCore.Routing.Template;

namespace GovAccountConsole.Web.Api;

/// <summary>
/// Tells "no such address" from "not by this method". Routing cannot: the pages' own catch-all makes it believe that every address may be read.
/// </summary>
public static class UnknownAddress
{
    /// <summary>What a 405 of routing really is: 404, or 405 with the methods that the address takes.</summary>
    public static int Correct(HttpContext context)
    {
        var methods = MethodsAt(context.Request.Path, context.RequestServices.GetServices<EndpointDataSource>());
        if (methods.Length == 0)
        {
            context.Response.Headers.Remove("Allow");
            return StatusCodes.Status404NotFound;
        }

        context.Response.Headers.Allow = string.Join(", ", methods);
        return StatusCodes.Status405MethodNotAllowed;
    }

    private static string[] MethodsAt(PathString path, IEnumerable<EndpointDataSource> sources) =>
    [
        .. sources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Where(endpoint => Takes(endpoint, path))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []).Distinct().Order(StringComparer.Ordinal),
    ];

    private static bool Takes(RouteEndpoint endpoint, PathString path)
    {
        if (endpoint.RoutePattern.RawText?.StartsWith("/api/v1/", StringComparison.Ordinal) != true)
        {
            return false;
        }

        var values = new RouteValueDictionary();
        // The one constraint of the API's addresses is that an id is a UUID.
        return new TemplateMatcher(new RouteTemplate(endpoint.RoutePattern), []).TryMatch(path, values)
            && (!values.TryGetValue("id", out var id) || Guid.TryParse(id as string, out _));
    }
}
