using System.Text.Json;
using System.Text.Json.Serialization;

namespace GovAccountConsole.Infrastructure.Weixin;

/// <summary>How JSON is written to and read from the platform.</summary>
public static class WeixinJson
{
    /// <summary>snake_case names, raw UTF-8, absent instead of null, numbers also accepted as text.</summary>
    public static JsonSerializerOptions Options { get; } = Make();

    /// <summary>The body of a call as UTF-8 bytes without a byte order mark.</summary>
    public static byte[] Write(object body) => JsonSerializer.SerializeToUtf8Bytes(body, body.GetType(), Options);

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            Encoder = RawUtf8Encoder.Instance,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            NumberHandling = JsonNumberHandling.AllowReadingFromString,
            PropertyNameCaseInsensitive = true,
            RespectRequiredConstructorParameters = false,
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
