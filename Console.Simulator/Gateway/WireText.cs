using System.Globalization;
using System.Text;
using System.Text.Json;

namespace GovAccountConsole.Simulator.Gateway;

/// <summary>
/// A text as the platform takes it from a request: <c>\uXXXX</c> is not decoded but stays six characters, which count against every limit
/// and are shown to readers. Only control characters, which JSON cannot carry otherwise, are decoded.
/// </summary>
internal readonly record struct WireText(string Value, bool HasEscapes)
{
    /// <summary>Characters as people count them (a surrogate pair is one).</summary>
    public int Length => Value.Length - Value.Count(char.IsLowSurrogate);

    public int ByteCount => Encoding.UTF8.GetByteCount(Value);

    public bool IsEmpty => string.IsNullOrWhiteSpace(Value);

    public static WireText From(JsonElement element)
    {
        var raw = element.GetRawText().AsSpan()[1..^1];
        if (!raw.Contains('\\'))
        {
            return new WireText(raw.ToString(), HasEscapes: false);
        }
        var text = new StringBuilder(raw.Length);
        var escaped = false;
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\\')
            {
                text.Append(raw[i]);
                continue;
            }
            i++;
            if (raw[i] != 'u')
            {
                text.Append(raw[i] switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'b' => '\b', 'f' => '\f', var other => other });
                continue;
            }
            var unit = int.Parse(raw.Slice(i + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (unit < 0x20)
            {
                text.Append((char)unit);
            }
            else
            {
                text.Append('\\').Append(raw.Slice(i, 5));
                escaped = true;
            }
            i += 4;
        }
        return new WireText(text.ToString(), escaped);
    }
}
