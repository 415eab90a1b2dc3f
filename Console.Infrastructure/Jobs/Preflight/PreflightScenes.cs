using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Media;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Posts.Checks;
using GovAccountConsole.Domain.Publishing;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Infrastructure.Checks.Links;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Planning;
using GovAccountConsole.Infrastructure.Reviews;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Jobs.Preflight;

/// <summary>Gathers what the database knows of a batch of deliveries: a fixed number of questions, however many posts the batch has.</summary>
internal sealed class PreflightScenes(LinkShelf links)
{
    /// <summary>The deliveries that still wait for their slot, each with its scene.</summary>
    public async Task<List<PreflightCase>> ReadAsync(ConsoleDb db, IReadOnlyList<Guid> ids, CancellationToken token)
    {
        var rows = await (from row in db.Publications
                          join post in db.Posts on row.PostId equals post.Id
                          join account in db.Accounts on row.AccountId equals account.Id
                          join revision in db.Revisions on new { row.PostId, Number = row.Revision } equals new { revision.PostId, revision.Number }
                          where ids.Contains(row.Id) && row.Status == PublicationStatus.Waiting && row.NextAttemptAt != null && post.Status == PostStatus.Scheduled
                          select new Row(row.Id, row.Revision, row.ContentHash, row.DueAt, post, account, revision)).AsNoTracking().ToListAsync(token);
        var approved = await ApprovedAsync(db, rows, token);
        var pictures = await PicturesAsync(db, rows, token);
        var full = await FullAsync(db, rows, token);
        var dead = await DeadLinksAsync(db, rows, token);
        var plans = await PlansAsync(db, rows, token);
        return rows.ConvertAll(row =>
        {
            var review = approved.GetValueOrDefault(row.Id);
            return new PreflightCase(row.Id, row.Post.Id, row.Post.AgencyId, row.Post.AuthorId, row.Account.Id, row.Account.AppId, row.Post.Channel, new PreflightScene
            {
                DueAt = row.DueAt,
                Content = row.Revision.Content,
                Account = row.Account.Status,
                Verified = row.Account.Verified,
                Checks = row.Account.Checks,
                QuotaFull = full.Contains(row.Id),
                IsApproved = review is not null && row.Revision.IsIntact && row.Revision.ContentHash == row.ContentHash && row.Post.ContentHash == row.ContentHash
                    && row.Post.RevisionNumber == row.Number,
                PlanIsStricter = review is not null && row.Post.Emergency is null && plans.GetValueOrDefault(row.Id) is { } plan && plan.People > review.Steps.Sum(step => step.Approvals),
                Pictures = pictures,
                DeadLinks = [.. PostChecks.Links(row.Revision.Content.Articles).Where(dead.Contains)],
            });
        });
    }

    private static async Task<Dictionary<Guid, Review>> ApprovedAsync(ConsoleDb db, List<Row> rows, CancellationToken token)
    {
        var posts = rows.Select(row => row.Post.Id).ToArray();
        var reviews = await db.Reviews.AsNoTracking().AsSplitQuery().Where(review => posts.Contains(review.PostId) && review.Status == ReviewStatus.Approved).ToListAsync(token);
        return rows.Select(row => (row.Id, Review: reviews.Find(review => review.PostId == row.Post.Id && review.Revision == row.Number)))
            .Where(pair => pair.Review is not null).ToDictionary(pair => pair.Id, pair => pair.Review!);
    }

    private static async Task<Dictionary<Guid, PreflightPicture>> PicturesAsync(ConsoleDb db, List<Row> rows, CancellationToken token)
    {
        var ids = rows.SelectMany(row => row.Revision.Content.Media).Select(print => print.Id).Distinct().ToArray();
        return await db.Media.Where(medium => ids.Contains(medium.Id))
            .Select(medium => new { medium.Id, medium.Sha256, medium.ExpiresOn, HasBytes = db.Set<MediumContent>().Any(content => content.MediumId == medium.Id) })
            .ToDictionaryAsync(medium => medium.Id, medium => new PreflightPicture(medium.Sha256, medium.HasBytes, medium.ExpiresOn), token);
    }

    // The delivery itself is among what is counted.
    private static async Task<HashSet<Guid>> FullAsync(ConsoleDb db, List<Row> rows, CancellationToken token)
    {
        var pushing = rows.FindAll(row => row.Post.Channel == Channel.MassSend);
        if (pushing.Count == 0) return [];
        var accounts = pushing.Select(row => row.Account.Id).Distinct().ToArray();
        var known = (await PushLedger.ReadAsync(db, accounts, pushing.Min(row => row.DueAt) - PushLedger.Back, null, token)).ToLookup(push => push.AccountId);
        return
        [
            .. pushing.Where(row =>
            {
                var quota = row.Account.Quota;
                var (from, to) = quota.PeriodOf(row.DueAt);
                return known[row.Account.Id].Any(push => push.Source == PushSource.Refusal && push.At >= from && push.At < to)
                    || quota.UsedAt(row.DueAt, [.. known[row.Account.Id].Where(push => push.Source != PushSource.Refusal).Select(push => push.At)]) > quota.Limit;
            }).Select(row => row.Id),
        ];
    }

    private async Task<HashSet<string>> DeadLinksAsync(ConsoleDb db, List<Row> rows, CancellationToken token)
    {
        var addresses = rows.SelectMany(row => PostChecks.Links(row.Revision.Content.Articles)).Distinct(StringComparer.Ordinal).ToList();
        var facts = await links.GetAsync(db, addresses, token);
        return facts.Where(fact => fact.Value.Alive == false).Select(fact => fact.Key).ToHashSet(StringComparer.Ordinal);
    }

    private static async Task<Dictionary<Guid, ReviewPlan>> PlansAsync(ConsoleDb db, List<Row> rows, CancellationToken token)
    {
        var plans = await PlanLoading.InForceAsync(db, token);
        if (plans is [var only]) return rows.ToDictionary(row => row.Id, _ => only);
        var agencies = rows.Select(row => row.Account.AgencyId).Distinct().ToArray();
        var lineage = (await db.AgencyLineage.Where(line => agencies.Contains(line.AgencyId)).ToListAsync(token)).ToLookup(line => line.AgencyId, line => line.AncestorId);
        var sectors = await db.Agencies.Where(agency => agencies.Contains(agency.Id)).ToDictionaryAsync(agency => agency.Id, agency => agency.SectorCode, token);
        return rows.ToDictionary(row => row.Id, row => PlanChoice.For(plans, new PlanFacts(
            row.Account.Id, row.Post.Channel, sectors[row.Account.AgencyId], lineage[row.Account.AgencyId].ToArray(), row.Post.Topics, row.Post.TemplateKey, row.Account.ReviewPlanId)).Plan);
    }

    private sealed record Row(Guid Id, int Number, string ContentHash, DateTimeOffset DueAt, Post Post, OfficialAccount Account, Revision Revision);
}
