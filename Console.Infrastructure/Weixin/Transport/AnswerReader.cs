using System.Text.Json;
using System.Text.RegularExpressions;

namespace GovAccountConsole.Infrastructure.Weixin;

/// <summary>Turns status and bytes into an <see cref="Answer{T}"/>.</summary>
internal static partial class AnswerReader
{
    /// <summary>
    /// Reads an answer: a missing errcode means 0, text is UTF-8 whatever the header says, and success without the promised fields is
    /// an unknown outcome, not a success.
    /// </summary>
    public static Answer<T> Read<T>(RawAnswer raw, string? path = null)
        where T : class
    {
        if (raw.Unknown is { } unknown) return Answer.Lost<T>(unknown);
        try
        {
            using var document = JsonDocument.Parse(WithoutMark(raw.Bytes));
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object) return Unreadable<T>("not an object");
            if (Error(root, path) is { } error) return Answer.Refused<T>(error);
            return root.Deserialize<T>(WeixinJson.Options) is { } value ? Answer.Ok(value) : Unreadable<T>("empty");
        }
        catch (JsonException exception)
        {
            return Unreadable<T>(exception.Path ?? "no JSON");
        }
        catch (NotSupportedException)
        {
            return Unreadable<T>("unexpected shape");
        }
    }

    /// <summary>True when the platform says that it is busy: it may or may not have done the work.</summary>
    public static bool SaysBusy(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(WithoutMark(bytes));
            return document.RootElement.ValueKind == JsonValueKind.Object && WeixinErrors.Find(Code(document.RootElement)).Meaning == ErrorMeaning.Busy;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static PlatformError? Error(JsonElement root, string? path)
    {
        var code = Code(root);
        if (code == 0) return null;
        var text = root.TryGetProperty("errmsg", out var message) && message.ValueKind == JsonValueKind.String ? message.GetString()! : "";
        var rid = Rid().Match(text);
        return new(code, (rid.Success ? text[..rid.Index] : text).Trim().TrimEnd(','), rid.Success ? rid.Groups["rid"].Value : null, Id(root, "msg_id"))
        {
            Path = path,
            MsgDataId = Id(root, "msg_data_id"),
        };
    }

    private static string? Id(JsonElement root, string name) =>
        root.TryGetProperty(name, out var id) && id.ValueKind is JsonValueKind.String or JsonValueKind.Number ? id.ToString() : null;

    private static int Code(JsonElement root)
    {
        if (!root.TryGetProperty("errcode", out var code) || code.ValueKind == JsonValueKind.Null) return 0;
        if (code.ValueKind == JsonValueKind.Number && code.TryGetInt32(out var number)) return number;
        if (code.ValueKind == JsonValueKind.String && int.TryParse(code.GetString(), System.Globalization.CultureInfo.InvariantCulture, out number)) return number;
        throw new JsonException("errcode is not a number", "errcode", null, null);
    }

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> bytes) =>
        bytes.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? bytes[3..] : bytes;

    private static Answer<T> Unreadable<T>(string detail)
        where T : class => Answer.Lost<T>(new(UnknownReason.Unreadable, detail));

    [GeneratedRegex(@"\brid:\s*(?<rid>[0-9a-zA-Z-]{1,64})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Rid();
}

/// <summary>What came back over HTTP before anybody looked into it.</summary>
internal sealed record RawAnswer(ReadOnlyMemory<byte> Bytes, OutcomeUnknown? Unknown);
