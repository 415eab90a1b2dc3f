using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Reviews.Remarks;
using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Tests.Domain.Reviews;

/// <summary>Remarks survive edits: moved, changed, doubled, deleted.</summary>
public sealed class Finding_a_passage_again
{
    private const string Fog =
        "今天夜里到明早，我市北部有大雾天气。绕城高速北段（柳林至青山）将视情采取临时管制措施。\n要出门的，这样走\n去机场：走滨江大道，比平时多约 15 分钟。\n去北站：走解放大道，进站口改在西侧。\n"
        + "已经在高速上的：开雾灯，车速降到 60 公里以下，从最近的出口下。不要停在应急车道等。\n学校：北片 14 所中小学明天上午 9 点上课，以班主任通知为准。";

    [Fact]
    public void Untouched_words_stay_where_they_are() => Assert.Equal((PlaceState.Kept, "降到 60 公里以下"), Found("降到 60 公里以下", Fog));

    [Fact]
    public void Words_before_it_push_it_along()
    {
        var later = "先说结论：能不出门就不出门，要出门的看下面。\n" + Fog;
        Assert.Equal((PlaceState.Kept, "进站口改在西侧"), Found("进站口改在西侧", later));
        Assert.Equal(later.IndexOf("进站口改在西侧", StringComparison.Ordinal), Anchoring.Find(Of("进站口改在西侧"), [later]).Start);
    }

    [Fact]
    public void A_paragraph_moved_to_the_end_takes_its_remark_along()
    {
        var paragraphs = Fog.Split('\n').ToList();
        var moved = paragraphs[4];
        paragraphs.RemoveAt(4);
        paragraphs.Add(moved);
        Assert.Equal((PlaceState.Kept, "降到 60 公里以下"), Found("降到 60 公里以下", string.Join('\n', paragraphs)));
    }

    [Fact]
    public void A_word_changed_inside_is_shown_with_the_words_of_today()
    {
        var later = Fog.Replace("降到 60 公里以下", "降到 40 公里以下", StringComparison.Ordinal);
        Assert.Equal((PlaceState.Changed, "降到 40 公里以下"), Found("降到 60 公里以下", later));
    }

    [Fact]
    public void Words_wholly_rewritten_are_held_by_what_stands_on_both_sides()
    {
        var later = Fog.Replace("将视情采取临时管制措施", "22:00 起可能封闭，放开时间另行通知", StringComparison.Ordinal);
        var (state, words) = Found("将视情采取临时管制措施", later);
        Assert.Equal(PlaceState.Changed, state);
        Assert.Contains("22:00 起可能封闭", words);
    }

    [Fact]
    public void Of_two_equal_places_the_one_with_the_same_neighbours_is_meant()
    {
        var later = Fog + "\n北站：走解放大道，进站口改在西侧。路上请走解放大道辅路。";
        Assert.Equal(later.IndexOf("走解放大道", StringComparison.Ordinal), Anchoring.Find(Of("走解放大道"), [later]).Start);
    }

    [Fact]
    public void A_copy_before_the_original_does_not_draw_the_remark_away()
    {
        var later = "已经在高速上的请看：车速降到 60 公里以下。\n" + Fog;
        Assert.Equal(later.LastIndexOf("降到 60 公里以下", StringComparison.Ordinal), Anchoring.Find(Of("降到 60 公里以下"), [later]).Start);
    }

    [Theory]
    [InlineData("降到 60 公里以下，")]
    [InlineData("已经在高速上的：开雾灯，车速降到 60 公里以下，从最近的出口下。不要停在应急车道等。\n")]
    public void What_was_deleted_is_gone_and_nothing_else_is_taken_for_it(string deleted) =>
        Assert.Equal(PlaceState.Gone, Anchoring.Find(Of("降到 60 公里以下"), [Fog.Replace(deleted, string.Empty, StringComparison.Ordinal)]).State);

    [Fact]
    public void A_short_word_that_happens_to_stand_elsewhere_is_not_taken_for_the_deleted_one()
    {
        var later = Fog.Replace("比平时多约 15 分钟", "慢行", StringComparison.Ordinal) + "\n路况每 15 分钟更新一次，点本号菜单看。";
        Assert.NotEqual(later.LastIndexOf("15", StringComparison.Ordinal), Anchoring.Find(Of("15"), [later]).Start);
    }

    [Fact]
    public void Another_text_altogether_has_no_place_for_it() =>
        Assert.Equal(PlaceState.Gone, Anchoring.Find(Of("降到 60 公里以下"), ["个体工商户注意：三项申报十二月十五日截止，逾期要交滞纳金。"]).State);

    [Fact]
    public void Nothing_left_is_gone() => Assert.Equal(new Place(PlaceState.Gone, 0, 0, 0), Anchoring.Find(Of("降到 60 公里以下"), [string.Empty]));

    [Fact]
    public void No_article_left_is_gone() => Assert.Equal(PlaceState.Gone, Anchoring.Find(Of("降到 60 公里以下"), Array.Empty<string>()).State);

    [Fact]
    public void An_article_put_in_front_does_not_matter()
    {
        var place = Anchoring.Find(Of("降到 60 公里以下"), ["流感疫苗还能打吗？全市 58 个接种点。", Fog]);
        Assert.Equal((PlaceState.Kept, 1), (place.State, place.Article));
    }

    [Fact]
    public void A_changed_passage_follows_its_article()
    {
        var place = Anchoring.Find(Of("降到 60 公里以下"), ["流感疫苗还能打吗？全市 58 个接种点。", Fog.Replace("60", "40", StringComparison.Ordinal)]);
        Assert.Equal((PlaceState.Changed, 1), (place.State, place.Article));
    }

    [Fact]
    public void A_passage_over_two_paragraphs_is_found()
    {
        const string Quote = "临时管制措施。\n要出门的，这样走";
        Assert.Equal((PlaceState.Kept, Quote), Found(Quote, "前言。\n" + Fog));
    }

    [Fact]
    public void A_whole_title_is_found_though_it_has_no_neighbours()
    {
        var article = new Article("今晚大雾", "临江交警", "摘要", "<p>正文</p>", null, null, true, false);
        var passage = Passage.Take([article], 0, RemarkField.Title, "今晚大雾", null).Value;
        Assert.Equal(PlaceState.Kept, Anchoring.Find(passage, [article]).State);
        Assert.Equal(PlaceState.Changed, Anchoring.Find(passage, [article with { Title = "今夜大雾" }]).State);
        Assert.Equal(PlaceState.Gone, Anchoring.Find(passage, [article with { Title = "三项申报" }]).State);
    }

    [Fact]
    public void A_picture_is_the_same_or_gone_never_alike()
    {
        const string Old = "<p>前文。</p><p><img src=\"/media/00000000-0000-7000-8000-0000000000a1\"></p><p>后文。</p>";
        var article = new Article("题", "甲", "摘", Old, null, null, true, false);
        var passage = Passage.Take([article], 0, RemarkField.Body, "\uFFFC/media/00000000-0000-7000-8000-0000000000a1", null).Value;
        Assert.True(passage.IsPicture);
        Assert.Equal(PlaceState.Kept, Anchoring.Find(passage, [article with { ContentHtml = "<p>开头。</p>" + Old }]).State);
        Assert.Equal(PlaceState.Gone, Anchoring.Find(passage, [article with { ContentHtml = Old.Replace("a1", "a2", StringComparison.Ordinal) }]).State);
    }

    [Fact]
    public void Markup_is_no_part_of_a_passage()
    {
        var article = new Article("题", "甲", "摘", "<p>请<strong>慢行</strong>，开雾灯。</p>", null, null, true, false);
        var passage = Passage.Take([article], 0, RemarkField.Body, "慢行，开雾灯", null).Value;
        Assert.Equal((1, "请", "。"), (passage.Offset, passage.Before, passage.After));
        Assert.Equal(PlaceState.Kept, Anchoring.Find(passage, [article with { ContentHtml = "<h2>请慢行</h2><p>请慢行，<em>开雾灯</em>。</p>" }]).State);
    }

    [Fact]
    public void A_passage_must_stand_in_the_text()
    {
        var article = new Article("题", "甲", "摘", "<p>走，走，走</p>", null, null, true, false);
        Assert.Equal(RemarkErrors.PassageUnknown, Passage.Take([article], 0, RemarkField.Body, "跑", null).Error);
        Assert.Equal(RemarkErrors.PassageUnknown, Passage.Take([article], 1, RemarkField.Body, "走", null).Error);
        Assert.Equal("required", Passage.Take([article], 0, RemarkField.Body, " ", null).Error.Code);
        Assert.Equal("too-long", Passage.Take([article], 0, RemarkField.Body, new string('走', Passage.QuoteLimit + 1), null).Error.Code);
        Assert.Equal((2, false), (Passage.Take([article], 0, RemarkField.Body, "走", 3).Value.Offset, Passage.Take([article], 0, RemarkField.Body, "走", 3).Value.Alone));
        Assert.Equal(ErrorKind.Invalid, RemarkErrors.PassageUnknown.Kind);
    }

    /// <summary>Whatever is edited elsewhere, a passage that was left alone is found at its own place; the seed makes a failure repeatable.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Random_edits_elsewhere_never_lead_astray(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 150; round++)
        {
            var length = random.Next(8, 30);
            var start = random.Next(Fog.Length - length);
            var passage = Of(Fog.Substring(start, length), start);
            var (text, expected) = (Fog, start);
            for (var edit = 0; edit < 6; edit++)
            {
                // An edit before or after the passage, never inside.
                var before = random.Next(2) == 0;
                var (from, to) = before ? (0, expected) : (expected + length, text.Length);
                var at = random.Next(from, to + 1);
                var cut = Math.Min(random.Next(12), to - at);
                var put = new string([.. Enumerable.Range(0, random.Next(12)).Select(_ => (char)('一' + random.Next(400)))]);
                text = text.Remove(at, cut).Insert(at, put);
                expected += before ? put.Length - cut : 0;
            }

            var place = Anchoring.Find(passage, [text]);
            Assert.True(place == new Place(PlaceState.Kept, 0, expected, length), $"seed {seed}, round {round}: {place} instead of {expected}; {passage.Quote} in {text}");
        }
    }

    /// <summary>Whatever happens to the text, the answer lies inside it and never throws.</summary>
    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public void Random_edits_anywhere_keep_the_place_inside_the_text(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 200; round++)
        {
            var length = random.Next(1, 40);
            var start = random.Next(Fog.Length - length);
            var text = Fog;
            for (var edit = random.Next(1, 12); edit > 0 && text.Length > 0; edit--)
            {
                var at = random.Next(text.Length);
                text = text.Remove(at, random.Next(text.Length - at)).Insert(at, Fog[..random.Next(20)]);
            }

            var place = Anchoring.Find(Of(Fog.Substring(start, length), start), [text]);
            Assert.InRange(place.Start + place.Length, 0, text.Length);
            Assert.Equal(place.State == PlaceState.Gone, place.Length == 0);
        }
    }

    private static (PlaceState State, string Words) Found(string quote, string later)
    {
        var place = Anchoring.Find(Of(quote), [later]);
        return (place.State, later.Substring(place.Start, place.Length));
    }

    private static Passage Of(string quote, int? at = null)
    {
        var start = at ?? Fog.IndexOf(quote, StringComparison.Ordinal);
        var end = start + quote.Length;
        return new Passage(
            0, RemarkField.Body, quote, Fog[Math.Max(0, start - Passage.ContextLength)..start], Fog[end..Math.Min(Fog.Length, end + Passage.ContextLength)], start,
            Anchoring.Occurrences(Fog, quote).Count() == 1);
    }
}
