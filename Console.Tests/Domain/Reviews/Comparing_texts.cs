using System.Diagnostics;
using GovAccountConsole.Domain.Reviews;

namespace GovAccountConsole.Tests.Domain.Reviews;

public sealed class Comparing_texts
{
    [Fact]
    public void Equal_texts_have_no_change()
    {
        var diff = TextDiff.Compare(["一", "二"], ["一", "二"]);

        Assert.All(diff, paragraph => Assert.True(paragraph.IsSame));
        Assert.Equal(0, diff.Sum(paragraph => paragraph.Changes));
    }

    [Fact]
    public void Chinese_is_compared_character_by_character()
    {
        var parts = TextDiff.CompareWords("路口今天封闭施工，请绕行。", "路口明天封闭施工，请绕行。");

        Assert.Equal([(DiffKind.Same, "路口"), (DiffKind.Deleted, "今"), (DiffKind.Inserted, "明"), (DiffKind.Same, "天封闭施工，请绕行。")], Flat(parts));
    }

    [Fact]
    public void Numbers_and_latin_words_stay_whole()
    {
        var parts = TextDiff.CompareWords("要帮助，打 12122。", "要帮助，打 0510-0000-0122。");

        Assert.Equal([(DiffKind.Same, "要帮助，打 "), (DiffKind.Deleted, "12122"), (DiffKind.Inserted, "0510-0000-0122"), (DiffKind.Same, "。")], Flat(parts));
    }

    [Fact]
    public void Short_accidental_islands_are_absorbed()
    {
        var parts = TextDiff.CompareWords("我市北部有大雾天气。", "我市北部有大雾，有的路段看不到 200 米。");

        Assert.Equal("我市北部有大雾", parts[0].Text);
        Assert.Equal(1, new DiffParagraph(0, 0, parts).Changes);

        var island = TextDiff.CompareWords("甲乙丙的丁戊己", "子丑寅的卯辰巳");
        Assert.Equal([(DiffKind.Deleted, "甲乙丙的丁戊己"), (DiffKind.Inserted, "子丑寅的卯辰巳")], Flat(island));
    }

    [Fact]
    public void A_changed_paragraph_is_matched_with_its_old_form_even_when_one_is_new_before_it()
    {
        var diff = TextDiff.Compare(
            ["去机场：走滨江大道。", "去北站：走解放大道，进站口改在西侧。"],
            ["去机场：走滨江大道。", "已经在高速上的：开雾灯。", "去北站：走解放大道，进站口改在东侧。"]);

        Assert.Equal(3, diff.Count);
        Assert.True(diff[0].IsSame);
        Assert.Equal((null, 1), (diff[1].Before, diff[1].After));
        Assert.Equal((1, 2), (diff[2].Before, diff[2].After));
        Assert.Contains(diff[2].Parts, part => part is { Kind: DiffKind.Inserted, Text: "东" });
    }

    [Fact]
    public void A_removed_paragraph_is_shown_where_it_stood()
    {
        var diff = TextDiff.Compare(["开头", "多余的一整段话", "结尾"], ["开头", "结尾"]);

        Assert.Equal([true, false, true], diff.Select(paragraph => paragraph.IsSame));
        Assert.Equal([new DiffPart(DiffKind.Deleted, "多余的一整段话")], diff[1].Parts);
    }

    [Theory]
    [InlineData("", "全新的一段")]
    [InlineData("整段删掉", "")]
    [InlineData("a b c d e f", "f e d c b a")]
    [InlineData("😀办事😀", "办😀事")]
    [InlineData("abcabba", "cbabac")]
    public void Both_texts_can_be_read_back_from_the_parts(string before, string after)
    {
        var parts = TextDiff.CompareWords(before, after);

        Assert.Equal(before, string.Concat(parts.Where(part => part.Kind != DiffKind.Inserted).Select(part => part.Text)));
        Assert.Equal(after, string.Concat(parts.Where(part => part.Kind != DiffKind.Deleted).Select(part => part.Text)));
    }

    [Fact]
    public void Random_texts_can_always_be_read_back()
    {
        var random = new Random(20261123);
        for (var round = 0; round < 300; round++)
        {
            var before = Text(random);
            var after = Text(random);
            var diff = TextDiff.Compare(before, after);

            Assert.Equal(before, diff.Where(p => p.Before is not null).Select(p => string.Concat(p.Parts.Where(part => part.Kind != DiffKind.Inserted).Select(part => part.Text))));
            Assert.Equal(after, diff.Where(p => p.After is not null).Select(p => string.Concat(p.Parts.Where(part => part.Kind != DiffKind.Deleted).Select(part => part.Text))));
        }

        static string[] Text(Random random) => [.. Enumerable.Range(0, random.Next(0, 7)).Select(_ => string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ => (char)('甲' + random.Next(5)))))];
    }

    [Fact]
    public void Utterly_different_long_texts_are_compared_in_bounded_time()
    {
        var random = new Random(7);
        var before = new string([.. Enumerable.Range(0, 20_000).Select(_ => (char)(0x4E00 + random.Next(20_000)))]);
        var after = new string([.. Enumerable.Range(0, 20_000).Select(_ => (char)(0x4E00 + random.Next(20_000)))]);
        var started = Stopwatch.GetTimestamp();

        var parts = TextDiff.CompareWords(before, after);

        Assert.Equal([DiffKind.Deleted, DiffKind.Inserted], parts.Select(part => part.Kind));
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    private static IEnumerable<(DiffKind Kind, string Text)> Flat(IEnumerable<DiffPart> parts) => parts.Select(part => (part.Kind, part.Text));
}
