using GovAccountConsole.Infrastructure.Text;
using GovAccountConsole.Tests.Support;

namespace GovAccountConsole.Tests.Text;

/// <summary>What the editor stores (npm/test/corpus.test.js proves that it does) passes the server unchanged, down to what is sent to the platform.</summary>
public sealed class Round_trip
{
    public static IEnumerable<TheoryDataRow<string>> Names =>
        Directory.EnumerateFiles(Repository.File("Console.Tests/Text/Corpus"), "*.stored.html").Select(path => new TheoryDataRow<string>(Path.GetFileName(path).Replace(".stored.html", "", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_stored_text_is_clean_and_goes_out_with_nothing_but_its_picture_addresses_exchanged(string name)
    {
        var stored = Read(name + ".stored.html");

        var cleaned = ArticleSanitizer.Clean(stored);

        Assert.Equal(stored, cleaned.Html);
        Assert.Empty(cleaned.Dropped);
        var addresses = ArticleHtml.Images(stored).Index().ToDictionary(picture => picture.Item, picture => FormattableString.Invariant($"https://mmbiz.qpic.cn/{picture.Index}"));
        var sent = ArticleHtml.RewriteImages(stored, addresses);
        Assert.Equal(stored, addresses.Aggregate(sent, (html, pair) => html.Replace(pair.Value, pair.Key, StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_server_dresses_like_the_editor_and_twice_is_once(string name)
    {
        var plain = Read(name + ".html");
        var stored = Read(name + ".stored.html");

        Assert.Equal(stored, ArticleDress.Dress(stored));
        // Galleries become tables in the editor only: neither templates nor the demo hold any.
        if (!plain.Contains("gallery", StringComparison.Ordinal))
        {
            Assert.Equal(stored, ArticleDress.Dress(plain));
        }
    }

    [Theory]
    [InlineData("<p>正文</p>")]
    [InlineData("<p style=\"color: #c00\">红</p><section style=\"padding: 10px\"><p>框</p></section>")]
    public void What_a_program_posts_is_cleaned_and_not_dressed(string html) => Assert.Equal(html, ArticleSanitizer.Clean(html).Html);

    private static string Read(string name) => File.ReadAllText(Repository.File("Console.Tests/Text/Corpus/" + name));
}
