using Bunit;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Domain.Reviews.Remarks;
using GovAccountConsole.Infrastructure.Posts;
using GovAccountConsole.Infrastructure.Reviews.Remarks;
using GovAccountConsole.Web.Reviews;

namespace GovAccountConsole.Tests.Components.Reviews;

public sealed class Remark_views : PageTest
{
    private static readonly Article Article = Sample.Article("<h2>要出门的</h2><p>车速降到 60 公里以下，慢行。</p>");

    [Fact]
    public void The_words_carry_the_figure_and_count_from_where_they_begin()
    {
        var start = "要出门的\n车速".Length;
        var cut = Render<ReviewText>(view => view.Add(v => v.Compared, ArticleComparison.Of([Article], [Article]))
            .Add(v => v.Remarks, [Row(1, new Place(PlaceState.Kept, 0, start, 10))]).Add(v => v.MaySpeak, true));

        Assert.Equal("降到 60 公里以下", cut.Find("mark").ChildNodes[0].TextContent);
        Assert.Equal("1", cut.Find("mark .gac-rv-figure").TextContent);
        var run = cut.Find("mark").ParentElement!;
        Assert.Equal(("0", "Body", "5"), (run.GetAttribute("data-article"), run.GetAttribute("data-field"), run.GetAttribute("data-start")));
    }

    [Fact]
    public void What_is_gone_takes_no_room()
    {
        var parts = new[] { new DiffPart(DiffKind.Same, "车速"), new DiffPart(DiffKind.Deleted, "放慢"), new DiffPart(DiffKind.Inserted, "降到 60 公里以下"), new DiffPart(DiffKind.Same, "。") };
        var pieces = MarkedParts.Of(parts, 10, [new TextMark(2, 12, 21, false)]).ToList();
        Assert.Equal(["车速", "放慢", "降到 60 公里以", "下", "。"], pieces.Select(piece => piece.Text));
        Assert.Equal([null, null, 2, null, null], pieces.Select(piece => piece.Mark?.Number));
        Assert.Equal([2], pieces[2].Ends);
    }

    [Fact]
    public void Two_remarks_over_each_other_both_keep_their_figures()
    {
        var pieces = MarkedParts.Of([new DiffPart(DiffKind.Same, "零一二三四五")], 0, [new TextMark(1, 1, 4, false), new TextMark(2, 2, 5, false)]).ToList();
        Assert.Equal(["零", "一", "二三", "四", "五"], pieces.Select(piece => piece.Text));
        Assert.Equal([1, 2], pieces.SelectMany(piece => piece.Ends));
    }

    [Fact]
    public async Task A_card_settles_and_answers()
    {
        var acts = new List<(RemarkAct, string?)>();
        var cut = Render<RemarkCard>(view => view.Add(v => v.Row, Row(1, new Place(PlaceState.Kept, 0, 0, 2))).Add(v => v.Now, Now).Add(v => v.MaySpeak, true)
            .Add(v => v.OnAct, wish => acts.Add((wish.Act, wish.Text))));
        Assert.Empty(cut.FindAll("[data-testid=mend]"));
        await cut.InvokeAsync(() => cut.Find("[data-testid=settle]").Click());
        await cut.InvokeAsync(() => cut.Find("[data-testid=reply]").Click());
        await cut.InvokeAsync(() => cut.Find("[data-testid=reply-text]").Input(" 电话核过 "));
        await cut.InvokeAsync(() => cut.Find("[data-testid=reply-send]").Click());
        Assert.Equal([(RemarkAct.Settle, null), (RemarkAct.Reply, "电话核过")], acts);
    }

    [Fact]
    public void Words_that_changed_are_said_with_the_old_ones()
    {
        var cut = Render<RemarkCard>(view => view.Add(v => v.Row, Row(1, new Place(PlaceState.Changed, 0, 0, 3)) with { Now = "降到 40" }).Add(v => v.Now, Now));
        Assert.Contains("原文已改，现在是：降到 40", cut.Find("[data-testid=remark-changed]").TextContent);
        Assert.Contains("降到 60", cut.Find("blockquote").TextContent);
        var gone = Render<RemarkCard>(view => view.Add(v => v.Row, Row(1, new Place(PlaceState.Gone, 0, 0, 0))).Add(v => v.Now, Now));
        Assert.True(gone.Find(".gac-rm-number").HasAttribute("disabled"));
    }

    private static RemarkRow Row(int number, Place place) => new(
        Guid.NewGuid(), number, 1, new Passage(0, RemarkField.Body, "降到 60 公里以", "车速", "下", 7, true), place, null, "依据是哪条？", new PersonName(Guid.NewGuid(), "郑怀安"),
        Sample.Now, RemarkState.Open, [], true);
}
