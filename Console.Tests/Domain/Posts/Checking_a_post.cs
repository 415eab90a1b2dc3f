using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Posts.Checks;

namespace GovAccountConsole.Tests.Domain.Posts;

public sealed class Checking_a_post
{
    private static readonly Guid _cover = new("0198a5f0-0000-7000-8000-000000000001");

    [Fact]
    public void A_good_article_has_no_findings() => Assert.Empty(Check(Good()));

    [Theory]
    [InlineData("拿不准的，打李警官手机 138 0000 1234。", "personal-mobile", "138 0000 1234")]
    [InlineData("电话13800001234，请记好", "personal-mobile", "13800001234")]
    [InlineData("身份证号 11010519491231002X 的失主", "personal-id-card", "11010519491231002X")]
    [InlineData("卡号 4111 1111 1111 1111", "personal-bank-card", "4111 1111 1111 1111")]
    public void Numbers_of_private_persons_must_go(string text, string code, string words)
    {
        var finding = Assert.Single(Check(Good() with { ContentHtml = $"<p>{text}</p>" }));
        Assert.Equal((code, CheckWeight.Must, "body", words), (finding.Code, finding.Weight, finding.Field, finding.Words));
    }

    [Theory]
    [InlineData("值班电话 0571-12345678 或 12345")]
    [InlineData("文号 110105194912310021")]
    [InlineData("订单 4111111111111112")]
    [InlineData("编号 A13800001234")]
    public void Other_numbers_stay(string text) => Assert.Empty(Check(Good() with { ContentHtml = $"<p>{text}</p>" }));

    [Fact]
    public void A_number_split_by_bold_is_found() =>
        Assert.Equal("13800001234", Assert.Single(Check(Good() with { ContentHtml = "<p>打<strong>138</strong>00001234</p>" })).Words);

    [Fact]
    public void A_title_is_advised_at_30_and_refused_beyond_64()
    {
        Assert.Empty(Check(Good() with { Title = new string('题', 30) }));
        Assert.Equal(CheckWeight.Advice, Assert.Single(Check(Good() with { Title = new string('题', 31) })).Weight);
        Assert.Equal("title-too-long", Assert.Single(Check(Good() with { Title = new string('题', 65) })).Code);
    }

    [Fact]
    public void Everything_that_is_missing_is_named_at_once_and_must_comes_first()
    {
        var findings = Check(new Article(" ", new string('作', 17), "", "<p> </p>", "ftp://a", null, false, false));
        Assert.Equal(
            ["title-missing", "author-too-long", "body-empty", "source-url", "cover-missing", "digest-missing"],
            findings.Select(finding => finding.Code));
        Assert.Equal(CheckWeight.Advice, findings[^1].Weight);
    }

    [Fact]
    public void Pictures_of_others_must_go()
    {
        var finding = Assert.Single(Check(Good() with { ContentHtml = "<p>字</p><img src=\"https://a.cn/1.png\"><img alt='' src='/media/1'>" }));
        Assert.Equal(("picture-foreign", 1), (finding.Code, finding.Args[0]));
    }

    [Fact]
    public void Links_the_platform_does_not_open_are_named()
    {
        var finding = Assert.Single(Check(Good() with { ContentHtml = "<p><a href=\"https://www.gov.cn/\">网</a><a href=\"https://mp.weixin.qq.com/s/a\">文</a></p>" }));
        Assert.Equal(("link-outside", CheckWeight.Advice, 1), (finding.Code, finding.Weight, finding.Args[0]));
    }

    [Fact]
    public void Words_that_open_a_mini_program_are_no_link_outside() =>
        Assert.Empty(Check(Good() with { ContentHtml = "<p><a href=\"\" data-miniprogram-appid=\"wx0123456789abcdef\" data-miniprogram-path=\"pages/index\">办理</a></p>" }));

    [Fact]
    public void Texts_lead_to_listed_mini_programs_and_official_sites_only()
    {
        var sites = new SiteBook(2, [new(SiteKind.Site, "linjiang.cn", "临江", "备案"), new(SiteKind.MiniProgram, "wx0123456789abcdef", "办事", "备案", Until: new DateOnly(2026, 12, 31))]);
        Assert.Empty(Codes("wx0123456789abcdef", "https://www.linjiang.cn/a", 2026));
        Assert.Empty(Codes("wx0123456789abcdef", "https://a.gov.cn/", 2026));
        Assert.Empty(Codes("wx0123456789abcdef", "https://mp.weixin.qq.com/s/a", 2026));
        Assert.Equal(["link-mini-unlisted", "source-unlisted"], Codes("wxffffffffffffffff", "https://linjiang.cn.evil.com/", 2026));
        Assert.Equal(["link-mini-unlisted"], Codes("wx0123456789abcdef", "https://linjiang.cn/", 2027));

        string[] Codes(string appId, string source, int year) =>
        [
            .. PostChecks.Of(
                new CheckScene
                {
                    Articles = [Good() with { SourceUrl = source, ContentHtml = $"<p><a href=\"\" data-miniprogram-appid=\"{appId}\" data-miniprogram-path=\"pages/index\">办理</a></p>" }],
                    Day = new DateOnly(year, 11, 25), Sites = sites,
                }, TestContext.Current.CancellationToken).Findings.Select(finding => finding.Code),
        ];
    }

    [Fact]
    public void A_picture_alone_is_a_body() => Assert.Empty(Check(Good() with { ContentHtml = "<img src=\"/media/1\">" }));

    [Fact]
    public void A_long_sentence_is_named_by_its_words()
    {
        var sentence = new string('字', 61) + "。";
        var finding = Assert.Single(Check(Good() with { ContentHtml = $"<p>短句。{sentence}</p>" }));
        Assert.Equal(("sentence-long", sentence), (finding.Code, finding.Words));
    }

    [Fact]
    public void Characters_are_counted_as_people_read_them() => Assert.Equal(4, HtmlText.Characters("<p>a b</p><p>&nbsp;警👮</p>"));

    private static IReadOnlyList<CheckFinding> Check(Article article) => PostChecks.Of(new CheckScene { Articles = [article], Day = new DateOnly(2026, 11, 25) }).Findings;

    private static Article Good() => new("题", "作者", "摘要", "<p>正文。</p>", null, _cover, false, false);
}
