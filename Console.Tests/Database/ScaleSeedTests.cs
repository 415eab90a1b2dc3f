using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Infrastructure.Access;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Data.Seeding;
using GovAccountConsole.Infrastructure.Data.Seeding.Scale;
using GovAccountConsole.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace GovAccountConsole.Tests.Database;

public sealed class ScaleSeedTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const string Schema =
        """
        select string_agg(line, E'\n' order by line) from (
          select indexdef as line from pg_indexes where schemaname = 'public'
          union all select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint where connamespace = 'public'::regnamespace) lines
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_fills_every_table_and_leaves_the_schema_as_it_was()
    {
        List<string> progress = [];
        await using (var db = await database.OpenAsync())
            await SectorCatalogue.EnsureAsync(db, Token);
        var before = await AskAsync(Schema);

        var seed = new ScaleSeed(database.Get<IDbContextFactory<ConsoleDb>>(), database.Time);
        await seed.RunAsync(new ScaleSize(Accounts: 400, Posts: 3_000), progress.Add, Token);

        Assert.Equal(before, await AskAsync(Schema));
        Assert.Contains(progress, line => line.Contains("posts: 3000 of 3000", StringComparison.Ordinal));
        await using var all = await database.OpenAsync();
        Assert.Equal(3_000, await all.Posts.CountAsync(Token));
        Assert.Equal(400, await all.Accounts.CountAsync(Token));
        Assert.Equal(80, await all.Agencies.CountAsync(Token));
        var now = database.Time.GetUtcNow();
        Assert.False(await all.Posts.AnyAsync(post => post.Status == PostStatus.Published && post.CalendarAt > now, Token));
        Assert.True(await all.Posts.AnyAsync(post => post.Status == PostStatus.Scheduled && post.CalendarAt > now, Token));
        var review = await all.Posts.Include(post => post.Review).FirstAsync(post => post.Status == PostStatus.InReview, Token);
        Assert.Equal(review.ReviewRole, review.Review!.Steps.Single(step => step.Number == review.ReviewStep).Role);
        var revision = await all.Revisions.FirstAsync(Token);
        Assert.True(revision.IsIntact);
        Assert.Single(revision.Content.Articles);

        await ScopesAreKept(all);
        var again = await Assert.ThrowsAsync<ScaleSeedException>(() => seed.RunAsync(new ScaleSize(400, 3_000), progress.Add, Token));
        Assert.Contains("already", again.Message, StringComparison.Ordinal);
    }

    private async Task ScopesAreKept(ConsoleDb all)
    {
        var actors = database.Get<ActorSource>();
        var seen = new Dictionary<string, int>();
        foreach (var email in (string[])[ScalePeople.Leaf, ScalePeople.Districts, ScalePeople.Everything, ScalePeople.Stranger])
        {
            var person = await all.Users.SingleAsync(row => row.Email == email, Token);
            await using var own = await database.Get<IDbContextFactory<ConsoleDb>>().CreateDbContextAsync(Token);
            own.ScopeRoots = [.. (await actors.GetAsync(person.Id, Token)).Roots];
            seen[email] = await own.Posts.CountAsync(Token);
        }

        Assert.Equal(0, seen[ScalePeople.Stranger]);
        Assert.InRange(seen[ScalePeople.Leaf], 1, 500);
        Assert.InRange(seen[ScalePeople.Districts], seen[ScalePeople.Leaf], 2_999);
        Assert.Equal(3_000, seen[ScalePeople.Everything]);
    }

    private async Task<string?> AskAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync(Token);
        await using var command = new NpgsqlCommand(sql, connection);
        return (string?)await command.ExecuteScalarAsync(Token);
    }
}
