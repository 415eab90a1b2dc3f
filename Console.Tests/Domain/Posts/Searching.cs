using GovAccountConsole.Domain.Posts;

namespace GovAccountConsole.Tests.Domain.Posts;

public sealed class Searching
{
    [Fact]
    public void A_word_of_two_characters_is_one_term() => Assert.Equal(["大雾"], SearchTerms.ForQuery("大雾"));

    [Fact]
    public void A_longer_word_needs_all_its_pieces() => Assert.Equal(["绕城", "城高", "高速"], SearchTerms.ForQuery("绕城高速"));

    [Fact]
    public void Punctuation_and_case_do_not_matter() => Assert.Equal(SearchTerms.Of(["A股B，今晚"]), SearchTerms.Of(["a股b今晚"]));

    [Fact]
    public void One_character_has_no_terms() => Assert.Empty(SearchTerms.ForQuery("雾"));

    [Fact]
    public void Every_word_of_a_title_finds_it()
    {
        const string title = "今晚大雾，绕城高速北段可能临时管制";
        var terms = SearchTerms.Of([title]);
        Assert.All(SearchTerms.ForQuery("绕城高速 临时管制"), term => Assert.Contains(term, terms));
    }
}
