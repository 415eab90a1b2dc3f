using GovAccountConsole.Infrastructure.Text;

namespace GovAccountConsole.Tests.Text;

public sealed class ArticleHtmlTests
{
    [Fact]
    public void Pictures_are_listed_once_and_exchanged_without_touching_the_rest()
    {
        const string Html = "<p style=\"color: #c00\">一<img src=\"/api/v1/media/1\" alt=\"&quot;路&quot;\"></p><p><img src=\"/api/v1/media/2\"><img src=\"/api/v1/media/1\"></p>";
        Assert.Equal(["/api/v1/media/1", "/api/v1/media/2"], ArticleHtml.Images(Html));
        var rewritten = ArticleHtml.RewriteImages(Html, new Dictionary<string, string> { ["/api/v1/media/1"] = "https://mmbiz.qpic.cn/a?x=1&y=2", ["/api/v1/media/2"] = "https://mmbiz.qpic.cn/b" });
        Assert.Equal("<p style=\"color: #c00\">一<img src=\"https://mmbiz.qpic.cn/a?x=1&amp;y=2\" alt=\"&quot;路&quot;\"></p><p><img src=\"https://mmbiz.qpic.cn/b\"><img src=\"https://mmbiz.qpic.cn/a?x=1&amp;y=2\"></p>", rewritten);
    }

    [Fact]
    public void A_picture_without_a_new_address_is_an_error() =>
        Assert.Throws<KeyNotFoundException>(() => ArticleHtml.RewriteImages("<img src=\"/x\">", new Dictionary<string, string>()));

    [Fact]
    public void A_picture_goes_with_its_caption_and_an_emptied_gallery_goes_too()
    {
        const string Gallery = "<table style=\"width: 100%; border-spacing: 4px\"><tbody><tr><td><figure><img src=\"/a\"></figure></td><td><figure><img src=\"/b\"></figure></td></tr></tbody></table>";
        const string Html = "<p>一</p><figure><img src=\"/a\"><figcaption>甲</figcaption></figure><p><img src=\"/a\"></p><p>二<img src=\"/b\"></p>" + Gallery;

        Assert.Equal("<p>一</p><p>二<img src=\"/b\"></p>" + Gallery.Replace("<figure><img src=\"/a\"></figure>", "", StringComparison.Ordinal), ArticleHtml.WithoutImages(Html, source => source == "/a"));
        Assert.Equal("<p>一</p><p>二</p>", ArticleHtml.WithoutImages(Html, _ => true));
    }
}
