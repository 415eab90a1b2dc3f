using System.Globalization;
using GovAccountConsole.Infrastructure.Weixin;

namespace GovAccountConsole.Tests.Weixin;

public sealed class CallbackXmlTests
{
    private const string Head = "<ToUserName><![CDATA[gh_1]]></ToUserName><FromUserName><![CDATA[oHELPER]]></FromUserName><CreateTime>1767312000</CreateTime>";

    [Theory]
    [InlineData("")]
    [InlineData("<xml>")]
    [InlineData("<html/>")]
    [InlineData("{\"xml\":1}")]
    [InlineData("<!DOCTYPE xml [<!ENTITY a \"aaaa\">]><xml>&a;</xml>")]
    [InlineData("<!DOCTYPE xml SYSTEM \"file:///etc/passwd\"><xml/>")]
    public void What_is_no_plain_xml_is_not_read(string text) => Assert.Null(CallbackXml.Read(text));

    [Fact]
    public void Deep_nesting_is_not_read() =>
        Assert.Null(CallbackXml.Read("<xml>" + string.Concat(Enumerable.Repeat("<a>", 5000)) + string.Concat(Enumerable.Repeat("</a>", 5000)) + "</xml>"));

    [Fact]
    public void A_text_message_is_read()
    {
        var message = Read("<MsgType>text</MsgType><Content><![CDATA[你好<b>😀]]></Content><MsgId>24001234567890123</MsgId>");
        Assert.Equal(("text", "oHELPER", null, "m:24001234567890123"), (message.MsgType, message.From, message.Event, message.DedupeKey));
        Assert.Equal(new DateTimeOffset(2026, 1, 2, 0, 0, 0, TimeSpan.Zero), message.CreatedAt);
        Assert.Equal("你好<b>😀", message.Root.Text("Content"));
    }

    [Theory]
    [InlineData("<MsgType>text</MsgType>", "1", true)]
    [InlineData("", "1767312000", false)]
    [InlineData("<MsgType>text</MsgType>", "-1", false)]
    [InlineData("<MsgType>text</MsgType>", "99999999999999999999", false)]
    public void A_message_has_a_type_and_a_time(string type, string time, bool readable)
    {
        var root = CallbackXml.Read($"<xml><FromUserName>o</FromUserName><CreateTime>{time}</CreateTime>{type}</xml>")!;
        Assert.Equal(readable, CallbackMessage.Read(root) is not null);
    }

    [Fact]
    public void A_finished_publication_is_read_with_its_addresses_in_order()
    {
        var finished = PublishFinished.From(Read(
            """
            <MsgType>event</MsgType><Event>PUBLISHJOBFINISH</Event><PublishEventInfo><publish_id>2247500001</publish_id><publish_status>0</publish_status>
            <article_id><![CDATA[ART_00
            01]]></article_id><article_detail><count>2</count><item><idx>2</idx><article_url>u2</article_url></item><item><idx>1</idx><article_url>u1</article_url></item></article_detail></PublishEventInfo>
            """))!;
        Assert.Equal(("2247500001", 0, "ART_0001"), (finished.PublishId, finished.Status, finished.ArticleId));
        Assert.Equal(["u1", "u2"], finished.Urls);
    }

    [Fact]
    public void A_refused_publication_names_its_articles()
    {
        var finished = PublishFinished.From(Read(
            "<MsgType>event</MsgType><Event>freepublishjobfinish</Event><PublishEventInfo><publish_id>1</publish_id><publish_status>2</publish_status><fail_idx>1</fail_idx><fail_idx>2</fail_idx></PublishEventInfo>"))!;
        Assert.Equal(2, finished.Status);
        Assert.Equal([1, 2], finished.FailedPositions);
        Assert.Null(finished.ArticleId);
    }

    [Theory]
    [InlineData("send success", true, null)]
    [InlineData("sendsuccess", false, null)]
    [InlineData("send fail", false, null)]
    [InlineData("err(10001)", false, 10001)]
    public void A_finished_push_is_read(string status, bool succeeded, int? number)
    {
        var finished = MassFinished.From(Read(
            $"<MsgType>event</MsgType><Event>MASSSENDJOBFINISH</Event><MsgID>1000001625</MsgID><Status>{status}</Status><SentCount>985</SentCount>" +
            "<ArticleUrlResult><Count>1</Count><ResultList><item><ArticleIdx>1</ArticleIdx><ArticleUrl>u1</ArticleUrl></item></ResultList></ArticleUrlResult>"))!;
        Assert.Equal(("1000001625", 985, succeeded, number), (finished.MsgId, finished.SentCount, finished.Succeeded, finished.ErrorNumber));
        Assert.Equal(["u1"], finished.Urls);
    }

    [Fact]
    public void Two_events_of_one_second_differ_by_their_job()
    {
        static string Key(int id) => Read(
            string.Create(CultureInfo.InvariantCulture, $"<MsgType>event</MsgType><Event>PUBLISHJOBFINISH</Event><PublishEventInfo><publish_id>{id}</publish_id><publish_status>0</publish_status></PublishEventInfo>")).DedupeKey;
        Assert.NotEqual(Key(1), Key(2));
        Assert.Equal(Key(1), Key(1));
    }

    private static CallbackMessage Read(string inner) => CallbackMessage.Read(CallbackXml.Read($"<xml>{Head}{inner}</xml>")!)!;
}
