using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Media;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Media;
using GovAccountConsole.Infrastructure.Posts;
using GovAccountConsole.Tests.Support;
using SkiaSharp;

namespace GovAccountConsole.Tests.Database.Posts;

/// <summary>Articles of one post come behind those of another, with the pictures the agency may use.</summary>
public sealed class Copying_articles(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private SmallMatrix _matrix = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _matrix = await Once.MatrixAsync(database);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Chosen_articles_come_behind_with_everything_they_have()
    {
        var source = await PostAsync(_matrix.PoliceAccount, Article("甲"), Article("乙") with { SourceUrl = "https://www.linjiang.gov.cn/a", CommentsFansOnly = true }, Article("丙"));
        var target = await _matrix.CreatedAsync();

        var copied = await CopyAsync(_matrix.Editor, target.Id, source, [3, 2]);

        Assert.Equal([3, 2], copied.Value.Articles.Select(article => article.Number));
        var articles = (await GetAsync(target.Id)).Articles;
        Assert.Equal(["今晚大雾，绕城高速北段可能临时管制", "丙", "乙"], articles.Select(article => article.Title));
        Assert.Equal((await GetAsync(source)).Articles[1], articles[2]);
    }

    [Fact]
    public async Task A_ninth_article_is_refused_and_nothing_is_stored()
    {
        var source = await PostAsync(_matrix.PoliceAccount, [.. Enumerable.Range(1, 8).Select(number => Article($"第 {number} 篇"))]);
        var target = await _matrix.CreatedAsync();

        Assert.Equal("post-too-many-articles", (await CopyAsync(_matrix.Editor, target.Id, source, null)).Error.Code);
        Assert.Single((await GetAsync(target.Id)).Articles);
        Assert.True((await CopyAsync(_matrix.Editor, target.Id, source, [1, 2, 3, 4, 5, 6, 7])).Succeeded);
    }

    [Fact]
    public async Task Pictures_out_of_the_agencys_reach_stay_behind_and_are_counted()
    {
        var (near, far) = (await UploadAsync(_matrix.Editor, _matrix.PoliceAccount.Id), await UploadAsync(_matrix.Editor, _matrix.TrafficAccount.Id));
        var html = $"<p>甲</p><figure><img src=\"/media/{near}\" alt=\"\"><figcaption>警方</figcaption></figure><figure><img src=\"/media/{far}\" alt=\"\"></figure>";
        var source = await PostAsync(_matrix.PoliceAccount, Article("一", html) with { CoverMediaId = near });

        // The police use what is theirs or of the unit below; the traffic unit only what is its own.
        var own = (await OfferedAsync(_matrix.Editor, source, _matrix.PoliceAccount.Id))![0];
        var below = (await OfferedAsync(_matrix.Editor, source, _matrix.TrafficAccount.Id))![0];

        Assert.Equal((0, false), (own.LostPictures, own.LostCover));
        Assert.Equal(html, own.Article.ContentHtml);
        Assert.Equal((1, true), (below.LostPictures, below.LostCover));
        Assert.Equal($"<p>甲</p><figure><img src=\"/media/{far}\" alt=\"\"></figure>", below.Article.ContentHtml);
        Assert.Null(below.Article.CoverMediaId);

        await database.Get<DescribeMedium>().ExecuteAsync(_matrix.Editor, near, new MediumDetails(string.Empty, MediumRights.Unknown, new DateOnly(2020, 1, 1), Shared: true), null, Token);
        var shared = (await OfferedAsync(_matrix.Editor, source, _matrix.TrafficAccount.Id))![0];
        Assert.Equal((0, false, 1), (shared.LostPictures, shared.LostCover, shared.ExpiredPictures));
    }

    [Fact]
    public async Task Nothing_is_copied_from_a_post_out_of_scope_or_by_somebody_who_may_not_write()
    {
        var (source, target) = (await _matrix.CreatedAsync(), await _matrix.CreatedAsync());
        var court = (await database.Get<CreatePost>().ExecuteAsync(_matrix.CourtEditor, new PostDraft(_matrix.CourtAccount.Id, Channel.Publish, null, [Article("院") with { CoverMediaId = null }]), SaveMode.Complete, Token)).Value;

        Assert.Equal(PostErrors.UnknownSource, (await CopyAsync(_matrix.CourtEditor, court.Id, source.Id, null)).Error);
        Assert.Null(await OfferedAsync(_matrix.CourtEditor, source.Id, _matrix.CourtAccount.Id));
        Assert.Equal(Error.NotFound, (await CopyAsync(_matrix.CourtEditor, target.Id, court.Id, null)).Error);
        Assert.Equal(Error.Forbidden, (await CopyAsync(_matrix.Reviewer, target.Id, source.Id, null)).Error);
        Assert.Equal(Error.NotAccepted("articles"), (await CopyAsync(_matrix.Editor, target.Id, source.Id, [2])).Error);
        Assert.Equal(Error.NotAccepted("articles"), (await CopyAsync(_matrix.Editor, target.Id, source.Id, [])).Error);
        Assert.Equal(Error.Stale, (await database.Get<CopyArticles>().ExecuteAsync(_matrix.Editor, target.Id, 1, source.Id, null, Token)).Error);
    }

    [Fact]
    public async Task Copying_into_an_approved_post_sends_it_back_to_review()
    {
        var source = await _matrix.CreatedAsync();
        var target = await _matrix.ApprovedAsync();

        Assert.True((await CopyAsync(_matrix.Editor, target.Id, source.Id, null)).Succeeded);

        var detail = await GetAsync(target.Id);
        Assert.Equal((PostStatus.InReview, 1, 2), (detail.Row.Status, detail.Row.ReviewStep, detail.Articles.Count));
    }

    private Article Article(string title, string html = "<p>正文。</p>") => new(title, "临江公安", "摘要", html, null, _matrix.Cover, true, false);

    private async Task<Guid> PostAsync(OfficialAccount account, params Article[] articles) =>
        (await database.Get<CreatePost>().ExecuteAsync(_matrix.Editor, new PostDraft(account.Id, Channel.Publish, null, articles), SaveMode.Complete, Token)).Value.Id;

    private async Task<Guid> UploadAsync(Actor actor, Guid account) =>
        (await database.Get<UploadMedia>().ExecuteAsync(actor, account, "图.png", Pictures.WithTextChunk(Pictures.Encoded(SKEncodedImageFormat.Png, 30 + Random.Shared.Next(400), 20 + Random.Shared.Next(400)), "x"), null, Token)).Value.Id;

    private Task<Result<CopiedArticles>> CopyAsync(Actor actor, Guid post, Guid from, IReadOnlyList<int>? numbers) =>
        database.Get<CopyArticles>().ExecuteAsync(actor, post, null, from, numbers, Token);

    private Task<IReadOnlyList<CopiedArticle>?> OfferedAsync(Actor actor, Guid from, Guid account) => database.Get<CopyQueries>().ArticlesAsync(actor, from, account, Token);

    private async Task<PostDetail> GetAsync(Guid id) => (await database.Get<PostQueries>().GetAsync(_matrix.Editor, id, Token))!;
}
