using System.Text.Json;

namespace GovAccountConsole.Simulator.Gateway;

/// <summary>Reads a JSON object of a request. A member of the wrong JSON type is 47001, as on the platform.</summary>
internal readonly struct WireObject
{
    private readonly JsonElement _element;

    public WireObject(JsonElement element) =>
        _element = element.ValueKind == JsonValueKind.Object ? element : throw new Refusal(47001, " hint: an object is expected");

    public static WireObject Parse(ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty)
        {
            throw new Refusal(44002);
        }
        try
        {
            return new WireObject(JsonDocument.Parse(body).RootElement);
        }
        catch (JsonException)
        {
            throw new Refusal(47001);
        }
    }

    public bool Has(string name) => _element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null;

    public WireText? Text(string name)
    {
        if (!Has(name))
        {
            return null;
        }
        var value = _element.GetProperty(name);
        return value.ValueKind == JsonValueKind.String ? WireText.From(value) : throw WrongType(name);
    }

    public string? String(string name) => Text(name)?.Value;

    public long? Number(string name)
    {
        if (!Has(name))
        {
            return null;
        }
        var value = _element.GetProperty(name);
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number : throw WrongType(name);
    }

    /// <summary>An id, which the platform documents now as a number, now as a text.</summary>
    public string? Id(string name)
    {
        if (!Has(name))
        {
            return null;
        }
        var value = _element.GetProperty(name);
        return value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            _ => throw WrongType(name),
        };
    }

    /// <summary>A switch written as 0 or 1.</summary>
    public bool Flag(string name) => Number(name) switch
    {
        null or 0 => false,
        1 => true,
        _ => throw new Refusal(40035, $" hint: {name}"),
    };

    public bool? Boolean(string name) => !Has(name) ? null : _element.GetProperty(name).ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw WrongType(name),
    };

    public WireObject? Object(string name)
    {
        if (!Has(name))
        {
            return null;
        }
        var value = _element.GetProperty(name);
        return value.ValueKind == JsonValueKind.Object ? new WireObject(value) : throw WrongType(name);
    }

    public IReadOnlyList<WireObject>? Objects(string name)
    {
        if (!Has(name))
        {
            return null;
        }
        var value = _element.GetProperty(name);
        return value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(item => new WireObject(item))] : throw WrongType(name);
    }

    public IReadOnlyList<string>? Strings(string name)
    {
        if (!Has(name))
        {
            return null;
        }
        var value = _element.GetProperty(name);
        if (value.ValueKind != JsonValueKind.Array || value.EnumerateArray().Any(item => item.ValueKind != JsonValueKind.String))
        {
            throw WrongType(name);
        }
        return [.. value.EnumerateArray().Select(item => item.GetString()!)];
    }

    /// <summary>The page of a list call: offset from 0, 1 to 20 rows.</summary>
    public (int Offset, int Count) Page()
    {
        var offset = Number("offset") ?? 0;
        var count = Number("count") ?? throw new Refusal(40035, " hint: count");
        return offset is >= 0 and <= int.MaxValue && count is >= 1 and <= 20
            ? ((int)offset, (int)count)
            : throw new Refusal(40035, " hint: offset from 0, count from 1 to 20");
    }

    public string RawText() => _element.GetRawText();

    private static Refusal WrongType(string name) => new(47001, $" hint: {name} has a wrong type");
}
