using GovAccountConsole.Domain.Media;
using GovAccountConsole.Domain.Shared;
using SkiaSharp;

namespace GovAccountConsole.Infrastructure.Media;

/// <summary>A picture as it is kept.</summary>
/// <param name="ContentType">image/png, image/jpeg or image/gif, by content.</param>
/// <param name="Width">Pixels, upright.</param>
/// <param name="Height">Pixels, upright.</param>
/// <param name="Bytes">Without the camera's notes (place, device, owner).</param>
internal sealed record Picture(string ContentType, int Width, int Height, byte[] Bytes);

/// <summary>
/// Reads what an uploaded file really is. Its name and declared type are never believed: the first bytes name the form, the codec must decode
/// every pixel, and the size in pixels is known before any memory is taken.
/// </summary>
internal static class PictureBytes
{
    private const int SideLimit = 20_000;
    private const int ReencodeQuality = 92;

    private static readonly byte[] _png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];
    private static readonly byte[] _jpeg = [0xFF, 0xD8, 0xFF];

    /// <summary>The picture, or why it is refused.</summary>
    public static Result<Picture> Read(byte[] bytes)
    {
        if (bytes.Length > Medium.BytesLimit)
        {
            return MediaErrors.TooLarge;
        }

        if (FormOf(bytes) is not { } form)
        {
            return MediaErrors.UnsupportedType;
        }

        using var data = SKData.CreateCopy(bytes);
        using var codec = SKCodec.Create(data);
        if (codec is null || codec.EncodedFormat != form || codec.Info.Width <= 0 || codec.Info.Height <= 0)
        {
            return MediaErrors.UnsupportedType;
        }

        var (width, height) = (codec.Info.Width, codec.Info.Height);
        if (width > SideLimit || height > SideLimit || (long)width * height > Medium.PixelsLimit)
        {
            return MediaErrors.TooManyPixels;
        }

        using var pixels = Decode(codec);
        if (pixels is null)
        {
            return MediaErrors.UnsupportedType;
        }

        return form switch
        {
            SKEncodedImageFormat.Jpeg when codec.EncodedOrigin is not (SKEncodedOrigin.TopLeft or SKEncodedOrigin.Default) => Upright(pixels, codec.EncodedOrigin),
            SKEncodedImageFormat.Jpeg => new Picture("image/jpeg", width, height, PictureNotes.OfJpeg(bytes)),
            SKEncodedImageFormat.Png => new Picture("image/png", width, height, PictureNotes.OfPng(bytes)),
            _ => new Picture("image/gif", width, height, GifNotes.Without(bytes)),
        };
    }

    private static SKEncodedImageFormat? FormOf(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith(_png) ? SKEncodedImageFormat.Png
        : bytes.StartsWith(_jpeg) ? SKEncodedImageFormat.Jpeg
        : bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8) ? SKEncodedImageFormat.Gif
        : null;

    private static SKBitmap? Decode(SKCodec codec)
    {
        var info = new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Premul);
        var bitmap = new SKBitmap();
        if (bitmap.TryAllocPixels(info) && codec.GetPixels(info, bitmap.GetPixels()) == SKCodecResult.Success)
        {
            return bitmap;
        }

        bitmap.Dispose();
        return null;
    }

    private static Result<Picture> Upright(SKBitmap pixels, SKEncodedOrigin origin)
    {
        var turned = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        var (width, height) = turned ? (pixels.Height, pixels.Width) : (pixels.Width, pixels.Height);
        using var surface = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using (var canvas = new SKCanvas(surface))
        {
            canvas.SetMatrix(ToUpright(origin, width, height));
            canvas.DrawBitmap(pixels, 0, 0);
        }

        using var encoded = surface.Encode(SKEncodedImageFormat.Jpeg, ReencodeQuality);
        return new Picture("image/jpeg", width, height, encoded.ToArray());
    }

    private static SKMatrix ToUpright(SKEncodedOrigin origin, int width, int height) => origin switch
    {
        SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, width, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, width, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new SKMatrix(0, -1, width, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, width, -1, 0, height, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new SKMatrix(0, 1, 0, -1, 0, height, 0, 0, 1),
        _ => SKMatrix.Identity,
    };
}
