using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace GovAccountConsole.Domain.Posts.Checks;

/// <summary>How much a finding weighs.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CheckWeight>))]
public enum CheckWeight
{
    /// <summary>必须处理: the platform refuses it, or citizens would be hurt.</summary>
    Must,

    /// <summary>建议: better for the reader.</summary>
    Advice,
}

/// <summary>The entry of a maintained list that produced a finding.</summary>
/// <param name="Reason">Why, in the words of whoever maintains the list.</param>
/// <param name="Source">Where the entry comes from: document number, dictionary, own decision.</param>
/// <param name="From">Since when it holds; null: always.</param>
/// <param name="List">words, names or templates.</param>
/// <param name="Version">Version of that list.</param>
public sealed record ListEntryNote(string Reason, string Source, DateOnly? From, string List, int Version);

/// <summary>Somebody's word that a finding is no problem in this post.</summary>
/// <param name="Id">Which dismissal.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">Who.</param>
/// <param name="At">When, UTC.</param>
public sealed record DismissalNote(Guid Id, string Reason, string By, DateTimeOffset At);

/// <summary>One thing to look at before a post goes to review (检查).</summary>
/// <param name="Code">Stable code, key of the sentences in both languages; see <see cref="CheckCatalogue"/>.</param>
/// <param name="Weight">Must or advice, as the rule profile says.</param>
/// <param name="Article">Index of the article, from 0.</param>
/// <param name="Field">title, author, digest, cover, body, picture or sourceUrl.</param>
/// <param name="Words">The very words in the text, where there are such.</param>
/// <param name="Args">Values for the sentence.</param>
public sealed record CheckFinding(string Code, CheckWeight Weight, int Article, string Field, string? Words = null, params IReadOnlyList<object> Args)
{
    /// <summary>Which paragraph of the body, from 0; -1 where there is none.</summary>
    public int Paragraph { get; init; } = -1;

    /// <summary>Characters before the words within the paragraph.</summary>
    public int Offset { get; init; }

    /// <summary>How often the same words stand before this place in the field: leads the editor to exactly this one.</summary>
    public int Occurrence { get; init; }

    /// <summary>What to put in the place of <see cref="Words"/>; empty removes them, null means a person must decide.</summary>
    public string? Fix { get; init; }

    /// <summary>The picture it is about.</summary>
    public Guid? Picture { get; init; }

    /// <summary>The entry of a maintained list behind it.</summary>
    public ListEntryNote? Entry { get; init; }

    /// <summary>Set when somebody said that this is no problem here.</summary>
    public DismissalNote? Dismissal { get; init; }

    /// <summary>Whether it still waits for somebody.</summary>
    public bool IsOpen => Dismissal is null;

    /// <summary>
    /// The place in a short form that survives changes elsewhere: code and words, or for a finding without words the code, article and measured
    /// values. A dismissal holds for as long as some finding has this print.
    /// </summary>
    public string Print
    {
        get
        {
            var place = Words is null
                ? string.Create(CultureInfo.InvariantCulture, $"{Code}|{Article}|{Field}|{Picture}|{string.Join(',', Args)}")
                : $"{Code}|{Field}|{Picture}|{Words}";
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(place)).AsSpan(0, 12));
        }
    }
}
