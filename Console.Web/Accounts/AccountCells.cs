using System.Globalization;
using System.Text;
using GovAccountConsole.Domain.Planning;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Accounts;
using GovAccountConsole.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace GovAccountConsole.Web.Accounts;

/// <summary>Cells of the matrix table as one piece of markup each: fifty rows of components would cost each open page half a megabyte.</summary>
public static class AccountCells
{
    /// <summary>Silence after which an account fails inspection outright, in days (国办秘函〔2019〕19号).</summary>
    private const int SilenceLimit = 14;

    /// <summary>AppIDs are no secret, yet whole ones invite mistakes when copied from a screen: first and last four characters.</summary>
    public static string Masked(string appId) => appId.Length > 10 ? $"{appId[..4]}****{appId[^4..]}" : appId;

    /// <summary>The last 28 days: a bar for a day with a post. Built from figures only.</summary>
    public static MarkupString Cadence(IReadOnlyList<bool> days, IStringLocalizer<CommonText> words)
    {
        var bars = new StringBuilder(days.Count * 20);
        for (var index = 0; index < days.Count; index++)
        {
            bars.Append((days[index], index == days.Count - 1) switch { (true, true) => "<i class=\"on today\"></i>", (true, _) => "<i class=\"on\"></i>", (_, true) => "<i class=\"today\"></i>", _ => "<i></i>" });
        }

        var spoken = System.Net.WebUtility.HtmlEncode(words["Cadence.Spoken", days.Count, days.Count(day => day)].Value);
        return new MarkupString($"<span class=\"gac-cadence\" role=\"img\" aria-label=\"{spoken}\" title=\"{spoken}\">{bars}</span>");
    }

    /// <summary>What is left of the quota: words for a day, pips for a month.</summary>
    public static MarkupString Quota(QuotaView quota, IStringLocalizer<AccountsText> words, IStringLocalizer<CommonText> common)
    {
        var left = Math.Max(0, quota.Limit - quota.Used);
        if (quota.Period == QuotaPeriod.Day || quota.Limit > 12)
        {
            return new MarkupString(Span(left == 0 ? words["Quota.DayNone"].Value : words["Quota.DayLeft", left].Value, left == 0 ? "gac-ink3" : null));
        }

        var pips = string.Concat(Enumerable.Range(0, quota.Limit).Select(pip => pip < quota.Used ? "<i class=\"used\"></i>" : "<i></i>"));
        var spoken = System.Net.WebUtility.HtmlEncode(common["Quota.Spoken", quota.Limit, quota.Used, 0, left].Value);
        return new MarkupString($"<span class=\"gac-quota\" role=\"img\" aria-label=\"{spoken}\">{pips}{Span(left == 0 ? common["Quota.None"].Value : common["Quota.Left", left].Value, left == 0 ? "gac-amber" : null)}</span>");
    }

    /// <summary>Colour of the last post: amber near the fourteen days, red on their last two.</summary>
    public static string? SilenceCss(DateTimeOffset? last, DateTimeOffset now) => last is not { } at ? "gac-ink3"
        : (BusinessTime.DayOf(now).DayNumber - BusinessTime.DayOf(at).DayNumber) switch { >= SilenceLimit - 1 => "gac-red gac-600", >= SilenceLimit - 3 => "gac-amber gac-600", _ => null };

    private static string Span(string text, string? css) => string.Create(CultureInfo.InvariantCulture, $"<span class=\"{css}\">{System.Net.WebUtility.HtmlEncode(text)}</span>");
}
