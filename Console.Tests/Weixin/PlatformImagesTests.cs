using GovAccountConsole.Infrastructure.Weixin;
using SkiaSharp;

namespace GovAccountConsole.Tests.Weixin;

public sealed class PlatformImagesTests
{
    [Fact]
    public void A_small_jpeg_or_png_goes_as_it_is()
    {
        var png = Picture(40, 30, SKEncodedImageFormat.Png);
        Assert.Equal(png, PlatformImages.ForBody(png)!.Bytes.ToArray());
        Assert.Equal("picture.jpg", PlatformImages.ForBody(Picture(40, 30, SKEncodedImageFormat.Jpeg))!.Name);
    }

    [Fact]
    public void A_large_picture_is_made_smaller_than_a_megabyte()
    {
        var noisy = Picture(2600, 1900, SKEncodedImageFormat.Png, noise: true);
        Assert.True(noisy.Length > PlatformImages.MaxBodyBytes);
        var file = PlatformImages.ForBody(noisy)!;
        Assert.Equal("image/jpeg", file.ContentType);
        Assert.InRange(file.Bytes.Length, 1, PlatformImages.MaxBodyBytes - 1);
    }

    [Fact]
    public void A_gif_becomes_its_first_frame()
    {
        var gif = Convert.FromBase64String("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");
        Assert.Equal("image/jpeg", PlatformImages.ForBody(gif)!.ContentType);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")]
    [InlineData("GIF89a but not really")]
    public void What_is_no_picture_is_refused(string text)
    {
        Assert.Null(PlatformImages.ForBody(System.Text.Encoding.UTF8.GetBytes(text)));
        Assert.Null(PlatformImages.ForCover(System.Text.Encoding.UTF8.GetBytes(text)));
    }

    [Theory]
    [InlineData(1600, 1200)]
    [InlineData(3000, 500)]
    [InlineData(300, 900)]
    public void A_cover_has_the_platforms_shape(int width, int height)
    {
        var cover = PlatformImages.ForCover(Picture(width, height, SKEncodedImageFormat.Png))!;
        using var bitmap = SKBitmap.Decode(cover.Bytes.ToArray());
        Assert.InRange(bitmap.Width / (double)bitmap.Height, 2.33, 2.37);
        Assert.InRange(bitmap.Width, 300, 900);
    }

    private static byte[] Picture(int width, int height, SKEncodedImageFormat format, bool noise = false)
    {
        using var bitmap = new SKBitmap(width, height);
        bitmap.Erase(SKColors.SteelBlue);
        if (noise)
        {
            var random = new Random(1);
            var bytes = new byte[bitmap.ByteCount];
            random.NextBytes(bytes);
            System.Runtime.InteropServices.Marshal.Copy(bytes, 0, bitmap.GetPixels(), bytes.Length);
        }

        using var data = bitmap.Encode(format, 90);
        return data.ToArray();
    }
}
