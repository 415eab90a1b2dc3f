using System.Text.Json.Serialization;

namespace GovAccountConsole.Domain.Posts.Checks;

/// <summary>What kind of word an entry of the word list is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WordKind>))]
public enum WordKind
{
    /// <summary>错别字: a wrong form with its right one.</summary>
    Typo,

    /// <summary>禁用词: must not be said at all, or not in this form.</summary>
    Forbidden,

    /// <summary>套话: says nothing to citizens; with a plain replacement where there is one (官样文章).</summary>
    Stock,

    /// <summary>术语和缩略语: must be explained at its first use; the right form is the explanation.</summary>
    Term,

    /// <summary>标题党: frightens or lures in a title (震惊 …).</summary>
    Bait,

    /// <summary>通用缩写: an abbreviation everybody knows; it needs no explanation.</summary>
    Known,
}

/// <summary>An entry of the word list.</summary>
/// <param name="Kind">What kind of word.</param>
/// <param name="Wrong">The words to look for.</param>
/// <param name="Right">What to write instead; null: a person must decide, empty: leave it out.</param>
/// <param name="Level">At most this level, whatever the profile says.</param>
/// <param name="Reason">Why.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="From">Holds from this day on.</param>
/// <param name="Until">Holds until this day, inclusive.</param>
public sealed record WordRule(WordKind Kind, string Wrong, string? Right, CheckLevel Level, string Reason, string Source, DateOnly? From = null, DateOnly? Until = null)
{
    /// <summary>Whether it holds on a day.</summary>
    public bool HoldsOn(DateOnly day) => !(From > day) && !(Until < day);
}

/// <summary>One version of the word list, ready to be looked up.</summary>
public sealed class WordBook
{
    private readonly PhraseMatcher<WordRule> _matcher;
    private readonly HashSet<string> _known;

    /// <summary>Compiles a version of the list.</summary>
    public WordBook(int version, IEnumerable<WordRule> rules)
    {
        Version = version;
        var all = rules.ToArray();
        Count = all.Length;
        _known = [.. all.Where(rule => rule.Kind == WordKind.Known).Select(rule => rule.Wrong)];
        _matcher = new(all.Where(rule => rule.Kind != WordKind.Known).Select(rule => (rule.Wrong, rule)));
    }

    /// <summary>No words.</summary>
    public static WordBook Empty { get; } = new(0, []);

    /// <summary>Version of the list.</summary>
    public int Version { get; }

    /// <summary>Number of entries.</summary>
    public int Count { get; }

    /// <summary>Whether an abbreviation needs no explanation.</summary>
    public bool Knows(string abbreviation) => _known.Contains(abbreviation);

    /// <summary>
    /// The entries that hold on a day and stand in a text. Of entries of one kind that overlap, the longer one counts; words that are already part
    /// of the right form are no hit.
    /// </summary>
    public IReadOnlyList<(int Start, int Length, WordRule Rule)> In(string text, DateOnly day)
    {
        List<(int Start, int Length, WordRule Rule)>? hits = null;
        foreach (var hit in _matcher.In(text))
        {
            if (hit.Value.HoldsOn(day) && !IsRightAlready(text, hit.Start, hit.Value))
            {
                (hits ??= []).Add((hit.Start, hit.Length, hit.Value));
            }
        }

        return hits is null ? [] : Longest(hits);
    }

    private static List<(int Start, int Length, WordRule Rule)> Longest(List<(int Start, int Length, WordRule Rule)> hits)
    {
        var kept = new List<(int Start, int Length, WordRule Rule)>(hits.Count);
        foreach (var kind in hits.GroupBy(hit => hit.Rule.Kind))
        {
            var end = 0;
            foreach (var hit in kind.OrderBy(hit => hit.Start).ThenByDescending(hit => hit.Length))
            {
                if (hit.Start >= end)
                {
                    kept.Add(hit);
                    end = hit.Start + hit.Length;
                }
            }
        }

        kept.Sort((left, right) => left.Start.CompareTo(right.Start));
        return kept;
    }

    private static bool IsRightAlready(string text, int start, WordRule rule)
    {
        if (rule.Right is not { Length: > 0 } right || right.Length <= rule.Wrong.Length)
        {
            return false;
        }

        for (var within = right.IndexOf(rule.Wrong, StringComparison.Ordinal); within >= 0; within = right.IndexOf(rule.Wrong, within + 1, StringComparison.Ordinal))
        {
            var from = start - within;
            if (from >= 0 && from + right.Length <= text.Length && text.AsSpan(from, right.Length).SequenceEqual(right))
            {
                return true;
            }
        }

        return false;
    }
}
