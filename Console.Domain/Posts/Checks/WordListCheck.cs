namespace GovAccountConsole.Domain.Posts.Checks;

/// <summary>The maintained word list: wrong forms, forbidden wording, stock phrases, terms to explain, luring titles.</summary>
internal sealed class WordListCheck : IPostCheck
{
    private const int StockWindow = 500;

    /// <inheritdoc/>
    public IEnumerable<CheckFinding> Look(CheckScene scene, ArticleText text)
    {
        var stock = 0;
        var explained = new HashSet<string>(StringComparer.Ordinal);
        foreach (var passage in text.Passages.Where(passage => passage.Kind != PassageKind.PictureNote))
        {
            foreach (var (start, length, rule) in scene.Words.In(passage.Text, scene.Day))
            {
                if (rule.Kind == WordKind.Bait && passage.Field != "title")
                {
                    continue;
                }

                if (rule.Kind == WordKind.Term && (!explained.Add(rule.Wrong) || IsExplained(passage.Text, start, length)))
                {
                    continue;
                }

                stock += rule.Kind == WordKind.Stock ? 1 : 0;
                yield return text.At(CodeOf(rule.Kind), passage, start, length, FixOf(rule), rule.Wrong, rule.Right ?? string.Empty) with
                {
                    // At most what the entry says; the profile may only be milder.
                    Weight = rule.Level == CheckLevel.Must ? CheckWeight.Must : CheckWeight.Advice,
                    Entry = new ListEntryNote(rule.Reason, rule.Source, rule.From, "words", scene.Words.Version),
                };
            }
        }

        var most = scene.Profile.LimitOf(CheckLimits.StockPer500);
        if (stock > most && (long)stock * StockWindow > (long)most * Math.Max(text.Characters, StockWindow))
        {
            yield return text.About("stock-dense", "body", stock, most);
        }
    }

    private static string CodeOf(WordKind kind) => kind switch
    {
        WordKind.Typo => "word-typo",
        WordKind.Forbidden => "word-forbidden",
        WordKind.Term => "term-unexplained",
        WordKind.Bait => "title-bait",
        _ => "word-stock",
    };

    private static string? FixOf(WordRule rule) => rule.Kind switch
    {
        WordKind.Term => string.IsNullOrEmpty(rule.Right) ? null : $"{rule.Wrong}（{rule.Right}）",
        WordKind.Stock or WordKind.Bait => rule.Right ?? string.Empty,
        _ => rule.Right,
    };

    // 三同时（同时设计……）, or the other way round: ……（以下简称三同时）.
    private static bool IsExplained(string text, int start, int length)
    {
        var after = start + length;
        return (after < text.Length && text[after] is '（' or '(') || (start > 0 && text[..start].TrimEnd('“', '"', '「') is var before
            && (before.EndsWith("简称", StringComparison.Ordinal) || before.EndsWith('（') || before.EndsWith('(')));
    }
}
