using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Infrastructure.Accounts;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GovAccountConsole.Benchmarks.Engine;

/// <summary>Many accounts with one approved post each, all due at the same minute: one made by the aggregates' own acts, the others cloned from its rows.</summary>
internal sealed class EngineScene
{
    private static readonly DateTimeOffset _parked = new(2099, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly IDbContextFactory<ConsoleDb> _factory;

    private EngineScene(IDbContextFactory<ConsoleDb> factory) => _factory = factory;

    /// <summary>Fills an empty database with <paramref name="count"/> accounts and posts; none is due yet.</summary>
    public static async Task<EngineScene> CreateAsync(IServiceProvider services, int count, CancellationToken token)
    {
        var scene = new EngineScene(services.GetRequiredService<IDbContextFactory<ConsoleDb>>());
        await scene.FoundAsync(services.GetRequiredService<SecretSealer>(), token);
        await scene.CloneAsync(count, token);
        return scene;
    }

    /// <summary>Makes <paramref name="count"/> of the posts due at that moment.</summary>
    public async Task DueAsync(int count, DateTimeOffset at, CancellationToken token)
    {
        await ParkAsync(token);
        await using var db = await OpenAsync(token);
        await db.Database.ExecuteSqlAsync($"UPDATE publications SET due_at = {at}, next_attempt_at = {at} WHERE id IN (SELECT id FROM publications ORDER BY id LIMIT {count})", token);
        await db.Database.ExecuteSqlAsync($"UPDATE posts SET publish_at = {at}, calendar_at = {at} WHERE id IN (SELECT post_id FROM publications WHERE due_at = {at})", token);
        await db.Database.ExecuteSqlRawAsync("VACUUM ANALYZE posts, publications, accounts, revisions, reviews, review_steps, decisions", token);
    }

    /// <summary>Makes no post due, with nobody holding one.</summary>
    public async Task ParkAsync(CancellationToken token)
    {
        await using var db = await OpenAsync(token);
        await db.Database.ExecuteSqlAsync($"UPDATE publications SET due_at = {_parked}, next_attempt_at = {_parked}, lease_until = NULL, lease_token = NULL, attempts = 0", token);
    }

    /// <summary>How the deliveries stand.</summary>
    public async Task<EngineCount> CountAsync(CancellationToken token)
    {
        await using var db = await _factory.CreateDbContextAsync(token);
        return await db.Database.SqlQuery<EngineCount>(
            $"""
            SELECT count(*) FILTER (WHERE job_id IS NOT NULL)::int AS submitted, count(*) FILTER (WHERE status = 'Published')::int AS published,
                   count(*) FILTER (WHERE status IN ('Failed', 'Unconfirmed', 'AwaitingAdmin') OR (status = 'Waiting' AND next_attempt_at IS NULL))::int AS troubled
            FROM publications
            """).SingleAsync(token);
    }

    private async Task<ConsoleDb> OpenAsync(CancellationToken token)
    {
        var db = await _factory.CreateDbContextAsync(token);
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(30));
        return db;
    }

    private async Task FoundAsync(SecretSealer sealer, CancellationToken token)
    {
        await using var db = await _factory.CreateDbContextAsync(token);
        var matrix = await SceneMatrix.FoundAsync(db, sealer, token);
        var account = matrix.Account(0);
        matrix.Post(account, Channel.Publish, "今晚大雾，绕城高速北段可能临时管制", _parked);
        await db.SaveChangesAsync(token);
    }

    private async Task CloneAsync(int count, CancellationToken token)
    {
        await using var db = await OpenAsync(token);
        await db.Database.OpenConnectionAsync(token);
        await db.Database.ExecuteSqlRawAsync(Batch, [count], token);
        foreach (var (table, where, changes) in _clones)
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandTimeout = 0;
            command.CommandText = $"INSERT INTO {table} SELECT (jsonb_populate_record(NULL::{table}, to_jsonb(t) || jsonb_build_object({changes}))).* FROM {table} t, engine_batch b WHERE {where}";
            await command.ExecuteNonQueryAsync(token);
        }

        // Post and review name each other: the second half comes when both are there.
        await db.Database.ExecuteSqlRawAsync("UPDATE posts p SET review_id = b.review FROM engine_batch b, posts o WHERE p.id = b.post AND o.id = b.old_post AND o.review_id IS NOT NULL", token);
        await db.Database.ExecuteSqlRawAsync("DROP TABLE engine_batch", token);
    }

    private const string Batch =
        """
        CREATE UNLOGGED TABLE engine_batch AS
        SELECT n, gen_random_uuid() AS account, gen_random_uuid() AS post, gen_random_uuid() AS review, gen_random_uuid() AS publication,
               a.id AS old_account, p.id AS old_post, v.id AS old_review, p.content_hash AS old_hash, ''::text AS text, ''::text AS hash
        FROM generate_series(1, {0} - 1) n, accounts a, posts p, reviews v;
        UPDATE engine_batch b SET text = replace(r.text, old_account::text, account::text) FROM revisions r WHERE r.post_id = b.old_post;
        UPDATE engine_batch SET hash = encode(sha256(convert_to(text, 'UTF8')), 'hex');
        """;

    private static readonly (string Table, string Where, string Changes)[] _clones =
    [
        ("accounts", "t.id = b.old_account", "'id', b.account, 'app_id', 'wx' || lpad(to_hex(b.n), 16, '0'), 'name', t.name || b.n"),
        ("posts", "t.id = b.old_post", "'id', b.post, 'account_id', b.account, 'content_hash', b.hash, 'review_id', NULL"),
        ("post_contributors", "t.post_id = b.old_post", "'post_id', b.post"),
        ("revisions", "t.post_id = b.old_post", "'id', gen_random_uuid(), 'post_id', b.post, 'text', b.text, 'content_hash', b.hash"),
        ("reviews", "t.id = b.old_review", "'id', b.review, 'post_id', b.post, 'open_post_id', CASE WHEN t.open_post_id IS NULL THEN NULL ELSE b.post END"),
        ("review_steps", "t.review_id = b.old_review", "'review_id', b.review"),
        ("decisions", "t.review_id = b.old_review", "'id', gen_random_uuid(), 'review_id', b.review"),
        ("publications", "t.post_id = b.old_post", "'id', b.publication, 'post_id', b.post, 'account_id', b.account, 'content_hash', b.hash, 'send_key', replace(b.publication::text, '-', '')"),
    ];
}

/// <summary>How many deliveries the platform took, how many are published, and how many need a person.</summary>
internal sealed record EngineCount(int Submitted, int Published, int Troubled);
