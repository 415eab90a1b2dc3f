using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using GovAccountConsole.Infrastructure.Text;
using GovAccountConsole.Tests.Support;

namespace GovAccountConsole.Tests.Text;

/// <summary>
/// A corpus in the manner of OWASP's cheat sheets (one attack a line, Text/hostile.txt), alone, nested into each other and shuffled by a seeded
/// generator: what remains, read by a parser as a browser reads it, consists of the known vocabulary only.
/// </summary>
public sealed partial class Hostile_html
{
    private const int Seed = 20261124;
    private const int Rounds = 1_500;

    private static readonly string[] _corpus = [.. File.ReadAllLines(Repository.File("Console.Tests/Text/hostile.txt")).Where(line => line.Length > 0 && !line.StartsWith("# ", StringComparison.Ordinal))];

    private static readonly Dictionary<string, string[]> _attributes = new(StringComparer.Ordinal)
    {
        ["a"] = ["href", "data-miniprogram-appid", "data-miniprogram-path"], ["img"] = ["src", "alt", "width", "height"], ["td"] = ["colspan", "rowspan"], ["th"] = ["colspan", "rowspan"],
        ["col"] = ["span"], ["colgroup"] = ["span"], ["ol"] = ["start"],
    };

    [Fact]
    public void The_corpus_is_large() => Assert.InRange(_corpus.Length, 120, 1_000);

    [Fact]
    public void Nothing_of_the_corpus_survives_alone_or_inside_an_article() =>
        Assert.All(_corpus.SelectMany(attack => new[]
        {
            attack, $"<p>正文{attack}正文</p>", $"<table><tr><td>{attack}</td></tr></table>", $"<p title='{attack}'>字</p>", $"<section style=\"{attack}\">字</section>", $"<a href=\"{attack}\">字</a>",
        }), AssertHarmless);

    [Fact]
    public void Shuffled_pieces_are_cleaned_to_the_vocabulary_twice_the_same_and_without_an_exception()
    {
        var random = new Random(Seed);
        string[] pieces = [.. _corpus, "<p>", "</p>", "<b>", "</b>", "<svg>", "</svg>", "<math><mtext>", "</math>", "<!--", "-->", "<![CDATA[", "]]>", "<table>", "<select>", "</select>", "\"", "'", ">", "=", "\0", "&lt;", "&#x3c;", "正文"];
        for (var round = 0; round < Rounds; round++)
        {
            var html = string.Concat(Enumerable.Range(0, random.Next(2, 8)).Select(_ => Cut(pieces[random.Next(pieces.Length)], random)));
            try
            {
                AssertHarmless(html);
            }
            catch (Exception found)
            {
                Assert.Fail($"seed {Seed}, round {round}: {html}\n{found}");
            }
        }
    }

    private static string Cut(string text, Random random) =>
        random.Next(3) switch { 0 => text[..random.Next(text.Length + 1)], 1 => text[random.Next(text.Length)..], _ => text };

    private static void AssertHarmless(string html)
    {
        var once = ArticleSanitizer.Clean(html).Html;
        Assert.Equal(once, ArticleSanitizer.Clean(once).Html);
        using var document = new HtmlParser(new HtmlParserOptions { IsScripting = true }).ParseDocument("<!doctype html><html><head></head><body>" + once);
        Assert.Empty(document.Head!.Children);
        foreach (var element in document.Body!.QuerySelectorAll("*"))
        {
            Assert.Contains(element.LocalName, ArticleVocabulary.Tags);
            Assert.Equal("http://www.w3.org/1999/xhtml", element.NamespaceUri);
            foreach (var attribute in element.Attributes)
            {
                Assert.True(attribute.Name == "style" || (_attributes.TryGetValue(element.LocalName, out var known) && known.Contains(attribute.Name)), $"{element.LocalName} {attribute.Name} of {html}");
            }

            Assert.DoesNotMatch(Dangerous(), element.GetAttribute("style") ?? string.Empty);
            var address = element.GetAttribute("href") ?? element.GetAttribute("src");
            Assert.True(string.IsNullOrEmpty(address) || !address.Contains(':', StringComparison.Ordinal) || address.StartsWith("http", StringComparison.OrdinalIgnoreCase), address);
            Assert.True(element.LocalName != "a" || element.GetAttribute("href")!.Length == 0 || ArticleVocabulary.IsPlatformArticle(element.GetAttribute("href")), element.OuterHtml);
        }
    }

    [GeneratedRegex(@"url|expression|javascript|import|position|behavior|binding|\\|/|<|@|content|filter", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Dangerous();
}
