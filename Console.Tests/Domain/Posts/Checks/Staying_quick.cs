using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using GovAccountConsole.Domain.Posts.Checks;

namespace GovAccountConsole.Tests.Domain.Posts.Checks;

/// <summary>No text, however it is made, keeps the checks busy: time grows with the length, and no place lies outside the text.</summary>
public sealed class Staying_quick
{
    private static readonly string[] _pieces =
    [
        "的", "，", "。", "0", "1", "13", "138 ", "一三八", "11月28日", "（周五）", "周六（28日）", "8点", "ABC", "苏B", "3栋", "2单元", "401室", "电话", "李警官", "通知", "<p>", "</p>", "<td>",
        "&nbsp;", "&#x31;", "<br>", " ", "-", "\u200b", "０", "市长", "陈志远", "、", "（", "）", "2026-11-28", "10:30", "<", ">", "\ud83d\ude00", "龘", "明天（29日",
    ];

    private static readonly CheckScene _rules = CheckedText.Scene(string.Empty) with
    {
        Planned = true,
        Words = new WordBook(1, [new(WordKind.Typo, "的的", "的", CheckLevel.Must, "", "辞书"), new(WordKind.Stock, "电话电话", null, CheckLevel.Advice, "", "辞书")]),
        Offices = new OfficeBook(1, [new("陈志远", "市长", "市政府", 1)]),
    };

    [Fact]
    public void Any_text_is_read_without_falling_over_and_every_place_holds_its_words() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(300),
        Prop.ForAll(Gen.ListOf(Gen.Elements(_pieces)).Resize(60).Select(list => string.Concat(list)).ToArbitrary(), html =>
        {
            var scene = _rules with { Articles = [CheckedText.Article(html, "通知：8点")] };
            var body = new ArticleText(scene.Articles[0], 0, scene.Pictures);
            return CheckedText.Of(scene).Findings.Where(finding => finding is { Field: "body", Words: not null })
                .All(finding => body.Passages.Any(passage => passage.Field == "body" && passage.Paragraph == finding.Paragraph
                    && finding.Offset + finding.Words!.Length <= passage.Text.Length && passage.Text.Substring(finding.Offset, finding.Words.Length) == finding.Words));
        }));

    [Theory]
    [InlineData("1")]
    [InlineData("1 ")]
    [InlineData("一")]
    [InlineData("的")]
    [InlineData("0510-")]
    [InlineData("11月")]
    [InlineData("苏B")]
    [InlineData("3栋")]
    [InlineData("周六（")]
    [InlineData("市长")]
    [InlineData("李")]
    [InlineData("<")]
    [InlineData("<p alt=")]
    [InlineData("&#")]
    [InlineData("电话")]
    public void Repetition_is_no_trap(string piece)
    {
        var scene = _rules with { Articles = [CheckedText.Article("<p>" + string.Concat(Enumerable.Repeat(piece, 40_000 / piece.Length)) + "</p>", "通知")] };
        var started = Stopwatch.GetTimestamp();
        CheckedText.Of(scene);
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(5), piece);
    }
}
