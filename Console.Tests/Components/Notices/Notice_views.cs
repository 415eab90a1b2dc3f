using Bunit;
using GovAccountConsole.Domain.Notices;
using GovAccountConsole.Infrastructure.Notices;
using GovAccountConsole.Infrastructure.Publishing;
using GovAccountConsole.Infrastructure.Weixin;
using GovAccountConsole.Tests.Components;
using GovAccountConsole.Web.Notices;

namespace GovAccountConsole.Tests.Components.Notices;

public sealed class Notice_views : PageTest
{
    private static readonly NoticeItem _new = new(Guid.NewGuid(), NoticeKind.Returned, "周岚退回了您的《大雾》", "时间写错了", "posts/1", Now.AddMinutes(-5), false);
    private static readonly NoticeItem _old = new(Guid.NewGuid(), NoticeKind.Published, "《大雾》已经发布", null, "posts/2", Now.AddDays(-1), true);

    [Fact]
    public void Notices_stand_by_day_and_lead_to_their_place()
    {
        var list = Render<NoticeList>(parameters => parameters.Add(view => view.Items, [_new, _old]).Add(view => view.Now, Now));
        Assert.Equal(["今天", "昨天"], list.FindAll("h3").Select(head => head.TextContent));
        Assert.Equal(["posts/1", "posts/2"], list.FindAll("a").Select(link => link.GetAttribute("href")));
        Assert.Equal("时间写错了", list.Find("small").TextContent);
        Assert.Single(list.FindAll("button"));
        Assert.Contains("未读", list.FindAll("a")[0].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void One_is_marked_without_being_followed()
    {
        NoticeItem? marked = null;
        var list = Render<NoticeList>(parameters => parameters.Add(view => view.Items, [_new]).Add(view => view.Now, Now).Add(view => view.Marked, item => marked = item));
        list.Find("button").Click();
        Assert.Same(_new, marked);
    }

    [Fact]
    public void A_remark_leads_to_its_thread_and_a_follow_up_to_its_page()
    {
        var post = Guid.NewGuid();
        NoticeRow Row(NoticeKind kind, string detail) => new(Guid.NewGuid(), kind, "post", post, "周岚", ["大雾", detail], Now, null);
        Assert.Equal($"posts/{post}?remark=12", NoticeWords.Place(Row(NoticeKind.Remark, "#12 依据是哪条？")));
        Assert.Equal($"posts/{post}?remark=3", NoticeWords.Place(Row(NoticeKind.Remark, "#3")));
        Assert.Equal($"posts/{post}", NoticeWords.Place(Row(NoticeKind.Remark, "无编号")));
        Assert.Equal($"posts/{post}/follow-up", NoticeWords.Place(Row(NoticeKind.EmergencyFollowUp, string.Empty)));
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public void Every_kind_has_its_sentence_name_place_and_choices_in_both_languages(string language)
    {
        using (Words.In(language))
        {
            var words = new NoticeWords(Words.Of<NoticeText>(), new PlatformWords(Words.Of<WeixinText>()), new PreflightWords(Words.Of<PreflightText>()));
            var texts = Words.Of<NoticesText>();
            foreach (var kind in NoticeKinds.All)
            {
                var row = new NoticeRow(Guid.NewGuid(), kind, "post", Guid.NewGuid(), "周岚", ["大雾", "初审"], Now, null);
                Assert.DoesNotContain("Say.", words.Sentence(row), StringComparison.Ordinal);
                Assert.DoesNotContain("Kind.", words.Kind(kind), StringComparison.Ordinal);
                Assert.NotEmpty(NoticeWords.Place(row));
                Assert.NotEmpty(NoticeLook.Icon(kind));
                Assert.All(NoticeKinds.Choices(kind), choice => Assert.False(texts[$"Delivery.{choice}"].ResourceNotFound));
            }
        }
    }
}
