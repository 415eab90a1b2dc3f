using System.Text.Json.Nodes;

namespace GovAccountConsole.Infrastructure.Weixin;

/// <summary>
/// A request of the library as our transport sends it: the same bytes rules as the built-in client's, whatever serializer the library's
/// version has. JSON is written anew as raw UTF-8 without nulls; an upload goes as it is.
/// </summary>
internal static class SenparcRequest
{
    private const string TokenPart = "access_token=";

    /// <summary>Reads the request.</summary>
    /// <param name="request">What the library made.</param>
    /// <param name="access">The only token it may carry.</param>
    /// <param name="repeat">Whether the call may be repeated.</param>
    /// <param name="mend">Puts right what the library's parameters cannot say, or null.</param>
    /// <exception cref="InvalidOperationException">It carries another token: the library fetched one itself.</exception>
    public static async Task<WeixinRequest> ReadAsync(HttpRequestMessage request, string access, Repeat repeat, Action<JsonObject>? mend)
    {
        var address = request.RequestUri!;
        var parts = address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries);
        var token = parts.SingleOrDefault(part => part.StartsWith(TokenPart, StringComparison.Ordinal))?[TokenPart.Length..];
        if (token is null || Uri.UnescapeDataString(token) != access) throw new InvalidOperationException("The library used a token that it was not given.");
        var rest = string.Join('&', parts.Where(part => !part.StartsWith(TokenPart, StringComparison.Ordinal)));
        return new(address.AbsolutePath, rest.Length == 0 ? null : rest, access, await BodyAsync(request.Content, mend), repeat);
    }

    private static async Task<WeixinBody?> BodyAsync(HttpContent? content, Action<JsonObject>? mend)
    {
        if (content is null) return null;
        var bytes = await content.ReadAsByteArrayAsync();
        if (content is MultipartContent) return new(bytes, content.Headers.ContentType!.ToString().Replace("\"", "", StringComparison.Ordinal), IsUpload: true);
        var body = JsonNode.Parse(bytes)!.AsObject();
        mend?.Invoke(body);
        return WeixinBody.Json(WithoutNulls(body));
    }

    private static JsonObject WithoutNulls(JsonObject body)
    {
        foreach (var name in body.Where(member => member.Value is null).Select(member => member.Key).ToList()) body.Remove(name);
        foreach (var inner in body.Select(member => member.Value).SelectMany(value => value is JsonArray list ? list : (IEnumerable<JsonNode?>)[value]).OfType<JsonObject>())
            WithoutNulls(inner);
        return body;
    }
}
