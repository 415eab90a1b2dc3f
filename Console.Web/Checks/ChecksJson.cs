using GovAccountConsole.Domain.Posts.Checks;
using GovAccountConsole.Web.Components.Shared;
using Microsoft.Extensions.Localization;

namespace GovAccountConsole.Web.Checks;

/// <summary>A dismissal on the wire.</summary>
public sealed record DismissalJson(Guid Id, string Reason, string By, DateTimeOffset At);

/// <summary>A finding on the wire, worded in the caller's language.</summary>
public sealed record FindingJson(
    string Code, CheckWeight Weight, int Article, string Field, int? Paragraph, int Offset, string? Words, string Title, string Reason, string Source, string? Fix, bool Dismissable,
    DismissalJson? Dismissal);

/// <summary>What the checks say about a post, on the wire.</summary>
public sealed record ChecksJson(
    IReadOnlyList<FindingJson> Items, IReadOnlyList<string> Fine, int Must, int Advice, int Dismissed, string Profile, int ProfileVersion, int WordsVersion, int NamesVersion)
{
    /// <summary>Words a report.</summary>
    public static ChecksJson Of(CheckReport report, IStringLocalizer<ChecksText> text, IStringLocalizer<CommonText> words) => new(
        [
            .. report.Findings.Select(finding => new FindingJson(
                finding.Code, finding.Weight, finding.Article, finding.Field, finding.Paragraph < 0 ? null : finding.Paragraph + 1, finding.Offset, finding.Words,
                CheckWording.Title(finding, text, words), CheckWording.Why(finding, text, words), CheckWording.Source(finding, text), finding.Fix, PostChecks.IsDismissable(finding.Code),
                finding.Dismissal is { } note ? new DismissalJson(note.Id, note.Reason, note.By, note.At) : null)),
        ],
        report.Fine, report.Must.Count(), report.Advice.Count(), report.Dismissed.Count(), report.Profile, report.ProfileNumber, report.WordsVersion, report.NamesVersion);
}
