using System.Net;
using System.Text.RegularExpressions;

namespace GovAccountConsole.Domain.Reviews;

/// <summary>The links of a body: their words look the same when only the target changes, so targets are compared on their own.</summary>
public static partial class ReadingLinks
{
    private const int MostLinks = 200;

    /// <summary>Links that are new, gone, or lead elsewhere now.</summary>
    public static IEnumerable<ComparedSetting> Changes(string before, string after)
    {
        var old = Of(before);
        var current = Of(after);
        var kept = old.Intersect(current).ToHashSet();
        var gone = old.Where(link => !kept.Contains(link)).ToList();
        foreach (var link in current.Where(link => !kept.Contains(link)))
        {
            var earlier = gone.FindIndex(other => other.Words == link.Words);
            if (earlier >= 0)
            {
                yield return new ComparedSetting("Setting.LinkChanged", [link.Words, gone[earlier].Target, link.Target]);
                gone.RemoveAt(earlier);
            }
            else
            {
                yield return new ComparedSetting("Setting.LinkNew", [link.Words, link.Target]);
            }
        }

        foreach (var link in gone)
        {
            yield return new ComparedSetting("Setting.LinkGone", [link.Words, link.Target]);
        }
    }

    private static List<(string Words, string Target)> Of(string html) =>
    [
        .. Link().Matches(html).Take(MostLinks).Select(match => (
            WebUtility.HtmlDecode(Tag().Replace(match.Groups["words"].Value, string.Empty)).Trim(), WebUtility.HtmlDecode(match.Groups["href"].Value))),
    ];

    [GeneratedRegex("""<a\b[^>]*?\shref\s*=\s*["']?(?<href>[^"'\s>]*)[^>]*>(?<words>.*?)</a>""", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Link();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 2000)]
    private static partial Regex Tag();
}
