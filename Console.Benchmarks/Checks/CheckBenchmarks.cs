using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Posts.Checks;

namespace GovAccountConsole.Benchmarks.Checks;

/// <summary>All checks of a post of 20,000 characters with 30 pictures, lists of 5,000 entries each; and the building of such a list.</summary>
[MemoryDiagnoser]
public class CheckBenchmarks
{
    private const int Entries = 5_000;
    private const int Characters = 20_000;
    private const int Pictures = 30;

    private readonly WordRule[] _words = [.. Enumerable.Range(0, Entries).Select(number => new WordRule(WordKind.Typo, Phrase(number), "对", CheckLevel.Advice, "理由", "辞书"))];
    private readonly OfficeRule[] _offices = [.. Enumerable.Range(0, Entries).Select(number => new OfficeRule("林" + Letter(number) + Letter(number / 70), "副市长", "市政府", (number % 99) + 1))];
    private CheckScene _scene = null!;

    /// <summary>Makes the post and compiles the lists.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        var html = new StringBuilder();
        var pictures = new Dictionary<Guid, PictureFacts>();
        var characters = 0;
        for (var paragraph = 0; characters < Characters; paragraph++)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"11月28日（周六）上午9点，{Phrase(paragraph * 7)}在人民广场等地设{Letter(paragraph)}个检查台，大家带上头盔来就行，不用预约。咨询电话 0510-8234{paragraph % 10}678，编号 {paragraph}。");
            characters += text.Length;
            html.Append("<p>").Append(text).Append("</p>");
            if (pictures.Count < Pictures)
            {
                var id = Guid.NewGuid();
                pictures.Add(id, new PictureFacts($"IMG_{paragraph}.jpg", []));
                html.Append(CultureInfo.InvariantCulture, $"<img src=\"/media/{id}\" alt=\"检查台 {paragraph}\">");
            }
        }

        _scene = new CheckScene
        {
            Articles = [new Article("停水通知", "临江发布", "摘要", html.ToString(), null, Guid.NewGuid(), false, false)],
            Day = new DateOnly(2026, 11, 25),
            Words = new WordBook(1, _words),
            Offices = new OfficeBook(1, _offices),
            Pictures = pictures,
        };
    }

    /// <summary>What every pause in typing costs.</summary>
    [Benchmark]
    public CheckReport LookAtTheWholePost() => PostChecks.Of(_scene);

    /// <summary>What a new version of the list costs, once on each node.</summary>
    [Benchmark]
    public WordBook CompileTheWords() => new(1, _words);

    private static string Phrase(int number) => string.Concat(Letter(number), Letter(number / 70), Letter(number / 4_900), "误");

    private static char Letter(int number) => (char)('\u5b50' + (number % 70));
}
