using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace GovAccountConsole.Infrastructure.Weixin;

/// <summary>
/// Writes JSON strings as raw UTF-8: only control characters, the quote and the backslash are escaped.
/// The platform counts <c>\uXXXX</c> as six characters (titles then fail with 45003 at ten Chinese characters), and every
/// encoder that .NET brings escapes emoji and CJK Extension B.
/// </summary>
public sealed class RawUtf8Encoder : JavaScriptEncoder
{
    /// <summary>The one instance; it has no state.</summary>
    public static readonly RawUtf8Encoder Instance = new();

    private RawUtf8Encoder()
    {
    }

    /// <inheritdoc />
    public override int MaxOutputCharactersPerInputCharacter => 6;

    /// <inheritdoc />
    public override bool WillEncode(int unicodeScalar) => unicodeScalar is < 0x20 or '"' or '\\';

    /// <inheritdoc />
    public override unsafe int FindFirstCharacterToEncode(char* text, int textLength)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (var index = 0; index < textLength; index++)
        {
            var character = text[index];
            if (WillEncode(character)) return index;
            if (!char.IsSurrogate(character)) continue;
            // A lone half cannot be written as UTF-8; the caller replaces it by U+FFFD.
            if (char.IsLowSurrogate(character) || index + 1 == textLength || !char.IsLowSurrogate(text[index + 1])) return index;
            index++;
        }

        return -1;
    }

    /// <inheritdoc />
    public override int FindFirstCharacterToEncodeUtf8(ReadOnlySpan<byte> utf8Text)
    {
        var escaped = utf8Text.IndexOfAny(EscapedBytes);
        return Utf8.IsValid(utf8Text) ? escaped : FirstInvalid(utf8Text, escaped);
    }

    /// <inheritdoc />
    public override unsafe bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten)
    {
        var target = new Span<char>(buffer, bufferLength);
        if (!WillEncode(unicodeScalar)) return new System.Text.Rune(unicodeScalar).TryEncodeToUtf16(target, out numberOfCharactersWritten);
        var text = unicodeScalar switch
        {
            '"' => "\\\"",
            '\\' => @"\\",
            '\n' => "\\n",
            '\r' => "\\r",
            '\t' => "\\t",
            _ => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"\\u{unicodeScalar:x4}"),
        };
        numberOfCharactersWritten = text.TryCopyTo(target) ? text.Length : 0;
        return numberOfCharactersWritten > 0;
    }

    private static readonly System.Buffers.SearchValues<byte> EscapedBytes =
        System.Buffers.SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(value => (byte)value), (byte)'"', (byte)'\\']);

    private static int FirstInvalid(ReadOnlySpan<byte> text, int escaped)
    {
        var index = 0;
        while (index < text.Length && System.Text.Rune.DecodeFromUtf8(text[index..], out _, out var length) == System.Buffers.OperationStatus.Done) index += length;
        return escaped >= 0 && escaped < index ? escaped : index;
    }
}
