using GovAccountConsole.Benchmarks.Engine;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Publishing;
using GovAccountConsole.Infrastructure.Accounts;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GovAccountConsole.Benchmarks.Chaos;

/// <summary>What the console's database says of a post.</summary>
/// <param name="Post">What was asked for.</param>
/// <param name="Status">Of the delivery; null when it is gone.</param>
/// <param name="PostStatus">Of the post, as people see it.</param>
/// <param name="Reason">Why it is not on its way, as people are told.</param>
/// <param name="WillBeLookedAt">Whether the engine will take it up again by itself.</param>
/// <param name="Took">From its slot to its end; null when it has not ended.</param>
/// <param name="Steps">What happened, for the report.</param>
internal sealed record ChaosRow(
    ChaosPost Post, PublicationStatus? Status, PostStatus? PostStatus, string? Reason, bool WillBeLookedAt, TimeSpan? Took, string Steps);

/// <summary>The posts of a run in the console's database.</summary>
internal sealed class ChaosScene
{
    private const int TooFast = 45066;
    private static readonly DateTimeOffset _parked = new(2099, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly IDbContextFactory<ConsoleDb> _factory;
    private readonly Guid _agency;
    private readonly Dictionary<Guid, ChaosPost> _posts;

    private ChaosScene(IDbContextFactory<ConsoleDb> factory, Guid agency, Dictionary<Guid, ChaosPost> posts) => (_factory, _agency, _posts) = (factory, agency, posts);

    /// <summary>Fills an empty database; nothing is due yet.</summary>
    public static async Task<ChaosScene> CreateAsync(IServiceProvider services, ChaosPlan plan, CancellationToken token)
    {
        var factory = services.GetRequiredService<IDbContextFactory<ConsoleDb>>();
        await using var db = await factory.CreateDbContextAsync(token);
        var matrix = await SceneMatrix.FoundAsync(db, services.GetRequiredService<SecretSealer>(), token);
        var posts = new Dictionary<Guid, ChaosPost>();
        foreach (var account in plan.Posts.GroupBy(post => post.Account))
        {
            var opened = matrix.Account(account.Key);
            foreach (var post in account)
                posts.Add(matrix.Post(opened, post.Channel, post.Title, _parked).Id, post);
        }

        await db.SaveChangesAsync(token);
        return new(factory, matrix.AgencyId, posts);
    }

    /// <summary>Gives every post its slot, counted from that moment.</summary>
    public async Task DueAsync(DateTimeOffset start, CancellationToken token)
    {
        await using var db = await OpenAsync(token);
        Guid[] ids = [.. _posts.Keys];
        DateTimeOffset[] slots = [.. _posts.Values.Select(post => start + post.DueAfter)];
        await db.Database.ExecuteSqlAsync(
            $"UPDATE publications p SET due_at = s.slot, next_attempt_at = s.slot FROM unnest({ids}, {slots}) AS s(id, slot) WHERE p.id = s.id", token);
        await db.Database.ExecuteSqlRawAsync("UPDATE posts SET publish_at = p.due_at, calendar_at = p.due_at FROM publications p WHERE p.post_id = posts.id", token);
    }

    /// <summary>
    /// How many deliveries the engine still means to end by itself. Their pauses, made for hours, are cut short, so that a run takes minutes; only
    /// the minute after which the platform takes a repetition is kept, because the platform counts it.
    /// </summary>
    public async Task<int> HurryAsync(CancellationToken token)
    {
        await using var db = await OpenAsync(token);
        var open = await db.Publications.AsNoTracking()
            .Where(row => row.NextAttemptAt != null && (row.Status == PublicationStatus.Waiting || row.Status == PublicationStatus.Publishing)).ToListAsync(token);
        var now = TimeProvider.System.GetUtcNow();
        Guid[] hurried = [.. open.Where(row => row.LeaseUntil is null && row.Steps.MaxBy(step => step.Number)?.ErrorCode != TooFast).Select(row => row.Id)];
        await db.Database.ExecuteSqlAsync($"UPDATE publications SET next_attempt_at = {now} WHERE id = ANY({hurried}) AND lease_until IS NULL AND next_attempt_at > {now}", token);
        // What nobody knows yet is looked at as well, but it waits for a person already.
        await db.Database.ExecuteSqlAsync($"UPDATE publications SET next_attempt_at = {now} WHERE status IN ('Unconfirmed', 'AwaitingAdmin') AND lease_until IS NULL AND next_attempt_at > {now}", token);
        return open.Count;
    }

    /// <summary>How every post stands.</summary>
    public async Task<IReadOnlyList<ChaosRow>> RowsAsync(CancellationToken token)
    {
        await using var db = await OpenAsync(token);
        var deliveries = await db.Publications.AsNoTracking().ToDictionaryAsync(row => row.Id, token);
        var posts = await db.Posts.AsNoTracking().Select(post => new { post.Id, post.Status, post.Trouble }).ToDictionaryAsync(post => post.Id, token);
        return [.. _posts.Select(asked =>
        {
            if (!deliveries.TryGetValue(asked.Key, out var delivery))
                return new ChaosRow(asked.Value, null, null, null, false, null, "");
            var post = posts.GetValueOrDefault(delivery.PostId);
            return new ChaosRow(
                asked.Value, delivery.Status, post?.Status, post?.Trouble?.Code, delivery.NextAttemptAt is not null || delivery.LeaseUntil is not null,
                delivery.FinishedAt - delivery.DueAt, Story(delivery));
        })];
    }

    private static string Story(Publication delivery) =>
        string.Join(' ', delivery.Steps.OrderBy(step => step.Number).Select(step => $"{step.At:mm:ss.f} {step.Name}:{step.State}{(step.ErrorCode is { } code ? FormattableString.Invariant($"({code})") : "")}"))
        + string.Concat(delivery.Evidence.Select(seen => $" | {seen.At:mm:ss.f} {seen.Asked}:{seen.Saw}"))
        + $" | job {delivery.JobId ?? "-"}, {delivery.Trouble?.Code ?? "no trouble"}, next {delivery.NextAttemptAt:mm:ss}, lease {delivery.LeaseUntil:mm:ss}, taken {delivery.Attempts} times";

    private async Task<ConsoleDb> OpenAsync(CancellationToken token)
    {
        var db = await _factory.CreateDbContextAsync(token);
        db.ScopeRoots = [_agency];
        return db;
    }
}
