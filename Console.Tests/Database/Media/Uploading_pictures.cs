using GovAccountConsole.Domain.Media;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Media;
using GovAccountConsole.Tests.Support;
using SkiaSharp;

namespace GovAccountConsole.Tests.Database.Media;

public sealed class Uploading_pictures(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private SmallMatrix _matrix = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _matrix = await Once.MatrixAsync(database);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(SKEncodedImageFormat.Png, "image/png")]
    [InlineData(SKEncodedImageFormat.Jpeg, "image/jpeg")]
    public async Task A_picture_is_kept_for_the_uploaders_agency_and_seen_by_nobody_outside(SKEncodedImageFormat form, string type)
    {
        var stored = (await UploadAsync(Pictures.Encoded(form, 60, 40), "C:\\fotos\\封面.dat")).Value;

        Assert.Equal((type, 60, 40, "封面.dat", "/media/" + stored.Id), (stored.ContentType, stored.Width, stored.Height, stored.FileName, stored.Url));
        Assert.Equal(stored.Bytes, (await database.Get<MediaQueries>().FileAsync(_matrix.Reviewer, stored.Id, Token))!.Bytes.Length);
        Assert.Null(await database.Get<MediaQueries>().FileAsync(_matrix.CourtEditor, stored.Id, Token));
        Assert.Null(await database.Get<MediaQueries>().GetAsync(_matrix.Stranger, stored.Id, Token));
    }

    [Fact]
    public async Task A_gif_is_kept_as_it_is()
    {
        var stored = (await UploadAsync(Pictures.Gif(), "a.gif")).Value;

        Assert.Equal(("image/gif", 1, 1), (stored.ContentType, stored.Width, stored.Height));
    }

    [Fact]
    public async Task Where_a_photo_was_taken_is_not_kept()
    {
        var photo = Pictures.WithExif(Pictures.Encoded(SKEncodedImageFormat.Jpeg, 64, 32), orientation: 1);
        Assert.Contains("GPS-31.2304N", System.Text.Encoding.Latin1.GetString(photo), StringComparison.Ordinal);

        var stored = (await UploadAsync(photo, "photo.jpg")).Value;
        var kept = (await database.Get<MediaQueries>().FileAsync(_matrix.Editor, stored.Id, Token))!.Bytes;

        var text = System.Text.Encoding.Latin1.GetString(kept);
        Assert.DoesNotContain("GPS-31.2304N", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exif", text, StringComparison.Ordinal);
        Assert.Equal((64, 32), (stored.Width, stored.Height));
        using var decoded = SKBitmap.Decode(kept);
        Assert.Equal(64, decoded.Width);
    }

    [Fact]
    public async Task A_photo_held_sideways_is_stored_upright()
    {
        var photo = Pictures.WithExif(Pictures.LeftRedRightBlue(64, 32), orientation: 6);

        var stored = (await UploadAsync(photo, "photo.jpg")).Value;
        using var decoded = SKBitmap.Decode((await database.Get<MediaQueries>().FileAsync(_matrix.Editor, stored.Id, Token))!.Bytes);

        // Turned a quarter clockwise: what was on the left is now on top.
        Assert.Equal((32, 64), (decoded.Width, decoded.Height));
        Assert.True(decoded.GetPixel(16, 8).Red > 200 && decoded.GetPixel(16, 8).Blue < 60, "the top is red");
        Assert.True(decoded.GetPixel(16, 56).Blue > 200 && decoded.GetPixel(16, 56).Red < 60, "the bottom is blue");
    }

    [Fact]
    public async Task Notes_and_what_is_hidden_behind_the_end_of_a_png_are_dropped()
    {
        var png = Pictures.WithTextChunk(Pictures.Encoded(SKEncodedImageFormat.Png, 8, 8), "Author\0王警官");
        byte[] hidden = [.. png, .. "PK-hidden-archive"u8];

        var stored = (await UploadAsync(hidden, "a.png")).Value;
        var kept = System.Text.Encoding.UTF8.GetString((await database.Get<MediaQueries>().FileAsync(_matrix.Editor, stored.Id, Token))!.Bytes);

        Assert.DoesNotContain("王警官", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("PK-hidden", kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_picture_is_refused_whatever_its_name_says()
    {
        byte[] truncated = Pictures.Encoded(SKEncodedImageFormat.Png, 400, 400)[..200];
        byte[][] fakes =
        [
            [], "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"u8.ToArray(), "GIF89a\u0001\0\u0001\0<script>alert(1)</script>"u8.ToArray(),
            [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A], "MZ this is a program"u8.ToArray(), [0xFF, 0xD8, 0xFF, 0xE0, 0, 0], truncated,
            Pictures.Encoded(SKEncodedImageFormat.Webp, 10, 10),
        ];

        foreach (var fake in fakes)
        {
            Assert.Equal(MediaErrors.UnsupportedType, (await UploadAsync(fake, "picture.png")).Error);
        }
    }

    [Fact]
    public async Task A_small_file_that_unfolds_into_gigabytes_is_refused_before_it_unfolds()
    {
        var bomb = Pictures.PngBomb(19_000, 19_000);
        Assert.True(bomb.Length < 2_000_000);

        Assert.Equal(MediaErrors.TooManyPixels, (await UploadAsync(bomb, "bomb.png")).Error);
        Assert.Equal(MediaErrors.TooLarge, (await UploadAsync(new byte[Medium.BytesLimit + 1], "big.png")).Error);
    }

    [Fact]
    public async Task Only_who_writes_posts_uploads()
    {
        var picture = Pictures.Encoded(SKEncodedImageFormat.Png, 5, 5);
        foreach (var actor in new[] { _matrix.Reviewer, _matrix.Auditor, _matrix.Stranger, _matrix.Administrator })
        {
            Assert.Equal("forbidden", (await database.Get<UploadMedia>().ExecuteAsync(actor, null, "a.png", picture, null, Token)).Error.Code);
        }
    }

    [Fact]
    public async Task A_picture_for_an_account_below_belongs_to_that_accounts_agency()
    {
        var picture = Pictures.Encoded(SKEncodedImageFormat.Png, 5, 5);

        var below = (await database.Get<UploadMedia>().ExecuteAsync(_matrix.Editor, _matrix.TrafficAccount.Id, "a.png", picture, null, Token)).Value;
        var foreign = (await database.Get<UploadMedia>().ExecuteAsync(_matrix.Editor, _matrix.CourtAccount.Id, "a.png", picture, null, Token)).Value;

        await using var db = await database.OpenAsync();
        Assert.Equal(_matrix.Traffic.Id, db.Media.Single(medium => medium.Id == below.Id).AgencyId);
        Assert.Equal(_matrix.Police.Id, db.Media.Single(medium => medium.Id == foreign.Id).AgencyId);
    }

    private Task<Result<MediaRow>> UploadAsync(byte[] bytes, string name) =>
        database.Get<UploadMedia>().ExecuteAsync(_matrix.Editor, null, name, bytes, null, Token);
}
