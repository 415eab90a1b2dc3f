using SkiaSharp;

namespace GovAccountConsole.Infrastructure.Media;

/// <summary>Small pictures for lists.</summary>
internal static class Thumbnails
{
    /// <summary>Longest side, in pixels.</summary>
    public const int Side = 320;

    private const int Quality = 78;

    /// <summary>A small JPEG on white; null when the bytes are no picture.</summary>
    public static byte[]? Of(byte[] bytes)
    {
        using var data = SKData.CreateCopy(bytes);
        using var codec = SKCodec.Create(data);
        if (codec is null)
        {
            return null;
        }

        // Large photographs are decoded small at once where their form allows it.
        var wanted = Math.Min(1f, Side / (float)Math.Max(codec.Info.Width, codec.Info.Height));
        var size = codec.GetScaledDimensions(wanted);
        using var whole = SKBitmap.Decode(codec, new SKImageInfo(size.Width, size.Height));
        if (whole is null)
        {
            return null;
        }

        var scale = Math.Min(1f, Side / (float)Math.Max(whole.Width, whole.Height));
        using var small = new SKBitmap(new SKImageInfo(Math.Max(1, (int)(whole.Width * scale)), Math.Max(1, (int)(whole.Height * scale)), SKColorType.Rgba8888, SKAlphaType.Opaque));
        using (var canvas = new SKCanvas(small))
        using (var image = SKImage.FromBitmap(whole))
        {
            canvas.Clear(SKColors.White);
            canvas.DrawImage(image, new SKRect(0, 0, small.Width, small.Height), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        }

        using var encoded = small.Encode(SKEncodedImageFormat.Jpeg, Quality);
        return encoded?.ToArray();
    }
}
