namespace GovAccountConsole.Domain.Posts.Checks;

/// <summary>The thresholds of the plain-language counters (rules.md C4). Starting values, to be calibrated: data of a profile, never constants of a check.</summary>
public static class CheckLimits
{
    /// <summary>Characters of a sentence on average, at most.</summary>
    public const string MeanSentence = "meanSentence";

    /// <summary>Characters from which on a sentence is called long.</summary>
    public const string LongSentence = "longSentence";

    /// <summary>Share of long sentences, in per cent, at most.</summary>
    public const string LongShare = "longShare";

    /// <summary>Commas in one sentence, at most.</summary>
    public const string ClauseChain = "clauseChain";

    /// <summary>Share of rare characters, in per cent, at most.</summary>
    public const string RareShare = "rareShare";

    /// <summary>Stock phrases per 500 characters, at most.</summary>
    public const string StockPer500 = "stockPer500";

    /// <summary>的 in one noun phrase from which on it is too many.</summary>
    public const string Particles = "particles";

    /// <summary>Characters of a title, at most.</summary>
    public const string TitleLength = "titleLength";

    /// <summary>Characters at the beginning of a notice that must hold who, when, where, what and the telephone.</summary>
    public const string LeadCharacters = "leadCharacters";

    /// <summary>The starting values of rules.md C4.</summary>
    public static IReadOnlyDictionary<string, int> Defaults { get; } = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        [MeanSentence] = 25,
        [LongSentence] = 60,
        [LongShare] = 5,
        [ClauseChain] = 4,
        [RareShare] = 1,
        [StockPer500] = 3,
        [Particles] = 3,
        [TitleLength] = 30,
        [LeadCharacters] = 150,
    };
}
