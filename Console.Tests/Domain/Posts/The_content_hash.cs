using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Tests.Support;

namespace GovAccountConsole.Tests.Domain.Posts;

public sealed class The_content_hash
{
    private static readonly PostContent _content = Some.Content(Some.ActiveAccount()) with
    {
        Media = [new MediaPrint(new Guid(2, 0, 0, new byte[8]), "bb"), new MediaPrint(new Guid(1, 0, 0, new byte[8]), "aa")],
    };

    public static TheoryData<string, PostContent> Changes => new()
    {
        { "title", _content with { Articles = [Some.Article("x")] } },
        { "author", _content with { Articles = [Some.Article() with { Author = "x" }] } },
        { "digest", _content with { Articles = [Some.Article() with { Digest = "x" }] } },
        { "body", _content with { Articles = [Some.Article() with { ContentHtml = "<p>x</p>" }] } },
        { "link", _content with { Articles = [Some.Article() with { SourceUrl = "https://www.example.gov.cn/" }] } },
        { "cover", _content with { Articles = [Some.Article() with { CoverMediaId = Guid.Empty }] } },
        { "comments", _content with { Articles = [Some.Article() with { CommentsOpen = false }] } },
        { "order", _content with { Articles = [Some.Article(), Some.Article("二")] } },
        { "channel", _content with { Channel = Channel.MassSend } },
        { "account", _content with { AccountId = Guid.Empty } },
        { "picture bytes", _content with { Media = [_content.Media[0] with { Sha256 = "cc" }, _content.Media[1]] } },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Anything_citizens_would_get_differently_changes_it(string what, PostContent changed) =>
        Assert.False(Hash(_content) == Hash(changed), what);

    [Fact]
    public void The_order_in_which_pictures_were_looked_up_does_not() =>
        Assert.Equal(Hash(_content), Hash(_content with { Media = [_content.Media[1], _content.Media[0]] }));

    [Fact]
    public void Content_survives_its_canonical_text()
    {
        var text = _content.ToCanonicalText();
        Assert.Equal(text, PostContent.FromCanonicalText(text).ToCanonicalText());
        Assert.Contains("今晚大雾", text, StringComparison.Ordinal);
    }

    private static string Hash(PostContent content) => PostContent.HashOf(content.ToCanonicalText());
}
