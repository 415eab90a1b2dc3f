using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Publishing;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Weixin;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Operations;

/// <summary>Counts what the engine has before it, in the scope of the context: for the page, the API and the metrics alike.</summary>
internal static class EngineCounting
{
    public static async Task<EngineFigures> CountAsync(ConsoleDb db, DateTimeOffset now, CancellationToken token)
    {
        var open = await db.Publications.Where(row => row.Status != PublicationStatus.Published && row.Status != PublicationStatus.Failed)
            .GroupBy(row => row.Status)
            .Select(group => new { group.Key, Count = group.Count(), Expired = group.Count(row => row.LeaseUntil != null && row.LeaseUntil <= now) })
            .ToDictionaryAsync(group => group.Key, token);
        var overdue = await db.Publications
            .Where(row => row.Status == PublicationStatus.Waiting && row.NextAttemptAt != null && row.DueAt < now && row.LeaseUntil == null)
            .GroupBy(_ => 1).Select(group => new { Count = group.Count(), Oldest = group.Min(row => row.DueAt) }).SingleOrDefaultAsync(token);
        var held = await HeldPosts.Waiting(db).CountAsync(token);
        var failing = await db.Accounts.CountAsync(
            account => account.Status == AccountStatus.Active && db.Set<AccountToken>().Any(row => row.AppId == account.AppId && row.FailedAt != null), token);
        var findings = await db.SweepFindings.CountAsync(row => row.EndedAt == null, token);
        // Shelved deliveries of posts that are no longer scheduled wait for nothing.
        var planned = await db.Publications.CountAsync(row => row.Status == PublicationStatus.Waiting && row.NextAttemptAt != null, token);
        return new EngineFigures(
            planned - (overdue?.Count ?? 0), overdue?.Count ?? 0, held, Of(PublicationStatus.Publishing), Of(PublicationStatus.AwaitingAdmin), Of(PublicationStatus.Unconfirmed),
            overdue?.Oldest, open.Values.Sum(row => row.Expired), failing, findings);

        int Of(PublicationStatus status) => open.GetValueOrDefault(status)?.Count ?? 0;
    }
}
