using GovAccountConsole.Domain.Planning;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Weixin;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Planning;

/// <summary>How the console knows of a mass send that uses up quota.</summary>
public enum PushSource
{
    /// <summary>A post: planned, under way, done or possibly done.</summary>
    Post,

    /// <summary>An event of the platform about a send that is none of the console's.</summary>
    Outside,

    /// <summary>The platform refused a send because nothing is left (45028): the period is full, whoever filled it.</summary>
    Refusal,
}

/// <summary>One mass send of an account, or the platform's word that its period is full.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Source">How it is known.</param>
public sealed record Push(Guid AccountId, DateTimeOffset At, PushSource Source);

/// <summary>
/// The one count of what an account has used of its 群发额度: posts of the console, sends that were made past it, and the platform's own word
/// that nothing is left (docs/decisions/0022).
/// </summary>
internal static class PushLedger
{
    /// <summary>Far enough back for a calendar month.</summary>
    public static readonly TimeSpan Back = TimeSpan.FromDays(32);

    /// <summary>All that is known about these accounts from <paramref name="since"/> on, in no order.</summary>
    /// <param name="db">Narrowed to who asks.</param>
    /// <param name="accounts">Which accounts.</param>
    /// <param name="since">From when on.</param>
    /// <param name="except">A post that is being planned: its own slot is not counted.</param>
    /// <param name="token">Ends the work early.</param>
    public static async Task<List<Push>> ReadAsync(ConsoleDb db, IReadOnlyCollection<Guid> accounts, DateTimeOffset since, Guid? except, CancellationToken token)
    {
        var counting = PostTransitions.UsesQuota.ToArray();
        var posts = await db.Posts
            .Where(post => accounts.Contains(post.AccountId) && post.Id != except && post.Channel == Channel.MassSend && counting.Contains(post.Status) && post.CalendarAt >= since)
            .Select(post => new Push(post.AccountId, post.CalendarAt!.Value, PushSource.Post)).ToListAsync(token);
        var outside = await db.OutsideSends.Where(send => accounts.Contains(send.AccountId) && send.At >= since)
            .Select(send => new Push(send.AccountId, send.At, PushSource.Outside)).ToListAsync(token);
        var refused = await db.Publications.Where(row => accounts.Contains(row.AccountId) && row.Channel == Channel.MassSend && row.DueAt >= since - Back)
            .SelectMany(row => row.Steps.Where(step => step.ErrorCode == WeixinErrors.NoPushLeft && step.At >= since), (row, step) => new Push(row.AccountId, step.At, PushSource.Refusal))
            .ToListAsync(token);
        return [.. posts, .. outside, .. refused];
    }

    /// <summary>The times that count against <paramref name="quota"/>: where the platform said that nothing is left, the period is filled up.</summary>
    public static IReadOnlyList<DateTimeOffset> Times(IEnumerable<Push> pushes, Quota quota)
    {
        var all = pushes.ToList();
        var times = all.Where(push => push.Source != PushSource.Refusal).Select(push => push.At).ToList();
        foreach (var full in all.Where(push => push.Source == PushSource.Refusal).DistinctBy(push => quota.PeriodOf(push.At).From))
        {
            times.AddRange(Enumerable.Repeat(full.At, Math.Max(0, quota.Limit - quota.UsedAt(full.At, times))));
        }

        return times;
    }
}
