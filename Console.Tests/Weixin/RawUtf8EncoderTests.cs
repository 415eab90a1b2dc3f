using System.Text;
using System.Text.Json;
using GovAccountConsole.Infrastructure.Weixin;

namespace GovAccountConsole.Tests.Weixin;

public sealed class RawUtf8EncoderTests
{
    [Theory]
    [InlineData("临江市公安局通告")]
    [InlineData("雨天出行😀👨‍👩‍👧‍👦🇨🇳")]
    [InlineData("生僻字𠮷𪚥𫠝")]
    [InlineData("<p style=\"color: red\">a & b + 'c' \\ / </p>")]
    [InlineData("行\n列\t\r\u0001\u001f\u007f\u2028\u2029")]
    [InlineData("")]
    public void Text_goes_out_raw_and_comes_back_the_same(string text)
    {
        var bytes = WeixinJson.Write(new { Title = text });
        Assert.Equal(text, JsonDocument.Parse(bytes).RootElement.GetProperty("title").GetString());
        var json = Encoding.UTF8.GetString(bytes);
        foreach (var rune in text.EnumerateRunes().Where(rune => rune.Value >= 0x20 && rune.Value is not ('"' or '\\')))
            Assert.Contains(rune.ToString(), json, StringComparison.Ordinal);
        Assert.DoesNotContain("\\u4", json, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("\\uD8", json, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("a\ud83d")]
    [InlineData("\ude00b")]
    public void Half_a_character_becomes_the_replacement_character(string text)
    {
        var json = Encoding.UTF8.GetString(WeixinJson.Write(new { Title = text }));
        Assert.Contains("\ufffd", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_are_snake_case_and_absent_values_are_left_out()
    {
        var article = new DraftArticle { Title = "题", Content = "<p>文</p>", ThumbMediaId = "t", NeedOpenComment = 1 };
        Assert.Equal(
            """{"articles":[{"article_type":"news","title":"题","content":"<p>文</p>","thumb_media_id":"t","need_open_comment":1,"only_fans_can_comment":0}]}""",
            Encoding.UTF8.GetString(WeixinJson.Write(new { Articles = new[] { article } })));
    }

    [Theory]
    [InlineData("""{"publish_id":2247500001}""", "2247500001")]
    [InlineData("""{"publish_id":"2247500001"}""", "2247500001")]
    [InlineData("""{"publish_id":12345678901234567890}""", "12345678901234567890")]
    public void Ids_are_read_as_number_or_text(string json, string expected) =>
        Assert.Equal(expected, JsonSerializer.Deserialize<PublishJob>(json, WeixinJson.Options)!.PublishId);
}
