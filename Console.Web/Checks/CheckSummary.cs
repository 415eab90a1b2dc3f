using GovAccountConsole.Domain.Posts.Checks;
using Microsoft.Extensions.Localization;

namespace GovAccountConsole.Web.Checks;

/// <summary>Says what is fine, in a few words for each group.</summary>
public static class CheckSummary
{
    /// <summary>One group that has nothing open.</summary>
    public static string Fine(string group, CheckReport report, IStringLocalizer<ChecksText> text) => group switch
    {
        "links" => Links(report, text),
        "sentences" when report.Band is { } band => text["Fine.band." + band.Word, band.Posts],
        _ => text["Fine." + group],
    };

    private static string Links(CheckReport report, IStringLocalizer<ChecksText> text) =>
        report.Links == 0 ? text["Fine.links.none"]
        : !report.LinksTried ? text["Fine.links.off"]
        : report.LinksAlive == report.Links ? text["Fine.links.all", report.Links]
        : text["Fine.links.some", report.Links, report.LinksAlive];
}
