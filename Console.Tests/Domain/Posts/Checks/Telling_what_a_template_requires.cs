using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Posts.Checks;
using GovAccountConsole.Domain.Templates;

namespace GovAccountConsole.Tests.Domain.Posts.Checks;

public sealed class Telling_what_a_template_requires
{
    private static readonly TemplateVersion _version = new(
        3, "〔停水时间〕停水", "", "", "<p>停水时间：〔停水时间〕</p><p>咨询电话：〔咨询电话〕</p>",
        [new("when", "停水时间", FieldKind.When, true), new("phone", "咨询电话", FieldKind.Phone, true)], null, DateTimeOffset.UnixEpoch);

    [Theory]
    [InlineData("城东停水", "<p>停水时间：〔停水时间〕</p><p>咨询电话：12345</p>", "body", "〔停水时间〕", 0)]
    [InlineData("城东停水", "<p>停水时间：12月3日（星期四）</p><p>咨询电话：</p>", "body", "咨询电话", 1)]
    [InlineData("〔停水时间〕停水", "<p>停水时间：12月3日（星期四）</p><p>咨询电话：12345</p>", "title", "〔停水时间〕", -1)]
    [InlineData("城东停水", "<p>停水时间：12月3日（星期四）</p>", "body", null, -1)]
    public void A_missing_fact_is_found_where_it_belongs(string title, string html, string field, string? words, int paragraph)
    {
        var finding = Assert.Single(Look(title, html));

        Assert.Equal((CheckWeight.Must, field, words, paragraph), (finding.Weight, finding.Field, finding.Words, finding.Paragraph));
        Assert.Equal(("停水", "templates", 3), (finding.Entry!.Source, finding.Entry.List, finding.Entry.Version));
        Assert.False(PostChecks.IsDismissable(finding.Code));
    }

    [Fact]
    public void What_is_told_in_any_article_is_told_and_a_free_text_is_held_to_nothing()
    {
        Assert.Empty(Look("城东停水", "<p>停水时间：12月3日（星期四）</p><p>咨询电话：12345</p>"));
        Assert.Empty(Look(Scene([Article("城东停水", "<p>〔停水时间〕</p>")]) with { Template = null }));
        var second = Assert.Single(Look(Scene([Article("一", "<p>停水时间：12月3日（星期四）</p>"), Article("二", "<p>咨询电话：〔咨询电话〕</p>")])));
        Assert.Equal((1, "〔咨询电话〕"), (second.Article, second.Words));
    }

    private static CheckFinding[] Look(string title, string html) => Look(Scene([Article(title, html)]));

    private static CheckFinding[] Look(CheckScene scene) => [.. PostChecks.Of(scene, TestContext.Current.CancellationToken).Findings.Where(finding => finding.Code == "template-fact")];

    private static CheckScene Scene(Article[] articles) => new() { Articles = articles, Day = new DateOnly(2026, 11, 25), Template = new TemplateRule("停水", _version) };

    private static Article Article(string title, string html) => new(title, "", "", html, null, null, false, false);
}
