namespace GovAccountConsole.Infrastructure.Media;

/// <summary>Takes comments, text, programs' own data (XMP) and whatever hides behind the end out of a GIF; pictures, timing and repetition stay.</summary>
internal static class GifNotes
{
    private const byte Extension = 0x21;
    private const byte Image = 0x2C;
    private const byte Trailer = 0x3B;
    private const byte Timing = 0xF9;
    private const byte Application = 0xFF;
    private const int Header = 13;

    /// <summary>The GIF with what is shown only, ended at its end.</summary>
    public static byte[] Without(byte[] bytes)
    {
        using var kept = new MemoryStream(bytes.Length);
        var at = Math.Min(bytes.Length, Header + ColoursOf(bytes.Length > 10 ? bytes[10] : (byte)0));
        kept.Write(bytes, 0, at);
        while (at + 1 < bytes.Length && bytes[at] is Extension or Image)
        {
            var data = bytes[at] == Extension ? at + 2 : at + 10 + (at + 9 < bytes.Length ? ColoursOf(bytes[at + 9]) : 0) + 1;
            if (EndOfBlocks(bytes, data) is not { } end)
            {
                break;
            }

            if (bytes[at] == Image || bytes[at + 1] == Timing || (bytes[at + 1] == Application && IsRepetition(bytes.AsSpan(at + 2))))
            {
                kept.Write(bytes, at, end - at);
            }

            at = end;
        }

        kept.WriteByte(Trailer);
        return kept.ToArray();
    }

    // The low three bits say how many colours follow, the high bit whether any do.
    private static int ColoursOf(byte packed) => (packed & 0x80) == 0 ? 0 : 3 << ((packed & 7) + 1);

    private static bool IsRepetition(ReadOnlySpan<byte> block) => block.Length > 12 && (block[1..].StartsWith("NETSCAPE2.0"u8) || block[1..].StartsWith("ANIMEXTS1.0"u8));

    private static int? EndOfBlocks(byte[] bytes, int at)
    {
        while (at < bytes.Length && bytes[at] != 0)
        {
            at += bytes[at] + 1;
        }

        return at < bytes.Length ? at + 1 : null;
    }
}
