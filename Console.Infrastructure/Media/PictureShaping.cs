using GovAccountConsole.Domain.Media;
using GovAccountConsole.Domain.Shared;
using SkiaSharp;

namespace GovAccountConsole.Infrastructure.Media;

/// <summary>The part of a picture that is wanted, as parts of the whole from 0 to 1.</summary>
internal sealed record PictureArea(double Left, double Top, double Right, double Bottom);

/// <summary>Makes pictures from elsewhere into pictures we keep: cuts off what was hidden, turns forms that browsers draw and the platform does not take into PNG.</summary>
internal static class PictureShaping
{
    private const int JpegQuality = 92;

    /// <summary>The picture as it is kept, or why it is refused.</summary>
    public static Result<Picture> Take(byte[] bytes, PictureArea? area = null)
    {
        if (area is null && !IsForeign(bytes))
        {
            return PictureBytes.Read(bytes);
        }

        if (bytes.Length > Medium.BytesLimit)
        {
            return MediaErrors.TooLarge;
        }

        using var data = SKData.CreateCopy(bytes);
        using var codec = SKCodec.Create(data);
        if (codec is null || codec.Info.Width <= 0 || codec.Info.Height <= 0)
        {
            return MediaErrors.UnsupportedType;
        }

        if ((long)codec.Info.Width * codec.Info.Height > Medium.PixelsLimit)
        {
            return MediaErrors.TooManyPixels;
        }

        if (area is not null && !IsForeign(bytes) && PictureBytes.Read(bytes) is { Succeeded: true } upright)
        {
            return Cut(upright.Value.Bytes, area, codec.EncodedFormat == SKEncodedImageFormat.Jpeg);
        }

        return IsForeign(bytes) ? Cut(bytes, area ?? new PictureArea(0, 0, 1, 1), jpeg: false) : MediaErrors.UnsupportedType;
    }

    private static bool IsForeign(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("BM"u8) || (bytes.Length > 12 && bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8));

    private static Result<Picture> Cut(byte[] bytes, PictureArea area, bool jpeg)
    {
        using var whole = SKBitmap.Decode(bytes);
        if (whole is null)
        {
            return MediaErrors.UnsupportedType;
        }

        var frame = new SKRectI(
            (int)(whole.Width * area.Left), (int)(whole.Height * area.Top),
            (int)Math.Ceiling(whole.Width * area.Right), (int)Math.Ceiling(whole.Height * area.Bottom));
        if (frame.Width <= 0 || frame.Height <= 0)
        {
            return MediaErrors.UnsupportedType;
        }

        using var part = new SKBitmap(new SKImageInfo(frame.Width, frame.Height, SKColorType.Rgba8888, SKAlphaType.Premul));
        using (var canvas = new SKCanvas(part))
        {
            canvas.DrawBitmap(whole, -frame.Left, -frame.Top);
        }

        using var encoded = part.Encode(jpeg ? SKEncodedImageFormat.Jpeg : SKEncodedImageFormat.Png, JpegQuality);
        return encoded is null ? MediaErrors.UnsupportedType : PictureBytes.Read(encoded.ToArray());
    }
}
