using System.Globalization;
using GovAccountConsole.Domain.Posts.Checks;
using GovAccountConsole.Web.Components.Shared;
using Microsoft.Extensions.Localization;

namespace GovAccountConsole.Web.Checks;

/// <summary>Says findings in the reader's language: what, why, where, by which source, and what a click would do.</summary>
public static class CheckWording
{
    private const int LongestFix = 14;

    /// <summary>What was found.</summary>
    public static string Title(CheckFinding finding, IStringLocalizer<ChecksText> text, IStringLocalizer<CommonText> words) =>
        text["Check." + finding.Code, Args(finding, text, words)];

    /// <summary>Why it matters: the words of the list's entry where one is behind it.</summary>
    public static string Why(CheckFinding finding, IStringLocalizer<ChecksText> text, IStringLocalizer<CommonText> words)
    {
        var why = text[$"Check.{finding.Code}.Why", Args(finding, text, words)].Value;
        return finding.Entry is { List: "words", Reason.Length: > 0 } entry ? entry.Reason : why;
    }

    /// <summary>Where: field and paragraph.</summary>
    public static string Place(CheckFinding finding, IStringLocalizer<ChecksText> text) =>
        finding is { Field: "body", Paragraph: >= 0 } ? text["Place.paragraph", finding.Paragraph + 1] : text["Place." + finding.Field];

    /// <summary>By which document, platform rule or list entry with its date.</summary>
    public static string Source(CheckFinding finding, IStringLocalizer<ChecksText> text)
    {
        if (finding.Entry is not { } entry)
        {
            return text["Source." + (CheckCatalogue.Find(finding.Code)?.Source ?? "plain")];
        }

        var list = text["Source.list-" + entry.List, entry.Version].Value;
        if (entry.From is { } from)
        {
            list = text["Source.since", list, from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)];
        }

        return entry.Source.Length == 0 ? list : text["Source.entry", entry.Source, list];
    }

    /// <summary>What the one click would do; null when only a person can mend it.</summary>
    public static string? Fix(CheckFinding finding, IStringLocalizer<ChecksText> text) => finding switch
    {
        { Code: "cover-missing" } => text["ChooseCover"].Value,
        { Fix: { Length: > 0 } by } => text["ChangeTo", by.Length <= LongestFix ? by : by[..LongestFix] + "…"].Value,
        { Fix: not null, Words: not null, Code: "word-stock" } => text["DeleteSentence"].Value,
        { Fix: not null, Words: not null } => text["Delete"].Value,
        { Field: "body" or "title" or "digest", Words: not null } when finding.Code.StartsWith("personal-", StringComparison.Ordinal) => text["Delete"].Value,
        _ => null,
    };

    private static object[] Args(CheckFinding finding, IStringLocalizer<ChecksText> text, IStringLocalizer<CommonText> words) =>
    [
        .. finding.Args.Select(arg => arg switch
        {
            CheckWords named => string.Join(words["Comma"], named.Keys.Select(key => text["Word." + key].Value)),
            DateTimeOffset at => TimeWords.Full(at, words),
            _ => arg,
        }),
    ];
}
