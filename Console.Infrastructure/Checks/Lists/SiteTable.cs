using GovAccountConsole.Domain.Posts.Checks;
using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Infrastructure.Checks.Lists;

/// <summary>The list of official sites as a table.</summary>
internal sealed class SiteTable() : ListTable<SiteRule>(
[
    new("kind", "类别", true), new("address", "网址或 AppID", true), new("name", "名称", true), new("source", "来源", true), new("from", "生效日期", false), new("until", "失效日期", false),
])
{
    private static readonly Dictionary<string, SiteKind> _kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["官网"] = SiteKind.Site, ["site"] = SiteKind.Site, ["小程序"] = SiteKind.MiniProgram, ["miniProgram"] = SiteKind.MiniProgram,
    };

    /// <inheritdoc/>
    public override string KeyOf(SiteRule rule) => $"{rule.Kind}|{rule.Address}";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Cells(SiteRule rule) =>
        [_kinds.First(kind => kind.Value == rule.Kind).Key, rule.Address, rule.Name, rule.Source, Said(rule.From), Said(rule.Until)];

    /// <inheritdoc/>
    protected override SiteRule Parse(Func<string, string> cell, List<Error> errors)
    {
        if (!_kinds.TryGetValue(cell("kind"), out var kind))
        {
            errors.Add(Error.NotAccepted("kind"));
        }

        var rule = new SiteRule(kind, SiteEntry.Tidy(cell("address")), cell("name"), cell("source"), Date("from", cell("from"), errors), Date("until", cell("until"), errors));
        errors.AddRange(SiteEntry.Check(rule));
        return rule;
    }
}
