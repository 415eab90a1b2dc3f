using System.Globalization;
using GovAccountConsole.Domain.Posts.Checks;
using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Infrastructure.Checks.Lists;

/// <summary>The names and titles list as a table: one row for each office of a person.</summary>
internal sealed class OfficeTable() : ListTable<OfficeRule>(
[
    new("name", "姓名", true), new("title", "职务", true), new("agency", "单位", false), new("rank", "排序", true), new("from", "任职日期", false), new("until", "离任日期", false),
    new("source", "来源", false),
])
{
    /// <inheritdoc/>
    public override string KeyOf(OfficeRule rule) => $"{rule.Name}|{rule.Title}";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Cells(OfficeRule rule) =>
        [rule.Name, rule.Title, rule.Agency, rule.Rank.ToString(CultureInfo.InvariantCulture), Said(rule.From), Said(rule.Until), rule.Source];

    /// <inheritdoc/>
    protected override OfficeRule Parse(Func<string, string> cell, List<Error> errors)
    {
        _ = int.TryParse(cell("rank"), NumberStyles.None, CultureInfo.InvariantCulture, out var rank);
        var rule = new OfficeRule(cell("name"), cell("title"), cell("agency"), rank, Date("from", cell("from"), errors), Date("until", cell("until"), errors), cell("source"));
        errors.AddRange(OfficeEntry.Check(rule));
        return rule;
    }
}
