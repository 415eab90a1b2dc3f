using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Domain.Publishing;

/// <summary>发布前检查 of one delivery: when it is looked at next, and what was found so far. The row is the job (docs/decisions/0003).</summary>
public sealed class PostPreflight : IScoped
{
    private PostPreflight()
    {
    }

    /// <summary>Plans the looks of a delivery.</summary>
    public PostPreflight(Guid publicationId, Guid postId, Guid agencyId, DateTimeOffset dueAt, DateTimeOffset nextAt) =>
        (PublicationId, PostId, AgencyId, DueAt, NextAt) = (publicationId, postId, agencyId, dueAt, nextAt);

    /// <summary>The delivery; one row each.</summary>
    public Guid PublicationId { get; private set; }

    /// <summary>The post.</summary>
    public Guid PostId { get; private set; }

    /// <inheritdoc/>
    public Guid AgencyId { get; private set; }

    /// <summary>The slot that is looked ahead to, UTC; another slot starts the looks anew.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>When it is looked at next, UTC; null when no look is left.</summary>
    public DateTimeOffset? NextAt { get; private set; }

    /// <summary>When it was last looked at, UTC.</summary>
    public DateTimeOffset? LastRunAt { get; private set; }

    /// <summary>What was found, open and settled, in the order in which it was found.</summary>
    public IReadOnlyList<PreflightFinding> Findings { get; private set; } = [];

    /// <summary>How many findings are open.</summary>
    public int OpenCount { get; private set; }

    /// <summary>Until when a worker holds it.</summary>
    public DateTimeOffset? LeaseUntil { get; private set; }

    /// <summary>Fences off whoever held it before.</summary>
    public Guid? LeaseToken { get; private set; }

    /// <summary>Keeps what a look has found; answers what was not open before, to be told once.</summary>
    /// <param name="hits">What stands against the post now, each cause once.</param>
    /// <param name="now">UTC.</param>
    /// <param name="nextAt">The next look; null for none.</param>
    public IReadOnlyList<PreflightFinding> Take(IReadOnlyList<PreflightHit> hits, DateTimeOffset now, DateTimeOffset? nextAt)
    {
        var found = hits.ToDictionary(hit => hit.Cause);
        var kept = Findings.Select(finding =>
            !finding.IsOpen ? finding
            : found.Remove(finding.Cause, out var again) ? finding with { Args = again.Args }
            : finding with { SettledAt = now }).ToList();
        var fresh = hits.Where(hit => found.ContainsKey(hit.Cause)).Select(hit => new PreflightFinding(hit.Cause, hit.Args, now)).ToList();
        // What was settled before and came back stands once, as the newer.
        Findings = [.. kept.Where(finding => finding.IsOpen || !fresh.Exists(newer => newer.Cause == finding.Cause)), .. fresh];
        OpenCount = Findings.Count(finding => finding.IsOpen);
        (LastRunAt, NextAt, LeaseUntil, LeaseToken) = (now, nextAt, null, null);
        return fresh;
    }

    /// <summary>There is nothing to look ahead to any more: under way, done, or without a slot.</summary>
    public void Rest() => (NextAt, LeaseUntil, LeaseToken) = (null, null, null);

    /// <summary>Somebody wants to know now.</summary>
    public void Hasten(DateTimeOffset now) => NextAt = NextAt is { } next && next < now ? next : now;
}
