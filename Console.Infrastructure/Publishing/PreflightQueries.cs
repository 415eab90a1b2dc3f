using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Publishing;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Publishing;

/// <summary>发布前检查 of a post as shown.</summary>
/// <param name="LastRunAt">The last look; null before the first.</param>
/// <param name="NextAt">The next look; null when none is left.</param>
/// <param name="Findings">What was found: open first, then settled.</param>
public sealed record PreflightView(DateTimeOffset? LastRunAt, DateTimeOffset? NextAt, IReadOnlyList<PreflightFinding> Findings);

/// <summary>A scheduled post with an open finding.</summary>
/// <param name="PostId">The post.</param>
/// <param name="Title">Its title.</param>
/// <param name="AccountId">The account.</param>
/// <param name="AccountName">Its name.</param>
/// <param name="DueAt">Its slot.</param>
/// <param name="Worst">The finding that matters most.</param>
/// <param name="Count">How many are open.</param>
public sealed record PreflightTrouble(Guid PostId, string Title, Guid AccountId, string AccountName, DateTimeOffset DueAt, PreflightFinding Worst, int Count);

/// <summary>Reads what the looks before sending have found.</summary>
public sealed class PreflightQueries(Work work)
{
    /// <summary>Of one post; null when it is absent or out of scope.</summary>
    public Task<PreflightView?> OfPostAsync(Actor actor, Guid postId, CancellationToken token) => work.ReadAsync<PreflightView?>(actor, async (db, _) =>
    {
        if (!await db.Posts.AnyAsync(post => post.Id == postId, token)) return null;
        var row = await db.Preflights.Where(row => row.PostId == postId).OrderByDescending(row => row.DueAt).FirstOrDefaultAsync(token);
        return row is null ? new PreflightView(null, null, [])
            : new PreflightView(row.LastRunAt, row.NextAt, [.. row.Findings.OrderBy(finding => finding.IsOpen ? 0 : 1).ThenBy(finding => PreflightCauses.Stops(finding.Cause) ? 0 : 1)]);
    }, token);

    /// <summary>Which of these posts have an open finding.</summary>
    public Task<IReadOnlySet<Guid>> FlaggedAsync(Actor actor, IReadOnlyCollection<Guid> postIds, CancellationToken token) => work.ReadAsync<IReadOnlySet<Guid>>(actor, async (db, _) =>
        await Open(db).Where(row => postIds.Contains(row.PostId)).Select(row => row.PostId).ToHashSetAsync(token), token);

    /// <summary>Scheduled posts with open findings, the earliest slots first.</summary>
    /// <param name="actor">Who looks.</param>
    /// <param name="agency">Narrows to an agency and all below.</param>
    /// <param name="most">How many.</param>
    /// <param name="token">Ends the work early.</param>
    public Task<IReadOnlyList<PreflightTrouble>> TroublesAsync(Actor actor, Guid? agency, int most, CancellationToken token) => work.ReadAsync<IReadOnlyList<PreflightTrouble>>(actor, async (db, _) =>
    {
        var rows = await (from row in Open(db)
                          join post in db.Posts on row.PostId equals post.Id
                          join account in db.Accounts on post.AccountId equals account.Id
                          where agency == null || db.AgencyLineage.Any(line => line.AgencyId == row.AgencyId && line.AncestorId == agency)
                          orderby row.DueAt, row.PostId
                          select new { row.PostId, post.Title, post.AccountId, account.Name, row.DueAt, row.Findings }).Take(most).ToListAsync(token);
        return [.. rows.Select(row =>
        {
            var open = row.Findings.Where(finding => finding.IsOpen).OrderBy(finding => PreflightCauses.Stops(finding.Cause) ? 0 : 1).ToList();
            return new PreflightTrouble(row.PostId, row.Title, row.AccountId, row.Name, row.DueAt, open[0], open.Count);
        })];
    }, token);

    private static IQueryable<PostPreflight> Open(ConsoleDb db) => db.Preflights.Where(row => row.OpenCount > 0 && db.Posts.Any(post => post.Id == row.PostId && post.Status == PostStatus.Scheduled && post.PublishAt == row.DueAt));
}
