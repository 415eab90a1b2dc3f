namespace GovAccountConsole.Domain.Posts.Checks;

/// <summary>What the checks say about a post.</summary>
/// <param name="Findings">Everything found: open must before open advice before what was dismissed, in the order of the articles.</param>
/// <param name="Fine">Groups in which nothing is open and at least one check is on.</param>
/// <param name="Profile">Code of the rule profile.</param>
/// <param name="ProfileNumber">Version of it.</param>
/// <param name="WordsVersion">Version of the word list.</param>
/// <param name="NamesVersion">Version of the names list.</param>
public sealed record CheckReport(
    IReadOnlyList<CheckFinding> Findings, IReadOnlyList<string> Fine, string Profile, int ProfileNumber, int WordsVersion, int NamesVersion)
{
    /// <summary>Nothing looked at yet.</summary>
    public static CheckReport Empty { get; } = new([], [], CheckProfile.StrictestCode, 0, 0, 0);

    /// <summary>Characters of a sentence on average over all articles; 0 without sentences.</summary>
    public double MeanSentence { get; init; }

    /// <summary>Links of the post that can be tried.</summary>
    public int Links { get; init; }

    /// <summary>Links that opened when last tried.</summary>
    public int LinksAlive { get; init; }

    /// <summary>Whether links are tried at all; a closed network has nothing to try them with.</summary>
    public bool LinksTried { get; init; }

    /// <summary>How it reads among the account's recent texts; null with too few to compare.</summary>
    public ReadingBand? Band { get; init; }

    /// <summary>What must be dealt with before review.</summary>
    public IEnumerable<CheckFinding> Must => Findings.Where(finding => finding is { IsOpen: true, Weight: CheckWeight.Must });

    /// <summary>What would be better for the reader.</summary>
    public IEnumerable<CheckFinding> Advice => Findings.Where(finding => finding is { IsOpen: true, Weight: CheckWeight.Advice });

    /// <summary>What somebody called no problem here.</summary>
    public IEnumerable<CheckFinding> Dismissed => Findings.Where(finding => !finding.IsOpen);

    /// <summary>What keeps a post from review besides the platform's limits, which are refused with codes of their own.</summary>
    public IEnumerable<CheckFinding> Blocking => Must.Where(finding => CheckCatalogue.Find(finding.Code) is { IsFixed: false });
}
