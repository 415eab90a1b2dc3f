using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Emergencies;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Posts;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Emergencies;

/// <summary>Who is named, what waits for a follow-up, how often the lane was used.</summary>
public sealed class EmergencyQueries(Work work, TimeProvider time)
{
    private const int Most = 200;

    /// <summary>Namings within scope, newest first.</summary>
    public Task<IReadOnlyList<DesignationRow>> DesignationsAsync(Actor actor, CancellationToken token) =>
        work.ReadAsync(actor, async (db, current) => await RowsAsync(db, current, await db.Set<EmergencyDesignation>().OrderByDescending(row => row.Id).Take(Most).ToListAsync(token), token), token);

    /// <summary>One naming; null when absent or out of scope.</summary>
    public Task<DesignationRow?> DesignationAsync(Actor actor, Guid id, CancellationToken token) =>
        work.ReadAsync(actor, async (db, current) => (await RowsAsync(db, current, await db.Set<EmergencyDesignation>().Where(row => row.Id == id).ToListAsync(token), token)).SingleOrDefault(), token);

    /// <summary>Who can be named for an agency.</summary>
    public Task<IReadOnlyList<PersonName>> CandidatesAsync(Actor actor, Guid agencyId, CancellationToken token) => work.ReadAsync<IReadOnlyList<PersonName>>(actor, async (db, current) =>
    {
        var lineage = await db.AgencyLineage.Where(line => line.AgencyId == agencyId).Select(line => line.AncestorId).ToListAsync(token);
        return current.Can(Permission.ManageRules, lineage)
            ? await EmergencyPeople.Of(db, agencyId).OrderBy(person => person.Name).Take(Most).Select(person => new PersonName(person.Id, person.Name)).ToListAsync(token)
            : [];
    }, token);

    /// <summary>Whether the person may send this post into the short chain now.</summary>
    public Task<bool> MayDeclareAsync(Actor actor, Guid postId, CancellationToken token) => work.ReadAsync(actor, async (db, current) =>
        current.Id is { } person && await db.Posts.SingleOrDefaultAsync(post => post.Id == postId, token) is { Emergency: null } post
        && (PostTransitions.Allow(PostAction.Submit, post.Status) || post.Status == PostStatus.InReview)
        && current.Can(Permission.WritePosts, await db.AgencyLineage.Where(line => line.AgencyId == post.AgencyId).Select(line => line.AncestorId).ToListAsync(token))
        && await db.IsDesignatedAsync(person, post.AgencyId, time.GetUtcNow(), token), token);

    /// <summary>Follow-ups that wait for me, soonest first.</summary>
    public Task<IReadOnlyList<FollowUpRow>> WaitingAsync(Actor actor, CancellationToken token) => work.ReadAsync<IReadOnlyList<FollowUpRow>>(actor, async (db, current) =>
    {
        var mine = await MineAsync(db, current, token);
        if (mine.Count == 0)
        {
            return [];
        }

        var ids = mine.Select(row => row.PostId).ToArray();
        var posts = await db.Posts.Include(post => post.Review).AsSplitQuery().Where(post => ids.Contains(post.Id)).ToDictionaryAsync(post => post.Id, token);
        var facts = await EmergencyFacts.LoadAsync(db, mine.Select(row => posts[row.PostId]), token);
        var rows = (await PostNames.AddAsync(db, [.. mine.Select(row => posts[row.PostId]).Select(PostFiltering.ToRow)], token)).ToDictionary(row => row.Id);
        return [.. mine.Select(row => rows[row.PostId]).Select(row => new FollowUpRow(row.Id, row.Title, row.AccountName, row.AgencyId, row.AgencyName, row.Revision, posts[row.Id].ContentHash, facts[row.Id]))];
    }, token);

    /// <summary>Whether the person may decide the follow-up of this post, or why not; null code and false when there is none.</summary>
    public Task<(bool May, string? Refusal)> MayDecideAsync(Actor actor, Guid postId, CancellationToken token) => work.ReadAsync<(bool, string?)>(actor, async (db, current) =>
    {
        var row = await db.Set<FollowUpReview>().Where(item => item.PostId == postId).OrderByDescending(item => item.OpenedAt).FirstOrDefaultAsync(token);
        var post = row is null ? null : await db.Posts.Include(item => item.Review).AsSplitQuery().SingleOrDefaultAsync(item => item.Id == postId, token);
        if (row is null || post is null)
        {
            return (false, null);
        }

        var refusal = row.Refusal(post, current, await db.AgencyLineage.Where(line => line.AgencyId == row.AgencyId).Select(line => line.AncestorId).ToListAsync(token));
        return (refusal is null, refusal?.Code);
    }, token);

    /// <summary>The share of each agency within scope: only those that used the lane, or owe a follow-up.</summary>
    public Task<IReadOnlyDictionary<Guid, EmergencyShare>> SharesAsync(Actor actor, DateTimeOffset from, DateTimeOffset to, CancellationToken token) =>
        work.ReadAsync<IReadOnlyDictionary<Guid, EmergencyShare>>(actor, async (db, _) =>
        {
            var now = time.GetUtcNow();
            var sent = await db.Posts.Where(post => post.PublishedAt >= from && post.PublishedAt < to).GroupBy(post => post.AgencyId)
                .Select(group => new { group.Key, All = group.Count(), Emergency = group.Count(post => post.Emergency != null) }).ToListAsync(token);
            var overdue = await db.Set<FollowUpReview>().Where(row => row.Status == FollowUpStatus.Open && row.DueAt <= now
                    && db.Posts.Any(post => post.Id == row.PostId && post.Emergency != null && post.Review!.Id == row.ReviewId))
                .GroupBy(row => row.AgencyId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, token);
            var published = sent.ToDictionary(row => row.Key, row => (row.All, row.Emergency));
            return published.Keys.Union(overdue.Keys).ToDictionary(
                id => id, id => new EmergencyShare(published.GetValueOrDefault(id).All, published.GetValueOrDefault(id).Emergency, overdue.GetValueOrDefault(id)));
        }, token);

    /// <summary>The open follow-ups that the person may decide, soonest first.</summary>
    internal static async Task<IReadOnlyList<FollowUpReview>> MineAsync(ConsoleDb db, Actor current, CancellationToken token)
    {
        if (!current.CanSomewhere(Permission.ReviewPosts))
        {
            return [];
        }

        var open = await db.Set<FollowUpReview>().Where(row => row.Status == FollowUpStatus.Open).OrderBy(row => row.DueAt).Take(Most).ToListAsync(token);
        if (open.Count == 0)
        {
            return [];
        }

        var ids = open.Select(row => row.PostId).ToArray();
        var posts = await db.Posts.Include(post => post.Review).AsSplitQuery().Where(post => ids.Contains(post.Id)).ToDictionaryAsync(post => post.Id, token);
        var agencyIds = posts.Values.Select(post => post.AgencyId).Distinct().ToArray();
        var lineages = (await db.AgencyLineage.Where(line => agencyIds.Contains(line.AgencyId)).ToListAsync(token)).ToLookup(line => line.AgencyId, line => line.AncestorId);
        return [.. open.Where(row => posts.TryGetValue(row.PostId, out var post) && row.Refusal(post, current, [.. lineages[row.AgencyId]]) is null)];
    }

    private async Task<IReadOnlyList<DesignationRow>> RowsAsync(ConsoleDb db, Actor current, List<EmergencyDesignation> rows, CancellationToken token)
    {
        var now = time.GetUtcNow();
        var agencyIds = rows.Select(row => row.AgencyId).Distinct().ToArray();
        var agencies = await db.Agencies.Where(agency => agencyIds.Contains(agency.Id)).ToDictionaryAsync(agency => agency.Id, agency => agency.Name, token);
        var lineages = (await db.AgencyLineage.Where(line => agencyIds.Contains(line.AgencyId)).ToListAsync(token)).ToLookup(line => line.AgencyId, line => line.AncestorId);
        var people = await PostNames.OfPeopleAsync(db, rows.SelectMany(row => new[] { row.PersonId, row.ById }), token);
        return
        [
            .. rows.Select(row => new DesignationRow(
                row.Id, people[row.PersonId], row.AgencyId, agencies[row.AgencyId], row.Until, row.Reason, people[row.ById], row.At, row.RevokedAt, row.Holds(now),
                row.Holds(now) && current.Can(Permission.ManageRules, [.. lineages[row.AgencyId]]))),
        ];
    }
}
