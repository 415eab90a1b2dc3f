using Bunit;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Publishing;
using GovAccountConsole.Infrastructure.Posts;
using GovAccountConsole.Web.Posts;

namespace GovAccountConsole.Tests.Components.Posts;

/// <summary>A delivery that needs a person: what was seen, what may be decided, what stands differently on the platform.</summary>
public sealed class Publication_views : PageTest
{
    [Fact]
    public async Task An_unknown_outcome_shows_what_was_asked_and_both_ways_out()
    {
        bool? said = null;
        PostAction? asked = null;
        var cut = Render<UnconfirmedChoices>(view => view.Add(v => v.Publication, Unconfirmed()).Add(v => v.AccountName, "临江交警").Add(v => v.Around, "今天 10:00")
            .Add(v => v.Allowed, [PostAction.Resolve, PostAction.SendAgain]).Add(v => v.Resolve, way => said = way).Add(v => v.Act, act => asked = act));

        Assert.Contains("查发布列表：没有这一篇", cut.Find("[data-testid=evidence]").TextContent);
        Assert.Contains("rid 6b05-1", cut.Find("[data-testid=evidence]").TextContent);
        await cut.InvokeAsync(() => cut.Find("[data-testid=resolve-yes]").Click());
        await cut.InvokeAsync(() => cut.Find("[data-testid=act-SendAgain]").Click());
        Assert.Equal((true, PostAction.SendAgain), (said, asked));
    }

    [Fact]
    public void Who_may_only_look_sees_the_evidence_and_no_button()
    {
        var cut = Render<UnconfirmedChoices>(view => view.Add(v => v.Publication, Unconfirmed()).Add(v => v.AccountName, "临江交警").Add(v => v.Around, "今天 10:00"));
        Assert.NotNull(cut.Find("[data-testid=evidence]"));
        Assert.Empty(cut.FindAll("button"));
    }

    [Fact]
    public void What_was_changed_elsewhere_is_a_warning_and_what_is_the_same_a_quiet_line()
    {
        var altered = Render<ReadBackNote>(view => view.Add(v => v.Seen, new ReadBack(ReadBackState.Altered, Now, 1, 2, "title")));
        Assert.Equal("alert", altered.Find("[data-testid=read-back]").GetAttribute("role"));
        Assert.Contains("标题", altered.Markup);
        Assert.Null(Render<ReadBackNote>(view => view.Add(v => v.Seen, new ReadBack(ReadBackState.Same, Now, 1))).Find("[data-testid=read-back]").GetAttribute("role"));
    }

    [Fact]
    public void A_scheduled_post_that_waits_for_somebody_says_so_on_its_page()
    {
        var cut = Render<PostNotes>(view => view.Add(v => v.Facts, new PostFacts { Status = PostStatus.Scheduled }).Add(v => v.Held, "微信不允许这个公众号调用。"));
        Assert.Contains("没有按时发出", cut.Markup);
        Assert.Contains("微信不允许这个公众号调用。", cut.Markup);
    }

    private static PublicationDetail Unconfirmed() => new(Guid.CreateVersion7(), PublicationStatus.Unconfirmed, Channel.Publish, 1, Now, 2, null, [], [], null)
    {
        Evidence =
        [
            Sighting.Of(SightingPlace.Submission, Sight.NoAnswer, Now, "outcome-timeout"),
            Sighting.Of(SightingPlace.PublishedList, Sight.Absent, Now),
            new(SightingPlace.DraftBox, Sight.Refused, Now, Now, 1, 48001, "6b05-1"),
        ],
    };
}
