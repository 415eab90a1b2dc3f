using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Web.Api;

/// <summary>Times on the wire: written with Shanghai's offset, read only with an offset, since a time without one means something else to every caller.</summary>
public sealed class TimeJson : JsonConverter<DateTimeOffset>
{
    /// <inheritdoc/>
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && reader.GetString() is { } text && ApiQuery.MomentForm().IsMatch(text)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) && at.Year is > 1900 and < 9999
            ? at.ToUniversalTime()
            : throw new JsonException();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(BusinessTime.ToShanghai(value).ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture));
}
