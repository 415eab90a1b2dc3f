using GovAccountConsole.Domain.Posts.Checks;
using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Infrastructure.Checks.Lists;

/// <summary>The word list as a table.</summary>
internal sealed class WordTable() : ListTable<WordRule>(
[
    new("wrong", "要找的词", true), new("right", "改成", false), new("kind", "类别", true), new("level", "程度", false), new("reason", "理由", false), new("source", "来源", true),
    new("from", "生效日期", false), new("until", "失效日期", false),
])
{
    // An empty cell means that a person must decide; this means that the words go.
    private const string Delete = "（删去）";

    private static readonly Dictionary<string, WordKind> _kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["错别字"] = WordKind.Typo, ["typo"] = WordKind.Typo,
        ["禁用词"] = WordKind.Forbidden, ["forbidden"] = WordKind.Forbidden,
        ["套话"] = WordKind.Stock, ["stock"] = WordKind.Stock,
        ["术语"] = WordKind.Term, ["term"] = WordKind.Term,
        ["标题词"] = WordKind.Bait, ["bait"] = WordKind.Bait,
        ["通用缩写"] = WordKind.Known, ["known"] = WordKind.Known,
    };

    private static readonly Dictionary<string, CheckLevel> _levels = new(StringComparer.OrdinalIgnoreCase)
    {
        ["必须处理"] = CheckLevel.Must, ["必须"] = CheckLevel.Must, ["must"] = CheckLevel.Must,
        ["建议"] = CheckLevel.Advice, ["advice"] = CheckLevel.Advice, [string.Empty] = CheckLevel.Advice,
    };

    /// <inheritdoc/>
    public override string KeyOf(WordRule rule) => $"{rule.Kind}|{rule.Wrong}";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Cells(WordRule rule) =>
    [
        rule.Wrong, rule.Right switch { null => string.Empty, "" => Delete, var right => right }, _kinds.First(kind => kind.Value == rule.Kind).Key,
        _levels.First(level => level.Value == rule.Level).Key, rule.Reason, rule.Source, Said(rule.From), Said(rule.Until),
    ];

    /// <inheritdoc/>
    protected override WordRule Parse(Func<string, string> cell, List<Error> errors)
    {
        if (!_kinds.TryGetValue(cell("kind"), out var kind))
        {
            errors.Add(Error.NotAccepted("kind"));
        }

        if (!_levels.TryGetValue(cell("level"), out var level))
        {
            errors.Add(Error.NotAccepted("level"));
            level = CheckLevel.Advice;
        }

        var right = cell("right") switch { "" => null, Delete => string.Empty, var text => text };
        var rule = new WordRule(kind, cell("wrong"), right, level, cell("reason"), cell("source"), Date("from", cell("from"), errors), Date("until", cell("until"), errors));
        errors.AddRange(WordEntry.Check(rule));
        return rule;
    }
}
