using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovAccountConsole.Infrastructure.Data;

/// <summary>Small values that are always read and written whole are kept as one jsonb column.</summary>
internal static class JsonColumn
{
    private static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web);

    /// <summary>Stores the property as jsonb; a change is seen by its JSON text.</summary>
    public static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> property)
    {
        property.HasColumnType("jsonb").HasConversion(
            value => JsonSerializer.Serialize(value, _options),
            text => JsonSerializer.Deserialize<T>(text, _options)!,
            new ValueComparer<T>(
                (left, right) => JsonSerializer.Serialize(left, _options) == JsonSerializer.Serialize(right, _options),
                value => JsonSerializer.Serialize(value, _options).GetHashCode(StringComparison.Ordinal),
                value => value));
        return property;
    }
}
