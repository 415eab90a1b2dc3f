namespace GovAccountConsole.Domain.Posts.Checks;

/// <summary>How a text reads among the account's own recent ones (rules.md C4). About a text, never about a person.</summary>
/// <param name="Word">easy, fair or hard.</param>
/// <param name="Posts">How many it was compared with.</param>
public sealed record ReadingBand(string Word, int Posts)
{
    /// <summary>How many are enough to compare with, and how many at most.</summary>
    public const int Least = 20, Most = 200;

    /// <summary>The band of a mean sentence length among earlier ones: the lower third reads easily, the upper third is hard. Null with too few.</summary>
    public static ReadingBand? Of(double mean, IReadOnlyCollection<double> earlier)
    {
        if (mean <= 0 || earlier.Count < Least)
        {
            return null;
        }

        var shorter = earlier.Count(other => other < mean);
        return new ReadingBand(shorter * 3 < earlier.Count ? "easy" : shorter * 3 <= earlier.Count * 2 ? "fair" : "hard", earlier.Count);
    }
}
