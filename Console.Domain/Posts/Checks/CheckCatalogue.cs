using System.Collections.Frozen;

namespace GovAccountConsole.Domain.Posts.Checks;

/// <summary>All checks there are, as data. What a profile does not mention has the level given here.</summary>
public static class CheckCatalogue
{
    /// <summary>The groups that can say "fine", in the order shown.</summary>
    public static IReadOnlyList<string> Groups { get; } =
        ["limits", "covers", "pictures", "links", "personal", "words", "names", "dates", "facts", "sentences", "title"];

    /// <summary>Every check.</summary>
    public static IReadOnlyList<CheckRule> All { get; } =
    [
        Platform("title-missing", "limits"),
        Platform("title-too-long", "limits"),
        Platform("author-too-long", "limits"),
        Platform("digest-too-long", "limits"),
        Platform("body-too-long", "limits"),
        Platform("body-empty", "limits"),
        Platform("source-url", "limits"),
        Platform("cover-missing", "covers"),
        Platform("picture-foreign", "pictures"),
        new("media-expired", "pictures", "rights", CheckLevel.Must),
        new("digest-missing", "limits", "weixin", CheckLevel.Advice),
        new("link-outside", "links", "weixin", CheckLevel.Advice),
        new("link-mini-unlisted", "links", "list-sites", CheckLevel.Must),
        new("source-unlisted", "links", "list-sites", CheckLevel.Advice),
        new("link-dead", "links", "links", CheckLevel.Advice),
        new("personal-mobile", "personal", "pipl", CheckLevel.Must),
        new("personal-id-card", "personal", "pipl", CheckLevel.Must),
        new("personal-bank-card", "personal", "pipl", CheckLevel.Must),
        new("personal-landline-person", "personal", "pipl", CheckLevel.Must),
        new("personal-landline", "personal", "pipl", CheckLevel.Advice),
        new("personal-plate", "personal", "pipl", CheckLevel.Advice),
        new("personal-address", "personal", "pipl", CheckLevel.Advice),
        new("picture-notes", "personal", "pipl", CheckLevel.Advice),
        new("word-forbidden", "words", "list-words", CheckLevel.Must),
        new("word-typo", "words", "list-words", CheckLevel.Must),
        new("word-stock", "words", "plain", CheckLevel.Advice),
        new("stock-dense", "words", "plain", CheckLevel.Advice),
        new("term-unexplained", "words", "plain", CheckLevel.Advice),
        new("name-former", "names", "list-names", CheckLevel.Must),
        new("name-title", "names", "list-names", CheckLevel.Must),
        new("name-order", "names", "list-names", CheckLevel.Must),
        new("date-impossible", "dates", "plain", CheckLevel.Advice),
        new("date-weekday", "dates", "plain", CheckLevel.Must),
        new("date-relative", "dates", "plain", CheckLevel.Must),
        new("date-no-weekday", "dates", "plain", CheckLevel.Advice),
        new("time-ambiguous", "dates", "plain", CheckLevel.Advice),
        new("style-mixed", "dates", "plain", CheckLevel.Advice),
        new("template-fact", "facts", "template", CheckLevel.Must, IsFixed: true),
        new("notice-facts", "facts", "plain", CheckLevel.Advice),
        new("sentence-long", "sentences", "plain", CheckLevel.Advice),
        new("sentence-mean", "sentences", "plain", CheckLevel.Advice),
        new("sentence-share", "sentences", "plain", CheckLevel.Advice),
        new("clause-chain", "sentences", "plain", CheckLevel.Advice),
        new("particle-stack", "sentences", "plain", CheckLevel.Advice),
        new("rare-characters", "sentences", "plain", CheckLevel.Advice),
        new("title-long", "title", "plain", CheckLevel.Advice),
        new("title-bait", "title", "plain", CheckLevel.Advice),
    ];

    private static readonly FrozenDictionary<string, CheckRule> _byCode = All.ToFrozenDictionary(rule => rule.Code, StringComparer.Ordinal);

    /// <summary>The check of a code; null when there is none.</summary>
    public static CheckRule? Find(string code) => _byCode.GetValueOrDefault(code);

    private static CheckRule Platform(string code, string group) => new(code, group, "weixin", CheckLevel.Must, IsFixed: true);
}
