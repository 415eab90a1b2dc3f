using System.Buffers.Binary;

namespace GovAccountConsole.Infrastructure.Media;

/// <summary>
/// Takes the camera's and editor's notes (EXIF with place and device, XMP, IPTC, comments, hidden second pictures) out of a file without
/// touching a pixel: what citizens download must not tell where a policeman stood.
/// </summary>
internal static class PictureNotes
{
    private static readonly string[] _keptChunks =
        ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs", "hIST", "cICP", "acTL", "fcTL", "fdAT"];

    // Marker, length, "JFIF", version, density and two zeroes for "no thumbnail".
    private const int PlainJfif = 18;

    /// <summary>The JPEG with picture data, density and colour profile only, ended at its end marker.</summary>
    public static byte[] OfJpeg(byte[] bytes)
    {
        using var kept = new MemoryStream(bytes.Length);
        kept.Write(bytes, 0, 2);
        var at = 2;
        while (at + 4 <= bytes.Length && bytes[at] == 0xFF)
        {
            var marker = bytes[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            if (marker == 0xD9)
            {
                break;
            }

            var end = at + 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at + 2));
            if (end > bytes.Length)
            {
                break;
            }

            if (marker == 0xDA)
            {
                end = EndOfScan(bytes, end);
            }

            if (marker == 0xE0 && end - at > PlainJfif && bytes.AsSpan(at + 4).StartsWith("JFIF\0"u8))
            {
                // The small picture inside the header may show what was cut off the large one.
                kept.Write([0xFF, 0xE0, 0, PlainJfif - 2]);
                kept.Write(bytes, at + 4, PlainJfif - 6);
                kept.Write([0, 0]);
            }
            else if (IsKept(marker, bytes.AsSpan(at + 4, end - at - 4)))
            {
                kept.Write(bytes, at, end - at);
            }

            at = end;
        }

        kept.Write([0xFF, 0xD9]);
        return kept.ToArray();
    }

    /// <summary>The PNG with the chunks that make up the picture only.</summary>
    public static byte[] OfPng(byte[] bytes)
    {
        const int Signature = 8;
        const int Frame = 12;
        using var kept = new MemoryStream(bytes.Length);
        kept.Write(bytes, 0, Signature);
        var at = Signature;
        while (at + Frame <= bytes.Length)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at));
            if (length > bytes.Length - at - Frame)
            {
                break;
            }

            var whole = Frame + (int)length;
            var type = System.Text.Encoding.ASCII.GetString(bytes, at + 4, 4);
            if (_keptChunks.Contains(type))
            {
                kept.Write(bytes, at, whole);
            }

            at += whole;
            if (type == "IEND")
            {
                break;
            }
        }

        return kept.ToArray();
    }

    // Entropy-coded data: FF is followed by 00 or by a restart marker; anything else ends the scan.
    private static int EndOfScan(byte[] bytes, int from)
    {
        for (var at = from; at + 1 < bytes.Length; at++)
        {
            if (bytes[at] == 0xFF && bytes[at + 1] is not (0x00 or 0xFF) and not (>= 0xD0 and <= 0xD7))
            {
                return at;
            }
        }

        return bytes.Length;
    }

    private static bool IsKept(byte marker, ReadOnlySpan<byte> content) => marker switch
    {
        0xE2 => content.StartsWith("ICC_PROFILE\0"u8),
        0xE0 => content.StartsWith("JFIF\0"u8),
        0xEE => content.StartsWith("Adobe"u8),
        >= 0xE1 and <= 0xEF or 0xFE => false,
        _ => true,
    };
}
