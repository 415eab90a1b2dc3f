using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Publishing;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Posts;

/// <summary>Reads posts within the actor's scope.</summary>
public sealed class PostQueries(Work work)
{
    /// <summary>A page of posts; <paramref name="after"/> is the cursor's id (newest first) or, in calendar order, nothing.</summary>
    public Task<Page<PostRow>> ListAsync(Actor actor, PostFilter filter, Guid? after, int limit, CancellationToken token) =>
        work.ReadAsync(actor, async (db, _) =>
        {
            var posts = PostFiltering.Apply(db, filter);
            if (after is { } last)
            {
                posts = posts.Where(post => post.Id < last);
            }

            var ordered = filter.Order == PostOrder.Newest
                ? posts.OrderByDescending(post => post.Id)
                : posts.OrderBy(post => post.CalendarAt).ThenBy(post => post.Id);
            var rows = await ordered.Take(limit + 1).Select(PostFiltering.Row).ToListAsync(token);
            var named = await PostNames.AddAsync(db, rows, token);
            return Cursor.Page(named, limit, row => Cursor.Of(row.Id));
        }, token);

    /// <summary>
    /// A page of posts in calendar order, soonest first; the filter must bound the time, so that every row has one.
    /// <paramref name="after"/> is the place of the last row of the page before.
    /// </summary>
    public Task<Page<PostRow>> CalendarListAsync(Actor actor, PostFilter filter, (DateTimeOffset At, Guid Id)? after, int limit, CancellationToken token) =>
        work.ReadAsync(actor, async (db, _) =>
        {
            var posts = PostFiltering.Apply(db, filter);
            if (after is { } last)
            {
                posts = posts.Where(post => post.CalendarAt > last.At || post.CalendarAt == last.At && post.Id > last.Id);
            }

            var rows = await posts.OrderBy(post => post.CalendarAt).ThenBy(post => post.Id).Take(limit + 1).Select(PostFiltering.Row).ToListAsync(token);
            var named = await PostNames.AddAsync(db, rows, token);
            return Cursor.Page(named, limit, row => Cursor.Of(row.CalendarAt!.Value, row.Id));
        }, token);

    /// <summary>How many posts a filter finds, counted up to <paramref name="cap"/>.</summary>
    public Task<int> CountAsync(Actor actor, PostFilter filter, int cap, CancellationToken token) =>
        work.ReadAsync(actor, (db, _) => PostFiltering.Apply(db, filter).Take(cap).CountAsync(token), token);

    /// <summary>A post whole, or null when absent or out of scope.</summary>
    public async Task<PostDetail?> GetAsync(Actor actor, Guid id, CancellationToken token) =>
        (await DetailsAsync(actor, [id], token)).SingleOrDefault();

    /// <summary>Posts whole, in the order of <paramref name="ids"/>; what is absent or out of scope is left out.</summary>
    public Task<IReadOnlyList<PostDetail>> DetailsAsync(Actor actor, IReadOnlyList<Guid> ids, CancellationToken token) =>
        work.ReadAsync(actor, (db, current) => PostDetails.LoadAsync(db, current, ids, token), token);

    /// <summary>What happened to a post, oldest first, after the entry <paramref name="after"/>; null when the post is absent or out of scope.</summary>
    public Task<Page<HistoryRow>?> HistoryAsync(Actor actor, Guid id, long? after, int limit, CancellationToken token) =>
        HistoryAsync(actor, id, limit, entries => entries.Where(entry => after == null || entry.Id > after).OrderBy(entry => entry.Id), token);

    /// <summary>What happened to a post, newest first, before the entry <paramref name="before"/>; null when the post is absent or out of scope.</summary>
    public Task<Page<HistoryRow>?> NewestHistoryAsync(Actor actor, Guid id, long? before, int limit, CancellationToken token) =>
        HistoryAsync(actor, id, limit, entries => entries.Where(entry => before == null || entry.Id < before).OrderByDescending(entry => entry.Id), token);

    /// <summary>One revision of a post, or null.</summary>
    public Task<RevisionDetail?> RevisionAsync(Actor actor, Guid id, int number, CancellationToken token) =>
        work.ReadAsync(actor, async (db, _) =>
        {
            var revision = await db.Revisions.SingleOrDefaultAsync(row => row.PostId == id && row.Number == number, token);
            if (revision is null)
            {
                return null;
            }

            var names = await PostNames.OfPeopleAsync(db, [revision.ById], token);
            return new RevisionDetail(revision.Number, revision.ContentHash, names[revision.ById], revision.At, revision.Content);
        }, token);

    /// <summary>The articles of the stored text with this SHA-256; null when it is no longer kept.</summary>
    public Task<IReadOnlyList<Article>?> ArticlesOfAsync(Actor actor, Guid id, string contentHash, CancellationToken token) =>
        work.ReadAsync(actor, async (db, _) =>
            (await db.Revisions.FirstOrDefaultAsync(row => row.PostId == id && row.ContentHash == contentHash, token))?.Content.Articles, token);

    /// <summary>The number of the revision the actor last decided on, for "what changed since my last look"; null when there is none.</summary>
    public Task<int?> LastReadRevisionAsync(Actor actor, Guid id, CancellationToken token) =>
        work.ReadAsync(actor, (db, current) => db.History
            .Where(entry => entry.PostId == id && entry.ById == current.Id && entry.Step != null)
            .OrderByDescending(entry => entry.Id).Select(entry => (int?)entry.Revision).FirstOrDefaultAsync(token), token);

    /// <summary>The newest delivery of a post; null when there is none or the post is absent or out of scope.</summary>
    public Task<PublicationDetail?> PublicationAsync(Actor actor, Guid id, CancellationToken token) =>
        work.ReadAsync(actor, async (db, _) =>
        {
            var publication = await db.Publications.Where(row => row.PostId == id).OrderByDescending(row => row.Id).FirstOrDefaultAsync(token);
            return publication is null ? null : Detail(publication);
        }, token);

    private Task<Page<HistoryRow>?> HistoryAsync(
        Actor actor, Guid id, int limit, Func<IQueryable<HistoryEntry>, IQueryable<HistoryEntry>> ordered, CancellationToken token) =>
        work.ReadAsync(actor, async (db, _) =>
        {
            if (!await db.Posts.AnyAsync(post => post.Id == id, token))
            {
                return null;
            }

            var entries = await ordered(db.History.Where(entry => entry.PostId == id)).Take(limit + 1).ToListAsync(token);
            var names = await PostNames.OfPeopleAsync(db, entries.SelectMany(entry => new[] { entry.ById, entry.ForId }).OfType<Guid>(), token);
            var page = Cursor.Page(entries, limit, entry => Cursor.Of(entry.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)));
            return new Page<HistoryRow>(
                [
                    .. page.Items.Select(entry => new HistoryRow(
                        entry.At, entry.ById is { } by ? names[by] : null, entry.Action, entry.From, entry.To, entry.Revision, entry.Step, entry.Comment)
                    {
                        For = entry.ForId is { } absent ? names[absent] : null,
                    }),
                ],
                page.NextCursor);
        }, token);

    private static PublicationDetail Detail(Publication publication) => new(
        publication.Id, publication.Status, publication.Channel, publication.Revision, publication.DueAt, publication.Attempts, publication.NextAttemptAt,
        [.. publication.Steps.OrderBy(step => step.Number).Select(step => new PublicationStepRow(step.Name, step.State, step.At, step.PlatformId, step.ErrorCode, step.Rid))],
        publication.ArticleUrls, publication.Trouble)
    {
        Evidence = publication.Evidence,
        ReadBack = publication.ReadBack,
    };
}
