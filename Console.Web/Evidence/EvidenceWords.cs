using System.Globalization;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Evidence;
using GovAccountConsole.Web.Components.Shared;
using GovAccountConsole.Web.Reviews;
using Microsoft.Extensions.Localization;

namespace GovAccountConsole.Web.Evidence;

/// <summary>How the sheet says things: times in full, steps and gates in the reader's language, codes where a word is missing.</summary>
public static class EvidenceWords
{
    /// <summary>A time to the second, for paper; a dash for an open side.</summary>
    public static string Time(DateTimeOffset? at, IStringLocalizer<CommonText> words) =>
        at is { } given ? BusinessTime.ToShanghai(given).ToString(words["Time.YearMonthDay"].Value + " HH:mm:ss", CultureInfo.CurrentCulture) : words["None"];

    /// <summary>The number printed on the sheet: post and revision.</summary>
    public static string Number(EvidenceSheet sheet) => string.Create(CultureInfo.InvariantCulture, $"{sheet.PostId.ToString("N")[^12..]}-{sheet.Revision}");

    /// <summary>A step's name: the three usual ones in the reader's language, a department's own word as it is.</summary>
    public static string Step(string name, IStringLocalizer<CommonText> words) => name switch
    {
        "初审" => words["Step.First"],
        "复审" => words["Step.Second"],
        "终审" => words["Step.Final"],
        ReviewPlan.EmergencyStep => words["Step.Emergency"],
        _ => name,
    };

    /// <summary>An entry of a checklist.</summary>
    public static string Gate(string code, IStringLocalizer<EvidenceText> text) => text["Gate." + code] is { ResourceNotFound: false } word ? word.Value : code;

    /// <summary>A reason for a return.</summary>
    public static string Reason(string code, IStringLocalizer<ReviewsText> text) => text["Reason." + code] is { ResourceNotFound: false } word ? word.Value : code;

    /// <summary>Who approved the revision at which step, in one line.</summary>
    public static string Approvers(EvidenceSheet sheet, IStringLocalizer<EvidenceText> text, IStringLocalizer<CommonText> words) =>
        sheet.Rounds is [.., { Revision: var revision } last] && revision == sheet.Revision && last.Decisions.Where(row => row.Kind == DecisionKind.Approve).ToList() is { Count: > 0 } approvals
            ? string.Join(words["Comma"], approvals.Select(row => text["Approver", Step(row.StepName, words), row.By.Name].Value))
            : text["Approver.None"];
}
