using System.Globalization;

namespace GovAccountConsole.Domain.Posts.Checks;

/// <summary>How hard the sentences are: length, share of long ones, chains of clauses (rules.md C4). Advice to the writer, never a mark for a person.</summary>
internal sealed class SentenceCheck : IPostCheck
{
    private const int Named = 5;
    private const int EnoughForMean = 3;

    /// <summary>Characters of a sentence on average; 0 without sentences.</summary>
    public static double Mean(ArticleText text) => text.Sentences.Count == 0 ? 0 : text.Sentences.Average(sentence => sentence.Length);

    /// <inheritdoc/>
    public IEnumerable<CheckFinding> Look(CheckScene scene, ArticleText text)
    {
        var limit = scene.Profile.LimitOf(CheckLimits.LongSentence);
        var lengths = text.Sentences.Select(sentence => (Sentence: sentence, sentence.Length)).ToArray();
        var longOnes = lengths.Where(row => row.Length > limit).ToArray();
        foreach (var (sentence, length) in longOnes.Take(Named))
        {
            yield return text.At("sentence-long", sentence.Passage, sentence.Start, sentence.Text.Length, null, length, sentence.Passage.Paragraph + 1, limit);
        }

        var share = scene.Profile.LimitOf(CheckLimits.LongShare);
        if (longOnes.Length > 1 && longOnes.Length * 100 > share * lengths.Length)
        {
            yield return text.About("sentence-share", "body", longOnes.Length, lengths.Length, limit, share);
        }

        var mean = scene.Profile.LimitOf(CheckLimits.MeanSentence);
        if (lengths.Length >= EnoughForMean && lengths.Average(row => row.Length) is var average && average > mean)
        {
            yield return text.About("sentence-mean", "body", average.ToString("0", CultureInfo.InvariantCulture), mean);
        }

        var chain = scene.Profile.LimitOf(CheckLimits.ClauseChain);
        foreach (var (sentence, _) in lengths.Where(row => Commas(row.Sentence.Text) > chain).Take(Named))
        {
            yield return text.At("clause-chain", sentence.Passage, sentence.Start, sentence.Text.Length, null, Commas(sentence.Text), chain);
        }
    }

    private static int Commas(string text) => text.Count(letter => letter is '，' or ',');
}
