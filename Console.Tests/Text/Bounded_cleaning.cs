using System.Diagnostics;
using GovAccountConsole.Infrastructure.Text;

namespace GovAccountConsole.Tests.Text;

/// <summary>What is huge or deep must end soon, and must not take the process with it.</summary>
public sealed class Bounded_cleaning
{
    private static readonly TimeSpan _soon = TimeSpan.FromSeconds(20);

    public static IEnumerable<TheoryDataRow<string>> Monsters =>
    [
        Named("nested div", Deep("div", 10_000)), Named("nested b", Deep("b", 10_000)), Named("nested table", Deep("table><tr><td", 10_000)), Named("nested p", Deep("p", 10_000)),
        Named("nested li", string.Concat(Enumerable.Repeat("<li><ul>", 10_000))), Named("nested td", string.Concat(Enumerable.Repeat("<td><p>", 10_000))),
        Named("nested unknown", Deep("x-a", 10_000)), Named("nested svg", Deep("svg", 10_000)), Named("nested a font", string.Concat(Enumerable.Repeat("<a><font>", 5_000))),
        Named("just shallow enough", string.Concat(Enumerable.Repeat("<section>", 150)) + "字" + string.Concat(Enumerable.Repeat("</section>", 150))),
        Named("ends that do not end", string.Concat(Enumerable.Repeat("<div></b>", 10_000))), Named("ends in comments", string.Concat(Enumerable.Repeat("<div><!--</div>-->", 10_000))),
        Named("ends in attributes", string.Concat(Enumerable.Repeat("<div><i title='</i></div>'></i>", 10_000))), Named("cells in a drawing", "<svg>" + Deep("td", 10_000)), Named("links in a formula", "<math>" + Deep("link", 10_000)),
        Named("formatting that comes back", string.Concat(Enumerable.Repeat("<b><p>", 10_000))), Named("a hundred thousand deep", Deep("div", 100_000)), Named("templates", Deep("template", 10_000)),
        Named("ten thousand rows", "<table>" + string.Concat(Enumerable.Repeat("<tr><td>一</td><td>二</td></tr>", 10_000)) + "</table>"),
        Named("a megabyte of words", string.Concat(Enumerable.Repeat("<p>正文正文正文正文正文</p>", 60_000))), Named("a megabyte of <", new string('<', 1_000_000)),
        Named("a megabyte of &", new string('&', 1_000_000)), Named("open quotes", string.Concat(Enumerable.Repeat("<a href=\"", 100_000))),
        Named("many attributes", "<p " + string.Concat(Enumerable.Range(0, 20_000).Select(n => $"a{n}=1 ")) + ">字</p>"),
        Named("a long style", $"<p style=\"{string.Concat(Enumerable.Repeat("color:red;", 50_000))}\">字</p>"), Named("a long value", $"<p style=\"color:{new string('a', 500_000)}\">字</p>"),
    ];

    [Theory]
    [MemberData(nameof(Monsters))]
    public void Monsters_are_cleaned_in_bounded_time_and_twice_is_once(string html)
    {
        var clock = Stopwatch.StartNew();

        var once = ArticleSanitizer.Clean(html);

        Assert.Equal(once.Html, ArticleSanitizer.Clean(once.Html).Html);
        Assert.True(clock.Elapsed < _soon, $"{clock.Elapsed} for {html.Length} characters");
    }

    [Fact]
    public void A_large_but_honest_table_keeps_its_cells() =>
        Assert.Equal(4_000, ArticleSanitizer.Clean("<table>" + string.Concat(Enumerable.Repeat("<tr><td>一</td><td>二</td></tr>", 2_000)) + "</table>").Html.Split("<td>").Length - 1);

    [Fact]
    public void Of_what_is_too_deep_the_words_stay() =>
        Assert.Contains("停水", ArticleSanitizer.Clean(Deep("div", 10_000)).Html, StringComparison.Ordinal);

    private static string Deep(string tag, int times) => string.Concat(Enumerable.Repeat($"<{tag}>", times)) + "停水";

    private static TheoryDataRow<string> Named(string name, string html) => new(html) { TestDisplayName = name };
}
