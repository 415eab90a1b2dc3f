using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GovAccountConsole.Simulator.Gateway;

/// <summary>JSON as the platform writes it: UTF-8 with nothing escaped that need not be, emoji included.</summary>
internal static class WireJson
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(JsonNode node) => Encoding.UTF8.GetBytes(Unescape(node.ToJsonString(Relaxed)));

    // The most relaxed encoder of the runtime still escapes everything above U+FFFF.
    private static string Unescape(string json)
    {
        if (!json.Contains("\\u", StringComparison.Ordinal))
        {
            return json;
        }
        var text = new StringBuilder(json.Length);
        for (var i = 0; i < json.Length; i++)
        {
            if (json[i] != '\\')
            {
                text.Append(json[i]);
                continue;
            }
            if (json[i + 1] == 'u' && int.Parse(json.AsSpan(i + 2, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture) is var unit and > 0x7F)
            {
                text.Append((char)unit);
                i += 5;
                continue;
            }
            text.Append(json, i, 2);
            i++;
        }
        return text.ToString();
    }
}
