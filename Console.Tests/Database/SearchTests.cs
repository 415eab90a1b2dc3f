using GovAccountConsole.Domain.Access;
using GovAccountConsole.Infrastructure.Access;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Data.Seeding;
using GovAccountConsole.Infrastructure.Data.Seeding.Scale;
using GovAccountConsole.Infrastructure.Search;
using GovAccountConsole.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Tests.Database;

public sealed class SearchTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await using var db = await database.OpenAsync();
        await SectorCatalogue.EnsureAsync(db, Token);
        if (!await db.Agencies.AnyAsync(Token))
            await new ScaleSeed(database.Get<IDbContextFactory<ConsoleDb>>(), database.Time).RunAsync(new ScaleSize(300, 500), _ => { }, Token);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_search_box_finds_posts_accounts_and_people_in_order()
    {
        var found = await FindAsync(ScalePeople.Everything, "滨江");
        Assert.Equal(6, found.Posts.Count);
        Assert.All(found.Posts, post => Assert.Contains("滨江", post.Title, StringComparison.Ordinal));
        Assert.Equal(found.Posts.OrderByDescending(post => post.CreatedAt).Select(post => post.Id), found.Posts.Select(post => post.Id));
        Assert.NotEmpty(found.Accounts);
        Assert.Equal(found.Accounts.Select(account => account.Name).Order(StringComparer.Ordinal), found.Accounts.Select(account => account.Name));
        Assert.NotEmpty(found.People);
    }

    [Theory]
    [InlineData("滨江")]
    [InlineData("江")]
    [InlineData("%")]
    public async Task A_stranger_finds_nothing(string words)
    {
        var found = await FindAsync(ScalePeople.Stranger, words);
        Assert.Empty(found.Posts);
        Assert.Empty(found.Accounts);
        Assert.Empty(found.People);
    }

    private async Task<Found> FindAsync(string email, string words)
    {
        await using var db = await database.OpenAsync();
        var id = await db.Users.Where(person => person.Email == email).Select(person => person.Id).SingleAsync(Token);
        Actor actor = await database.Get<ActorSource>().GetAsync(id, Token);
        return await database.Get<SearchQueries>().FindAsync(actor, words, Token);
    }
}
