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
        { "audience", _content with { Audience = (Audience)1 } },
        { "time window", _content with { Window = TimeWindow.Of(null, Some.Now) } },
        { "time window's side", _content with { Window = TimeWindow.Of(Some.Now, null) } },
        { "bytes sent for a body", _content with { Media = [_content.Media[0] with { Body = "cc" }, _content.Media[1]] } },
        { "bytes sent as a cover", _content with { Media = [_content.Media[0] with { Cover = "cc" }, _content.Media[1]] } },
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

    [Fact]
    public void A_text_of_the_first_form_stays_as_it_was_to_the_byte()
    {
        // As written by the first version; its hashes stand in decisions and may be on paper.
        const string Text =
            """{"accountId":"00000000-0000-7000-8000-00000000000a","channel":1,"articles":[{"title":"今晚大雾","author":"临江交警","digest":"22:00 起","contentHtml":"\u003Cp\u003E去机场：走滨江大道。\u003C/p\u003E","sourceUrl":null,"coverMediaId":"00000000-0000-7000-8000-0000000000c1","commentsOpen":true,"commentsFansOnly":false}],"media":[{"id":"00000000-0000-7000-8000-0000000000c1","sha256":"aa"}]}""";
        Assert.Equal("ddf8b37a429ae7aff5cc41c329df2f6704d152121d9815f246adab99a6383422", PostContent.HashOf(Text));
        var read = PostContent.FromCanonicalText(Text);
        Assert.Equal((PostContent.FirstForm, Audience.AllFollowers, null), (read.Form, read.Audience, read.Window));
        Assert.Equal(Text, read.ToCanonicalText());
    }

    [Fact]
    public void Saving_an_old_revision_again_unchanged_is_no_change()
    {
        var old = _content with { Form = PostContent.FirstForm };
        Assert.NotEqual(Hash(old), Hash(_content));
        Assert.True(_content.IsSameAs(old));
        Assert.False((_content with { Window = TimeWindow.Of(null, Some.Now) }).IsSameAs(old));
    }

    [Fact]
    public void A_text_of_the_second_form_stays_as_it_was_to_the_byte()
    {
        const string Text =
            """{"accountId":"00000000-0000-7000-8000-00000000000a","channel":1,"articles":[{"title":"今晚大雾","author":"临江交警","digest":"22:00 起","contentHtml":"\u003Cp\u003E去机场：走滨江大道。\u003C/p\u003E","sourceUrl":null,"coverMediaId":"00000000-0000-7000-8000-0000000000c1","commentsOpen":true,"commentsFansOnly":false}],"media":[{"id":"00000000-0000-7000-8000-0000000000c1","sha256":"aa"}],"form":2,"audience":"allFollowers"}""";
        var read = PostContent.FromCanonicalText(Text);
        Assert.Equal((PostContent.SecondForm, null), (read.Form, read.Media[0].Cover));
        Assert.Equal(Text, read.ToCanonicalText());
        Assert.True((read with { Form = PostContent.CurrentForm, Media = [read.Media[0] with { Cover = "bb" }] }).IsSameAs(read));
    }

    [Fact]
    public void Other_bytes_for_the_platform_are_a_change()
    {
        var bound = _content with { Media = [_content.Media[0] with { Body = "cc" }, _content.Media[1]] };
        Assert.False(bound.IsSameAs(bound with { Media = [_content.Media[0] with { Body = "dd" }, _content.Media[1]] }));
        Assert.Equal(bound.ToCanonicalText(), PostContent.FromCanonicalText(bound.ToCanonicalText()).ToCanonicalText());
    }

    [Fact]
    public void Everything_bound_stands_in_the_text_in_plain_words()
    {
        var text = (_content with { Window = TimeWindow.Of(Some.Now, null) }).ToCanonicalText();
        Assert.EndsWith(""","form":3,"audience":"allFollowers","window":{"notBefore":"2026-11-25T02:00:00+00:00","notAfter":null}}""", text, StringComparison.Ordinal);
    }

    private static string Hash(PostContent content) => PostContent.HashOf(content.ToCanonicalText());
}
