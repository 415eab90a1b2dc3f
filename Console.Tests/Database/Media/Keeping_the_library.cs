using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Media;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Media;
using GovAccountConsole.Infrastructure.Posts;
using GovAccountConsole.Infrastructure.Reviews;
using GovAccountConsole.Tests.Support;
using SkiaSharp;

namespace GovAccountConsole.Tests.Database.Media;

/// <summary>The media library: who sees and keeps what, what is in use, what may no longer be used.</summary>
public sealed class Keeping_the_library(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private SmallMatrix _matrix = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _matrix = await Once.MatrixAsync(database);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_same_bytes_of_one_agency_are_one_picture()
    {
        var bytes = Unlike();
        var first = await UploadAsync(bytes, "一.png");
        var again = await UploadAsync(bytes, "二.png");

        Assert.Equal((first.Id, false, true), (again.Id, first.Duplicate, again.Duplicate));
        var court = (await database.Get<UploadMedia>().ExecuteAsync(_matrix.CourtEditor, null, "三.png", bytes, null, Token)).Value;
        Assert.NotEqual(first.Id, court.Id);
    }

    [Fact]
    public async Task Words_rights_and_expiry_are_kept_by_those_who_write_for_the_agency()
    {
        var medium = await UploadAsync(Unlike(), "a.png");
        var details = new MediumDetails(" 滨江路口 ", new MediumRights("市融媒体中心", PictureConsent.Given, "仅限公众号"), new DateOnly(2026, 12, 31), false);

        Assert.Equal("forbidden", (await DescribeAsync(_matrix.Reviewer, medium.Id, details)).Error.Code);
        Assert.Equal("not-found", (await DescribeAsync(_matrix.CourtEditor, medium.Id, details)).Error.Code);
        Assert.Equal("too-long", (await DescribeAsync(_matrix.Editor, medium.Id, details with { Alt = new string('长', 201) })).Error.Code);
        Assert.True((await DescribeAsync(_matrix.Editor, medium.Id, details)).Succeeded);

        var card = (await database.Get<LibraryQueries>().GetAsync(_matrix.Editor, medium.Id, Token))!;
        Assert.Equal(("滨江路口", "市融媒体中心", PictureConsent.Given, new DateOnly(2026, 12, 31), 0), (card.Alt, card.Rights.Source, card.Rights.Consent, card.ExpiresOn, card.Uses));
        Assert.Contains(await ListAsync(_matrix.Editor, new MediaFilter { Query = "融媒体" }), row => row.Id == medium.Id);
        Assert.DoesNotContain(await ListAsync(_matrix.Editor, new MediaFilter { Query = "100%" }), row => row.Id == medium.Id);
        Assert.DoesNotContain(await ListAsync(_matrix.Editor, new MediaFilter { Shelf = MediaShelf.Expiring }), row => row.Id == medium.Id);
        await DescribeAsync(_matrix.Editor, medium.Id, details with { ExpiresOn = new DateOnly(2026, 12, 1) });
        Assert.Contains(await ListAsync(_matrix.Editor, new MediaFilter { Shelf = MediaShelf.Expiring }), row => row.Id == medium.Id);
    }

    [Fact]
    public async Task A_shared_picture_is_seen_and_used_below_and_kept_above()
    {
        await using var db = await database.OpenAsync();
        var bytes = Unlike();
        var medium = new Medium(_matrix.Department.Id, null, "市徽.png", "image/png", 9, 9, bytes, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)), database.Time.GetUtcNow());
        db.Media.Add(medium);
        await db.SaveChangesAsync(Token);

        Assert.Null(await database.Get<MediaQueries>().GetAsync(_matrix.CourtEditor, medium.Id, Token));
        Assert.True((await DescribeAsync(_matrix.Supervisor, medium.Id, new MediumDetails("市徽", MediumRights.Unknown, null, Shared: true))).Succeeded);

        Assert.NotNull(await database.Get<MediaQueries>().FileAsync(_matrix.CourtEditor, medium.Id, Token));
        Assert.Contains(await ListAsync(_matrix.CourtEditor, new MediaFilter { Shelf = MediaShelf.Shared }), row => row.Id == medium.Id && row.AgencyName is null);
        Assert.Equal("forbidden", (await database.Get<RetireMedium>().ExecuteAsync(_matrix.CourtEditor, medium.Id, null, Token)).Error.Code);
        var post = await PostWithAsync(medium.Id, _matrix.CourtEditor, _matrix.CourtAccount);
        Assert.Equal(post.Id, Assert.Single(await database.Get<LibraryQueries>().UsesAsync(_matrix.Supervisor, medium.Id, Token)).PostId);
        Assert.Null(await database.Get<MediaQueries>().GetAsync(_matrix.Stranger, medium.Id, Token));
    }

    [Fact]
    public async Task What_a_post_shows_cannot_leave_and_what_none_shows_is_kept_for_the_record()
    {
        var medium = await UploadAsync(Unlike(), "a.png");
        var post = await PostWithAsync(medium.Id, _matrix.Editor, _matrix.PoliceAccount);
        Assert.Equal(1, (await database.Get<LibraryQueries>().GetAsync(_matrix.Editor, medium.Id, Token))!.Uses);
        Assert.DoesNotContain(await ListAsync(_matrix.Editor, new MediaFilter { Shelf = MediaShelf.Unused }), row => row.Id == medium.Id);
        Assert.Equal("media-in-use", (await database.Get<RetireMedium>().ExecuteAsync(_matrix.Editor, medium.Id, null, Token)).Error.Code);

        // The newest revision counts; what older ones showed stays readable.
        await database.Get<SaveDraft>().ExecuteAsync(_matrix.Editor, post.Id, post.Version, _matrix.Draft(), SaveMode.Complete, Token);
        Assert.True((await database.Get<RetireMedium>().ExecuteAsync(_matrix.Editor, medium.Id, null, Token)).Succeeded);
        Assert.DoesNotContain(await ListAsync(_matrix.Editor, new MediaFilter()), row => row.Id == medium.Id);
        Assert.NotNull(await database.Get<MediaQueries>().FileAsync(_matrix.Editor, medium.Id, Token));
    }

    [Fact]
    public async Task An_expired_picture_is_not_submitted_scheduled_or_sent()
    {
        var medium = await UploadAsync(Unlike(), "a.png");
        var post = await PostWithAsync(medium.Id, _matrix.Editor, _matrix.PoliceAccount);
        await DescribeAsync(_matrix.Editor, medium.Id, new MediumDetails("授权图", MediumRights.Unknown, new DateOnly(2026, 11, 23), false));
        var refused = await database.Get<SubmitPost>().ExecuteAsync(_matrix.Editor, post.Id, null, Token);
        Assert.Equal("media-expired", refused.Error.Code);
        Assert.Equal(["授权图", "2026-11-23"], refused.Error.Args);

        await DescribeAsync(_matrix.Editor, medium.Id, new MediumDetails("授权图", MediumRights.Unknown, new DateOnly(2026, 11, 25), false));
        var version = (await database.Get<SubmitPost>().ExecuteAsync(_matrix.Editor, post.Id, null, Token)).Value;
        foreach (var actor in new[] { _matrix.Reviewer, _matrix.FinalReviewer, _matrix.Supervisor })
        {
            version = (await database.Get<DecidePost>().ExecuteAsync(actor, post.Id, version.Revision, new Verdict(DecisionKind.Approve, null), Token)).Value;
        }

        // The last day is 25 November in Shanghai: its last minute is good, the next is not.
        Assert.Equal("media-expired", (await database.Get<SchedulePost>().ExecuteAsync(_matrix.Editor, post.Id, new DateTimeOffset(2026, 11, 26, 0, 0, 0, TimeSpan.FromHours(8)), null, Token)).Error.Code);
        Assert.True((await database.Get<SchedulePost>().ExecuteAsync(_matrix.Editor, post.Id, new DateTimeOffset(2026, 11, 25, 23, 59, 0, TimeSpan.FromHours(8)), null, Token)).Succeeded);
    }

    [Fact]
    public async Task A_thumbnail_is_small_and_made_once()
    {
        var medium = await UploadAsync(Pictures.Encoded(SKEncodedImageFormat.Jpeg, 1600, 900), "large.jpg");
        var small = (await database.Get<ShowThumbnail>().ExecuteAsync(_matrix.Editor, medium.Id, Token)).Value;
        using var decoded = SKBitmap.Decode(small.Bytes);
        Assert.Equal((320, 180), (decoded.Width, decoded.Height));
        Assert.Equal("not-found", (await database.Get<ShowThumbnail>().ExecuteAsync(_matrix.CourtEditor, medium.Id, Token)).Error.Code);
        // The cover of the matrix was stored without one.
        Assert.NotEmpty((await database.Get<ShowThumbnail>().ExecuteAsync(_matrix.Editor, _matrix.Cover, Token)).Value.Bytes);
    }

    [Fact]
    public async Task A_library_of_five_thousand_opens_fast()
    {
        await using var db = await database.OpenAsync();
        byte[] bytes = [1];
        db.Media.AddRange(Enumerable.Range(0, 5_000).Select(number => new Medium(
            _matrix.Traffic.Id, _matrix.Editor.Id, $"图{number}.jpg", "image/jpeg", 9, 9, bytes, number.ToString("x64", System.Globalization.CultureInfo.InvariantCulture), database.Time.GetUtcNow())));
        await db.SaveChangesAsync(Token);
        var library = database.Get<LibraryQueries>();
        foreach (var shelf in Enum.GetValues<MediaShelf>())
        {
            await library.ListAsync(_matrix.Editor, new MediaFilter { Shelf = shelf, Query = "图4" }, null, 60, Token);
            var watch = System.Diagnostics.Stopwatch.StartNew();
            await library.ListAsync(_matrix.Editor, new MediaFilter { Shelf = shelf }, null, 60, Token);
            Assert.True(watch.ElapsedMilliseconds < 1_000, $"{shelf} took {watch.ElapsedMilliseconds} ms");
            TestContext.Current.SendDiagnosticMessage($"{shelf}: {watch.ElapsedMilliseconds} ms");
        }
    }

    private static byte[] Unlike()
    {
        using var bitmap = new SKBitmap(12, 12);
        bitmap.Erase(new SKColor((uint)Random.Shared.Next() | 0xFF000000));
        return bitmap.Encode(SKEncodedImageFormat.Png, 90).ToArray();
    }

    private async Task<MediaRow> UploadAsync(byte[] bytes, string name) => (await database.Get<UploadMedia>().ExecuteAsync(_matrix.Editor, null, name, bytes, null, Token)).Value;

    private Task<Result<Guid>> DescribeAsync(Actor actor, Guid id, MediumDetails details) => database.Get<DescribeMedium>().ExecuteAsync(actor, id, details, null, Token);

    private async Task<IReadOnlyList<MediaCard>> ListAsync(Actor actor, MediaFilter filter) => (await database.Get<LibraryQueries>().ListAsync(actor, filter, null, 200, Token)).Items;

    private async Task<PostVersion> PostWithAsync(Guid medium, Actor writer, OfficialAccount account)
    {
        var draft = _matrix.Draft(account, html: $"<p>去机场：走滨江大道。</p><img src=\"/media/{medium}\" alt=\"路口\">");
        return (await database.Get<CreatePost>().ExecuteAsync(writer, draft with { Articles = [draft.Articles[0] with { CoverMediaId = medium }] }, SaveMode.Complete, Token)).Value;
    }
}
