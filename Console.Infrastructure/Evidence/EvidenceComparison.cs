using GovAccountConsole.Domain.Audit;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Infrastructure.Media;

namespace GovAccountConsole.Infrastructure.Evidence;

/// <summary>Compares what is stored now with what was approved, each in a way that does not trust the others.</summary>
internal static class EvidenceComparison
{
    /// <summary>The comparisons in the sheet's order.</summary>
    /// <param name="material">The rows.</param>
    /// <param name="stored">The bound pictures, with SHA-256 of the bytes stored now.</param>
    /// <param name="previous">Hashes of the entries before those of the post, by number.</param>
    public static IEnumerable<EvidenceCheck> Of(EvidenceMaterial material, IReadOnlyList<StoredPicture> stored, IReadOnlyDictionary<long, string?> previous) =>
    [
        All(EvidenceSubject.Text, material.Revisions.Select(revision => (revision.ContentHash, PostContent.HashOf(revision.Text)))),
        All(EvidenceSubject.Media, stored.Select(picture => (picture.Bound, picture.Found ?? "-"))),
        All(EvidenceSubject.Decisions, Approvals(material).Select(decision => (PostContent.HashOf(material.Revision.Text), decision.ContentHash))),
        People(material),
        All(EvidenceSubject.Publication, material.Publication is { } delivery ? [(PostContent.HashOf(material.Revision.Text), delivery.ContentHash)] : []),
        Records(material),
        Chain(material, previous),
    ];

    private static IReadOnlyList<Decision> Approvals(EvidenceMaterial material) =>
        [.. material.Review?.Decisions.Where(decision => decision.Kind == DecisionKind.Approve) ?? []];

    private static EvidenceCheck All(EvidenceSubject what, IEnumerable<(string Expected, string Found)> pairs)
    {
        var all = pairs.ToList();
        var bad = all.FindIndex(pair => !string.Equals(pair.Expected, pair.Found, StringComparison.Ordinal));
        return all.Count == 0 ? new EvidenceCheck(what, null, 0)
            : bad < 0 ? new EvidenceCheck(what, true, all.Count)
            : new EvidenceCheck(what, false, all.Count, all[bad].Expected, all[bad].Found);
    }

    private static EvidenceCheck People(EvidenceMaterial material)
    {
        var deciders = Approvals(material).SelectMany(decision => decision.People).ToList();
        var holds = deciders.Distinct().Count() == deciders.Count && !deciders.Exists(material.Post.IsWrittenBy);
        return new EvidenceCheck(EvidenceSubject.People, deciders.Count == 0 ? null : holds, deciders.Count);
    }

    private static EvidenceCheck Records(EvidenceMaterial material)
    {
        // Entries of the first version knew no revision; they cannot be compared.
        var told = material.Entries.Where(entry => entry.Action is "postApproved" or "postReturned" && entry.ContentHash != null)
            .Select(entry => Line(entry.ById, entry.At, entry.Revision ?? 0, entry.ContentHash!, entry.Detail)).ToHashSet(StringComparer.Ordinal);
        // For whom a substitute decided has an entry of its own: a name and the id.
        told.UnionWith(material.Entries.Where(entry => entry.Action == "postReviewedInPlace").Select(entry => InPlace(entry.ById, entry.At, entry.Detail?.Split(' ')[^1])));
        if (told.Count == 0)
        {
            return new EvidenceCheck(EvidenceSubject.Records, null, 0);
        }

        var decided = material.Reviews.SelectMany(review => review.Decisions)
            .Select(decision => Line(decision.ById, decision.At, decision.Revision, decision.ContentHash, decision.Comment)).ToHashSet(StringComparer.Ordinal);
        decided.UnionWith(material.Reviews.SelectMany(review => review.Decisions).Where(decision => decision.ForId != null)
            .Select(decision => InPlace(decision.ById, decision.At, decision.ForId.ToString())));
        var missing = told.Except(decided, StringComparer.Ordinal).FirstOrDefault();
        var extra = decided.Except(told, StringComparer.Ordinal).FirstOrDefault();
        return missing is null && extra is null
            ? new EvidenceCheck(EvidenceSubject.Records, true, told.Count)
            : new EvidenceCheck(EvidenceSubject.Records, false, told.Count, missing ?? "-", extra ?? "-");
    }

    private static string Line(Guid? by, DateTimeOffset at, int revision, string hash, string? words) =>
        FormattableString.Invariant($"{AuditSeal.Time(at)} {by} r{revision} {hash[..Math.Min(12, hash.Length)]} {words}").TrimEnd();

    private static string InPlace(Guid? by, DateTimeOffset at, string? absent) => $"{AuditSeal.Time(at)} {by} in place of {absent}";

    private static EvidenceCheck Chain(EvidenceMaterial material, IReadOnlyDictionary<long, string?> previous)
    {
        var links = material.Entries.Where(entry => entry.Sequence is not null).ToList();
        foreach (var entry in links)
        {
            var (sequence, linked) = (entry.Sequence!.Value, entry.PreviousHash ?? "-");
            var before = sequence == 1 ? AuditSeal.Start : previous.GetValueOrDefault(sequence - 1) ?? "-";
            if (!string.Equals(before, linked, StringComparison.Ordinal))
            {
                return new EvidenceCheck(EvidenceSubject.Chain, false, links.Count, before, linked);
            }

            if (AuditSeal.HashOf(sequence, linked, entry.Facts) is var hash && !string.Equals(hash, entry.Hash, StringComparison.Ordinal))
            {
                return new EvidenceCheck(EvidenceSubject.Chain, false, links.Count, entry.Hash, hash);
            }
        }

        return new EvidenceCheck(EvidenceSubject.Chain, links.Count == 0 ? null : true, links.Count);
    }
}
