using System.Text;
using GovAccountConsole.Infrastructure.Media;
using GovAccountConsole.Tests.Support;
using SkiaSharp;

namespace GovAccountConsole.Tests.Database.Media;

/// <summary>What cameras and programs write into pictures does not stay, in no form; and what only looks like a picture is none.</summary>
public sealed class Notes_in_pictures
{
    private const string Secret = "GPS-31.2304N-王警官";

    public static TheoryData<string, byte[]> Telling => new()
    {
        { "JPEG EXIF", Segment(Jpeg, 0xE1, "Exif\0\0" + Secret) },
        { "JPEG XMP", Segment(Jpeg, 0xE1, "http://ns.adobe.com/xap/1.0/\0<x>" + Secret + "</x>") },
        { "JPEG IPTC", Segment(Jpeg, 0xED, "Photoshop 3.0\08BIM" + Secret) },
        { "JPEG comment", Segment(Jpeg, 0xFE, Secret) },
        { "JPEG MPF", Segment(Jpeg, 0xE2, "MPF\0" + Secret) },
        { "JPEG JFIF thumbnail", Segment(Jpeg, 0xE0, "JFIF\0\u0001\u0001\0\0\u0001\0\u0001\u0005\u0005" + Secret) },
        { "JPEG JFXX thumbnail", Segment(Jpeg, 0xE0, "JFXX\0" + Secret) },
        { "JPEG trailing picture", [.. Jpeg, .. Segment(Jpeg, 0xE1, "Exif\0\0" + Secret)] },
        { "JPEG trailing archive", [.. Jpeg, .. "PK\u0003\u0004"u8, .. Encoding.UTF8.GetBytes(Secret)] },
        { "PNG text", Pictures.WithTextChunk(Png, "Author\0" + Secret) },
        { "PNG trailing page", [.. Png, .. Encoding.UTF8.GetBytes("<html><script>" + Secret)] },
        { "GIF comment", Gif(0xFE, Secret) },
        { "GIF XMP", Gif(0xFF, "XMP DataXMP" + Secret) },
        { "GIF plain text", Gif(0x01, Secret) },
        { "GIF trailing page", [.. Pictures.Gif(), .. Encoding.UTF8.GetBytes("<script>" + Secret)] },
    };

    public static TheoryData<string, byte[]> Fakes => new()
    {
        { "SVG", "<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>"u8.ToArray() },
        { "page with a picture's name", "<html><body onload=alert(1)></body></html>"u8.ToArray() },
        { "GIF that is a script", "GIF89a/*"u8.ToArray() },
        { "truncated JPEG", Jpeg[..(Jpeg.Length / 3)] },
        { "truncated PNG", Png[..40] },
        { "empty", [] },
        { "PNG that is a JPEG", [.. Png[..8], .. Jpeg] },
        { "bomb", Pictures.PngBomb(19_000, 19_000) },
    };

    private static byte[] Jpeg { get; } = Pictures.Encoded(SKEncodedImageFormat.Jpeg, 64, 48);

    private static byte[] Png { get; } = Pictures.Encoded(SKEncodedImageFormat.Png, 64, 48);

    [Theory]
    [MemberData(nameof(Telling))]
    public void Nothing_told_about_the_picture_is_kept(string what, byte[] bytes)
    {
        Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes("王警官")) >= 0, what);
        var kept = PictureBytes.Read(bytes).Value.Bytes;

        Assert.True(kept.AsSpan().IndexOf(Encoding.UTF8.GetBytes("王警官")) < 0, what);
        Assert.True(kept.AsSpan().IndexOf("GPS-"u8) < 0, what);
        using var shown = SKBitmap.Decode(kept);
        using var before = SKBitmap.Decode(bytes);
        Assert.Equal((before.Width, before.Height), (shown.Width, shown.Height));
        Assert.Equal(before.GetPixel(0, 0), shown.GetPixel(0, 0));
        // Taking out twice changes nothing.
        Assert.Equal(kept, PictureBytes.Read(kept).Value.Bytes);
    }

    [Theory]
    [MemberData(nameof(Fakes))]
    public void What_is_no_picture_is_refused(string what, byte[] bytes) => Assert.False(PictureBytes.Read(bytes).Succeeded, what);

    [Fact]
    public void Repetition_and_timing_of_a_gif_stay()
    {
        var gif = Gif(0xFF, "NETSCAPE2.0\u0001\u0003");
        Assert.Equal(gif, PictureBytes.Read(gif).Value.Bytes);
    }

    [Fact]
    public void No_change_of_bytes_makes_the_reader_throw()
    {
        var random = new Random(11);
        foreach (var good in new[] { Jpeg, Png, Pictures.Gif(), Gif(0xFE, Secret) })
        {
            for (var round = 0; round < 300; round++)
            {
                var bytes = (byte[])good.Clone();
                for (var change = random.Next(1, 8); change > 0; change--)
                {
                    bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                }

                var read = PictureShaping.Take(random.Next(5) == 0 ? bytes[..random.Next(bytes.Length)] : bytes, random.Next(2) == 0 ? new PictureArea(0.1, 0.2, 0.9, 0.8) : null);
                Assert.True(read.Succeeded ? read.Value.Bytes.Length > 0 : read.Errors.Count > 0);
            }
        }
    }

    [Fact]
    public void What_a_document_hid_of_a_picture_is_cut_off()
    {
        var taken = PictureShaping.Take(Pictures.LeftRedRightBlue(80, 40), new PictureArea(0.5, 0, 1, 1)).Value;
        using var shown = SKBitmap.Decode(taken.Bytes);
        Assert.Equal((40, 40), (taken.Width, taken.Height));
        Assert.True(shown.GetPixel(5, 20) is { Blue: > 200, Red: < 60 });
        Assert.Equal("image/png", PictureShaping.Take(Pictures.Encoded(SKEncodedImageFormat.Webp, 10, 10)).Value.ContentType);
    }

    private static byte[] Segment(byte[] jpeg, byte marker, string content)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        var length = bytes.Length + 2;
        return [.. jpeg[..2], 0xFF, marker, (byte)(length >> 8), (byte)length, .. bytes, .. jpeg[2..]];
    }

    // After the header and two colours of the smallest GIF.
    private static byte[] Gif(byte label, string content)
    {
        var gif = Pictures.Gif();
        var bytes = Encoding.UTF8.GetBytes(content);
        byte[] block = label == 0xFF ? [11, .. bytes[..11], (byte)(bytes.Length - 11), .. bytes[11..], 0] : [(byte)bytes.Length, .. bytes, 0];
        return [.. gif[..19], 0x21, label, .. block, .. gif[19..]];
    }
}
