using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Emergencies;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Posts;

/// <summary>Loads posts whole: row, newest revision, last review, what the actor may do.</summary>
internal static class PostDetails
{
    public static async Task<IReadOnlyList<PostDetail>> LoadAsync(ConsoleDb db, Actor actor, IReadOnlyList<Guid> ids, CancellationToken token)
    {
        // One post has a handful of contributors, steps and decisions: one question instead of four. A page of posts is asked for part by part.
        var whole = db.Posts.Include(post => post.Review).Where(post => ids.Contains(post.Id));
        var posts = await (ids.Count == 1 ? whole.AsSingleQuery() : whole.AsSplitQuery()).ToListAsync(token);
        var rows = (await PostNames.AddAsync(db, [.. posts.Select(PostFiltering.ToRow)], token)).ToDictionary(row => row.Id);
        var revisions = await db.Revisions
            .Where(revision => db.Posts.Any(post => ids.Contains(post.Id) && post.Id == revision.PostId && post.RevisionNumber == revision.Number))
            .ToDictionaryAsync(revision => revision.PostId, token);
        var agencyIds = posts.Select(post => post.AgencyId).Distinct().ToArray();
        var lineages = (await db.AgencyLineage.Where(line => agencyIds.Contains(line.AgencyId)).ToListAsync(token)).ToLookup(line => line.AgencyId, line => line.AncestorId);
        var accountIds = posts.Select(post => post.AccountId).Distinct().ToArray();
        var statuses = await db.Accounts.Where(account => accountIds.Contains(account.Id)).ToDictionaryAsync(account => account.Id, account => account.Status, token);
        var people = await PostNames.OfPeopleAsync(
            db,
            posts.SelectMany(post => post.Contributors.Select(contributor => contributor.PersonId)
                .Concat(post.Review?.Decisions.SelectMany(decision => decision.People) ?? [])),
            token);

        var emergencies = await EmergencyFacts.LoadAsync(db, posts, token);
        var chain = await CorrectionChain.LoadAsync(db, posts, token);
        var details = posts.Select(post =>
        {
            var lineage = lineages[post.AgencyId].ToArray();
            var refusal = post.Status == PostStatus.InReview ? post.ReviewRefusal(actor, lineage) : null;
            return new PostDetail(
                rows[post.Id], post.ContentHash, revisions[post.Id].Content.Articles, post.Review is { } review ? Detail(review, people) : null,
                AllowedActions.For(post.Status, actor, lineage, post.Status == PostStatus.InReview && refusal is null), refusal?.Code,
                statuses[post.AccountId], [.. post.Contributors.Select(contributor => people[contributor.PersonId])])
            {
                Topics = post.Topics,
                ReviewsForName = post.Status == PostStatus.InReview ? post.ReviewsFor(actor, lineage)?.ForName : null,
                Emergency = emergencies.GetValueOrDefault(post.Id),
                CorrectionOf = chain.OriginalOf(post),
                Corrections = chain.Of(post),
            };
        }).ToDictionary(detail => detail.Row.Id);
        return [.. ids.Where(details.ContainsKey).Select(id => details[id])];
    }

    private static ReviewDetail Detail(Review review, Dictionary<Guid, PersonName> people)
    {
        var steps = review.Steps.OrderBy(step => step.Number).Select(step =>
        {
            var decisions = review.Decisions.Where(decision => decision.Step == step.Number).OrderBy(decision => decision.At).ToList();
            return new ReviewStepDetail(
                step.Number, step.Name, step.Role, step.State, [.. decisions.Select(decision => people[decision.ById])],
                step.StartedAt, step.DueAt, decisions.LastOrDefault()?.At, decisions.LastOrDefault()?.Comment)
            {
                Level = step.Level,
                Mode = step.Mode,
                Approvals = step.Approvals,
                Checklist = step.Checklist,
                EscalatedTo = step.EscalatedTo,
                EscalatedAt = step.EscalatedAt,
                Decisions = [.. decisions.Select(decision => new DecisionDetail(
                    people[decision.ById], decision.Kind, decision.Revision, decision.At, decision.Comment, decision.Ticks, decision.Reasons)
                {
                    For = decision.ForId is { } absent ? people[absent] : null,
                })],
            };
        }).ToList();
        var current = review.Current?.Number ?? steps.FindLast(step => step.State != ReviewStepState.Waiting)?.Number ?? 1;
        return new ReviewDetail(current, review.Status, review.Revision, steps);
    }
}
