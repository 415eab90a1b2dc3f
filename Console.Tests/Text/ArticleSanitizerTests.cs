using System.Text.RegularExpressions;
using GovAccountConsole.Infrastructure.Text;

namespace GovAccountConsole.Tests.Text;

public sealed partial class ArticleSanitizerTests
{
    [Theory]
    [InlineData("<p>正文 <strong>重点</strong><br>下一行</p>")]
    [InlineData("<p style=\"text-align: center; color: #c00\">居中</p>")]
    [InlineData("<p style=\"color: rgb(204, 0, 0); font-size: 1.2em\">红</p>")]
    [InlineData("<h2>标题</h2><ul><li><p>一</p></li></ul><ol start=\"3\"><li>三</li></ol><blockquote><p>引</p></blockquote><hr>")]
    [InlineData("<table><tbody><tr><td colspan=\"2\" style=\"border: 1px solid #ccc\">时间</td></tr></tbody></table>")]
    [InlineData("<p><img src=\"/api/v1/media/0198a6f0-0000-7000-8000-000000000001\" alt=\"路口\" width=\"600\"></p>")]
    [InlineData("<p><a href=\"https://mp.weixin.qq.com/s/abc?x=1&amp;y=2\">上期</a></p>")]
    [InlineData("<p>5 &lt; 7 &amp; 8 &gt; 6，a&nbsp;b 😀𠮷</p>")]
    [InlineData("")]
    public void What_the_editor_makes_stays_as_it_is(string html)
    {
        var cleaned = ArticleSanitizer.Clean(html);
        Assert.Equal(html, cleaned.Html);
        Assert.Empty(cleaned.Dropped);
    }

    [Theory]
    [InlineData("<p onclick=\"x()\">a</p>", "<p>a</p>", "attribute:onclick")]
    [InlineData("<p>a</p><script>alert(1)</script>", "<p>a</p>", "tag:script")]
    [InlineData("<p><font color=red>a</font></p>", "<p>a</p>", "tag:font")]
    [InlineData("<p class=MsoNormal id=x>a</p>", "<p>a</p>", "attribute:class attribute:id")]
    [InlineData("<p><a href=\"https://shop.example.com/\">买</a></p>", "<p>买</p>", "link")]
    [InlineData("<p><a href=\"https://mp.weixin.qq.com.evil.com/\">x</a></p>", "<p>x</p>", "link")]
    [InlineData("<p><a href=\"https://mp.weixin.qq.com@evil.com/\">x</a></p>", "<p>x</p>", "link")]
    [InlineData("<p><img src=\"data:image/png;base64,AAAA\">a</p>", "<p>a</p>", "attribute:src image")]
    [InlineData("<p style=\"position: fixed; color: red\">a</p>", "<p style=\"color: red\">a</p>", "style:position")]
    [InlineData("<p style=\"background: url(http://x/y)\">a</p>", "<p>a</p>", "style:background")]
    [InlineData("<p style=\"color: expression(alert(1))\">a</p>", "<p>a</p>", "style:color")]
    [InlineData("<p style=\"margin-left: -9999px\">a</p>", "<p>a</p>", "style:margin-left")]
    [InlineData("<form action=x><input name=a>问<button>好</button></form>", "问", "tag:button tag:form tag:input")]
    [InlineData("<iframe src=//evil></iframe><p>a</p>", "<p>a</p>", "tag:iframe")]
    [InlineData("<!--[if gte mso 9]><xml></xml><![endif]--><p><o:p>Word</o:p></p>", "<p>Word</p>", "tag:o:p")]
    public void What_is_dropped_is_named(string html, string expected, string dropped)
    {
        var cleaned = ArticleSanitizer.Clean(html);
        Assert.Equal(expected, cleaned.Html);
        Assert.Equal(dropped, string.Join(' ', cleaned.Dropped));
    }

    [Fact]
    public void A_picture_of_a_pasted_platform_article_keeps_its_address() =>
        Assert.Equal(
            "<p><img src=\"https://mmbiz.qpic.cn/a/640\"></p>",
            ArticleSanitizer.Clean("<p><img class=\"rich_pages\" data-src=\"https://mmbiz.qpic.cn/a/640\" data-w=\"640\"></p>").Html);

    [Theory]
    [MemberData(nameof(Attacks))]
    public void No_attack_survives_and_cleaning_twice_changes_nothing(string html)
    {
        var once = ArticleSanitizer.Clean(html);
        Assert.Equal(once.Html, ArticleSanitizer.Clean(once.Html).Html);
        AssertHarmless(once.Html);
    }

    [Fact]
    public void Shuffled_attacks_do_not_survive_either()
    {
        var random = new Random(20261123);
        string[] pieces =
        [
            .. Attacks.Select(row => (string)row.Data),
            "<p>", "</p>", "<table><tr><td>", "</td>", "<a href='", "'>", "\"", "<svg>", "</svg>", "<math>", "<style>", "</style>", "<!--", "-->", "<![CDATA[", "]]>",
            "<template>", "</template>", "<select>", "<noscript>", "</noscript>", "<img src=x ", "style='", "正文", "&lt;script&gt;", "\0", "</", "<?xml", "<title>", "<textarea>",
        ];
        for (var round = 0; round < 600; round++)
        {
            var html = string.Concat(Enumerable.Range(0, random.Next(2, 9)).Select(_ => Cut(pieces[random.Next(pieces.Length)], random)));
            var once = ArticleSanitizer.Clean(html);
            Assert.Equal(once.Html, ArticleSanitizer.Clean(once.Html).Html);
            AssertHarmless(once.Html);
        }
    }

    public static IEnumerable<TheoryDataRow<string>> Attacks =>
    [
        "<script>alert(1)</script>", "<ScRiPt src=//x.y/z.js></sCrIpT>", "<scr<script>ipt>alert(1)</scr</script>ipt>",
        "<img src=x onerror=alert(1)>", "<img src=javascript:alert(1)>", "<img src=`x`onerror=alert(1)>", "<img/src/onerror=alert(1)>", "<img \"\"\"><script>alert(1)</script>\">",
        "<svg onload=alert(1)>", "<svg><script>alert(1)</script></svg>", "<svg><a xlink:href=\"javascript:alert(1)\"><text>x</text></a></svg>",
        "<svg><animate attributeName=href values=javascript:alert(1) /></svg>", "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
        "<math><annotation-xml encoding=\"text/html\"><style><img src=x onerror=alert(1)></style></annotation-xml></math>",
        "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>", "<template><script>alert(1)</script></template>",
        "<a href=\"javascript:alert(1)\">x</a>", "<a href=\"jav&#x09;ascript:alert(1)\">x</a>", "<a href=\" &#14; javascript:alert(1)\">x</a>", "<a href=\"vbscript:x\">x</a>",
        "<a href=\"data:text/html;base64,PHNjcmlwdD4=\">x</a>", "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>", "<object data=x><embed src=y></object>",
        "<div style=\"background-image: url(javascript:alert(1))\">x</div>", "<div style=\"width: expression(alert(1))\">x</div>", "<div style=\"xss:\\65xpression(alert(1))\">x</div>",
        "<div style='color: red; behavior: url(x.htc)'>x</div>", "<style>@import'//x';</style>", "<link rel=stylesheet href=//x>", "<meta http-equiv=refresh content='0;url=//x'>",
        "<base href=//x>", "<input autofocus onfocus=alert(1)>", "<video><source onerror=alert(1)></video>", "<details open ontoggle=alert(1)>x</details>",
        "<marquee onstart=alert(1)>x</marquee>", "<textarea><img src=x onerror=alert(1)></textarea>", "<title><img src=x onerror=alert(1)></title>", "<xmp><p>x</xmp><img src=x onerror=alert(1)>",
        "<!--<img src=--><img src=x onerror=alert(1)//>", "<![CDATA[<img src=x onerror=alert(1)>]]>", "<?xml-stylesheet href=javascript:alert(1)?>", "<p data-console-style=\"position:fixed\">x</p>",
        "<plaintext><img src=x onerror=alert(1)>", "<isindex action=javascript:alert(1)>", "<table background=javascript:alert(1)><td>x</table>", "<br size=\"&{alert(1)}\">",
        "<p style=\"color:red;}</style><script>alert(1)</script>\">x</p>", "<a href=\"//mp.weixin.qq.com\\@evil.com\">x</a>", "<img srcset=\"x 1x, javascript:alert(1) 2x\">",
    ];

    private static string Cut(string text, Random random) => random.Next(4) == 0 ? text[..random.Next(text.Length + 1)] : text;

    private static void AssertHarmless(string html)
    {
        // Every tag that remains, with its attributes, must be of the known kind; text holds no raw bracket.
        var rest = Tag().Replace(html, "");
        Assert.DoesNotContain("<", rest, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?i)<[^>]*(javascript|vbscript|data:|expression|url\\(|position|behavior)[^>]*>", html);
    }

    [GeneratedRegex("</?(p|br|hr|span|strong|b|em|i|u|s|del|ins|sub|sup|mark|small|code|pre|h[1-6]|blockquote|ul|ol|li|section|div|figure|figcaption|table|caption|colgroup|col|thead|tbody|tfoot|tr|th|td|img|a)( (style|href|src|alt|width|height|colspan|rowspan|span|start)=\"[^\"]*\")*>", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Tag();
}
