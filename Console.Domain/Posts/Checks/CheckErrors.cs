using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Domain.Posts.Checks;

/// <summary>Refusals about checks and their lists.</summary>
public static class CheckErrors
{
    /// <summary>Code of <see cref="Open"/>.</summary>
    public const string OpenCode = "checks-open";

    /// <summary>Entries in one list at most.</summary>
    public const int ListLimit = 20_000;

    /// <summary>A limit of the platform is no matter of opinion.</summary>
    public static readonly Error NotDismissable = new("check-not-dismissable", ErrorKind.Invalid, "code");

    /// <summary>The post has no such finding.</summary>
    public static readonly Error NoSuchFinding = new("check-not-found", ErrorKind.Invalid, "code");

    /// <summary>The entry is already in the list.</summary>
    public static readonly Error EntryTwice = new("entry-twice", ErrorKind.Invalid);

    /// <summary>The date is not written as 2026-11-28.</summary>
    public static readonly Error NoDate = new("entry-date", ErrorKind.Invalid);

    /// <summary>More entries than the list may hold.</summary>
    public static readonly Error ListFull = new("list-full", ErrorKind.Invalid, null, ListLimit);


    /// <summary>A finding that must be dealt with before review.</summary>
    public static Error Open(CheckFinding finding) => new(
        OpenCode, ErrorKind.Invalid, FieldOf(finding), finding.Words ?? finding.Code, finding.Code, finding.Article + 1);

    private static string FieldOf(CheckFinding finding) => FormattableString.Invariant($"articles[{finding.Article}].") + finding.Field switch
    {
        "title" or "author" or "digest" or "sourceUrl" => finding.Field,
        "cover" => "coverMediaId",
        _ => "contentHtml",
    };
}
