using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Domain.Posts.Checks;

/// <summary>A finding as it stood when a revision went to review.</summary>
/// <param name="Code">The check.</param>
/// <param name="Weight">Must or advice.</param>
/// <param name="Article">Index of the article, from 0.</param>
/// <param name="Field">Where.</param>
/// <param name="Words">The words, where there are such.</param>
/// <param name="Reason">Why it was no problem; null for an open piece of advice.</param>
/// <param name="By">Who said so.</param>
/// <param name="At">When he said so, UTC.</param>
public sealed record CheckLine(string Code, CheckWeight Weight, int Article, string Field, string? Words, string? Reason, string? By, DateTimeOffset? At);

/// <summary>What was checked when a revision went to review, by which version of which rules: for the evidence sheet. Never changed.</summary>
public sealed class CheckRecord : IScoped
{
    private const int LongestWords = 200;

    private CheckRecord()
    {
        ContentHash = Profile = string.Empty;
        Lines = [];
        Fine = [];
    }

    /// <summary>Takes down a report.</summary>
    public CheckRecord(Post post, CheckReport report, Guid? by, DateTimeOffset now)
    {
        PostId = post.Id;
        AgencyId = post.AgencyId;
        AccountId = post.AccountId;
        Revision = post.RevisionNumber;
        ContentHash = post.ContentHash;
        ById = by;
        At = now;
        Profile = report.Profile;
        ProfileNumber = report.ProfileNumber;
        WordsVersion = report.WordsVersion;
        NamesVersion = report.NamesVersion;
        MeanSentence = report.MeanSentence;
        Fine = report.Fine;
        Lines =
        [
            .. report.Findings.Select(finding => new CheckLine(
                finding.Code, finding.Weight, finding.Article, finding.Field, finding.Words is { Length: > LongestWords } words ? words[..LongestWords] : finding.Words,
                finding.Dismissal?.Reason, finding.Dismissal?.By, finding.Dismissal?.At)),
        ];
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The post.</summary>
    public Guid PostId { get; private set; }

    /// <inheritdoc/>
    public Guid AgencyId { get; private set; }

    /// <summary>The account; texts are compared with its earlier ones.</summary>
    public Guid AccountId { get; private set; }

    /// <summary>Number of the revision.</summary>
    public int Revision { get; private set; }

    /// <summary>SHA-256 of the revision.</summary>
    public string ContentHash { get; private set; }

    /// <summary>Who handed it to review.</summary>
    public Guid? ById { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Code of the rule profile.</summary>
    public string Profile { get; private set; }

    /// <summary>Version of it.</summary>
    public int ProfileNumber { get; private set; }

    /// <summary>Version of the word list.</summary>
    public int WordsVersion { get; private set; }

    /// <summary>Version of the names list.</summary>
    public int NamesVersion { get; private set; }

    /// <summary>Characters of a sentence on average.</summary>
    public double MeanSentence { get; private set; }

    /// <summary>Groups in which nothing was open.</summary>
    public IReadOnlyList<string> Fine { get; private set; }

    /// <summary>What was found.</summary>
    public IReadOnlyList<CheckLine> Lines { get; private set; }
}
