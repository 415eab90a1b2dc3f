using System.Security.Cryptography;
using System.Text.Json.Nodes;
using GovAccountConsole.Domain.Media;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Infrastructure.Jobs.Publishing;
using GovAccountConsole.Infrastructure.Media;
using GovAccountConsole.Infrastructure.Text;
using GovAccountConsole.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Tests.Publishing;

/// <summary>From the saved text to the page of a citizen: the same text, and pictures to the byte.</summary>
public sealed class What_is_approved_is_what_is_sent(PostgresFixture postgres)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_pictures_on_the_platform_are_those_the_revision_binds_and_the_preview_shows()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        var body = await scene.UploadAsync(Pictures.Noise(1300, 900));
        var cover = await scene.UploadAsync(DeliveryScene.Jpeg(1200, 900, 7));
        var postId = await scene.WriteAsync(Article($"<p><img src=\"/media/{body}\" alt=\"路口\"></p>", cover));
        var prints = await PrintsAsync(scene, postId);
        await scene.UntilAsync(postId, PostStatus.Published);

        Assert.Equal((null, null), (prints[body].Cover, prints[cover].Body));
        var shown = await ShownAsync(scene, body, UploadPurpose.Body);
        Assert.Equal(prints[body].Body, Hash(shown.Bytes));
        Assert.NotEqual(prints[body].Sha256, prints[body].Body);
        Assert.Equal(prints[cover].Cover, Hash((await ShownAsync(scene, cover, UploadPurpose.Cover)).Bytes));
        Assert.Equal(prints[body].Body, Hash(await scene.ServedAsync(Assert.Single(ArticleHtml.Images((string)(await scene.ArticlesAsync())[0]!["content"]!)))));
    }

    [Theory]
    [InlineData(UploadPurpose.Body)]
    [InlineData(UploadPurpose.Cover)]
    public async Task Other_bytes_in_the_place_of_those_approved_are_not_sent(UploadPurpose purpose)
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        var body = await scene.UploadAsync(DeliveryScene.Jpeg(50, 50, 3));
        var postId = await scene.WriteAsync(Article($"<p><img src=\"/media/{body}\" alt=\"路口\"></p>", await scene.UploadAsync(DeliveryScene.Jpeg(470, 200, 4))));
        await using (var db = await scene.OpenAsync())
        {
            var other = DeliveryScene.Jpeg(50, 50, 9);
            await db.Set<MediumForm>().Where(form => form.Purpose == purpose).ExecuteUpdateAsync(set => set.SetProperty(form => form.Bytes, other), Stop);
        }

        Assert.Equal("picture-changed", (await scene.UntilAsync(postId, PostStatus.Failed)).Trouble?.Code);
        Assert.Empty(await scene.ArticlesAsync());
    }

    [Fact]
    public async Task A_revision_that_binds_the_upload_only_goes_out_and_its_form_is_kept()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        await scene.UntilAsync(await scene.PlanAsync(picture: DeliveryScene.Jpeg(50, 50, 3)), PostStatus.Published);

        await using var db = await scene.OpenAsync();
        var kept = await db.Set<MediumForm>().ToListAsync(Stop);
        Assert.Equal([UploadPurpose.Body, UploadPurpose.Cover], kept.Select(form => form.Purpose).Order());
        Assert.Null(kept.Single(form => form.Purpose == UploadPurpose.Body).Bytes);
        Assert.Equal(kept.Select(form => form.Sha256).Order(StringComparer.Ordinal), (await db.Set<PlatformUpload>().Select(upload => upload.Sha256).ToListAsync(Stop)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Two_who_need_a_form_at_once_get_the_same_one()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        var cover = await scene.UploadAsync(DeliveryScene.Jpeg(1200, 900, 7));

        var files = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => ShownAsync(scene, cover, UploadPurpose.Cover)));

        Assert.Single(files.Select(file => file.Sha256).Distinct(StringComparer.Ordinal));
        Assert.Equal("image/jpeg", files[0].ContentType);
    }

    /// <summary>Every text of the corpus, in bundles as large as the platform takes: headings, lists, tables, quotes, boxes, galleries, colours, links, captions.</summary>
    [Fact]
    public async Task Each_text_of_the_corpus_is_the_same_in_store_revision_preview_draft_and_on_the_page()
    {
        await using var scene = await DeliveryScene.StartAsync(postgres);
        var pictures = new List<Guid>();
        for (byte shade = 0; shade < 6; shade++) pictures.Add(await scene.UploadAsync(DeliveryScene.Jpeg(300, 200, shade)));
        var texts = Directory.EnumerateFiles(Repository.File("Console.Tests/Text/Corpus"), "*.stored.html").Order(StringComparer.Ordinal).Select(path => WithOurs(File.ReadAllText(path), pictures)).ToList();
        Assert.True(texts.Count > 20);
        foreach (var bundle in texts.Chunk(GovAccountConsole.Domain.Posts.Article.MostPerPost))
        {
            var postId = await scene.WriteAsync([.. bundle.Select((html, index) => Article(html, pictures[0]) with { Title = $"第 {index + 1} 篇" })]);
            Assert.Equal(bundle, (await ContentAsync(scene, postId)).Articles.Select(article => article.ContentHtml));
            await scene.UntilAsync(postId, PostStatus.Published, TimeSpan.FromMinutes(10));
            var drafted = JsonNode.Parse(scene.Wire.Drafts[^1])!["articles"]!.AsArray().Select(article => (string)article!["content"]!).ToList();
            var served = (await scene.ArticlesAsync()).Take(bundle.Length).OrderBy(article => (int)article!["position"]!).Select(article => (string)article!["content"]!).ToList();
            foreach (var (html, index) in bundle.Select((html, index) => (html, index)))
            {
                var shape = Shape(html);
                Assert.Equal(shape, Shape(ArticleHtml.AsSent(html)));
                Assert.Equal(shape, Shape(drafted[index]));
                Assert.Equal(AsServed(shape), AsServed(Shape(served[index])));
                Assert.DoesNotContain("/media/", served[index], StringComparison.Ordinal);
            }
        }
    }

    private static Article Article(string html, Guid cover) => new("今晚大雾", "临江交警", "22:00 起", html, null, cover, true, false);

    private static string WithOurs(string html, List<Guid> ours)
    {
        var images = ArticleHtml.Images(html);
        return images.Count == 0 ? html : images.Index().Aggregate(html, (text, image) => text.Replace($"\"{image.Item}\"", $"\"/media/{ours[image.Index % ours.Count]}\"", StringComparison.Ordinal));
    }

    // The text with the addresses of its pictures numbered: they are all that may differ.
    private static string Shape(string html) =>
        ArticleHtml.Images(html) is { Count: > 0 } images ? ArticleHtml.RewriteImages(html, images.Index().ToDictionary(image => image.Item, image => $"#{image.Index}")) : html;

    // The platform ends each list of looks with a semicolon and leaves out the empty address of a mini program's link.
    private static string AsServed(string html) =>
        html.Replace(";\"", "\"", StringComparison.Ordinal).Replace("<a href=\"\" ", "<a ", StringComparison.Ordinal);

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static async Task<MediaFile> ShownAsync(DeliveryScene scene, Guid id, UploadPurpose purpose) =>
        (await scene.Get<ShowForm>().ExecuteAsync(Some.Editor, id, purpose, Stop)).Value;

    private static async Task<Dictionary<Guid, MediaPrint>> PrintsAsync(DeliveryScene scene, Guid postId) =>
        (await ContentAsync(scene, postId)).Media.ToDictionary(print => print.Id);

    private static async Task<PostContent> ContentAsync(DeliveryScene scene, Guid postId)
    {
        await using var db = await scene.OpenAsync();
        return (await db.Revisions.SingleAsync(row => row.PostId == postId, Stop)).Content;
    }
}
