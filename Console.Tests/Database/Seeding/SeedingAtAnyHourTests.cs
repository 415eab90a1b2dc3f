using GovAccountConsole.Domain.Planning;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Infrastructure.Data.Seeding;
using GovAccountConsole.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Tests.Database.Seeding;

/// <summary>The demo is dated from the moment it is made; no moment may bring its posts into conflict with the rules.</summary>
public sealed class SeedingAtAnyHourTests(PostgresFixture postgres)
{
    [Theory]
    [InlineData("2026-12-31T15:59:00Z")]
    [InlineData("2027-01-31T16:05:00Z")]
    [InlineData("2028-02-29T22:30:00Z")]
    public async Task It_can_be_seeded_at(string moment)
    {
        var token = TestContext.Current.CancellationToken;
        await using var database = new TestDatabase(postgres);
        await database.InitializeAsync();
        database.Time.SetUtcNow(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture));
        Assert.True(await database.Get<DemoMatrix>().CreateOnceAsync(token));
        await using var db = await database.OpenAsync();
        Assert.True(await db.Posts.AllAsync(post => post.UpdatedAt <= database.Time.GetUtcNow(), token));
        var accounts = await db.Accounts.ToDictionaryAsync(account => account.Id, token);
        var sends = await db.Posts.Where(post => post.Channel == Channel.MassSend && PostTransitions.UsesQuota.Contains(post.Status)).ToListAsync(token);
        Assert.All(
            sends.GroupBy(post => (post.AccountId, Quota.Of(accounts[post.AccountId].Kind, null).PeriodOf(post.CalendarAt!.Value).From)),
            period => Assert.True(period.Count() <= Quota.Of(accounts[period.Key.AccountId].Kind, null).Limit, accounts[period.Key.AccountId].Name));
    }
}
