using SkiaSharp;

namespace GovAccountConsole.Infrastructure.Weixin;

/// <summary>Makes pictures fit the platform's limits (reference §2).</summary>
public static class PlatformImages
{
    /// <summary>Body pictures must be smaller than this.</summary>
    public const int MaxBodyBytes = 1_000_000;

    /// <summary>Width to height of a cover.</summary>
    public const double CoverRatio = 2.35;

    private const int CoverWidth = 900;
    private const long MaxPixels = 60_000_000;
    private static readonly int[] Widths = [1440, 1080, 900, 720, 540, 360];
    private static readonly int[] Qualities = [90, 80, 70];

    /// <summary>
    /// A body picture as JPEG or PNG under 1 MB: a fitting one as it is, others (GIF: the first frame) smaller and on white. Null when
    /// the file is no picture or of absurd size.
    /// </summary>
    public static UploadFile? ForBody(ReadOnlyMemory<byte> file)
    {
        using var data = SKData.CreateCopy(file.Span);
        using var codec = SKCodec.Create(data);
        if (codec is null || TooLarge(codec.Info)) return null;
        if (file.Length < MaxBodyBytes && codec.EncodedOrigin == SKEncodedOrigin.TopLeft)
        {
            if (codec.EncodedFormat == SKEncodedImageFormat.Jpeg) return UploadFile.Jpeg(file);
            if (codec.EncodedFormat == SKEncodedImageFormat.Png) return UploadFile.Png(file);
        }

        using var upright = Upright(codec);
        if (upright is null) return null;
        foreach (var width in Widths.Select(width => Math.Min(width, upright.Width)).Distinct())
        {
            using var scaled = Drawn(upright, new SKRectI(0, 0, upright.Width, upright.Height), width, Math.Max(1, (int)((long)upright.Height * width / upright.Width)));
            foreach (var quality in Qualities)
            {
                var bytes = Jpeg(scaled, quality);
                if (bytes.Length < MaxBodyBytes) return UploadFile.Jpeg(bytes);
            }
        }

        return null;
    }

    /// <summary>A cover cut to 2.35:1 around the middle, as JPEG of at most 900 pixels' width. Null when the file is no picture.</summary>
    public static UploadFile? ForCover(ReadOnlyMemory<byte> file)
    {
        using var data = SKData.CreateCopy(file.Span);
        using var codec = SKCodec.Create(data);
        if (codec is null || TooLarge(codec.Info)) return null;
        using var upright = Upright(codec);
        if (upright is null) return null;
        var cut = CoverCut(upright.Width, upright.Height);
        var width = Math.Min(CoverWidth, cut.Width);
        using var cover = Drawn(upright, cut, width, Math.Max(1, (int)Math.Round(width / CoverRatio)));
        return UploadFile.Jpeg(Jpeg(cover, 88));
    }

    /// <summary>The largest middle part of the cover's shape.</summary>
    internal static SKRectI CoverCut(int width, int height)
    {
        if (width > height * CoverRatio)
        {
            var narrower = Math.Max(1, (int)Math.Round(height * CoverRatio));
            return SKRectI.Create((width - narrower) / 2, 0, narrower, height);
        }

        var lower = Math.Max(1, (int)Math.Round(width / CoverRatio));
        return SKRectI.Create(0, (height - lower) / 2, width, lower);
    }

    private static bool TooLarge(SKImageInfo info) => info.Width < 1 || info.Height < 1 || (long)info.Width * info.Height > MaxPixels;

    private static SKBitmap? Upright(SKCodec codec)
    {
        var bitmap = SKBitmap.Decode(codec);
        if (bitmap is null || codec.EncodedOrigin is SKEncodedOrigin.TopLeft or SKEncodedOrigin.Default) return bitmap;
        using (bitmap)
        {
            var turn = codec.EncodedOrigin switch
            {
                SKEncodedOrigin.BottomRight => 180,
                SKEncodedOrigin.RightTop => 90,
                SKEncodedOrigin.LeftBottom => 270,
                _ => 0,
            };
            var sideways = turn is 90 or 270;
            var turned = new SKBitmap(sideways ? bitmap.Height : bitmap.Width, sideways ? bitmap.Width : bitmap.Height);
            using var canvas = new SKCanvas(turned);
            canvas.Translate(turned.Width / 2f, turned.Height / 2f);
            canvas.RotateDegrees(turn);
            canvas.DrawBitmap(bitmap, -bitmap.Width / 2f, -bitmap.Height / 2f);
            return turned;
        }
    }

    private static SKBitmap Drawn(SKBitmap source, SKRectI part, int width, int height)
    {
        var target = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(target);
        canvas.Clear(SKColors.White);
        using var image = SKImage.FromBitmap(source);
        canvas.DrawImage(image, part, new SKRect(0, 0, width, height), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        return target;
    }

    private static byte[] Jpeg(SKBitmap bitmap, int quality)
    {
        using var encoded = bitmap.Encode(SKEncodedImageFormat.Jpeg, quality);
        return encoded.ToArray();
    }
}
