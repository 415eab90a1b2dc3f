using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Domain.Reviews.Remarks;

namespace GovAccountConsole.Benchmarks.Reviews;

/// <summary>What the review desk computes for a post of 20,000 characters with 30 pictures: the comparison of two versions, and the places of 50 remarks.</summary>
[MemoryDiagnoser]
public class ReviewBenchmarks
{
    private const int Characters = 20_000;
    private const int Pictures = 30;
    private const int Remarks = 50;

    private PostContent _before = null!;
    private PostContent _edited = null!;
    private PostContent _rewritten = null!;
    private IReadOnlyList<Passage> _passages = [];

    /// <summary>Makes the post, a version with a change in every third paragraph, one with every paragraph changed, and remarks all over it.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        _before = Content(_ => "在人民广场设检查台");
        _edited = Content(paragraph => paragraph % 3 == 0 ? "改在解放广场设检查台" : "在人民广场设检查台");
        _rewritten = Content(paragraph => string.Create(CultureInfo.InvariantCulture, $"挪到第 {paragraph * 7} 号路口，由民警带路，步行前往检查台"));
        var text = Passage.TextOf(_before.Articles[0], RemarkField.Body);
        _passages = [.. Enumerable.Range(0, Remarks).Select(number => number * (text.Length - 40) / Remarks).Select(start => Passage.Take(_before.Articles, 0, RemarkField.Body, text.Substring(start, 18), start).Value)];
    }

    /// <summary>A third of the paragraphs changed by some words.</summary>
    [Benchmark]
    public PostComparison CompareEdited() => PostComparison.Of(_before, _edited);

    /// <summary>Every paragraph changed: the worst a reviewer meets.</summary>
    [Benchmark]
    public PostComparison CompareRewritten() => PostComparison.Of(_before, _rewritten);

    /// <summary>The places of 50 remarks in the edited version, most of them exact.</summary>
    [Benchmark]
    public int PlaceRemarks()
    {
        string[] texts = [Passage.TextOf(_edited.Articles[0], RemarkField.Body)];
        return _passages.Count(passage => Anchoring.Find(passage, texts).State == PlaceState.Kept);
    }

    private static PostContent Content(Func<int, string> words)
    {
        var html = new StringBuilder();
        var pictures = 0;
        var characters = 0;
        for (var paragraph = 0; characters < Characters; paragraph++)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"11月28日上午9点，第 {paragraph} 组{words(paragraph)}，大家带上头盔来就行，不用预约。编号 {paragraph * 31}，电话 0510-0000-{paragraph:0000}，路上慢行，听从指挥。");
            characters += text.Length;
            html.Append("<p>").Append(text).Append("</p>");
            if (paragraph % 8 == 0 && pictures++ < Pictures)
            {
                html.Append(CultureInfo.InvariantCulture, $"<p><img src=\"/media/00000000-0000-7000-8000-{paragraph:000000000000}\"></p>");
            }
        }

        return new PostContent(Guid.Empty, Channel.Publish, [new Article("检查台", "临江发布", "摘要", html.ToString(), null, null, false, false)], []);
    }
}
