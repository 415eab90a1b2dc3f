using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Publishing;

namespace GovAccountConsole.Benchmarks.Chaos;

/// <summary>A post that was treated wrongly.</summary>
internal sealed record ChaosFinding(string What, ChaosRow Row, int Articles)
{
    public override string ToString() =>
        $"{What}: {Row.Post.Title} ({Row.Post.Channel}, account {Row.Post.Account}), {Articles} articles, delivery {Row.Status}, post {Row.PostStatus} {Row.Reason}: {Row.Steps}";
}

/// <summary>What became of the posts.</summary>
/// <param name="Published">Published, with their article.</param>
/// <param name="Failed">Certainly not sent, with a reason.</param>
/// <param name="ForAPerson">Outcome unknown, waiting for the administrator, or held: somebody was told.</param>
/// <param name="Findings">Everything that must not be.</param>
internal sealed record ChaosVerdict(int Published, int Failed, int ForAPerson, IReadOnlyList<ChaosFinding> Findings)
{
    public int Duplicates => Findings.Count(finding => finding.What == ChaosJudge.Duplicate);

    public int Lost => Findings.Count(finding => finding.What == ChaosJudge.Lost);
}

/// <summary>Compares what citizens see with what the console says.</summary>
internal static class ChaosJudge
{
    public const string Duplicate = "sent twice";
    public const string Lost = "lost: nobody looks at it and nobody was told";
    public const string NotAtRest = "not at rest in time";
    public const string Empty = "published without an article";
    public const string Denied = "failed although citizens have it";
    public const string Silent = "stopped without a reason";
    public const string Elsewhere = "on another account or channel";
    public const string Stale = "sent though it came too late";
    public const string TwoStories = "the post says something else than its delivery";

    public static ChaosVerdict Judge(IReadOnlyList<ChaosRow> rows, IReadOnlyList<ChaosArticle> articles)
    {
        var seen = articles.ToLookup(article => article.Title, StringComparer.Ordinal);
        var findings = rows.SelectMany(row => Wrongs(row, [.. seen[row.Post.Title]]).Select(what => new ChaosFinding(what, row, seen[row.Post.Title].Count()))).ToList();
        return new(Count(PublicationStatus.Published), Count(PublicationStatus.Failed), rows.Count(WaitsForAPerson), findings);

        int Count(PublicationStatus status) => rows.Count(row => row.Status == status);
    }

    private static IEnumerable<string> Wrongs(ChaosRow row, IReadOnlyList<ChaosArticle> articles)
    {
        if (articles.Count > 1)
            yield return Duplicate;
        if (articles.Any(article => article.Account != row.Post.Account || article.IsPush != (row.Post.Channel == Channel.MassSend)))
            yield return Elsewhere;
        if (row.Post.IsStale && articles.Count > 0)
            yield return Stale;
        switch (row.Status)
        {
            case PublicationStatus.Published when articles.Count == 0:
                yield return Empty;
                break;
            case PublicationStatus.Failed when articles.Count > 0:
                yield return Denied;
                break;
            case PublicationStatus.Failed when row.Reason is null:
                yield return Silent;
                break;
            case PublicationStatus.Published or PublicationStatus.Failed:
                break;
            default:
                if (!WaitsForAPerson(row))
                    yield return row.WillBeLookedAt ? NotAtRest : Lost;
                break;
        }

        if (row.Status is { } status && Expected(status) is { } expected && row.PostStatus != expected)
            yield return TwoStories;
    }

    private static bool WaitsForAPerson(ChaosRow row) => row.Reason is not null
        && (row.Status is PublicationStatus.Unconfirmed or PublicationStatus.AwaitingAdmin || row is { Status: PublicationStatus.Waiting, WillBeLookedAt: false });

    private static PostStatus? Expected(PublicationStatus status) => status switch
    {
        PublicationStatus.Published => PostStatus.Published,
        PublicationStatus.Failed => PostStatus.Failed,
        PublicationStatus.Unconfirmed => PostStatus.Unconfirmed,
        PublicationStatus.AwaitingAdmin => PostStatus.AwaitingAdmin,
        _ => null,
    };
}
