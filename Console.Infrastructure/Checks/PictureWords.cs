using System.Buffers.Binary;
using System.Text;

namespace GovAccountConsole.Infrastructure.Checks;

/// <summary>
/// The words still written inside a picture file: comments of JPEG and GIF, text chunks of PNG, EXIF and XMP. Uploading strips most of them;
/// what an older file or a GIF still carries is found here.
/// </summary>
internal static class PictureWords
{
    private const int LongestNote = 400;
    private const int ShortestRun = 6;
    private const int MostNotes = 20;

    /// <summary>The notes, in the order of the file; empty for a clean one or one that is no picture.</summary>
    public static IReadOnlyList<string> In(ReadOnlySpan<byte> bytes)
    {
        var notes = new List<string>();
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8]))
        {
            Jpeg(bytes, notes);
        }
        else if (bytes.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']))
        {
            Png(bytes, notes);
        }
        else if (bytes.StartsWith("GIF8"u8))
        {
            Gif(bytes, notes);
        }

        return [.. notes.Distinct(StringComparer.Ordinal).Take(MostNotes)];
    }

    private static void Jpeg(ReadOnlySpan<byte> bytes, List<string> notes)
    {
        for (var at = 2; at + 4 <= bytes.Length && bytes[at] == 0xFF && bytes[at + 1] is not (0xDA or 0xD9);)
        {
            var end = at + 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
            if (end > bytes.Length || end < at + 4)
            {
                return;
            }

            var content = bytes[(at + 4)..end];
            var isColour = bytes[at + 1] == 0xE2 && content.StartsWith("ICC_PROFILE"u8);
            if (bytes[at + 1] is 0xFE or (>= 0xE1 and <= 0xEF) && !isColour && !content.StartsWith("Adobe"u8))
            {
                Runs(content, notes);
            }

            at = end;
        }
    }

    private static void Png(ReadOnlySpan<byte> bytes, List<string> notes)
    {
        for (var at = 8; at + 12 <= bytes.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
            if (length > bytes.Length - at - 12)
            {
                return;
            }

            var type = bytes.Slice(at + 4, 4);
            if (type.SequenceEqual("tEXt"u8) || type.SequenceEqual("iTXt"u8) || type.SequenceEqual("eXIf"u8))
            {
                Runs(bytes.Slice(at + 8, (int)length), notes);
            }

            at += 12 + (int)length;
        }
    }

    private static void Gif(ReadOnlySpan<byte> bytes, List<string> notes)
    {
        // Comment extension: 21 FE, then blocks that begin with their length, up to an empty one.
        for (var at = 6; at + 3 < bytes.Length; at++)
        {
            if (bytes[at] != 0x21 || bytes[at + 1] != 0xFE)
            {
                continue;
            }

            var words = new List<byte>();
            var block = at + 2;
            while (block < bytes.Length && bytes[block] > 0 && block + bytes[block] < bytes.Length && words.Count < LongestNote)
            {
                words.AddRange(bytes.Slice(block + 1, bytes[block]));
                block += bytes[block] + 1;
            }

            if (block < bytes.Length && bytes[block] == 0)
            {
                Runs(words.ToArray(), notes);
                at = block;
            }
        }
    }

    // Words among binary fields: stretches of printable characters.
    private static void Runs(ReadOnlySpan<byte> content, List<string> notes)
    {
        var run = new StringBuilder();
        foreach (var letter in Encoding.UTF8.GetString(content))
        {
            if (!char.IsControl(letter) && letter != '\ufffd' && run.Length < LongestNote)
            {
                run.Append(letter);
                continue;
            }

            Keep(run, notes);
        }

        Keep(run, notes);
    }

    private static void Keep(StringBuilder run, List<string> notes)
    {
        if (run.ToString().Trim() is { Length: >= ShortestRun } words)
        {
            notes.Add(words);
        }

        run.Clear();
    }
}
