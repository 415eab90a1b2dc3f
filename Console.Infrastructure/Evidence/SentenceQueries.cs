using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Posts;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Evidence;

/// <summary>An approval of the revision that holds the sentence.</summary>
public sealed record SentenceApproval(int Step, string StepName, PersonName By, DateTimeOffset At);

/// <summary>A post that holds a sentence.</summary>
/// <param name="PostId">The post.</param>
/// <param name="Title">Its title.</param>
/// <param name="AccountName">The account.</param>
/// <param name="AgencyName">The agency.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="PublishedAt">When it went out.</param>
/// <param name="Passage">The paragraph that holds the sentence.</param>
/// <param name="First">The first revision that held it, and who stored that one.</param>
/// <param name="Last">The last revision that holds it.</param>
/// <param name="IsInNewest">Whether the newest revision still holds it.</param>
/// <param name="Approvals">Who approved the last revision that holds it.</param>
public sealed record SentenceHit(
    Guid PostId, string Title, string AccountName, string AgencyName, PostStatus Status, DateTimeOffset? PublishedAt, string Passage, EvidenceRevision First, EvidenceRevision Last,
    bool IsInNewest, IReadOnlyList<SentenceApproval> Approvals);

/// <summary>Says for a sentence in which posts it stands, who wrote it first, and who approved it.</summary>
public sealed class SentenceQueries(Work work)
{
    /// <summary>Fewest letters or digits of a sentence that is looked for.</summary>
    public const int Shortest = 4;

    /// <summary>Most posts shown.</summary>
    public const int Most = 20;

    private const int Candidates = 60;

    // What was copied out of the middle of a clause has no key; the texts themselves are searched, newest first, so far.
    private const int MostRead = 20_000;

    /// <summary>Posts within scope that hold the sentence, newest first; empty when it is too short.</summary>
    public Task<IReadOnlyList<SentenceHit>> FindAsync(Actor actor, string sentence, CancellationToken token) => work.ReadAsync<IReadOnlyList<SentenceHit>>(actor, async (db, _) =>
    {
        var letters = SentenceKeys.Letters(sentence);
        if (letters.Length < Shortest)
        {
            return [];
        }

        var hits = new List<SentenceHit>();
        foreach (var keys in new[] { SentenceKeys.Whole(sentence), SentenceKeys.ForQuery(sentence) })
        {
            if (keys.Length > 0 && hits.Count == 0)
            {
                var posts = await db.Set<SentenceRow>().Where(row => keys.All(key => row.Keys.Contains(key)))
                    .GroupBy(row => row.PostId).OrderByDescending(group => group.Key).Take(Candidates).Select(group => group.Key).ToListAsync(token);
                hits.AddRange(await HitsAsync(db, posts, letters, token));
            }
        }

        return hits.Count > 0 ? hits : await HitsAsync(db, await FragmentAsync(db, sentence, token), letters, token);
    }, token);

    // A piece of a clause stands in the canonical text as it is: only markup and a few signs are escaped there.
    private static async Task<IReadOnlyList<Guid>> FragmentAsync(ConsoleDb db, string sentence, CancellationToken token)
    {
        var longest = sentence.Split([.. sentence.Where(character => !char.IsLetterOrDigit(character))], StringSplitOptions.RemoveEmptyEntries).MaxBy(part => part.Length) ?? string.Empty;
        if (longest.Length < Shortest)
        {
            return [];
        }

        var newest = db.Revisions.OrderByDescending(revision => revision.Id).Take(MostRead);
        return await newest.Where(revision => revision.Text.Contains(longest)).OrderByDescending(revision => revision.Id).Select(revision => revision.PostId).Take(Candidates).Distinct().ToListAsync(token);
    }

    private static async Task<IReadOnlyList<SentenceHit>> HitsAsync(ConsoleDb db, IReadOnlyList<Guid> postIds, string letters, CancellationToken token)
    {
        var hits = new List<SentenceHit>();
        foreach (var postId in postIds.OrderDescending())
        {
            if (hits.Count < Most && await HitAsync(db, postId, letters, token) is { } hit)
            {
                hits.Add(hit);
            }
        }

        return hits;
    }

    private static async Task<SentenceHit?> HitAsync(ConsoleDb db, Guid postId, string letters, CancellationToken token)
    {
        if (await db.Posts.SingleOrDefaultAsync(row => row.Id == postId, token) is not { } post)
        {
            return null;
        }

        var holding = new List<(Revision Revision, string Passage)>();
        await foreach (var revision in db.Revisions.Where(row => row.PostId == postId).OrderBy(row => row.Number).AsAsyncEnumerable().WithCancellation(token))
        {
            if (PassageOf(revision.Content, letters) is { } passage)
            {
                holding.Add((revision, passage));
            }
        }

        if (holding is not [var first, ..])
        {
            return null;
        }

        var last = holding[^1];
        var review = (await db.Reviews.Where(row => row.PostId == postId && row.Revision == last.Revision.Number).OrderByDescending(row => row.StartedAt).AsSplitQuery().ToListAsync(token)).FirstOrDefault();
        var approvals = review?.Decisions.Where(decision => decision.Kind == DecisionKind.Approve).OrderBy(decision => decision.At).ToList() ?? [];
        var people = await PostNames.OfPeopleAsync(db, [first.Revision.ById, last.Revision.ById, .. approvals.Select(approval => approval.ById)], token);
        return new SentenceHit(
            post.Id, post.Title,
            await db.Accounts.Where(row => row.Id == post.AccountId).Select(row => row.Name).SingleAsync(token),
            await db.Agencies.Where(row => row.Id == post.AgencyId).Select(row => row.Name).SingleAsync(token),
            post.Status, post.PublishedAt, last.Passage, Of(first.Revision), Of(last.Revision), last.Revision.Number == post.RevisionNumber,
            [.. approvals.Select(approval => new SentenceApproval(
                approval.Step, review!.Steps.FirstOrDefault(step => step.Number == approval.Step)?.Name ?? string.Empty, people[approval.ById], approval.At))]);

        EvidenceRevision Of(Revision revision) => new(revision.Number, revision.ContentHash, people[revision.ById], revision.At);
    }

    // A sentence may run over the end of a paragraph when it was copied; then the first paragraph that shares its beginning is shown.
    private static string? PassageOf(PostContent content, string letters)
    {
        var passages = SentenceKeys.Passages(content).ToList();
        return passages.Find(passage => SentenceKeys.Letters(passage).Contains(letters, StringComparison.Ordinal))
            ?? (SentenceKeys.Letters(string.Concat(passages)).Contains(letters, StringComparison.Ordinal)
                ? passages.Find(passage => SentenceKeys.Letters(passage) is { Length: >= Shortest } shared && letters.Contains(shared, StringComparison.Ordinal)) ?? passages[0]
                : null);
    }
}
