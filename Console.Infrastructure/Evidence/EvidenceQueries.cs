using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Audit;
using GovAccountConsole.Domain.Media;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Posts.Checks;
using GovAccountConsole.Domain.Publishing;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Domain.Reviews.Remarks;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Emergencies;
using GovAccountConsole.Infrastructure.Media;
using GovAccountConsole.Infrastructure.Posts;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Evidence;

/// <summary>Makes the evidence sheet of a post and compares, there and then, what is stored with what was approved.</summary>
public sealed class EvidenceQueries(Work work, TimeProvider time)
{
    /// <summary>The sheet; null when the post is absent or out of scope.</summary>
    public Task<EvidenceSheet?> SheetAsync(Actor actor, Guid postId, CancellationToken token) => work.ReadAsync(actor, async (db, _) =>
    {
        if (await db.Posts.SingleOrDefaultAsync(row => row.Id == postId, token) is not { } post)
        {
            return null;
        }

        var account = await db.Accounts.SingleAsync(row => row.Id == post.AccountId, token);
        var material = new EvidenceMaterial(
            post,
            await db.Revisions.Where(row => row.PostId == postId).OrderBy(row => row.Number).ToListAsync(token),
            await db.Reviews.Where(row => row.PostId == postId).OrderBy(row => row.StartedAt).AsSplitQuery().ToListAsync(token),
            await db.Publications.Where(row => row.PostId == postId).OrderBy(row => row.CreatedAt).ToListAsync(token),
            // Of the post itself, which was found within scope; entries keep the agency of their time.
            await db.Audit.IgnoreQueryFilters([ConsoleDb.ScopeFilter]).Where(row => row.SubjectId == postId).OrderBy(row => row.Sequence == null).ThenBy(row => row.Sequence).ThenBy(row => row.Id).ToListAsync(token));
        var stored = new List<StoredPicture>();
        foreach (var print in material.Content.Media)
        {
            stored.AddRange(await PictureHash.OfAsync(db, print, token));
        }

        var before = material.Entries.Where(entry => entry.Sequence > 1).Select(entry => entry.Sequence - 1).ToArray();
        var previous = await db.Audit.IgnoreQueryFilters([ConsoleDb.ScopeFilter]).Where(entry => before.Contains(entry.Sequence))
            .ToDictionaryAsync(entry => entry.Sequence!.Value, entry => entry.Hash, token);
        var remarks = await db.Remarks.Where(row => row.PostId == postId).OrderBy(row => row.Number).ToListAsync(token);
        var people = await PostNames.OfPeopleAsync(db, [.. material.People, .. remarks.Select(row => row.ById), .. remarks.SelectMany(row => row.Notes).Select(note => note.ById)], token);
        var chain = await CorrectionChain.LoadAsync(db, [post], token);
        return new EvidenceSheet
        {
            CorrectionOf = chain.OriginalOf(post),
            Corrections = chain.Of(post),
            PostId = post.Id,
            Title = post.Title,
            Status = post.Status,
            AccountName = account.Name,
            AgencyName = await db.Agencies.Where(agency => agency.Id == post.AgencyId).Select(agency => agency.Name).SingleAsync(token),
            AppId = account.AppId,
            Channel = material.Content.Channel,
            Audience = material.Content.Audience,
            Window = material.Content.Window,
            PublishedAt = post.PublishedAt,
            Revision = material.Revision.Number,
            ContentHash = material.Revision.ContentHash,
            CanonicalText = material.Revision.Text,
            Articles = [.. material.Content.Articles.Select(article => Article(article, stored))],
            Author = people[post.AuthorId],
            CoAuthors = [.. post.Contributors.Where(contributor => contributor.PersonId != post.AuthorId).Select(contributor => people[contributor.PersonId])],
            Revisions = [.. material.Revisions.Select(row => new EvidenceRevision(row.Number, row.ContentHash, people[row.ById], row.At))],
            Rounds = [.. material.Reviews.Select((review, index) => Round(review, index + 1, people))],
            Remarks = [.. remarks.Select(row => Thread(row, people))],
            Emergency = (await EmergencyFacts.LoadAsync(db, [post], token)).GetValueOrDefault(post.Id),
            Checked = await db.Set<CheckRecord>().Where(row => row.PostId == postId && row.Revision == material.Revision.Number).OrderByDescending(row => row.At).FirstOrDefaultAsync(token),
            Deliveries = [.. material.Publications.Select(Delivery)],
            Entries = [.. material.Entries.Select(entry => new EvidenceEntry(
                entry.Id, entry.At, entry.ById is { } by ? people.GetValueOrDefault(by) : null, entry.Action, entry.Revision, entry.ContentHash, entry.Detail, entry.Sequence,
                entry.PreviousHash, entry.Hash))],
            Checks = [.. EvidenceComparison.Of(material, stored, previous)],
            At = time.GetUtcNow(),
            Head = await db.Set<AuditAnchor>().OrderByDescending(anchor => anchor.Sequence).FirstOrDefaultAsync(token),
        };
    }, token);

    private static EvidenceArticle Article(Article article, List<StoredPicture> stored)
    {
        var pictures = article.Pictures().Select(id => (Id: id, IsCover: false));
        if (article.CoverMediaId is { } cover)
        {
            pictures = pictures.Prepend((cover, true));
        }

        return new EvidenceArticle(
            article.Title, article.Author, article.Digest, HtmlText.Characters(article.ContentHtml), article.SourceUrl,
            [.. pictures.Select(picture => Picture(picture.Id, picture.IsCover, stored))]);
    }

    private static EvidencePicture Picture(Guid id, bool isCover, List<StoredPicture> stored)
    {
        var purpose = isCover ? UploadPurpose.Cover : UploadPurpose.Body;
        var found = stored.Find(picture => picture.Id == id && (picture.Purpose ?? purpose) == purpose);
        return new EvidencePicture(id, found?.Bound ?? string.Empty, found?.Found, isCover);
    }

    private static EvidenceRound Round(Review review, int number, Dictionary<Guid, PersonName> people) => new(
        number, review.Revision, review.Status, review.StartedAt, review.EndedAt,
        [
            .. review.Decisions.OrderBy(decision => decision.At).Select(decision =>
            {
                var step = review.Steps.FirstOrDefault(row => row.Number == decision.Step);
                return new EvidenceDecision(
                    decision.Step, step?.Name ?? string.Empty, step?.Role ?? default, people[decision.ById], decision.Kind, decision.At, decision.At - step?.StartedAt,
                    decision.ContentHash, decision.Comment, step?.Checklist ?? [], decision.Ticks, decision.Reasons)
                {
                    For = decision.ForId is { } absent ? people[absent] : null,
                };
            }),
        ]);

    private static EvidenceRemark Thread(Remark row, Dictionary<Guid, PersonName> people) => new(
        row.Number, row.Revision, row.Passage.Quote, row.Text, people[row.ById], row.At, row.State,
        [.. row.Notes.OrderBy(note => note.Number).Select(note => new EvidenceNote(people[note.ById], note.Kind, note.Text, note.Revision, note.At))]);

    private static EvidenceDelivery Delivery(Publication row) => new(
        row.Revision, row.ContentHash, row.Status, row.FinishedAt, row.JobId, row.ArticleId, row.ArticleUrls,
        [.. row.Steps.OrderBy(step => step.Number).Select(step => new PublicationStepRow(step.Name, step.State, step.At, step.PlatformId, step.ErrorCode, step.Rid))]);
}
