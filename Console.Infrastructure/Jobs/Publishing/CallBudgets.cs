using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Publishing;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Weixin;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovAccountConsole.Infrastructure.Jobs.Publishing;

/// <summary>
/// Keeps the questions to the platform within what an account may ask on a day. One statement counts a question and says whether it may be asked, so
/// that nodes share the count; nothing is counted on the way of a sending.
/// </summary>
public sealed class CallBudgets(IDbContextFactory<ConsoleDb> factory, TimeProvider time)
{
    /// <summary>Asks when the day's share allows it; null when it must wait.</summary>
    public async Task<Answer<T>?> AskAsync<T>(Guid accountId, CallInterface what, Asker who, Func<Task<Answer<T>>> call, CancellationToken token)
        where T : class
    {
        if (!await SpendAsync(accountId, what, who, token)) return null;
        var answer = await call();
        if (who == Asker.Person && answer.Value is not null) await ReopenAsync(accountId, what, token);
        await NoteAsync(accountId, what, answer.Error, token);
        return answer;
    }

    /// <summary>Closes the interface for the account's day when the platform refused for that reason.</summary>
    public async Task NoteAsync(Guid accountId, CallInterface what, PlatformError? error, CancellationToken token)
    {
        if (error is null || WeixinErrors.Find(error).Meaning != ErrorMeaning.DayUsedUp) return;
        await using var db = await factory.CreateDbContextAsync(token);
        var (now, name) = (time.GetUtcNow(), what.ToString());
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO call_budgets (account_id, day, interface, used, closed_at) VALUES ({accountId}, {BusinessTime.DayOf(now)}, {name}, 0, {now})
            ON CONFLICT (account_id, day, interface) DO UPDATE SET closed_at = excluded.closed_at
            """, token);
    }

    private async Task<bool> SpendAsync(Guid accountId, CallInterface what, Asker who, CancellationToken token)
    {
        await using var db = await factory.CreateDbContextAsync(token);
        var (share, always, name) = (CallBudget.ShareOf(what, who), who == Asker.Person, what.ToString());
        return await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO call_budgets (account_id, day, interface, used) VALUES ({accountId}, {BusinessTime.DayOf(time.GetUtcNow())}, {name}, 1)
            ON CONFLICT (account_id, day, interface) DO UPDATE SET used = call_budgets.used + 1
            WHERE {always} OR (call_budgets.closed_at IS NULL AND call_budgets.used < {share})
            """, token) == 1;
    }

    // The platform answers again: its quota was cleared.
    private async Task ReopenAsync(Guid accountId, CallInterface what, CancellationToken token)
    {
        await using var db = await factory.CreateDbContextAsync(token);
        var (day, name) = (BusinessTime.DayOf(time.GetUtcNow()), what.ToString());
        await db.Database.ExecuteSqlAsync(
            $"UPDATE call_budgets SET closed_at = NULL WHERE account_id = {accountId} AND day = {day} AND interface = {name} AND closed_at IS NOT NULL", token);
    }
}

internal sealed class CallBudgetMapping : IEntityTypeConfiguration<CallBudget>
{
    public void Configure(EntityTypeBuilder<CallBudget> builder)
    {
        builder.ToTable("call_budgets");
        builder.HasKey(budget => new { budget.AccountId, budget.Day, budget.Interface });
        builder.Property(budget => budget.Interface).HasConversion<string>().HasMaxLength(20);
        builder.HasIndex(budget => budget.Day);
        builder.HasOne<OfficialAccount>().WithMany().HasForeignKey(budget => budget.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}
