using System.Buffers.Binary;
using System.IO.Compression;
using SkiaSharp;

namespace GovAccountConsole.Tests.Support;

/// <summary>Pictures made on the spot: honest ones, with notes in them, and hostile ones.</summary>
public static class Pictures
{
    public static byte[] Encoded(SKEncodedImageFormat form, int width, int height)
    {
        using var bitmap = new SKBitmap(width, height);
        bitmap.Erase(SKColors.SteelBlue);
        return bitmap.Encode(form, 90).ToArray();
    }

    /// <summary>A PNG that does not fit the platform's limit for bodies.</summary>
    public static byte[] Noise(int width, int height)
    {
        using var bitmap = new SKBitmap(width, height);
        var bytes = new byte[bitmap.ByteCount];
        new Random(1).NextBytes(bytes);
        System.Runtime.InteropServices.Marshal.Copy(bytes, 0, bitmap.GetPixels(), bytes.Length);
        return bitmap.Encode(SKEncodedImageFormat.Png, 90).ToArray();
    }

    public static byte[] LeftRedRightBlue(int width, int height)
    {
        using var bitmap = new SKBitmap(width, height);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.Blue);
        using var red = new SKPaint { Color = SKColors.Red };
        canvas.DrawRect(0, 0, width / 2f, height, red);
        return bitmap.Encode(SKEncodedImageFormat.Jpeg, 95).ToArray();
    }

    public static byte[] Gif() => Convert.FromBase64String("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

    /// <summary>A JPEG with an EXIF segment that holds an orientation and a place.</summary>
    public static byte[] WithExif(byte[] jpeg, ushort orientation)
    {
        byte[] place = "GPS-31.2304N"u8.ToArray();
        // Big-endian TIFF, one directory of one entry: tag 0x0112 (orientation), type SHORT, count 1.
        byte[] tiff = [(byte)'M', (byte)'M', 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0, .. place];
        byte[] content = [.. "Exif\0\0"u8, .. tiff];
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)(content.Length + 2));
        return [.. jpeg[..2], 0xFF, 0xE1, .. length, .. content, .. jpeg[2..]];
    }

    /// <summary>A PNG with a text note after its header.</summary>
    public static byte[] WithTextChunk(byte[] png, string text)
    {
        const int AfterHeader = 8 + 25;
        return [.. png[..AfterHeader], .. Chunk("tEXt", System.Text.Encoding.UTF8.GetBytes(text)), .. png[AfterHeader..]];
    }

    /// <summary>A valid, tiny PNG of a huge black picture.</summary>
    public static byte[] PngBomb(int width, int height)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 0);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            var line = new byte[width + 1];
            for (var row = 0; row < height; row++)
            {
                zlib.Write(line);
            }
        }

        return [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR", header), .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", [])];
    }

    private static byte[] Chunk(string type, byte[] content)
    {
        byte[] body = [.. System.Text.Encoding.ASCII.GetBytes(type), .. content];
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        var check = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(check, Crc(body));
        return [.. length, .. body, .. check];
    }

    // CRC-32 of ISO 3309, as PNG wants it.
    private static uint Crc(byte[] bytes)
    {
        var crc = 0xFFFFFFFF;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
            }
        }

        return ~crc;
    }
}
