using System.Globalization;
using GovAccountConsole.Domain.Audit;
using GovAccountConsole.Infrastructure.Audit;

namespace GovAccountConsole.Web.Audit;

/// <summary>What the verifier prints, in both languages: it runs where no language was chosen, and is filed as it is.</summary>
public static class ChainSentences
{
    /// <summary>About the chain in the database.</summary>
    public static IEnumerable<string> Of(ChainReport report)
    {
        foreach (var line in report.Problem is { } problem ? Of(problem, report.Entries, null) : Good(report.Entries, report.Entries, report.HeadHash))
        {
            yield return line;
        }

        if (report.Unsealed > 0)
        {
            yield return Say($"{report.Unsealed} newer entries are not sealed yet (within a second while a console runs).");
            yield return Say($"另有 {report.Unsealed} 条新记录还没有封存（控制台运行时一秒内完成）。");
        }
    }

    /// <summary>About an export.</summary>
    public static IEnumerable<string> Of(AuditFileReport report)
    {
        foreach (var line in report.Problem is { } problem ? Of(problem, report.Entries, report.Line > 0 ? report.Line : null) : Good(report.Entries, report.Head.Last, report.Head.Head))
        {
            yield return line;
        }

        if (report.Problem is null && report.Head.First > 1)
        {
            yield return Say($"The file begins at entry {report.Head.First}; what lies before is not in it.");
            yield return Say($"文件从第 {report.Head.First} 条开始，更早的不在其中。");
        }

        if (report.Withheld > 0)
        {
            yield return Say($"{report.Withheld} of them are shown with their hashes only (outside the time or the scope of the export).");
            yield return Say($"其中 {report.Withheld} 条只有哈希、没有内容（不在导出的时间或权限范围内）。");
        }

        if (report.Problem is null && report.Beyond > 0)
        {
            yield return Say($"The noted head is there; {report.Beyond} entries follow it.");
            yield return Say($"记下的哈希在文件中，其后还有 {report.Beyond} 条。");
        }
    }

    private static IEnumerable<string> Good(long entries, long last, string? head)
    {
        yield return Say($"OK: {entries} entries, continuous and unchanged. Head: {last} {head ?? AuditSeal.Start}");
        yield return Say($"通过：{entries} 条记录连续、未改动。末条：{last} {head ?? AuditSeal.Start}");
    }

    private static IEnumerable<string> Of(ChainProblem problem, long good, long? line)
    {
        var (english, chinese) = problem.Fault switch
        {
            ChainFault.Changed => ("was changed: its content does not give its hash", "被改动：内容与哈希不符"),
            ChainFault.Missing => ("is not there: it was removed or moved", "不在原处：被删除或移走"),
            ChainFault.Inserted => ("does not belong here: it was inserted, repeated or moved", "不该在此处：插入、重复或移来的"),
            ChainFault.Unlinked => ("does not follow the entry before it: one of the two was exchanged", "与前一条接不上：两条中有一条被换过"),
            ChainFault.Unreadable => ("is expected here, but the line is no entry", "应在此处，但这一行不是记录"),
            ChainFault.CutOff => ("is not there: the end was cut off", "不在：末尾被截掉"),
            ChainFault.HeadDiffers => ("has another hash than was noted for it: the chain was written anew", "与记下的哈希不同：此处之前的链被重写过"),
            _ => ("speaks of a revision or decision that is no longer what it was", "所记的版本或审核意见已不是原样"),
        };
        var place = line is { } number ? Say($" (line {number})") : string.Empty;
        var placeInChinese = line is { } row ? Say($"（第 {row} 行）") : string.Empty;
        yield return Say($"BROKEN: entry {problem.Sequence}{place} {english}.");
        yield return Say($"不通过：第 {problem.Sequence} 条{placeInChinese}{chinese}。");
        yield return Say($"  expected 应为: {problem.Expected}");
        yield return Say($"  found 实为:    {problem.Found}");
        yield return Say($"{good} entries before it are continuous and unchanged. / 此前 {good} 条连续、未改动。");
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
