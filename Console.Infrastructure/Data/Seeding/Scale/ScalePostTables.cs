using System.Globalization;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Publishing;
using GovAccountConsole.Domain.Reviews;
using Npgsql;

namespace GovAccountConsole.Infrastructure.Data.Seeding.Scale;

/// <summary>
/// The seven tables a post leaves rows in, each filled over a connection of its own at the same time. Old posts keep the three history entries that
/// statistics read (created, submitted, published) and no finished review rows.
/// </summary>
internal sealed class ScalePostTables : IAsyncDisposable
{
    private static readonly (string Table, string Columns)[] Layout =
    [
        ("posts",
            "id, agency_id, account_id, channel, status, status_since, title, article_count, search_terms, revision_number, content_hash, author_id, created_at, " +
            "updated_at, planned_at, publish_at, published_at, calendar_at, review_step, review_steps, review_role, review_due_at, review_id"),
        ("post_contributors", "post_id, person_id"),
        ("revisions", "id, post_id, agency_id, number, text, content_hash, by_id, at, autosaved"),
        ("post_history", "post_id, agency_id, by_id, at, action, \"from\", \"to\", revision"),
        ("publications",
            "id, agency_id, post_id, account_id, channel, revision, content_hash, send_key, status, due_at, next_attempt_at, attempts, article_urls, created_at, finished_at"),
        ("reviews", "id, post_id, open_post_id, agency_id, revision, started_at, status"),
        ("review_steps", "number, review_id, name, role, deadline, state, started_at, due_at"),
    ];

    private readonly List<NpgsqlConnection> _connections = [];
    private readonly List<CopyTable> _tables = [];

    private ScalePostTables()
    {
    }

    /// <summary>The tables filled here.</summary>
    public static IEnumerable<string> Names => Layout.Select(table => table.Table);

    public static async Task<ScalePostTables> OpenAsync(Func<Task<NpgsqlConnection>> connect, CancellationToken token)
    {
        var opened = new ScalePostTables();
        foreach (var (table, columns) in Layout)
        {
            var connection = await connect();
            opened._connections.Add(connection);
            opened._tables.Add(await CopyTable.OpenAsync(connection, table, columns, token));
        }

        return opened;
    }

    public void Write(ScalePost post)
    {
        Post(_tables[0], post);
        Contributor(_tables[1], post);
        Revision(_tables[2], post);
        History(_tables[3], post);
        if (post.PublishAt is { } due)
            Publication(_tables[4], post, due);
        if (post.ReviewId is { } review)
            Review(_tables[5], _tables[6], post, review);
    }

    public async Task CompleteAsync(CancellationToken token)
    {
        foreach (var table in _tables)
            await table.CompleteAsync(token);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var table in _tables)
            await table.DisposeAsync();
        foreach (var connection in _connections)
            await connection.DisposeAsync();
    }

    private static void Post(CopyTable table, ScalePost post)
    {
        table.Begin();
        table.Id(post.Id);
        table.Id(post.AgencyId);
        table.Id(post.AccountId);
        table.Word(post.Channel);
        table.Word(post.Status);
        table.Time(post.StatusSince);
        table.Text(post.Title);
        table.Number(1);
        table.Texts(post.Terms);
        table.Number(1);
        table.Text(post.Hash);
        table.Id(post.AuthorId);
        table.Time(post.CreatedAt);
        table.Time(post.StatusSince);
        table.Time(post.PlannedAt);
        table.Time(post.PublishAt);
        table.Time(post.PublishedAt);
        table.Time(post.CalendarAt);
        table.Number(post.Step);
        table.Number(post.Status is PostStatus.Draft ? 0 : ReviewPlan.Default.Steps.Count);
        table.Word(post.ReviewRole);
        table.Time(post.ReviewDueAt);
        table.Id(post.ReviewId);
    }

    private static void Contributor(CopyTable table, ScalePost post)
    {
        table.Begin();
        table.Id(post.Id);
        table.Id(post.AuthorId);
    }

    private static void Revision(CopyTable table, ScalePost post)
    {
        table.Begin();
        table.Id(ScaleIds.Of(ScaleIds.Kind.Revision, post.Number, post.CreatedAt));
        table.Id(post.Id);
        table.Id(post.AgencyId);
        table.Number(1);
        table.Text(post.Text);
        table.Text(post.Hash);
        table.Id(post.AuthorId);
        table.Time(post.CreatedAt);
        table.Flag(false);
    }

    private static void History(CopyTable table, ScalePost post)
    {
        Entry(post.AuthorId, post.CreatedAt, "created", null, PostStatus.Draft);
        if (post.Status is PostStatus.Draft)
            return;
        Entry(post.AuthorId, post.CreatedAt.AddMinutes(40), "submitted", PostStatus.Draft, PostStatus.InReview);
        if (post.PublishedAt is { } published)
            Entry(null, published, "published", PostStatus.Publishing, PostStatus.Published);

        void Entry(Guid? by, DateTimeOffset at, string act, PostStatus? from, PostStatus to)
        {
            table.Begin();
            table.Id(post.Id);
            table.Id(post.AgencyId);
            table.Id(by);
            table.Time(at);
            table.Text(act);
            table.Word(from);
            table.Word(to);
            table.Number(1);
        }
    }

    private static void Publication(CopyTable table, ScalePost post, DateTimeOffset due)
    {
        var id = ScaleIds.Of(ScaleIds.Kind.Publication, post.Number, post.CreatedAt);
        var waiting = post.Status is PostStatus.Scheduled;
        table.Begin();
        table.Id(id);
        table.Id(post.AgencyId);
        table.Id(post.Id);
        table.Id(post.AccountId);
        table.Word(post.Channel);
        table.Number(1);
        table.Text(post.Hash);
        table.Text(id.ToString("N"));
        table.Word(waiting ? PublicationStatus.Waiting : post.PublishedAt is null ? PublicationStatus.Failed : PublicationStatus.Published);
        table.Time(due);
        table.Time(waiting ? due : null);
        table.Number(waiting ? 0 : 1);
        table.Json(post.PublishedAt is null ? "[]" : string.Create(CultureInfo.InvariantCulture, $"[\"https://mp.weixin.qq.com/s/load{post.Number}\"]"));
        table.Time(post.CreatedAt);
        table.Time(waiting ? null : due);
    }

    private static void Review(CopyTable reviews, CopyTable steps, ScalePost post, Guid id)
    {
        reviews.Begin();
        reviews.Id(id);
        reviews.Id(post.Id);
        reviews.Id(post.Id);
        reviews.Id(post.AgencyId);
        reviews.Number(1);
        reviews.Time(post.CreatedAt.AddMinutes(40));
        reviews.Word(ReviewStatus.Open);
        foreach (var (index, planned) in ReviewPlan.Default.Steps.Index())
        {
            var number = index + 1;
            steps.Begin();
            steps.Number(number);
            steps.Id(id);
            steps.Text(planned.Name);
            steps.Word(planned.Role);
            steps.Span(planned.Deadline);
            steps.Word(number < post.Step ? ReviewStepState.Approved : number == post.Step ? ReviewStepState.Current : ReviewStepState.Waiting);
            steps.Time(number <= post.Step ? post.StatusSince : null);
            steps.Time(number == post.Step ? post.ReviewDueAt : null);
        }
    }
}
